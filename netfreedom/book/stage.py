"""An executed notebook as a page: with the country-specific reading in its place."""

from __future__ import annotations

import json

COMMENTARY_ID = "commentary"


def stage(executed: bytes, commentary: str | None = None) -> bytes:
    """The notebook with the commentary as a Markdown cell before its last cell, which says what to read next."""
    notebook = json.loads(executed)
    if commentary and commentary.strip():
        cell = {"cell_type": "markdown", "id": COMMENTARY_ID, "metadata": {}, "source": commentary.strip() + "\n"}
        notebook["cells"].insert(max(len(notebook["cells"]) - 1, 1), cell)
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

