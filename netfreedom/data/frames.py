"""A table's text as a typed DataFrame."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.data.schemas import Field
from netfreedom.data.tables import Table
from netfreedom.dates import Edtf, parse
from netfreedom.errors import InputError, Problem

# Columns of whole numbers even where several stand in one cell.
_NUMBER_LISTS = ("footnotes",)


def typed_frame(table: Table) -> pd.DataFrame:
    """The rows with a dtype per column.

    Lists become tuples (footnotes: of int), whole numbers Int64, numbers Float64, days datetime64; text stays text and
    is "" where empty. An EDTF column `x` is followed by `x_earliest` and `x_latest` (datetime64, NaT where open, unknown
    or empty); `date` also by `date_precision`, `date_open_start`, `date_open_end` and `date_approximate`.
    """
    columns, problems = {}, []
    for position, field in enumerate(table.schema.fields):
        cells = [row[position] for row in table.rows]
        try:
            columns |= _columns(field, cells)
        except ValueError:
            problems += [
                Problem(table.file, line, field.name, cell, field.says)
                for line, cell in zip(table.lines, cells, strict=True) if not _reads(field, cell)
            ]
    if problems:
        raise InputError(problems)
    return pd.DataFrame(columns)


def _columns(field: Field, cells: list[str]) -> dict[str, pd.Series]:
    if field.edtf:
        return _date_columns(field.name, cells)
    if field.list:
        convert = int if field.name in _NUMBER_LISTS else str
        return {field.name: pd.Series([tuple(map(convert, cell.split(";"))) if cell else () for cell in cells], dtype=object)}
    if field.type == "integer":
        return {field.name: pd.Series([int(cell) if cell else None for cell in cells], dtype="Int64")}
    if field.type == "number":
        return {field.name: pd.Series([float(cell) if cell else None for cell in cells], dtype="Float64")}
    if field.type == "date":
        return {field.name: _days([date.fromisoformat(cell) if cell else None for cell in cells])}
    return {field.name: pd.Series(cells, dtype="str")}


def _date_columns(name: str, cells: list[str]) -> dict[str, pd.Series]:
    parsed: list[Edtf | None] = [parse(cell) if cell else None for cell in cells]
    columns = {
        name: pd.Series(cells, dtype="str"),
        f"{name}_earliest": _days([edtf and edtf.earliest for edtf in parsed]),
        f"{name}_latest": _days([edtf and edtf.latest for edtf in parsed]),
    }
    if name == "date":
        columns |= {
            "date_precision": pd.Series([edtf.precision if edtf else "" for edtf in parsed], dtype="str"),
            "date_open_start": pd.Series([bool(edtf and edtf.open_start) for edtf in parsed], dtype=bool),
            "date_open_end": pd.Series([bool(edtf and edtf.open_end) for edtf in parsed], dtype=bool),
            "date_approximate": pd.Series([bool(edtf and edtf.approximate) for edtf in parsed], dtype=bool),
        }
    return columns


def _days(days: list[date | None]) -> pd.Series:
    return pd.Series(pd.to_datetime(pd.Series(days, dtype=object)), dtype="datetime64[ns]")


def _reads(field: Field, cell: str) -> bool:
    try:
        _columns(field, [cell])
    except ValueError:
        return False
    return True
