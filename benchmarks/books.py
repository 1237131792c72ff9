"""Three ways to make the same book, in folders of their own: this project's, the stock way, and Jupyter Book's own execution.

All three have the same notebooks with the same parameters, the same configuration and the same theme. The stock ways lack
what only this project does (commentary, countries' first pages, a fresh folder that is swapped in).
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[1]
SOURCES = ("data", "notebooks", "about", "_config.yml", "index.md")
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Page:
    """One notebook with its parameters, and the name of its page."""

    notebook: str
    parameters: dict
    name: str


def fresh_project(folder: Path) -> Path:
    """A copy of the sources, without anything built."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in SOURCES:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def seconds(words: list, root: Path, **variables: str) -> float:
    """Wall time of a command that must succeed."""
    began = time.perf_counter()
    done = subprocess.run(
        [str(word) for word in words], cwd=root, capture_output=True, text=True, env={**os.environ, "NETFREEDOM_ROOT": str(root), **variables}
    )
    took = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{words}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return took


def own(root: Path, countries: list[str], edition: int, *options: str) -> float:
    """(a) This project's build: of one country, or of an edition, as the command line makes it; of some countries through Python."""
    if len(countries) == 1:
        words = ["-m", "netfreedom.cli", "build", countries[0], edition]
    elif len(countries) == len(slugs(edition)):
        words = ["-m", "netfreedom.cli", "build", "--all", "--edition", edition]
    else:
        words = [PROJECT / "benchmarks" / "own_build.py", edition, ",".join(countries)]
    return seconds([sys.executable, *words, *options], root)


def slugs(edition: int) -> list[str]:
    """Folders' names of all countries that the index rates in an edition."""
    with (PROJECT / "data/index/scores.csv").open(encoding="utf-8") as scores, (PROJECT / "data/index/countries.csv").open(encoding="utf-8") as names:
        named = {row["iso3"]: row["slug"] for row in csv.DictReader(names)}
        return sorted(named[row["iso3"]] for row in csv.DictReader(scores) if row["edition"] == str(edition))


def pages_of(root: Path, countries: list[str], edition: int) -> list[Page]:
    """What the book consists of, as the project itself plans it."""
    program = (
        "import json, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); from own_build import plan;"
        "print(json.dumps([(job.chapter, job.parameters, job.page) for job in plan(sys.argv[2].split(','), int(sys.argv[3])).jobs]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(PROJECT / "benchmarks"), ",".join(countries), str(edition)],
        capture_output=True, text=True, check=True, env={**os.environ, "NETFREEDOM_ROOT": str(root)},
    )
    return [Page(*page) for page in json.loads(done.stdout)]


def stock(root: Path, pages: list[Page]) -> float:
    """(b) papermill in a loop, in one process, then `jupyter-book build`."""
    write_contents(root, pages)
    jobs = root / "jobs.json"
    jobs.write_text(json.dumps([[f"notebooks/{page.notebook}.ipynb", f"{page.name}.ipynb", page.parameters] for page in pages]))
    loop = (
        "import json, pathlib, papermill\n"
        "for source, target, parameters in json.load(open('jobs.json')):\n"
        "    pathlib.Path(target).parent.mkdir(parents=True, exist_ok=True)\n"
        "    papermill.execute_notebook(source, target, parameters=parameters, progress_bar=False)\n"
    )
    return seconds([sys.executable, "-c", loop], root, NETFREEDOM_RUNNER="1") + jupyter_book(root)


def own_execution(root: Path, pages: list[Page]) -> float:
    """(c) Jupyter Book executes the notebooks itself, their parameters already set."""
    write_contents(root, pages)
    for page in pages:
        notebook = json.loads((root / "notebooks" / f"{page.notebook}.ipynb").read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if "parameters" in cell["metadata"].get("tags", ()):
                cell["source"] = "\n".join(f"{name} = {value!r}" for name, value in page.parameters.items())
        target = root / f"{page.name}.ipynb"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(notebook))
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    config["execute"] = {"execute_notebooks": "force", "timeout": 300}
    (root / "_config.yml").write_text(yaml.safe_dump(config))
    return jupyter_book(root)


def jupyter_book(root: Path) -> float:
    """The stock command on the pages that lie there."""
    return seconds([BIN / "jupyter-book", "build", "."], root, NETFREEDOM_RUNNER="1")


def write_contents(root: Path, pages: list[Page]) -> None:
    """A flat list of contents, as `jupyter-book` users write it."""
    about = sorted(f"about/{path.stem}" for path in (root / "about").glob("*.md"))
    chapters = [{"file": page.name} for page in pages] + [{"file": name} for name in about]
    (root / "_toc.yml").write_text(yaml.safe_dump({"format": "jb-book", "root": "index", "chapters": chapters}))
