"""What the whole job costs: against spaCy alone, stage by stage, in memory, and as the articles grow in number.

    make bench [ARTICLES=folder] [BENCH=full] [PAIRS=1]

The yardstick is what a user would write to read the same files with the same model, two processes and nothing else.
Run and yardstick follow each other on the same machine, `PAIRS` times; the ratio is what counts, for seconds differ
from hour to hour. Processor time is of a process and all its descendants. Nothing here is a test: it prints.

ARTICLES is a folder of .txt files (the sample corpus, repeated to 500 articles, where none is named). Growth is
measured on 500 and 5,000 articles, with BENCH=full on 50,000 as well: the same texts over and over, each time with
other names and figures.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUBREAPER = 36  # prctl: whoever loses its parent becomes ours, so that its processor time is counted
POLL = 0.2  # seconds between two looks at the memory
MEGABYTE = 1 << 20
SIZES = (500, 5_000)
FULL = 50_000
SYLLABLES = ("ov", "ski", "ara", "enko", "ez", "ini", "sen", "ul", "imba", "ashi", "escu", "oglu", "yan")

YARDSTICK = """
import sys
from pathlib import Path
import spacy
def main():
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    for doc in spacy.load(sys.argv[2]).pipe(texts, n_process=2):
        pass
if __name__ == "__main__":
    main()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and of wall, and peaks in bytes: of the first process and of all of them together."""

    cpu: float
    wall: float
    parent: int
    together: int

    def __str__(self) -> str:
        memory = f"{self.parent / MEGABYTE:6.0f} MB parent, {self.together / MEGABYTE:6.0f} MB together"
        return f"{self.cpu:8.1f} s CPU {self.wall:8.1f} s wall   peak {memory}"


def measured(command: Sequence[str]) -> Cost:
    """Run a command to its end, with all that it starts. Raises RuntimeError where it fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    peaks, done = [0, 0], threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, done))
    watcher.start()
    code = process.wait()
    wall = time.perf_counter() - start
    done.set()
    watcher.join()
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-process.pid, 0)  # what the command left behind: its processor time counts
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code:
        raise RuntimeError(f"{' '.join(command[:4])} ... ended with {code}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, peaks[0], peaks[1])


def _watch(session: int, peaks: list[int], done: threading.Event) -> None:
    """Note the greatest memory of the first process and of its whole session; pages that they share count once."""
    while not done.wait(POLL):
        sizes = {pid: _size(pid) for pid in _members(session)}
        peaks[0] = max(peaks[0], sizes.get(session, 0))
        peaks[1] = max(peaks[1], sum(sizes.values()))


def _members(session: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                found.append(int(entry.name))
    return found


def _size(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def tallywire(folder: Path, out: Path, workers: int = 2) -> tuple[Cost, dict[str, float], dict[str, int]]:
    """Do the whole job on a folder from nothing; return its cost, the seconds a stage and the rows a table."""
    command = [sys.executable, "-m", "pipeline", "run", str(folder), "--out", str(out), "--workers", str(workers)]
    cost = measured(command)
    about = json.loads((out / "current" / "run.json").read_text(encoding="utf-8"))
    return cost, about["seconds"], about["rows"]


def yardstick(folder: Path) -> Cost:
    """Read the same files with spaCy and nothing else."""
    from pipeline.annotating.model import DEFAULT_MODEL

    with tempfile.TemporaryDirectory() as place:
        script = Path(place) / "yardstick.py"  # a file, for processes that are started afresh must find it
        script.write_text(YARDSTICK, encoding="utf-8")
        return measured([sys.executable, str(script), str(folder), DEFAULT_MODEL])


def altered(text: str, turn: int) -> str:
    """The text with other names and figures: the same shapes, so that as much is found in it. Turn 0 is the text."""
    if not turn:
        return text
    tail = SYLLABLES[turn % len(SYLLABLES)] + (SYLLABLES[turn // len(SYLLABLES) % len(SYLLABLES)] * (turn > 12))

    def renamed(match: re.Match[str]) -> str:
        return match.group() + tail

    def recounted(match: re.Match[str]) -> str:
        digits = match.group()
        return str(10 ** (len(digits) - 1) + (int(digits) + 7 * turn) % (9 * 10 ** (len(digits) - 1)))

    text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", renamed, text)
    return re.sub(r"(?<![\d.,])\d{2,3}(?![\d,])", recounted, text)


def fill(folder: Path, texts: Sequence[str], count: int) -> Path:
    """Write `count` articles into a new folder."""
    folder.mkdir()
    for n in range(count):
        turn, which = divmod(n, len(texts))
        (folder / f"{n:06}.txt").write_text(altered(texts[which], turn), encoding="utf-8")
    return folder


def compare(folder: Path, place: Path, pairs: int) -> None:
    """Print the ratios to the yardstick, a pair after the other, and the share of each stage in the last run."""
    ratios: list[tuple[float, float]] = []
    seconds: dict[str, float] = {}
    for n in range(pairs):
        standard = yardstick(folder)
        job, seconds, _ = tallywire(folder, place / f"pair{n}")
        ratios.append((job.cpu / standard.cpu, job.wall / standard.wall))
        print(f"  spaCy alone {standard}\n  tallywire   {job}")
        print(
            f"  ratio       {ratios[-1][0]:8.3f}   CPU {ratios[-1][1]:8.3f}   wall   (wanted: 0.25 or less)", flush=True
        )
    if pairs > 1:
        middle = [sorted(column)[len(ratios) // 2] for column in zip(*ratios, strict=True)]
        print("  middle      {:8.3f}   CPU {:8.3f}   wall".format(*middle))
    total = sum(seconds.values())
    print("\nstages, wall seconds (`extracting` is annotating and extracting, in the workers)")
    for stage, spent in seconds.items():
        print(f"  {stage:12} {spent:8.2f} s {spent / total:6.1%}")


def grow(texts: Sequence[str], place: Path, sizes: Sequence[int]) -> None:
    """Print what the job costs at each size, and an article."""
    print("\ngrowth")
    for size in sizes:
        folder = fill(place / f"articles{size}", texts, size)
        job, seconds, rows = tallywire(folder, place / f"out{size}")
        inner = " ".join(f"{stage} {spent / size * 1000:.2f}" for stage, spent in seconds.items())
        print(f"  {size:7,} {job}   {job.cpu / size * 1000:6.1f} ms CPU an article, {rows.get('claims', 0):,} claims")
        print(f"          ms wall an article: {inner}", flush=True)
        shutil.rmtree(folder)
        shutil.rmtree(place / f"out{size}")


def main(arguments: Sequence[str]) -> None:
    """Compare, then grow."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    sizes = (*SIZES, FULL) if os.environ.get("BENCH") == "full" else SIZES
    source = Path(arguments[0]).resolve() if arguments else ROOT / "corpus"
    files = sorted(source.glob("*.txt"))
    if not files:
        raise SystemExit(f"{source}: no .txt file in it; name a folder of articles, as in 'make bench ARTICLES=folder'")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in islice(files, SIZES[-1])]
        folder = source if arguments else fill(place / "articles", texts, SIZES[0])
        print(f"{len(list(folder.glob('*.txt'))):,} articles, {os.cpu_count()} cores", flush=True)
        compare(folder, place, int(os.environ.get("PAIRS") or 1))
        if os.environ.get("BENCH") != "ratio":
            grow(texts, place, sizes)


if __name__ == "__main__":
    main(sys.argv[1:])
