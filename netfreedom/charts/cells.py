"""Values of a DataFrame as cells of the table that stands under a chart, with links to notes and chapters."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
import pandas as pd

from netfreedom.figures.cells import KEYS, text_of


def with_notes(text, notes: Iterable[int]) -> dict:
    """A text followed by links to the report's notes."""
    return {"text": text_of(cell_of(text)), "notes": [int(number) for number in notes]}


def to_chapter(text, chapter: str, anchor: str = "") -> dict:
    """A link into another chapter of the same book; plain text where the book lacks it."""
    return {"text": text_of(cell_of(text)), "href": f"chapter:{chapter}#{anchor}" if anchor else f"chapter:{chapter}"}


def to_address(text, address: str) -> dict:
    """A link out of the book."""
    return {"text": text_of(cell_of(text)), "href": address}


def together(*cells) -> dict:
    """Several cells in one, separated by a blank."""
    return {"parts": [cell_of(cell) for cell in cells]}


def table_of(frame: pd.DataFrame, links: Mapping[str, str] | None = None) -> dict:
    """`{"columns": [...], "rows": [[cell…]]}` of a DataFrame.

    `links` maps a column to the column that holds its address; the address column itself is left out.
    """
    links = dict(links or {})
    unknown = [name for pair in links.items() for name in pair if name not in frame.columns]
    if unknown:
        raise ValueError(f"links name columns that the table does not have: {', '.join(unknown)}")
    columns = [str(name) for name in frame.columns if name not in links.values()]
    rows = []
    for record in frame.to_dict("records"):
        row = [cell_of(record[name]) for name in columns]
        for number, name in enumerate(columns):
            address = cell_of(record[links[name]]) if name in links else None
            if address:
                row[number] = {"text": text_of(row[number]), "href": address}
        rows.append(row)
    return {"columns": columns, "rows": rows}


def cell_of(value) -> str | int | float | dict | None:
    """One value as a cell: a list of whole numbers is note numbers, of other things several values; dates lose the time."""
    if isinstance(value, Mapping):
        return _mapping_of(value)
    if isinstance(value, (tuple, list)):
        if value and all(isinstance(item, numbers.Integral) for item in value):
            return {"text": "", "notes": [int(item) for item in value]}
        return {"text": ", ".join(map(str, value)), "values": [str(item) for item in value]} if value else None
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, numbers.Real) and math.isnan(value)):
        return None
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, numbers.Real):
        return int(value) if float(value).is_integer() else float(value)
    if isinstance(value, date):  # datetimes and pandas' timestamps are dates too
        return value.strftime("%Y-%m-%d")
    return str(value)


def _mapping_of(value: Mapping) -> dict:
    unknown = sorted(set(value) - KEYS)
    if unknown:
        raise ValueError(f"a table cell has {', '.join(unknown)}: allowed are {', '.join(sorted(KEYS))}")
    if "parts" in value:
        return {"parts": [cell_of(part) for part in value["parts"]]}
    cell = {"text": text_of(cell_of(value.get("text")))}
    if value.get("notes"):
        cell["notes"] = [int(number) for number in value["notes"]]
    return cell | {key: value[key] for key in ("href", "values") if value.get(key)}
