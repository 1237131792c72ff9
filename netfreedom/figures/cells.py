"""Cells of the tables that stand under charts, as they leave the notebook.

A cell is text, a number or nothing, or a mapping: `text` with `notes` (numbers of the report's notes), `href`
(`chapter:05-legal-changes#l003`, `note:43` or an outside address) and `values` (several values for a filter),
or `parts`, several cells in one.
"""

from __future__ import annotations

from collections.abc import Mapping

HIDDEN = "_"  # columns that begin so are for the script (`_id`, `_start`, `_end`, filter values), not for readers
KEYS = {"text", "notes", "href", "values", "parts"}


def text_of(cell) -> str:
    """What a reader sees of a cell, without its notes."""
    if isinstance(cell, Mapping):
        return " ".join(filter(None, map(text_of, cell["parts"]))) if "parts" in cell else cell.get("text", "")
    return "" if cell is None else str(cell)


def values_of(cell) -> list[str]:
    """The values that a filter compares: several for a list, none for an empty cell."""
    if isinstance(cell, Mapping) and "values" in cell:
        return cell["values"]
    return [text_of(cell)] if text_of(cell) else []


def notes_of(cell) -> list[int]:
    """The note numbers in a cell."""
    return [*cell.get("notes", ()), *(n for part in cell.get("parts", ()) for n in notes_of(part))] if isinstance(cell, Mapping) else []


def addresses_of(cell) -> list[str]:
    """The outside addresses in a cell."""
    if not isinstance(cell, Mapping):
        return []
    own = [cell["href"]] if is_outside(cell.get("href", "")) else []
    return own + [address for part in cell.get("parts", ()) for address in addresses_of(part)]


def is_outside(href: str) -> bool:
    """Whether an address leads out of the book."""
    return href.startswith(("https://", "http://"))
