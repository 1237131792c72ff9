"""What is ordered: one country's book or one edition's, and where it lies. Standard library only."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from netfreedom.book.inputs import RECORD, fingerprint, is_current

BUILD = "_build"


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

    def is_current(self) -> bool:
        """Whether the book that lies there is the one ordered, made from the inputs as they are."""
        return is_current(self.record, self.html, self.inputs())


def order(root: Path, country: str | None, edition: int, folder: Path | None = None) -> Order:
    """An order; where no folder is named, `_build` for a country's book and `_build/editions/2016` for an edition's."""
    usual = root / BUILD if country else root / BUILD / "editions" / str(edition)
    return Order(root, country, edition, (folder or usual).absolute())


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait until no other build works with this project's pages and cache."""
    lock = root / BUILD / ".lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
