"""HTML of a figure's table: real links, an anchor per row, values for filters, cards instead of columns on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape

from netfreedom.figures.cells import HIDDEN, is_outside, notes_of, text_of, values_of
from netfreedom.figures.place import Place

CARDS_FROM = 4  # columns that no longer fit a phone's width
YEARS = (1900, 2100)  # a column with a number over a thousand that is no year has its thousands set apart
DATE = re.compile(r"\d{4}-\d\d(-\d\d)?~?")  # a browser would break it at its hyphens
ATTRIBUTES = (("id", "_id"), ("data-start", "_start"), ("data-end", "_end"))


def table_html(table: Mapping, label: str, place: Place, filtered: Sequence[str]) -> str:
    """The table in its own scrolling region; rows carry the values of the `filtered` columns for the script."""
    columns, rows = table["columns"], table["rows"]
    keys = {number: columns.index(HIDDEN + name) for number, name in enumerate(columns) if HIDDEN + name in columns}
    shown = [number for number, name in enumerate(columns) if not name.startswith(HIDDEN)]
    # roles are spelled out since a table laid out as cards otherwise stops being a table for screen readers
    right = {number: ' class="nf-number"' if _is_numeric(rows, number) else "" for number in shown}
    grouped = {number for number in shown if right[number] and any(_is_no_year(row[number] or 0) for row in rows)}
    head = "".join(f'<th scope="col" role="columnheader"{right[number]}>{escape(columns[number])}</th>' for number in shown)
    body = []
    for row in rows:
        cells = "".join(
            f'<td role="cell" data-label="{escape(columns[number])}"{right[number] or _dated(row[number])}{_sort_key(row, keys.get(number))}>'
            f"{number_text(row[number], number in grouped) if right[number] else cell_html(row[number], place)}</td>"
            for number in shown
        )
        body.append(f'<tr role="row"{_row_attributes(columns, row, filtered)}>{cells}</tr>')
    cards = " nf-cards" if len(shown) >= CARDS_FROM else ""
    return (
        f'<div class="nf-scroll" tabindex="0" role="region" aria-label="Table: {escape(label)}">'
        f'<table class="nf-table{cards}" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(body)}</tbody></table></div>'
    )


def number_text(number: float | None, grouped: bool) -> str:
    """A number with a true minus sign, its thousands set apart where `grouped`; nothing for none."""
    if number is None:
        return ""
    text = f"{number:,}" if grouped and isinstance(number, int) else f"{number:,.10g}" if grouped else f"{number:g}" if isinstance(number, float) else str(number)
    return text.replace("-", "−")


def cell_html(cell, place: Place) -> str:
    """A cell with links where the book has the target, plain words elsewhere."""
    if isinstance(cell, float):
        return escape(number_text(cell, False))
    if not isinstance(cell, Mapping):
        return escape(text_of(cell))
    if "parts" in cell:
        return " ".join(filter(None, (cell_html(part, place) for part in cell["parts"])))
    text, href = escape(cell["text"]), place.href(cell["href"]) if "href" in cell else None
    if href:
        outside = ' rel="noopener noreferrer external"' if is_outside(href) else ""
        text = f'<a href="{escape(href)}"{outside}>{text or escape(href)}</a>'
    return " ".join(filter(None, (text, notes_html(cell.get("notes", ()), place))))


def notes_html(numbers: Sequence[int], place: Place) -> str:
    """Note numbers in brackets, each a link where the book holds its page of notes."""
    shown = []
    for number in numbers:
        href = place.note(number)
        title = escape(place.note_title(number))
        shown.append(f'<a href="{escape(href)}" title="{title}" aria-label="Note {number}">{number}</a>' if href else str(number))
    return f'<span class="nf-notes">[{", ".join(shown)}]</span>' if shown else ""


def _is_numeric(rows: Sequence[Sequence], number: int) -> bool:
    values = [row[number] for row in rows if row[number] is not None]
    return bool(values) and all(isinstance(value, (int, float)) for value in values)


def _is_no_year(number: float) -> bool:
    return abs(number) >= 1000 and not (float(number).is_integer() and YEARS[0] <= number <= YEARS[1])


def _sort_key(row: Sequence, key: int | None) -> str:
    return "" if key is None else f' data-sort="{escape(text_of(row[key]))}"'


def _dated(cell) -> str:
    return ' class="nf-date"' if DATE.fullmatch(text_of(cell)) else ""


def _row_attributes(columns: Sequence[str], row: Sequence, filtered: Sequence[str]) -> str:
    cells = dict(zip(columns, row, strict=True))
    written = [f' {attribute}="{escape(text_of(cells[name]))}"' for attribute, name in ATTRIBUTES if text_of(cells.get(name))]
    if filtered:
        values = {name: values_of(cells[name]) or [f"[{n}]" for n in notes_of(cells[name])] for name in dict.fromkeys(filtered)}
        written.append(f' data-values="{escape(json.dumps(values, ensure_ascii=False))}"')
    return "".join(written)
