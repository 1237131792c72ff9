"""`table()`: a register of rows that a reader can filter, sort and take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from netfreedom.charts.identity import identity_of, in_runner
from netfreedom.figures.kinds import TABLE_MIME


@dataclass(frozen=True, repr=False)
class DataTable:
    """A table with its identity; the last line of a notebook cell."""

    identity: dict

    def __repr__(self) -> str:
        return f"{self.identity['title']} ({len(self.identity['table']['rows'])} rows)"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        bundle = {TABLE_MIME: self.identity, "text/plain": repr(self)}
        if not in_runner():
            from netfreedom.figures.standalone import standalone_html

            bundle["text/html"] = standalone_html(self.identity)
        return bundle


def table(
    frame: pd.DataFrame,
    *,
    id: str,
    title: str,
    source: str,
    description: str = "",
    subtitle: str = "",
    tables: Sequence[str] = (),
    filters: Sequence[str] = (),
    links: Mapping[str, str] | None = None,
    verification: str = "",
) -> DataTable:
    """A table for the book; cells, `tables`, `links` and hidden columns as in `figure()`.

    `filters` names columns that get a filter: a list of choices where few values occur, else a search field. A hidden
    column may serve as well: `_subject` with tuples of values is offered as "subject". `_id` gives each row its
    anchor (`#l003`).
    """
    identity = identity_of(
        "table", id=id, title=title, description=description, source=source, subtitle=subtitle, table=frame,
        links=links, tables=tables, verification=verification,
    )  # fmt: skip
    unknown = [name for name in filters if name not in identity["table"]["columns"]]
    if unknown:
        raise ValueError(f"table {id!r} filters by columns that it does not have: {', '.join(unknown)}")
    return DataTable({**identity, "filters": list(filters)})
