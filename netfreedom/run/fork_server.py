"""The server from which a worker's kernels are forked: it has loaded what they need. Light to import, so that it begins before all else."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from multiprocessing import forkserver

from netfreedom.run.kernel_child import run_kernel
from netfreedom.run.processes import empty_main

LONGEST_TEMPORARY_FOLDER = 60  # characters: with a socket's name the path must stay below 104
PRELOAD = ["netfreedom.run.preload"]


def sockets_fit() -> bool:
    """Whether sockets can lie in temporary folders: the system is POSIX, and paths are not too long."""
    return os.name == "posix" and len(tempfile.gettempdir()) <= LONGEST_TEMPORARY_FOLDER


def can_preload() -> bool:
    """Whether kernels can be forked from a server: not on Windows, nor in a daemonic worker, which may have no children."""
    servers = "forkserver" in multiprocessing.get_all_start_methods()
    return servers and sockets_fit() and not multiprocessing.current_process().daemon


def begin_server() -> None:
    """Let the server load what kernels need, ahead of the first kernel; nothing where kernels begin as Jupyter's do."""
    if can_preload():
        multiprocessing.get_context("forkserver").set_forkserver_preload(PRELOAD)
        forkserver.ensure_running()


class PreloadedKernel:
    """A kernel forked from the server, with the methods of `subprocess.Popen` that a provisioner calls."""

    stdin = stdout = stderr = None

    def __init__(self, argv: list[str], folder: str, variables: dict[str, str]):
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOAD)
        # daemonic: a worker that ends does not wait for it
        self.process = context.Process(target=run_kernel, args=(argv, folder, variables), daemon=True)
        with empty_main():
            self.process.start()
        self.pid = self.process.pid

    def poll(self) -> int | None:
        """Exit code, negative for a signal; None while it runs."""
        return self.process.exitcode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait until it has ended, or so many seconds; then as `poll`."""
        self.process.join(timeout)
        return self.poll()

    def send_signal(self, signum: int) -> None:
        """Signal the kernel if it runs."""
        if self.poll() is None:
            os.kill(self.pid, signum)
