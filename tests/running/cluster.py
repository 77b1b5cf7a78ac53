"""A real standalone cluster of Spark on loopback: a master and two workers, each a process of its own."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETTINGS = """\
spark.ui.enabled false
spark.executor.memory 700m
spark.driver.memory 700m
spark.python.worker.faulthandler.enabled true
"""
PARENT_DEATH_SIGNAL = 1  # prctl
LONGEST_START = 90.0  # seconds


def why_not() -> str | None:
    """Say why there can be no cluster here; None where there can be one."""
    from pipeline.running.errors import UsageError
    from pipeline.running.spark_session import check

    try:
        check(None)
    except UsageError as error:
        return str(error)
    return None


def environment(folder: Path) -> dict[str, str]:
    """The environment of all that has to do with the cluster: loopback only, and this Python."""
    return os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_CONF_DIR": str(folder),
        "SPARK_NO_DAEMONIZE": "1",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(HERE),  # the stand-in stages of the tests
    }


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """Start a master and workers of one core each; give the master's address; end them all."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spark-defaults.conf").write_text(SETTINGS, encoding="utf-8")
    started: list[subprocess.Popen[bytes]] = []
    try:
        place = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
        started.append(_start(folder, "master", ["master.Master", *place]))
        address = _heard(folder / "master.log", r"Starting Spark master at (spark://\S+)", started[0])
        for n in range(workers):
            size = ["--cores", "1", "--memory", "2g", "--work-dir", str(folder / f"work{n}")]
            started.append(_start(folder, f"worker{n}", ["worker.Worker", *place, *size, address]))
        for n in range(workers):
            _heard(folder / f"worker{n}.log", r"Successfully registered with master (\S+)", started[n + 1])
        yield address
    finally:
        for process in reversed(started):
            os.killpg(process.pid, signal.SIGKILL)  # its own group: itself, and the executors it started
            process.wait()


def _start(folder: Path, name: str, arguments: list[str]) -> subprocess.Popen[bytes]:
    import pyspark

    command = [str(Path(pyspark.__file__).parent / "bin" / "spark-class")]
    command += [f"org.apache.spark.deploy.{arguments[0]}", *arguments[1:]]
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(folder) | {"SPARK_DAEMON_MEMORY": "256m"},
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - it takes no lock
        )


def _end_with_parent() -> None:
    """Whatever ends the tests, no cluster stays behind."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def _heard(log: Path, words: str, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(words, log.read_text(encoding="utf-8", errors="replace")):
            return found[1]
        time.sleep(0.1)
    raise RuntimeError(f"{log.name}: nothing of {words!r}; its end: {log.read_text(errors='replace')[-2000:]}")


def executors(folder: Path) -> list[int]:
    """The process numbers of this cluster's executors that are alive, that with the busiest Python worker first."""
    found = [
        pid for pid, words in _processes().items() if "CoarseGrainedExecutorBackend" in words[1] and _of(folder, pid)
    ]
    return sorted(found, key=lambda pid: (-max(map(_seconds, _python_workers(pid)), default=-1.0), pid))


def python_workers(folder: Path) -> list[int]:
    """The process numbers of the Python workers of this cluster's executors that are at work, not merely begun."""
    return [worker for pid in executors(folder) for worker in _python_workers(pid) if _seconds(worker) >= 1.0]


def children(pid: int) -> list[int]:
    """The process numbers of what a process started and has not ended."""
    return sorted(child for child, (parent, _) in _processes().items() if parent == pid)


def _of(folder: Path, pid: int) -> bool:
    with suppress(OSError):
        return Path(os.readlink(f"/proc/{pid}/cwd")).is_relative_to(folder.resolve())
    return False


def _python_workers(executor: int) -> list[int]:
    """A worker is a fork of the daemon that the executor starts."""
    processes = _processes()
    daemons = {pid for pid, (parent, words) in processes.items() if parent == executor and "pyspark.daemon" in words}
    return sorted(pid for pid, (parent, _) in processes.items() if parent in daemons)


def _seconds(pid: int) -> float:
    """How long a process has had a processor."""
    with suppress(OSError, ValueError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _processes() -> dict[int, tuple[int, str]]:
    """By its number each process's parent and command line."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(entry.name)] = (
                parent,
                (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"),
            )
    return found
