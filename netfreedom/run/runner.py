"""Run the jobs of a book over an executor, reuse what is cached, report every failure."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context

from netfreedom.run.cache import Cache
from netfreedom.run.jobs import Job, execute


@dataclass(frozen=True)
class Outcome:
    """How one job ended: `state` is executed, cached or failed; `seconds` is 0 for a cached one."""

    job: Job
    state: str
    seconds: float
    notebook: bytes | None = None
    error: Exception | None = None


def default_executor(jobs: int | None = None) -> Executor:
    """Processes on this machine. `spawn`: papermill is not thread-safe, and a fork would copy the parent's state."""
    return ProcessPoolExecutor(max_workers=jobs or os.cpu_count(), mp_context=get_context("spawn"))


def run_jobs(
    jobs: list[Job],
    cache: Cache,
    executor: Callable[[], Executor] = default_executor,
    progress: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """Execute what is not cached; outcomes in the order of `jobs`.

    One notebook's failure does not stop the others. An interrupt cancels what has not begun; what was finished stays
    in the cache, so that the next run continues there.
    """
    outcomes: dict[str, Outcome] = {}

    def done(outcome: Outcome) -> None:
        outcomes[outcome.job.key] = outcome
        progress(outcome)

    waiting = []
    for job in jobs:
        cached = cache.get(job.key)
        if cached is None:
            waiting.append(job)
        else:
            done(Outcome(job, "cached", 0.0, cached))
    if waiting:
        _execute_all(waiting, cache, executor, done)
    return [outcomes[job.key] for job in jobs]


def _execute_all(waiting: list[Job], cache: Cache, executor: Callable[[], Executor], done) -> None:
    pool = executor()
    try:
        futures = {pool.submit(timed_execute, job): job for job in waiting}
        for future in as_completed(futures):
            job = futures[future]
            try:
                notebook, seconds = future.result()
            except Exception as error:  # a broken worker pool fails its jobs one by one, like a failing cell
                done(Outcome(job, "failed", 0.0, error=error))
            else:
                cache.put(job.key, notebook)
                done(Outcome(job, "executed", seconds, notebook))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def timed_execute(job: Job) -> tuple[bytes, float]:
    """Execute in a worker; seconds are measured there, without the time in the queue."""
    begin = time.monotonic()
    return execute(job), time.monotonic() - begin
