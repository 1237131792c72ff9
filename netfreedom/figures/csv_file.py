"""The table of a figure as CSV, for those who take the data away."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from netfreedom.figures.cells import HIDDEN, addresses_of, notes_of, text_of


def csv_of(table: Mapping) -> str:
    """The shown columns, LF line ends; note numbers and outside addresses stand in columns of their own."""
    header, fields = [], []
    for number, name in enumerate(table["columns"]):
        if name.startswith(HIDDEN):
            continue
        cells = [row[number] for row in table["rows"]]
        texts, notes, addresses = map(text_of, cells), map(notes_of, cells), map(addresses_of, cells)
        texts, notes, addresses = list(texts), list(notes), list(addresses)
        if any(texts) or not any(notes):
            header.append(name)
            fields.append(texts)
        if any(notes):
            header.append(f"{name} (notes)" if any(texts) else name)
            fields.append([";".join(map(str, found)) for found in notes])
        if any(addresses):
            header.append(f"{name} (address)")
            fields.append([" ".join(found) for found in addresses])
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(zip(*fields, strict=True))
    return written.getvalue()
