"""Where jobs are executed: processes on this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path

from filelock import FileLock, Timeout

from netfreedom.errors import UserError
from netfreedom.run.fork_server import begin_server
from netfreedom.run.processes import empty_main, end_with_parent, loading

PATIENCE = "10s"  # to wait for a scheduler's answer
ADDRESS = re.compile(r"(tcp|tls)://\S+:\d+")
PREFIX, LOCK = "nf-build-", "lock"
SETTLED_SECONDS = 60  # after which a folder whose build holds no lock was left behind


class Workers:
    """Executors on request: calling it gives a fresh one; `count` is the number of notebooks that run at a time."""

    def __init__(self, make: Callable[[], Executor], count: int):
        self._make, self.count = make, count
        self._begun: Executor | None = None

    def begin(self) -> None:
        """Start the workers that the first call will give: they load what notebooks need while the book is planned."""
        self._begun = self._make()
        for _ in range(self.count):
            self._begun.submit(load_all)

    def __call__(self) -> Executor:
        begun, self._begun = self._begun, None
        return begun or self._make()

    def close(self) -> None:
        """End workers that were begun and never asked for."""
        begun, self._begun = self._begun, None
        if begun:
            stop(begun)
            begun.shutdown(cancel_futures=True)


@contextmanager
def workers(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """Processes on this machine, one per core if not said; with `scheduler` (`tcp://host:8786`) those of a cluster."""
    if scheduler is None:
        count = jobs or os.cpu_count() or 1
        with temporary_folder() as folder:
            found = Workers(lambda: Processes(count, folder), count)
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

    def __init__(self, count: int, folder: Path):
        super().__init__(max_workers=count, mp_context=get_context("spawn"), initializer=begin_worker, initargs=(str(folder),))
        self._folder = folder

    def submit(self, call: Callable, /, *arguments) -> Future:
        handle, letter = tempfile.mkstemp(dir=self._folder)
        with open(handle, "wb") as file:
            pickle.dump((call, arguments), file)
        with empty_main():  # the first call begins the workers
            return super().submit(answer, letter)

    def stop(self) -> None:
        """End the workers at once, and with them their kernels."""
        for process in list((self._processes or {}).values()):
            process.kill()


def stop(executor: Executor) -> None:
    """End what an executor is executing, where it can do that: a cluster's workers go on."""
    if isinstance(executor, Processes):
        executor.stop()


def begin_worker(folder: str) -> None:
    """Keep temporary files in the build's folder; leave it to the parent to end the worker: Ctrl-C reaches both."""
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for all that a build and its workers write for a moment; those that killed builds left are swept away.

    A build holds a lock in its folder, which the system takes back however the build ends.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        _sweep(left)
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder, FileLock(Path(folder) / LOCK):
        yield Path(folder)


def _sweep(folder: Path) -> None:
    with suppress(OSError, Timeout):  # another user's, or held by a build
        if time.time() - folder.stat().st_mtime > SETTLED_SECONDS:
            with FileLock(folder / LOCK, timeout=0):
                shutil.rmtree(folder, ignore_errors=True)


def answer(letter: str):
    """Make the call that a file holds; in a worker."""
    with open(letter, "rb") as file:
        call, arguments = pickle.load(file)
    os.unlink(letter)
    return call(*arguments)


def load_all() -> None:
    """Begin the server from which this worker's kernels are forked, and load papermill while the server loads."""
    begin_server()
    with loading():
        import papermill.engines

        import netfreedom.run.kernels  # noqa: F401


def _client(scheduler: str):
    if not ADDRESS.fullmatch(scheduler):
        raise UserError(f"--scheduler: {scheduler!r} is no address such as tcp://host:8786")
    try:
        from distributed import Client
    except ImportError as error:
        raise UserError("--scheduler needs Dask: install netfreedom with its extra, pip install -e .[cluster]") from error
    try:
        return Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(f"no scheduler answers at {scheduler}: {error}") from error
