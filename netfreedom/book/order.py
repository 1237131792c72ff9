"""What is ordered: one country's book or one edition's, and where it lies. Standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from netfreedom.book.inputs import RECORD, executed_from, fingerprint, is_current, recorded
from netfreedom.errors import UserError

BUILD = "_build"
OURS = "_static/netfreedom.css"  # only a book of this project has it


@dataclass(frozen=True)
class Order:
    """A book: of one country and edition, or of all countries of an edition (`country` is None).

    `folder` holds the HTML (`html/`), what Sphinx keeps between builds (`doctrees/`) and the record (`build.json`).
    """

    root: Path
    country: str | None
    edition: int
    folder: Path

    @property
    def name(self) -> str:
        return f"{self.country or 'all'}-{self.edition}"

    @property
    def html(self) -> Path:
        return self.folder / "html"

    @property
    def doctrees(self) -> Path:
        return self.folder / "doctrees" / self.name

    @property
    def record(self) -> Path:
        return self.folder / RECORD

    def inputs(self) -> str:
        """Hash of everything that this book depends on."""
        return fingerprint(self.root, {"country": self.country, "edition": self.edition})

    def executed_from(self) -> str:
        """Hash of everything that this book's notebooks depend on, and more."""
        return executed_from(self.root, {"country": self.country, "edition": self.edition})

    def notebooks_changed(self) -> bool:
        """Whether notebooks may have to run since the book that lies there was made; False means that none has."""
        return recorded(self.record).get("executed_from") != self.executed_from()

    def is_current(self) -> bool:
        """Whether the book that lies there is the one ordered, made from the inputs as they are."""
        return is_current(self.record, self.html, self.inputs())


def order(root: Path, country: str | None, edition: int, folder: Path | None = None) -> Order:
    """An order; where no folder is named, `_build` for a country's book and `_build/editions/2016` for an edition's."""
    usual = root / BUILD if country else root / BUILD / "editions" / str(edition)
    if folder is not None:
        refuse_foreign(folder.absolute(), root.absolute())
    return Order(root, country, edition, (folder or usual).absolute())


def refuse_foreign(folder: Path, root: Path) -> None:
    """A `UserError` where a build into the folder would take away something that is no book of ours."""
    if folder == root:
        raise UserError("--out: the project's own folder cannot hold the book: name another one")
    books = (folder / "html", folder / ".html.old")
    foreign = [book for book in books if book.exists() and not (book / OURS).is_file()]
    record = folder / RECORD
    if record.exists() and not _is_record(record):
        foreign.append(record)
    if foreign:
        raise UserError(f"{foreign[0]} is not of this project's making and would be lost: name another folder for --out")


def _is_record(path: Path) -> bool:
    return "inputs" in recorded(path)


@contextmanager
def alone(root: Path, told: Callable[[str], None] = lambda words: None) -> Iterator[None]:
    """Wait until no other build works with this project's pages and cache; `told` hears of it where there is one."""
    from filelock import FileLock, Timeout

    file = root / BUILD / ".lock"
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        told("waiting for another build of this project to end")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
