"""Build the book's HTML whole: into a fresh folder, swapped in only after a build without a warning."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from netfreedom.book.toc import toc_text
from netfreedom.errors import InputError, Problem

CONFIG = "_config.yml"
FRESH, OLD = ".fresh", ".old"  # beside the book: the one being built, and the last one during the swap
SPHINX_LINE = re.compile(r"^(?P<file>\S[^:]*?)(?::(?P<line>\d+))?: (?:WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.+)$")

# In a process of its own: Sphinx changes global state of docutils, and an interrupt must leave nothing behind.
PROGRAM = """
import sys
from jupyter_book.sphinx import build_sphinx
source, out, doctrees, config, toc = sys.argv[1:]
sys.exit(build_sphinx(
    source, out, path_config=config, doctreedir=doctrees, noconfig=True, quiet=True,
    warningiserror=True, keep_going=True,
    confoverrides={"external_toc_path": toc, "nitpicky": True, "latex_individualpages": False},
) or 0)
"""


def build_html(root: Path, toc: Mapping, out: Path, doctrees: Path) -> Path:
    """Build the pages of `toc` into `out`; an `InputError` has Sphinx's own lines where a page is wrong.

    A build that fails or is interrupted leaves the book that was in `out`. `doctrees` may be kept between builds.
    """
    root, out, doctrees = (Path(path).absolute() for path in (root, out, doctrees))
    out.parent.mkdir(parents=True, exist_ok=True)
    recover(out)
    fresh = beside(out, FRESH)
    try:
        run_sphinx(root, toc, fresh, doctrees)
        swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return out / "index.html"


def run_sphinx(root: Path, toc: Mapping, fresh: Path, doctrees: Path) -> None:
    """One build with Jupyter Book's own configuration; every warning is a failure."""
    doctrees.mkdir(parents=True, exist_ok=True)
    contents = doctrees / "_toc.yml"  # always the same path: another one would make Sphinx read every page anew
    contents.write_text(toc_text(dict(toc)), encoding="utf-8")
    arguments = [root, fresh, doctrees, root / CONFIG, contents]
    environment = {**os.environ, "NETFREEDOM_ROOT": os.environ.get("NETFREEDOM_ROOT", str(root)), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)], cwd=root, env=environment, text=True, capture_output=True
    )
    if done.returncode:
        raise InputError(problems(done.stderr + done.stdout, root))


def problems(output: str, root: Path) -> list[Problem]:
    """Sphinx's warnings and errors as problems of files; its last lines where it died without one."""
    output = re.sub(r"\x1b\[[0-9;]*m", "", output)
    found = []
    for line in output.splitlines():
        match = SPHINX_LINE.match(line)
        if match:
            file = match["file"].replace(f"{root}/", "")
            found.append(Problem(file, int(match["line"]) if match["line"] else None, message=match["message"]))
        elif line.startswith(("WARNING: ", "ERROR: ")):
            found.append(Problem(CONFIG, message=line.partition(": ")[2]))
    if found:
        return list(dict.fromkeys(found))  # Sphinx repeats a wrong contents for every page that shows it
    return [Problem("the book", message="Sphinx stopped: " + " / ".join(output.strip().splitlines()[-6:]))]


def swap(fresh: Path, out: Path) -> None:
    """Put the fresh book in the place of the last one."""
    old = beside(out, OLD)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def recover(out: Path) -> None:
    """Mend what an interrupted build left: the last book back in its place, leftovers gone."""
    old = beside(out, OLD)
    if old.exists() and not out.exists():
        old.rename(out)
    for leftover in (old, beside(out, FRESH)):
        shutil.rmtree(leftover, ignore_errors=True)


def beside(out: Path, suffix: str) -> Path:
    """A folder next to the book, on the same disk, so that swapping is one rename."""
    return out.with_name(f".{out.name}{suffix}")
