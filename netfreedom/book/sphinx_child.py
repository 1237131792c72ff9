"""Sphinx in a process of its own: loads while the notebooks run, builds when it is told to, ends with its parent.

Sphinx changes global state of docutils, and an interrupt must leave nothing behind.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading

from netfreedom.run.processes import end_soon, loading

SLOW = ("myst_nb.sphinx_ext", "sphinx_book_theme", "sphinx_design.extension", "sphinx_external_toc.events", "netfreedom.book.charts", "netfreedom.book.reuse")


def main() -> int:
    """Load, wait for one line with the arguments, build; the exit code is 0 only for a build without a warning."""
    with loading():
        for name in SLOW:
            importlib.import_module(name)
        from jupyter_book.sphinx import build_sphinx

    line = sys.stdin.readline()
    if not line:
        return 1  # the parent is gone, or has nothing to build
    threading.Thread(target=_end_with_parent, daemon=True).start()
    wanted = json.loads(line)
    failed = build_sphinx(
        wanted["source"], wanted["out"], path_config=wanted["config"], doctreedir=wanted["doctrees"], noconfig=True, quiet=True,
        warningiserror=True, keep_going=True, confoverrides=wanted["overrides"],
    )
    end_soon()
    return 1 if failed else 0


def _end_with_parent() -> None:
    """The pipe from the parent closes when the parent ends, however it ends: what is half built is then of no use."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
