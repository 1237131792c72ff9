"""What a kernel forked from the server does first: it becomes as much like a fresh one as it can, and ends with its worker."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys

from netfreedom.run.processes import end_with_parent

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def run_kernel(argv: list[str], folder: str, variables: dict[str, str]) -> None:
    """Be a kernel, with this command line, working folder and environment, until told to stop."""
    os.setsid()  # like any kernel: a group of its own, which Ctrl-C at the terminal does not reach
    end_with_parent()  # that is the worker, not the server
    _end_with_server()
    multiprocessing.current_process().daemon = False  # a notebook may start processes,
    multiprocessing.set_start_method(None, force=True)  # as it would by default
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(folder)
    import numpy
    from ipykernel.kernelapp import launch_new_instance

    from netfreedom.run.preload import SEARCH_PATH

    # the kernel watches its parent, the server, as any kernel does
    sys.argv, sys.path = [*argv, f"--IPKernelApp.parent_handle={os.getppid()}"], list(SEARCH_PATH)
    numpy.random.seed()  # forked kernels would draw the same numbers
    launch_new_instance()


def _end_with_server() -> None:
    """For the process that a forked one calls its parent, `multiprocessing` keeps no watch; Linux does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
