"""Rows that a program drafted and no person has decided yet."""

from __future__ import annotations

from collections.abc import Iterator

from netfreedom.data.tables import Table
from netfreedom.errors import Problem

MARK = "draft:"
# A table's remark stands in one of these.
COLUMNS = ("note", "comment", "reason")


def draft_problems(table: Table) -> Iterator[Problem]:
    """Every row whose remark begins with the draft mark."""
    for column in [name for name in COLUMNS if name in table.schema.columns]:
        for line, row in table.records():
            if row[column].lstrip().lower().startswith(MARK):
                yield Problem(table.file, line, column, row[column], "a draft row: confirm it (take the mark out) or delete it")
