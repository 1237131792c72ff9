"""What a figure and a table carry out of the notebook, in one versioned shape, beside the drawing itself."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import pandas as pd

from netfreedom.charts.cells import table_of
from netfreedom.figures.kinds import IDENTIFIER

VERSION = 1


def identity_of(
    kind: str, *, id: str, title: str, description: str, source: str, subtitle: str, table: pd.DataFrame | None,
    links: Mapping[str, str] | None, tables: Sequence[str], verification: str,
) -> dict:  # fmt: skip
    """The identity that figures (`kind` "figure") and tables ("table") share; refuses one that a reader could not use."""
    if not IDENTIFIER.fullmatch(id):
        raise ValueError(f"{id!r} is not a figure id: lower-case words joined by hyphens")
    for name, value in (("title", title), ("source", source)):
        if not value.strip():
            raise ValueError(f"{kind} {id!r} has no {name}")
    if kind == "figure" and not description.strip():
        raise ValueError(f"figure {id!r} has no description: say what it shows to those who do not see it")
    return {
        "version": VERSION, "kind": kind, "id": id, "title": title, "subtitle": subtitle, "description": description,
        "source": source, "tables": list(tables), "verification": verification,
        "table": None if table is None else table_of(table, links),
    }  # fmt: skip


def in_runner() -> bool:
    """Whether a notebook is being executed for the book, which draws figures itself."""
    return bool(os.environ.get("NETFREEDOM_RUNNER"))
