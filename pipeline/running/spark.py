"""Chunks of articles to the executors of Apache Spark and results back: the same work as `pool.py`, on other machines.

An article goes out as a row of bytes, a chunk of them to a task, and comes back as the bytes that the cache keeps.
Spark gives a lost task to another executor by itself. All before and after, reading of files and reconciling,
is the same code on the driver for every engine.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from pipeline.running import records
from pipeline.running.circumstances import Circumstances
from pipeline.running.errors import RunError
from pipeline.running.pool import CHUNK
from pipeline.running.worker import Result
from pipeline.types import Article

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TASKS_A_CORE = 8  # in one job: results of a job come together, and are kept before the next job begins
FEWEST_TASKS = 32
WAIT_TOLD_AFTER = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark is: the master's address (None is what Spark's own configuration says), the file for its log."""

    master: str | None
    log: Path


def read_on_spark(
    articles: Sequence[Article], how: Circumstances, cluster: Cluster, tell: Callable[[str], None]
) -> Generator[tuple[int, Result]]:
    """Yield (index, result) for each article, in no particular order. Nothing is started where there are none.

    Raises UsageError where PySpark or Java is missing, RunError where Spark cannot begin or stops.
    """
    if not articles:
        return
    from pipeline.running.spark_session import session

    with session(cluster.master, cluster.log, tell) as spark:
        carrier = _Carrier(spark, how)
        size = CHUNK * max(FEWEST_TASKS, TASKS_A_CORE * spark.sparkContext.defaultParallelism)
        for start in range(0, len(articles), size):
            yield from carrier.carry(articles, range(start, min(start + size, len(articles))), tell)


class _Carrier:
    def __init__(self, spark: SparkSession, how: Circumstances) -> None:
        from pipeline.running.spark_worker import Asked, archive, reading

        asked = Asked(how.name, how.setup.stages, how.setup.model, archive(how.setup.configs))
        self._spark = spark
        self._read = reading(spark.sparkContext.broadcast(asked))

    def carry(
        self, articles: Sequence[Article], indices: range, tell: Callable[[str], None]
    ) -> Iterator[tuple[int, Result]]:
        """Yield the results of these articles, of one Spark job."""
        import pyarrow as pa

        from pipeline.running.spark_worker import ARTICLES, RESULTS, UNFIT

        columns = [list(indices), [records.to_bytes(articles[index]) for index in indices]]
        frame = self._spark.createDataFrame(pa.table(columns, schema=pa.schema(ARTICLES)))
        waiting = Timer(WAIT_TOLD_AFTER, self._tell_waiting, [tell])
        waiting.daemon = True
        waiting.start()
        try:
            rows: list[Any] = frame.mapInArrow(self._read, RESULTS).collect()
        finally:
            waiting.cancel()
        for row in rows:
            if row.number == UNFIT:
                raise RunError(f"Spark's executors cannot read articles: {row.reason}; mend that and run again")
            yield row.number, Result(None if row.data is None else bytes(row.data), row.reason)

    def _tell_waiting(self, tell: Callable[[str], None]) -> None:
        tracker = self._spark.sparkContext.statusTracker()
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        if not any(stage and (stage.numActiveTasks or stage.numCompletedTasks) for stage in stages):
            tell("Spark has given no executor yet: is a worker registered with the master, with cores and memory free?")
