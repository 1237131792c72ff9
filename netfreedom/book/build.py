"""Build the book's HTML whole: into a fresh folder, swapped in only after a build without a warning."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from netfreedom.book.stage import COMMENTARY_ID
from netfreedom.book.toc import countries, toc_text
from netfreedom.errors import InputError, Problem

CONFIG = "_config.yml"
FRESH, OLD = ".fresh", ".old"  # beside the book: the one being built, and the last one during the swap
FULL_DISK = os.strerror(errno.ENOSPC)
LAST_BOOK = "netfreedom_last_book"  # the setting of the Sphinx extension that names the last book's folder
LINES_A_CELL = 10_000
SPHINX_LINE = re.compile(r"^(?P<file>\S[^:]*?)(?::(?P<line>\d+))?: (?:WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.+)$")


class Sphinx:
    """A process with Sphinx that loads at once, makes ready one book and builds it when its pages are there.

    A build that fails or is interrupted leaves the book that was there.
    """

    def __init__(self, root: Path):
        self.root = root
        self.out: Path | None = None
        self.output = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        environment = {**os.environ, "NETFREEDOM_ROOT": os.environ.get("NETFREEDOM_ROOT", str(root)), "PYTHONHASHSEED": "0"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "netfreedom.book.sphinx_child"], cwd=root, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=self.output, stderr=self.output,
        )

    def __enter__(self) -> Sphinx:
        return self

    def __exit__(self, *error) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(BrokenPipeError):  # what it had not read when it died
            self.process.stdin.close()
        self.output.close()
        if self.out:
            shutil.rmtree(beside(self.out, FRESH), ignore_errors=True)

    def prepare(self, toc: Mapping, out: Path, doctrees: Path) -> None:
        """Say which book is wanted, where it shall lie, and what Sphinx keeps between builds; the pages may be written later.

        Pages of the book that lies there are taken over where nothing that makes them has changed.
        """
        self.out, doctrees = out.absolute(), doctrees.absolute()
        self.out.parent.mkdir(parents=True, exist_ok=True)
        recover(self.out)
        doctrees.mkdir(parents=True, exist_ok=True)
        contents = doctrees / "_toc.yml"  # always the same path: another one would make Sphinx read every page anew
        contents.write_text(toc_text(dict(toc)), encoding="utf-8")
        overrides = {"external_toc_path": str(contents), "nitpicky": True, "latex_individualpages": False,
                     LAST_BOOK: str(self.out)}
        if countries(toc) > 1:
            overrides["html_theme_options.show_navbar_depth"] = 1
        wanted = {"source": self.root, "out": beside(self.out, FRESH), "doctrees": doctrees, "config": self.root / CONFIG, "overrides": overrides}
        self._say(json.dumps(wanted, default=str))

    def build(self) -> Path:
        """Build the pages and swap the book in; an `InputError` has Sphinx's own lines where a page is wrong."""
        self._say("build")
        if code := self.process.wait():
            self.output.seek(0)
            raise InputError(problems(self.output.read(), self.root, code))
        swap(beside(self.out, FRESH), self.out)
        return self.out / "index.html"

    def _say(self, line: str) -> None:
        with suppress(BrokenPipeError):  # it has died: what it printed tells why
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()


def problems(output: str, root: Path, code: int = 1) -> list[Problem]:
    """Sphinx's warnings and errors as problems of files; where it died without one (`code` is its exit code), its last lines."""
    output = re.sub(r"\x1b\[[0-9;]*m", "", output)
    if FULL_DISK in output:
        return [Problem("the book", message=f"{FULL_DISK} while the pages were written; the last good book is as it was")]
    found = []
    for line in output.splitlines():
        match = SPHINX_LINE.match(line)
        if match:
            place = source_of(match["file"].replace(f"{root}/", ""), int(match["line"]) if match["line"] else None, root)
            found.append(Problem(*place, message=match["message"]))
        elif line.startswith(("WARNING: ", "ERROR: ")):
            found.append(Problem(CONFIG, message=line.partition(": ")[2]))
    if found:
        return list(dict.fromkeys(found))  # Sphinx repeats a wrong contents for every page that shows it
    how = f"it was killed by signal {-code}" if code < 0 else f"its exit code was {code}"
    return [Problem("the book", message="Sphinx stopped: " + (" / ".join(_last_words(output)) or how))]


def _last_words(output: str) -> list[str]:
    """The last lines in which Sphinx or Python says what happened, without advice to report it to somebody else."""
    lines = [line.strip() for line in output.splitlines() if re.search(r"\w", line)]
    return [line for line in lines if "github.com" not in line and "traceback has been saved" not in line][-3:]


def source_of(file: str, line: int | None, root: Path) -> tuple[str, int | None]:
    """Where a person mends what Sphinx found in a staged page: MyST-NB counts ten thousand lines to a cell.

    Commentary is a file of its own; of a notebook's other cells no line of a file is known.
    """
    page = re.fullmatch(r"pages/(?P<folder>[a-z-]+/\d{4})/\d\d-(?P<topic>[a-z-]+)\.ipynb", file)
    if not page or not line or line < LINES_A_CELL:
        return file, line
    cells = json.loads((root / file).read_text(encoding="utf-8"))["cells"]
    cell = line // LINES_A_CELL - 1
    if cell < len(cells) and cells[cell]["id"] == COMMENTARY_ID:
        return f"data/{page['folder']}/commentary/{page['topic']}.md", line % LINES_A_CELL
    return f"{file}, cell {cell + 1}", None


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
