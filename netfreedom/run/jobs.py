"""A job: one notebook with its parameters and every file that it may read, executed away from the project's folder."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from netfreedom.data.from_index import TABLES_READ
from netfreedom.data.load import Report
from netfreedom.run.notebooks import Chapter, check_parameters
from netfreedom.run.normalize import normalized
from netfreedom.run.versions import code_version


@dataclass(frozen=True)
class Job:
    """Inputs of one execution; carries file contents, so that a worker needs only the package."""

    chapter: str
    notebook: bytes
    parameters: dict
    tables: tuple[str, ...]
    files: dict[str, bytes] = field(repr=False)
    code_version: str = ""
    folder: str = ""  # of its page under pages/, such as kazakhstan/2016; the result does not depend on it

    @property
    def page(self) -> str:
        """The page's name in the book."""
        return f"pages/{self.folder}/{self.chapter}"

    @property
    def key(self) -> str:
        """Hash of everything that the result depends on (64 hexadecimal digits)."""
        digest = hashlib.sha256()
        for part in (self.chapter, json.dumps(self.parameters, sort_keys=True), ",".join(self.tables), self.code_version):
            digest.update(part.encode() + b"\0")
        digest.update(hashlib.sha256(self.notebook).digest())
        for name in sorted(self.files):
            digest.update(name.encode() + b"\0" + hashlib.sha256(self.files[name]).digest())
        return digest.hexdigest()


class NotebookFailed(Exception):
    """A cell of a notebook raised an error: says which notebook, which cell, which error."""

    def __init__(self, chapter: str, cell: int, source: str, error: str):
        self.chapter, self.cell, self.source, self.error = chapter, cell, source, error
        super().__init__(chapter, cell, source, error)

    def __str__(self) -> str:
        shown = "\n".join("    " + line for line in self.source.splitlines())
        return f"{self.chapter}: cell {self.cell} failed: {self.error}\n{shown}"


def make_job(
    chapter: Chapter, reports: Sequence[Report], parameters: dict, root: Path, folder: str = "",
    read: Callable[[Path], bytes] = Path.read_bytes,
) -> Job:
    """Collect the files that a chapter declares: tables and descriptions of its reports, schemas, tables of the index.

    `read` may hand out the same bytes again, so that many jobs together hold each file once.
    """
    check_parameters(chapter, parameters)
    data = root / "data"
    paths = sorted((data / "schemas").glob("*.json"))
    index = set(chapter.index)
    for report in reports:
        if report.from_index:
            index |= set(TABLES_READ)
            continue
        dataset = data / report.country / str(report.edition)
        names = ["report.yml", *(f"{table}.csv" for table in chapter.tables), *chapter.files]
        paths += [dataset / name for name in names]
    paths += [data / "index" / f"{table}.csv" for table in sorted(index)]
    if index:
        paths += sorted((data / "index" / "schemas").glob("*.json"))
    files = {path.relative_to(root).as_posix(): read(path) for path in paths if path.is_file()}
    notebook = read(chapter.path)
    return Job(chapter.name, notebook, parameters, chapter.tables, files, code_version(notebook), folder)


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
        variables = {"NETFREEDOM_ROOT": folder, "NETFREEDOM_RUNNER": "1", "NETFREEDOM_TABLES": ",".join(job.tables),
                     "IPYTHONDIR": str(root / "ipython")}  # nobody's own settings of IPython change a page
        begun: dict = {}  # the cell that was begun last, and its index
        try:
            with environment(**variables):
                # no output path: papermill would write the whole notebook twice for every cell
                executed = papermill.execute_notebook(
                    str(source), None, parameters=job.parameters, cwd=folder, kernel_name="python3", progress_bar=False,
                    log_output=False, on_cell_start=begun.update, **kernel_options(root),
                )
        except PapermillExecutionError as error:
            raise NotebookFailed(job.chapter, error.cell_index, error.source, f"{error.ename}: {error.evalue}") from None
        except DeadKernelError:
            cell, code = (begun["cell_index"], begun["cell"].source) if begun else (0, "")
            raise NotebookFailed(job.chapter, cell, code, "its kernel died (killed, or out of memory)") from None
        return normalized(nbformat.writes(executed).encode(), chapter=job.chapter)
