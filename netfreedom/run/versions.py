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
RUNNER = tuple(f"netfreedom.run.{name}" for name in ("execution", "jobs", "kernel_child", "kernels", "normalize", "preload", "processes"))

MENTION = re.compile(r"\bnetfreedom(?:\.\w+)*")
IMPORT = re.compile(r"\bfrom\s+(netfreedom[\w.]*)\s+import\s+(\([^)]*\)|[^\n#]+)")

PACKAGE = Path(__file__).parents[1]


@cache
def versions() -> dict[str, str]:
    """Python and the libraries that matter, each with its version."""
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in VERSIONS_THAT_MATTER}}


@cache
def code_of(notebook: bytes) -> tuple[str, ...]:
    """Files of the package that a notebook's result depends on: what its code can reach, and what executes it."""
    runner = (path for module in RUNNER for path in _files(module))
    return tuple(sorted(path.relative_to(PACKAGE).as_posix() for path in {*reached(notebook), *runner}))


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


def reached(notebook: bytes) -> list[Path]:
    """Files of the package that a notebook's code can reach: modules that it imports, and what these import in turn.

    Whatever lies beside a reached package's modules (styles, scripts) counts too.
    """
    cells = (cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code")
    waiting = [module for cell in cells for module in _modules("".join(cell["source"]))]
    met, found = set(waiting), set()
    while waiting:
        for path in _files(waiting.pop()):
            if path not in found:
                found.add(path)
                new = set(_imports_of(path)) - met if path.suffix == ".py" else set()
                met |= new
                waiting += new
    return sorted(found)


@cache
def _imports_of(path: Path) -> list[str]:
    return _modules(path.read_text(encoding="utf-8"))


def _modules(code: str) -> list[str]:
    """Dotted names of the package that some code imports or mentions (what is fetched on first use is named as text).

    Read without parsing, which would take longer than all else: a name in a comment counts too.
    """
    names = MENTION.findall(code)
    for module, imported in IMPORT.findall(code):
        names += [f"{module}.{name}" for name in re.findall(r"\w+", imported)]
    return names


@cache
def _files(module: str) -> tuple[Path, ...]:
    """The file of a module and the `__init__` of every package above it; with a package, what lies in it beside its modules."""
    found, name, there = [], "", _listing()
    for part in module.split(".")[1:]:
        name = f"{name}/{part}" if name else part
        if f"{name}/__init__.py" in there:
            found += [file for file in there if file.startswith(f"{name}/") and (file == f"{name}/__init__.py" or not file.endswith(".py"))]
        elif f"{name}.py" in there:
            found.append(f"{name}.py")
    return tuple(PACKAGE / file for file in ["__init__.py", *found])


@cache
def _listing() -> tuple[str, ...]:
    """Every file of the package, but what Python compiled."""
    files = (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*") if path.suffix != ".pyc" and path.is_file())
    return tuple(sorted(files))
