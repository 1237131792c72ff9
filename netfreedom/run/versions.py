"""Which code and which libraries make a result; standard library only, since a build with nothing to do asks this first."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import re
from functools import cache
from pathlib import Path

# The libraries whose version can change what an executed notebook holds.
VERSIONS_THAT_MATTER = ("papermill", "nbformat", "nbclient", "ipykernel", "ipython", "pandas", "altair", "myst-nb", "edtf")

# The modules through which every notebook is executed, whatever it imports.
RUNNER = tuple(
    f"netfreedom.run.{name}"
    for name in ("execution", "failing_row", "fork_server", "jobs", "kernel_child", "kernels", "normalize", "preload", "processes")
)

MENTION = re.compile(r"netfreedom(?:\.\w+)*")  # without \b, with which re could not look for the word itself and takes four times as long
IMPORT = re.compile(r"from\s+(netfreedom[\w.]*)\s+import\s+(\([^)]*\)|[^\n#]+)")

PACKAGE = Path(__file__).parents[1]


@cache
def versions() -> dict[str, str]:
    """Python and the libraries that matter, each with its version."""
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in VERSIONS_THAT_MATTER}}


@cache
def code_of(notebook: bytes) -> tuple[str, ...]:
    """Files of the package that a notebook's result depends on: what its code can reach, and what executes it."""
    return tuple(sorted(reached(notebook).union(*map(_files, RUNNER))))


@cache
def code_version(files: tuple[str, ...]) -> str:
    """Hash of these files of the package, and of the versions that matter; a file that is not there counts as empty."""
    digest = hashlib.sha256(json.dumps(versions()).encode())
    for name in files:
        digest.update(name.encode() + b"\0" + _hash(name))
    return digest.hexdigest()


@cache
def _hash(name: str) -> bytes:
    path = PACKAGE / name
    return hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest()


def reached(notebook: bytes) -> set[str]:
    """Files of the package, as seen from its folder, that a notebook's code can reach: modules that it imports, and what these import in turn.

    Whatever lies beside a reached package's modules (styles, scripts) counts too.
    """
    cells = (cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code")
    waiting = {module for cell in cells for module in _modules("".join(cell["source"]))}
    met, found = set(waiting), set()
    while waiting:
        new = _files(waiting.pop()) - found
        found |= new
        for file in new:
            waiting |= _imports_of(file) - met
        met |= waiting
    return found


@cache
def _imports_of(file: str) -> frozenset[str]:
    return frozenset(_modules((PACKAGE / file).read_text(encoding="utf-8")) if file.endswith(".py") else ())


def _modules(code: str) -> list[str]:
    """Dotted names of the package that some code imports or mentions (what is fetched on first use is named as text).

    Read without parsing, which would take longer than all else: a name in a comment counts too.
    """
    names = MENTION.findall(code)
    for module, imported in IMPORT.findall(code):
        names += [f"{module}.{name}" for name in re.findall(r"\w+", imported)]
    return names


@cache
def _files(module: str) -> frozenset[str]:
    """The file of a module and the `__init__` of every package above it; with a package, what lies in it beside its modules."""
    found, name, there = {"__init__.py"}, "", _listing()
    for part in module.split(".")[1:]:
        name = f"{name}/{part}" if name else part
        if f"{name}/__init__.py" in there:
            found |= _with_package(name)
        elif f"{name}.py" in there:
            found.add(f"{name}.py")
    return frozenset(found)


@cache
def _with_package(name: str) -> frozenset[str]:
    init = f"{name}/__init__.py"
    return frozenset(file for file in _listing() if file.startswith(f"{name}/") and (file == init or not file.endswith(".py")))


@cache
def _listing() -> frozenset[str]:
    """Every file of the package, but what Python compiled."""
    files = (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*") if path.suffix != ".pyc" and path.is_file())
    return frozenset(files)
