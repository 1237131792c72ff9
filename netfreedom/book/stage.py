"""An executed notebook as a page: with the country-specific reading in its place, and a notice where it rests on less than a report."""

from __future__ import annotations

from netfreedom.run.normalize import cell_line, joined, lines_of

COMMENTARY_ID, NOTICE_ID = "commentary", "notice"

EXCERPT = (
    ":::{note}\nThis page rests on an excerpt of the report. Where it says that something is not named, or counts, the rest of the "
    "report may hold more.\n:::"
)


def stage(executed: bytes, commentary: str | None = None, notice: str | None = None) -> bytes:
    """The notebook (as `normalize.as_bytes` gives it) with the commentary before its last cell, which says what to read next, and a notice below its title."""
    cells, rest = lines_of(executed)
    if commentary and commentary.strip():
        cells.insert(max(len(cells) - 1, 1), _markdown(COMMENTARY_ID, commentary))
    if notice:
        cells.insert(1, _markdown(NOTICE_ID, notice))
    return joined(cells, rest)


def _markdown(name: str, text: str) -> str:
    return cell_line({"cell_type": "markdown", "id": name, "metadata": {}, "source": text.strip() + "\n"})
