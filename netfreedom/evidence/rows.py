"""The coded rows as plain text, table by table, from a loaded dataset or from a folder of CSV files."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.data.schemas import schemas
from netfreedom.data.tables import read_table

if TYPE_CHECKING:
    from netfreedom.data.load import Report

FACT_TABLES = (
    "indicators", "events", "restrictions", "laws", "penalties", "powers", "actors", "cases", "removal_requests", "removal_orders",
    "systems", "providers", "findings", "discrepancies",
)  # fmt: skip
OTHER_TABLES = ("scores", "sources")  # checked against the score box and the notes


@dataclass(frozen=True)
class Row:
    """One row: its table, its id (or key), its line in the file (header = 1), and its cells as text."""

    table: str
    id: str
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "").strip()

    def many(self, column: str) -> list[str]:
        """The parts of a cell that holds a list."""
        return [part.strip() for part in self[column].split(";") if part.strip()]

    @property
    def footnotes(self) -> list[int]:
        return [int(part) for part in self.many("footnotes") if part.isdigit()]

    @property
    def sections(self) -> list[str]:
        """The heading under which the fact stands, then those that repeat it."""
        return [self["section"], *self.many("also_in")]


def rows_from_folder(folder: str | Path) -> dict[str, list[Row]]:
    """Rows of the CSV files in a dataset's folder; a table without a file is left out."""
    found = {}
    for table in (*FACT_TABLES, *OTHER_TABLES):
        path = Path(folder) / f"{table}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                found[table] = [_row(table, reader.line_num, cells) for cells in reader]
    return found


def rows_from_report(report: Report) -> dict[str, list[Row]]:
    """Rows of a dataset opened with `netfreedom.load`; a table that is not coded is left out.

    Raises InputError where a file's form is wrong.
    """
    found = {}
    for table in (*FACT_TABLES, *OTHER_TABLES):
        path = report.folder / f"{table}.csv"
        if path.is_file():
            found[table] = [_row(table, line, cells) for line, cells in read_table(path, schemas()[table]).records()]
    return found


def table_hashes(rows: dict[str, list[Row]]) -> dict[str, str]:
    """A hash of each table's checked rows, by which a stored result shows whether it still belongs to the data."""
    return {table: _hash([sorted((key, value) for key, value in row.values.items() if value) for row in rows[table]]) for table in sorted(rows)}


def _hash(content: list) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _row(table: str, line: int, cells: dict[str, str]) -> Row:
    values = {column: (cell or "").strip() for column, cell in cells.items() if column}
    if table == "sources":
        key = f"{values.get('footnote', '')}.{values.get('part', '') or 1}"
    else:
        key = values.get("id") or values.get("edition", "")
    return Row(table, key, line, values)

