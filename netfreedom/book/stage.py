"""An executed notebook as a page: with the country-specific reading in its place, and a notice where it rests on less than a report."""

from __future__ import annotations

import json

from netfreedom.run.normalize import as_bytes

COMMENTARY_ID, NOTICE_ID = "commentary", "notice"

EXCERPT = (
    ":::{note}\nThis page rests on an excerpt of the report. Where it says that something is not named, or counts, the rest of the "
    "report may hold more.\n:::"
)


def stage(executed: bytes, commentary: str | None = None, notice: str | None = None) -> bytes:
    """The notebook with the commentary before its last cell, which says what to read next, and a notice below its title."""
    notebook = json.loads(executed)
    if commentary and commentary.strip():
        notebook["cells"].insert(max(len(notebook["cells"]) - 1, 1), _markdown(COMMENTARY_ID, commentary))
    if notice:
        notebook["cells"].insert(1, _markdown(NOTICE_ID, notice))
    return as_bytes(notebook)


def _markdown(name: str, text: str) -> dict:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text.strip() + "\n"}
