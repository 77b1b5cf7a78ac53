"""What Apache Spark costs against processes of this machine: the same articles, two of each, one after the other.

    make bench-spark [ARTICLES=folder]

The cluster is a master and two workers of one core each on loopback, started before and not counted; counted is what
a run costs on it: the driver, its Java, the executors and their Python workers. On one machine Spark can only lose:
the difference is what it takes to have more machines. Nothing here is a test: it prints, after it has made sure that
the tables are the same.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "running")]

from bench import MEGABYTE, ROOT, Cost, fill, measured, tallywire  # noqa: E402 - found by the line above
from cluster import children, cluster, environment, why_not  # noqa: E402
from helping import table_bytes  # noqa: E402

SIZES = (18, 500)  # the sample articles; then the same with other names and figures


def on_spark(folder: Path, out: Path, master: str, daemons: Sequence[int]) -> Cost:
    """Do the whole job on the cluster; the processor time of its executors is found with their parents."""
    before = sum(map(_seconds, daemons))
    command = [sys.executable, "-m", "pipeline", "run", str(folder), "--out", str(out)]
    cost = measured([*command, "--engine", "spark", "--spark-master", master])
    return Cost(cost.cpu + sum(map(_seconds, daemons)) - before, cost.wall, cost.parent, cost.together)


def _seconds(pid: int) -> float:
    """Processor time of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def compare(folder: Path, place: Path, master: str, daemons: Sequence[int]) -> None:
    """Print what a folder costs on either engine. Raises RuntimeError where the tables are not the same."""
    count = len(list(folder.glob("*.txt")))
    local, seconds, _ = tallywire(folder, place / "local")
    spark = on_spark(folder, place / "spark", master, daemons)
    if table_bytes(place / "local") != table_bytes(place / "spark"):
        raise RuntimeError(f"{count} articles: the tables of the two engines are not the same")
    print(f"{count:,} articles")
    for name, cost in (("local", local), ("spark", spark)):
        memory = f"{cost.together / MEGABYTE:6.0f} MB of the run, without the cluster"
        print(f"  {name} {cost.cpu:8.1f} s CPU {cost.wall:8.1f} s wall   peak {memory}")
    print(f"  ratio {spark.cpu / local.cpu:7.2f}   CPU {spark.wall / local.wall:8.2f}   wall", end="")
    print(f"   (of the local seconds {seconds['extracting']:.1f} are extracting, which Spark does)", flush=True)


def main(arguments: Sequence[str]) -> None:
    """Start the cluster and compare at each size, or on the folder named."""
    if why := why_not():
        raise SystemExit(why)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with cluster(place / "cluster") as master:
            os.environ.update(environment(place / "cluster"))
            daemons = children(os.getpid())
            for size in SIZES if not arguments else (0,):
                folder = Path(arguments[0]).resolve() if arguments else fill(place / f"a{size}", texts, size)
                (place / str(size)).mkdir()
                compare(folder, place / str(size), master, daemons)


if __name__ == "__main__":
    main(sys.argv[1:])
