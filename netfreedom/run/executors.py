"""Where jobs are executed: processes on this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from netfreedom.errors import UserError
from netfreedom.run.kernel_child import end_with_parent

PATIENCE = "10s"  # to wait for a scheduler's answer


class Workers:
    """Executors on request: calling it gives a fresh one; `count` is the number of notebooks that run at a time."""

    def __init__(self, make: Callable[[], Executor], count: int):
        self._make, self.count = make, count
        self._begun: Executor | None = None

    def begin(self) -> None:
        """Start the workers that the first call will give: they load what notebooks need while the data are checked."""
        self._begun = self._make()
        for _ in range(self.count):
            self._begun.submit(load_all)

    def __call__(self) -> Executor:
        begun, self._begun = self._begun, None
        return begun or self._make()

    def close(self) -> None:
        """End workers that were begun and never asked for."""
        if self._begun:
            self._begun.shutdown(cancel_futures=True)


@contextmanager
def workers(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """Processes on this machine, one per core if not said; with `scheduler` (`tcp://host:8786`) those of a cluster."""
    if scheduler is None:
        count = jobs or os.cpu_count() or 1
        found = Workers(lambda: Processes(count), count)
        try:
            yield found
        finally:
            found.close()
    else:
        with _client(scheduler) as client:
            yield Workers(lambda: client.get_executor(pure=False), sum(client.nthreads().values()))


class Processes(ProcessPoolExecutor):
    """Processes that begin by `spawn`: papermill is not thread-safe, and a fork would copy the parent's state.

    A call travels as a file: Python before 3.12 hangs for ever when a worker dies while more than a pipe holds is on its
    way to it (CPython issue 94777), and a job carries all its tables.
    """

    def __init__(self, count: int):
        super().__init__(max_workers=count, mp_context=get_context("spawn"), initializer=end_with_parent)
        self._letters = tempfile.TemporaryDirectory(prefix="nf-")

    def submit(self, call: Callable, /, *arguments) -> Future:
        handle, letter = tempfile.mkstemp(dir=self._letters.name)
        with open(handle, "wb") as file:
            pickle.dump((call, arguments), file)
        return super().submit(answer, letter)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        if wait:
            self._letters.cleanup()


def answer(letter: str):
    """Make the call that a file holds; in a worker."""
    with open(letter, "rb") as file:
        call, arguments = pickle.load(file)
    os.unlink(letter)
    return call(*arguments)


def load_all() -> None:
    """Load papermill, and begin the server from which this worker's kernels are forked."""
    import papermill.engines  # noqa: F401

    from netfreedom.run.kernels import begin_server

    begin_server()


def _client(scheduler: str):
    try:
        from distributed import Client
    except ImportError as error:
        raise UserError("--scheduler needs Dask: install netfreedom with its extra, pip install -e .[cluster]") from error
    try:
        return Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(f"no scheduler answers at {scheduler}: {error}") from error
