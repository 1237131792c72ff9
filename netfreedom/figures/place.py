"""Where a figure is put: what leads from there to notes, chapters and its CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from netfreedom.figures.cells import is_outside


@dataclass(frozen=True)
class Place:
    """One figure's surroundings; as it stands, a place outside any book, where links are plain words.

    Attributes
    ----------
    note, chapter : address of a note and of a `chapter#anchor`, None where the book lacks it.
    note_title : what a link to a note says of it.
    csv : address of the figure's CSV.
    verified : line on how many rows match the report.
    level : of the figure's heading, one below that of its section.
    """

    note: Callable[[int], str | None] = lambda number: None
    chapter: Callable[[str], str | None] = lambda target: None
    note_title: Callable[[int], str] = lambda number: f"Note {number}"
    csv: str = ""
    verified: str = ""
    level: int = 3

    def href(self, target: str) -> str | None:
        """Address of `chapter:…`, `note:43`, an outside address or a place on the page; None where it leads nowhere."""
        if target.startswith("chapter:"):
            return self.chapter(target.removeprefix("chapter:"))
        if target.startswith("note:"):
            return self.note(int(target.removeprefix("note:")))
        return target if is_outside(target) or target.startswith("#") else None
