"""A job: one notebook with its parameters and every file that it may read, executed away from the project's folder."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from netfreedom.data.load import Report
from netfreedom.run.notebooks import Chapter, check_parameters
from netfreedom.run.normalize import normalized

# The libraries whose version can change what an executed notebook holds.
VERSIONS_THAT_MATTER = ("papermill", "nbformat", "ipykernel", "pandas", "altair", "myst-nb", "edtf")


@dataclass(frozen=True)
class Job:
    """Inputs of one execution; carries file contents, so that a worker needs only the package."""

    chapter: str
    notebook: bytes
    parameters: dict
    tables: tuple[str, ...]
    files: dict[str, bytes] = field(repr=False)
    code_version: str = ""

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


def make_job(chapter: Chapter, report: Report, parameters: dict, root: Path, code_version: str) -> Job:
    """Collect the files that a chapter declares: its tables, the report's description, the schemas and index tables."""
    check_parameters(chapter, parameters)
    dataset = root / "data" / report.country / str(report.edition)
    index = root / "data" / "index"
    paths = [dataset / "report.yml", *sorted((root / "data" / "schemas").glob("*.json"))]
    paths += [dataset / f"{table}.csv" for table in chapter.tables]
    paths += [dataset / name for name in chapter.files]
    paths += [index / f"{table}.csv" for table in chapter.index]
    if chapter.index:
        paths += sorted((index / "schemas").glob("*.json"))
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return Job(chapter.name, chapter.path.read_bytes(), parameters, chapter.tables, files, code_version)


def package_version() -> str:
    """Hash of the package's own code and of the versions that matter."""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in VERSIONS_THAT_MATTER:
        digest.update(f"{name}={importlib.metadata.version(name)}\0".encode())
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] not in ("book", "draft", "evidence", "cli.py"):
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def execute(job: Job) -> bytes:
    """Run a job and return the executed notebook (UTF-8 JSON, the same bytes for the same inputs)."""
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    # a short name: the kernel's sockets lie here, and the system limits the length of their paths
    with tempfile.TemporaryDirectory(prefix="nf-") as folder:
        root = Path(folder)
        for name, content in job.files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        source, result = root / "in.ipynb", root / "out.ipynb"
        source.write_bytes(job.notebook)
        kernel = {"transport": "ipc", "connection_file": str(root / "kernel.json")} if os.name == "posix" else {}
        try:
            with environment(NETFREEDOM_ROOT=str(root), NETFREEDOM_RUNNER="1", NETFREEDOM_TABLES=",".join(job.tables)):
                papermill.execute_notebook(
                    str(source), str(result), parameters=job.parameters, cwd=str(root), kernel_name="python3",
                    progress_bar=False, log_output=False, config=Config(KernelManager=kernel),
                )
        except PapermillExecutionError as error:
            # papermill puts a cell that names the error before the failing one
            raise NotebookFailed(
                job.chapter, error.cell_index, error.source, f"{error.ename}: {error.evalue}"
            ) from None
        return normalized(result.read_bytes(), chapter=job.chapter)


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
