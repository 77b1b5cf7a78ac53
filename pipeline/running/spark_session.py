"""A Spark session for one run, and each way in which there may be none in one sentence with its mend."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.running.errors import RunError, UsageError
from pipeline.running.pool import CHUNK

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTERS = ("local", "spark://", "yarn", "k8s://")
_ALIKE = "install the wheel of tallywire and the same Python there, and name that Python in PYSPARK_PYTHON"


def check(master: str | None) -> None:
    """Raise UsageError where Spark could never begin: no PySpark, no Java, or no such kind of master."""
    if importlib.util.find_spec("pyspark") is None:
        raise UsageError("--engine spark: PySpark is not installed; pip install 'tallywire[spark]', or leave it out")
    if master is not None and not master.startswith(MASTERS):
        raise UsageError(f"--spark-master {master}: not a master's address; write spark://HOST:PORT, yarn or local[*]")
    home = os.environ.get("JAVA_HOME")
    if (shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")) is None:
        where = f"JAVA_HOME is {home}, and no java is there" if home else "no java is on the PATH"
        raise UsageError(f"--engine spark: {where}; install Java 17 or later, or set JAVA_HOME to it")


@contextmanager
def session(master: str | None, log: Path, tell: Callable[[str], None]) -> Iterator[SparkSession]:
    """Give a session of Spark, ended afterwards unless it was there before. What Spark prints goes into `log`.

    Raises UsageError as `check` does, and RunError where Spark does not begin or the work inside fails in Spark.
    """
    check(master)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    # PySpark warns of newer versions of pandas, which nothing of this goes through.
    warnings.filterwarnings("ignore", message="PySpark does not yet", category=FutureWarning)
    active = SparkSession.getActiveSession()  # of a notebook: its cluster is the one that is meant
    try:
        spark = active.newSession() if active is not None else _started(master, log)
        try:
            spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", CHUNK)  # a task is a chunk
            yield spark
        finally:
            if active is None:
                with suppress(Exception):  # a master that is gone cannot be told that we are
                    spark.stop()
    except (PySparkException, Py4JError, ConnectionError) as error:
        raise RunError(f"{explained(str(error), master)} (all that Spark said is in {log})") from None


def _started(master: str | None, log: Path) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else it would be whatever `python3` is over there
    settings = {
        "spark.app.name": "tallywire",
        "spark.ui.showConsoleProgress": "false",
        "spark.executorEnv.OPENBLAS_NUM_THREADS": "1",  # as in our own processes, and before numpy is imported there
    }
    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    if master is not None:
        conf.setMaster(master)
    with log.open("ab") as target:
        # Java writes what it has to say into the log, and not between the lines that the user reads.
        gateway: Any = launch_gateway(conf, {"stdout": target, "stderr": target})
    return SparkSession(SparkContext(gateway=gateway))


def explained(said: str, master: str | None) -> str:
    """What the user can do about an error of Spark, by what it says."""
    if "JAVA_GATEWAY_EXITED" in said:
        return "Spark did not start; it needs Java 17 or later"
    if "PYTHON_VERSION_MISMATCH" in said:
        return f"the executors have another version of Python than this one; {_ALIKE}"
    if "No module named" in said:
        return f"the executors' Python lacks a library ({_last_line(said, 'No module named')}); {_ALIKE}"
    if "Cannot run program" in said:
        return f"the executors have no such Python ({_last_line(said, 'Cannot run program')}); {_ALIKE}"
    if "stopped SparkContext" in said or "SparkContext was shut down" in said:
        where = f"the master {master}" if master else "the master that Spark's settings name"
        return f"{where} cannot be reached, or ended the application; see that it runs and has workers, then run again"
    lines = [line.strip(" :") for line in said.splitlines() if line.strip()]
    what = next(
        (line for line in lines if "Exception" in line or "aborted" in line), lines[0] if lines else "no reason"
    )
    return f"Spark stopped ({what[:200]}); what was read is kept, run again to go on from here"


def _last_line(said: str, words: str) -> str:
    return [line.strip() for line in said.splitlines() if words in line][-1][:120]
