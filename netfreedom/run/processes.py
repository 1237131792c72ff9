"""Processes: how one that `multiprocessing` begins stands to the one that began it, and how each loads and ends quickly."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from types import ModuleType

BEHIND = 5  # a third of the usual share of the processor: a busy machine must not starve what runs in the background


def end_with_parent() -> None:
    """End this process as soon as the one that began it through `multiprocessing` has ended, however that came about."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    multiprocessing.parent_process().join()
    os._exit(1)


@contextmanager
def loading() -> Iterator[None]:
    """Import what is slow to load without looking for garbage meanwhile or in it later: it stays until the process ends."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def in_background(call: Callable) -> Future:
    """Make a call in a thread that lets the others go first, where the system has priorities of threads (Linux)."""
    done: Future = Future()

    def run() -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)
        try:
            done.set_result(call())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return done


def end_soon() -> None:
    """Spare Python the search for garbage in everything that there is, just before it ends."""
    gc.freeze()


@contextmanager
def empty_main() -> Iterator[None]:
    """Keep a child process from importing this program's main module: it has one of its own, or needs none."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
