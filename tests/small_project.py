"""A small project of its own: one made-up country, three short notebooks, one page about the book. Built by the real command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tiny_dataset import TinyDataset, make_root

from netfreedom.data.package import write_package

PROJECT = Path(__file__).resolve().parents[1]
ABOUT = ("methods", "glossary", "data-dictionary", "rerun", "adapt", "cite")
NOTEBOOKS = {  # name: tables, code
    "01-overview": (["scores"], "report.scores['total'].tolist()"),
    "05-legal-changes": (["laws"], "list(report.laws['instrument'])"),
    "12-evidence": (["sources", "events"], "len(report.sources), list(report.events['title'])"),
}


class SmallProject:
    """The project's folder, and the build command run on it."""

    def __init__(self, root: Path):
        self.root = root
        make_root(root, PROJECT)
        os.environ["NETFREEDOM_ROOT"] = str(root)
        self.dataset = TinyDataset(root)
        shutil.copy(PROJECT / "_config.yml", root)
        (root / "index.md").write_text("# A small book\n\n```{book-contents}\n```\n")
        (root / "about").mkdir()
        for name in ABOUT:
            (root / "about" / f"{name}.md").write_text(f"# About {name}\n")
        (root / "notebooks").mkdir()
        for name, (tables, code) in NOTEBOOKS.items():
            self.notebook(name, tables, code)

    def notebook(self, name: str, tables: list[str], code: str) -> None:
        """Write a chapter that shows what `code` gives."""
        setup = "import netfreedom as nf\nreport = nf.load(country, edition)"
        cells = [("markdown", f"# {name[3:].title()}", []), ("code", 'country = ""\nedition = 0', ["parameters", "remove-cell"]),
                 ("code", f"{setup}\n{code}", []), ("markdown", "The end.", [])]
        content = {
            "nbformat": 4, "nbformat_minor": 5,
            "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
                         "netfreedom": {"tables": tables, "requires": tables}},
            "cells": [{"cell_type": kind, "id": f"c{number}", "metadata": {"tags": tags}, "source": source,
                       **({"outputs": [], "execution_count": None} if kind == "code" else {})}
                      for number, (kind, source, tags) in enumerate(cells)],
        }  # fmt: skip
        (self.root / "notebooks" / f"{name}.ipynb").write_text(json.dumps(content))

    def start(self, *options: str, country=("ruritania", "2016"), **popen) -> subprocess.Popen:
        """Begin a build of the country's book, or of what the options say."""
        words = [sys.executable, "-m", "netfreedom.cli", "build", *country, *options]
        environment = {**os.environ, "NETFREEDOM_ROOT": str(self.root)}
        return subprocess.Popen(words, env=environment, cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **popen)

    def build(self, *options: str, **popen) -> subprocess.CompletedProcess:
        """Build the country's book and wait for it."""
        process = self.start(*options, **popen)
        out, errors = process.communicate(timeout=180)
        return subprocess.CompletedProcess(process.args, process.returncode, out, errors)

    def edit(self, table: str, old: str, new: str) -> None:
        """Change a table's text, and what is made from it."""
        path = self.dataset.folder / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        write_package("ruritania", 2016)

    def book(self) -> dict[str, bytes]:
        """Every file of the book and of its pages."""
        folders = (self.root / "_build" / "html", self.root / "pages")
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}

    def record(self) -> dict:
        """What the last build told of itself."""
        return json.loads((self.root / "_build" / "build.json").read_text(encoding="utf-8"))

    def states(self) -> dict[str, str]:
        """How each notebook ended in the last build."""
        return {page.rpartition("/")[2]: told["state"] for page, told in self.record()["notebooks"].items()}
