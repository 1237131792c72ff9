"""Run the jobs of a book over an executor, reuse what is cached, report every failure."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from dataclasses import dataclass

from netfreedom.errors import UserError
from netfreedom.run.cache import Cache
from netfreedom.run.executors import stop
from netfreedom.run.execution import timed_execute
from netfreedom.run.jobs import Job
from netfreedom.run.processes import in_background


@dataclass(frozen=True)
class Outcome:
    """How one job ended: `state` is executed, cached or failed; `seconds` is 0 for a cached one.

    The executed notebook lies in the cache under the job's key: a book of many countries would not fit into memory.
    """

    job: Job
    state: str
    seconds: float
    error: Exception | None = None


class WorkerDied(UserError):
    """The process that executed a notebook was killed, for example for want of memory."""


def _nothing() -> None:
    pass


def run_jobs(
    jobs: Sequence[Job],
    cache: Cache,
    executor: Callable[[], Executor],
    progress: Callable[[Outcome], None] = lambda outcome: None,
    meanwhile: Callable[[], None] = _nothing,
) -> list[Outcome]:
    """Execute what is not cached; outcomes in the order of `jobs`.

    `meanwhile` is called once, in the background while the jobs run; where it raises an error they are stopped, and that
    error is the end.

    One notebook's failure does not stop the others. An interrupt cancels what has not begun; what was finished stays
    in the cache, so that the next run continues there.
    """
    outcomes: dict[int, Outcome] = {}
    places = {id(job): place for place, job in enumerate(jobs)}

    def done(outcome: Outcome) -> None:
        outcomes[places[id(outcome.job)]] = outcome
        progress(outcome)

    waiting = []
    for job in jobs:
        if cache.has(job.key):
            done(Outcome(job, "cached", 0.0))
        else:
            waiting.append(job)
    if not waiting:
        meanwhile()
    while waiting:
        left = _execute(waiting, cache, executor, done, meanwhile)
        meanwhile = _nothing
        # What ran when a worker died came first in the queue: it runs again, one at a time, to see which one kills its worker.
        for job in left[: (os.cpu_count() or 1) + 1]:
            if _execute([job], cache, executor, done):
                done(Outcome(job, "failed", 0.0, error=WorkerDied(f"{job.chapter}: the process that executed it was killed (out of memory?)")))
        waiting = [job for job in left if places[id(job)] not in outcomes]
    return [outcomes[place] for place in range(len(jobs))]


def _execute(
    batch: Sequence[Job], cache: Cache, executor: Callable[[], Executor], done: Callable[[Outcome], None], meanwhile: Callable[[], None] = _nothing
) -> list[Job]:
    """Execute some jobs; where a worker died, those that are not finished come back, in the order of the batch."""
    pool = executor()
    unfinished = []
    futures: dict[Future, Job] = {}
    try:
        for job in batch:
            try:
                futures[pool.submit(timed_execute, job)] = job
            except BrokenExecutor:
                unfinished.append(job)
        beside = in_background(meanwhile)
        for future in as_completed([*futures, beside]):
            if future is beside:
                future.result()
                continue
            job = futures[future]
            try:
                notebook, seconds = future.result()
            except BrokenExecutor:
                unfinished.append(job)
            except Exception as error:
                done(Outcome(job, "failed", 0.0, error=error))
            else:
                cache.put(job.key, notebook)
                done(Outcome(job, "executed", seconds))
    except BaseException:  # an interrupt: what runs is of no use any more
        stop(pool)
        raise
    finally:
        for future in futures:
            future.cancel()  # what has not begun
        pool.shutdown(wait=True)
    ids = {id(job) for job in unfinished}
    return [job for job in batch if id(job) in ids]
