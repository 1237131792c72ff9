"""Which code and which libraries make a result; standard library only, since a build with nothing to do asks this first."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import json
import platform
from functools import cache
from pathlib import Path

# The libraries whose version can change what an executed notebook holds.
VERSIONS_THAT_MATTER = ("papermill", "nbformat", "nbclient", "ipykernel", "ipython", "pandas", "altair", "myst-nb", "edtf")

# The modules through which every notebook is executed, whatever it imports.
RUNNER = tuple(f"netfreedom.run.{name}" for name in ("jobs", "kernel_child", "kernels", "normalize", "preload"))

NAME = "netfreedom"
PACKAGE = Path(__file__).parents[1]


def versions() -> dict[str, str]:
    """Python and the libraries that matter, each with its version."""
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in VERSIONS_THAT_MATTER}}


@cache
def code_version(notebook: bytes) -> str:
    """Hash of the package's code that a notebook can reach through imports or is executed by, and of the versions that matter."""
    digest = hashlib.sha256(json.dumps(versions()).encode())
    runner = (path for module in RUNNER for path in _files(module))
    for path in sorted({*reached(notebook), *runner}):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def reached(notebook: bytes) -> list[Path]:
    """Files of the package that a notebook's code can reach: modules that it imports, and what these import in turn.

    Whatever lies beside a reached package's modules (styles, scripts) counts too.
    """
    cells = (cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code")
    found: set[Path] = set()
    waiting = [module for cell in cells for module in _modules("".join(cell["source"]))]
    while waiting:
        for path in _files(waiting.pop()):
            if path not in found:
                found.add(path)
                waiting += _imports_of(path) if path.suffix == ".py" else []
    return sorted(found)


@cache
def _imports_of(path: Path) -> list[str]:
    return _modules(path.read_text(encoding="utf-8"))


def _modules(code: str) -> list[str]:
    """Dotted names of the package that some code imports or names as text (what is fetched on first use is named so)."""
    try:
        tree = ast.parse(code)
    except SyntaxError:  # the cell will say so when it is run
        return []
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.append(node.value)
    return [name for name in names if name == NAME or name.startswith(NAME + ".")]


def _files(module: str) -> list[Path]:
    """The file of a module and the `__init__` of every package above it; with a package, what lies in it beside its modules."""
    found, folder = [], PACKAGE.parent
    for part in module.split("."):
        folder = folder / part
        if folder.is_dir() and (folder / "__init__.py").is_file():
            found.append(folder / "__init__.py")
            if folder != PACKAGE:
                found += sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc"))
        elif folder.with_suffix(".py").is_file():
            found.append(folder.with_suffix(".py"))
    return found
