"""What a worker does with a job: execute the notebook away from the project's folder."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from netfreedom.errors import UserError
from netfreedom.run.failing_row import STARTUP, place_of
from netfreedom.run.jobs import Job
from netfreedom.run.normalize import normalized
from netfreedom.run.versions import code_version


class NotebookFailed(Exception):
    """A cell of a notebook raised an error: says which notebook, which cell, which error, and the row of the dataset where one is known."""

    def __init__(self, chapter: str, cell: int, source: str, error: str):
        self.chapter, self.cell, self.source, self.error = chapter, cell, source, error
        super().__init__(chapter, cell, source, error)

    def __str__(self) -> str:
        shown = "\n".join("    " + line for line in self.source.splitlines())
        return f"{self.chapter}: cell {self.cell} failed: {self.error}\n{shown}"


def timed_execute(job: Job) -> tuple[bytes, float]:
    """Execute in a worker; seconds are measured there, without the time in the queue.

    The worker may be on another machine: it refuses a job that was made with other code than its own.
    """
    if job.code_version != code_version(job.code):
        raise UserError(f"{job.chapter}: the worker has another version of netfreedom, or of a library, than the machine that builds")
    begin = time.monotonic()
    return execute(job), time.monotonic() - begin


def execute(job: Job) -> bytes:
    """Run a job and return the executed notebook (UTF-8 JSON, the same bytes for the same inputs).

    `NotebookFailed` where a cell raises an error or kills its kernel.
    """
    import nbformat
    import papermill
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    from netfreedom.run.kernels import environment, kernel_options

    # a short name: the kernel's sockets lie here, and the system limits the length of their paths
    with tempfile.TemporaryDirectory(prefix="nf-") as folder:
        root = Path(folder)
        for name, content in job.files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        source = root / "in.ipynb"
        source.write_bytes(job.notebook)
        settings = root / "ipython"  # nobody's own settings of IPython change a page
        startup = settings / "profile_default" / "startup"
        startup.mkdir(parents=True)
        (startup / "failing_row.py").write_text(STARTUP)
        variables = {"NETFREEDOM_ROOT": folder, "NETFREEDOM_RUNNER": "1", "NETFREEDOM_TABLES": ",".join(job.tables), "IPYTHONDIR": str(settings)}
        begun: dict = {}  # the cell that was begun last, and its index
        try:
            with environment(**variables):
                # no output path: papermill would write the whole notebook twice for every cell
                executed = papermill.execute_notebook(
                    str(source), None, parameters=job.parameters, cwd=folder, kernel_name="python3", progress_bar=False,
                    log_output=False, on_cell_start=begun.update, **kernel_options(root),
                )
        except PapermillExecutionError as error:
            raise NotebookFailed(job.chapter, error.cell_index, error.source, f"{error.ename}: {error.evalue}{place_of(error.traceback, job.files)}") from None
        except DeadKernelError:
            cell, code = (begun["cell_index"], begun["cell"].source) if begun else (0, "")
            raise NotebookFailed(job.chapter, cell, code, "its kernel died (killed, or out of memory)") from None
        return normalized(nbformat.writes(executed).encode(), chapter=job.chapter)
