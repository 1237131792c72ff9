"""The kernels in which jobs run: forked from a process that has loaded everything already, where the system can do that.

papermill and the Jupyter protocol stay as they are; only how a kernel's process begins and ends is replaced.
"""

from __future__ import annotations

import asyncio
import math
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty

from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from nbclient.exceptions import DeadKernelError
from traitlets.config import Config

from netfreedom.run.fork_server import PreloadedKernel, can_preload, sockets_fit

LAUNCHER = [sys.executable, "-m", "ipykernel_launcher"]  # how the command of a Python kernel begins
LOOK_AGAIN_SECONDS = 0.005
DEATH_SECONDS = 5.0  # in which a killed kernel is gone


def kernel_options(folder: Path) -> dict:
    """Options of `papermill.execute_notebook` for a kernel that keeps its sockets in the job's folder."""
    files = {"transport": "ipc", "connection_file": str(folder / "kernel.json")} if sockets_fit() else {}
    # when its notebook is done a kernel holds nothing worth keeping: it is killed, not asked to stop
    return {"kernel_manager_class": Manager, "config": Config(KernelManager=files), "shutdown_kernel": "immediate"}


class Client(AsyncKernelClient):
    """A client that does not wait longer than it must for a kernel."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Until the kernel answers; Jupyter's own then listens for a fifth of a second more. DeadKernelError, TimeoutError."""
        end = time.monotonic() + (math.inf if timeout is None else timeout)
        while True:
            self.kernel_info()
            try:
                await self.get_shell_msg(timeout=1)
                await self.get_iopub_msg(timeout=0.2)
                return
            except Empty:
                if not await self.is_alive():
                    raise DeadKernelError("the kernel died before it answered") from None
                if time.monotonic() > end:
                    raise TimeoutError(f"the kernel did not answer within {timeout:g} seconds") from None


class Manager(AsyncKernelManager):
    """A manager whose kernels are begun by `Provisioner`."""

    client_factory = Client

    async def start_kernel(self, **options) -> None:
        """Start the kernel, with a provisioner set beforehand."""
        self.provisioner = Provisioner(kernel_spec=self.kernel_spec, parent=self)
        await super().start_kernel(**options)


class Provisioner(LocalProvisioner):
    """Begins a kernel from the fork server where that can be, else as Jupyter does."""

    async def launch_kernel(self, cmd: list[str], **options) -> dict:
        """Begin the kernel's process; its connection comes back once it listens or is dead."""
        if cmd[: len(LAUNCHER)] == LAUNCHER and can_preload():
            self.cwd = str(options.get("cwd") or os.getcwd())
            self.process = PreloadedKernel(cmd[len(LAUNCHER) - 1 :], self.cwd, dict(options["env"]))
            self.pid = self.pgid = self.process.pid
        else:
            await super().launch_kernel(cmd, **options)
        await self._listening()
        return self.connection_info

    async def send_signal(self, signum: int) -> None:
        """Signal the kernel's group; a kernel that is about to be killed is not interrupted first, for it would complain."""
        if not (signum == signal.SIGINT and self.parent.shutting_down):
            await super().send_signal(signum)

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel and see it dead: the manager would look again only after a tenth of a second."""
        process = self.process
        await super().kill(restart)
        if process:
            process.wait(DEATH_SECONDS)

    async def _listening(self) -> None:
        """Wait for the kernel's sockets: a client that comes before them tries again only after a tenth of a second."""
        if self.connection_info["transport"] == "ipc":
            ports = [port for name, port in self.connection_info.items() if name.endswith("_port")]
            sockets = [f"{self.connection_info['ip']}-{port}" for port in ports]
            while await self.poll() is None and not all(map(os.path.exists, sockets)):
                await asyncio.sleep(LOOK_AGAIN_SECONDS)


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """Environment variables that a kernel inherits, put back afterwards."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value
