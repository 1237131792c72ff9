"""Sphinx in a process of its own: loads and makes itself ready while the notebooks run, builds when it is told to, ends with its parent.

Sphinx changes global state of docutils, and an interrupt must leave nothing behind.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from argparse import Namespace
from pathlib import Path

from netfreedom.run.processes import in_background, loading

SLOW = ("myst_nb.sphinx_ext", "sphinx_book_theme", "sphinx_design.extension", "sphinx_external_toc.events", "netfreedom.book.charts", "netfreedom.book.reuse")
SHOWN = Namespace(pdb=False, verbosity=0, traceback=False)  # how Sphinx tells of an error of its own


def main() -> int:
    """Load, make ready what a first line describes, build it at a second; the exit code is 0 only for a build without a warning."""
    app = None
    try:
        app = in_background(ready).result()  # the notebooks, which run meanwhile, come first
        if app is None or not sys.stdin.readline():
            return 1  # the parent is gone, or has nothing to build
        threading.Thread(target=_end_with_parent, daemon=True).start()
        from sphinx.util.docutils import docutils_namespace, patch_docutils

        with patch_docutils(), docutils_namespace():
            app.build()
    except (Exception, KeyboardInterrupt) as error:
        from sphinx.cmd.build import handle_exception

        handle_exception(app, SHOWN, error, sys.stderr)
        return 1
    return app.statuscode


def ready():
    """Load; then Sphinx for the book that the first line describes, None where there is no line."""
    with loading():
        for name in SLOW:
            importlib.import_module(name)
    line = sys.stdin.readline()
    return application(json.loads(line)) if line else None


def application(wanted: dict):
    """Sphinx with Jupyter Book's configuration, as `jupyter-book build` makes it; the pages need not be there yet."""
    from jupyter_book.config import get_final_config
    from sphinx.application import Sphinx

    source = Path(wanted["source"])
    config, _ = get_final_config(user_yaml=Path(wanted["config"]), cli_config=wanted["overrides"], sourcedir=source, use_external_toc=True)
    return Sphinx(source, None, wanted["out"], wanted["doctrees"], "html", config, status=None, warning=sys.stderr, warningiserror=True, keep_going=True)


def _end_with_parent() -> None:
    """The pipe from the parent closes when the parent ends, however it ends: what is half built is then of no use."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    os._exit(code)  # Python would first take apart all that was loaded
