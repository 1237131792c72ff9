"""The wall of the nine key internet controls: a tile per control and edition, and the table beside it."""

from __future__ import annotations

import pandas as pd

from netfreedom.charts.cells import with_notes
from netfreedom.charts.parts import wrapped

VALUES = {0: "not ticked", 1: "in the period covered", 2: "only after it"}


def tiles(ticks: pd.DataFrame) -> pd.DataFrame:
    """Columns label (wrapped title), edition, said; an edition whose ticks were not published is simply not there."""
    return pd.DataFrame({
        "label": ticks["title"].map(lambda title: wrapped(title, 24)),
        "edition": ticks["edition"].astype(int),
        "said": ticks["value"].astype(int).map(VALUES),
    })


def wall_table(ticks: pd.DataFrame, bearing: pd.DataFrame) -> pd.DataFrame:
    """A row per control: what was ticked in each edition, and how many rows of this report bear it out."""
    editions = sorted(ticks["edition"].unique())
    rows = []
    for title, own in ticks.groupby("title", sort=False):
        said = own.set_index("edition")["value"]
        rows_here = bearing[bearing["title"] == title]
        noted = sorted({note for notes in rows_here["footnotes"] for note in notes})
        cells = {str(edition): VALUES[int(said[edition])] for edition in editions}
        rows.append({"control": title, **cells, "rows in this report": with_notes(str(len(rows_here)), noted)})
    return pd.DataFrame(rows)


def editions(ticks: pd.DataFrame) -> list[int]:
    """Every edition from the first to the last with ticks: one in between without a table stays as a visible hole."""
    return list(range(int(ticks["edition"].min()), int(ticks["edition"].max()) + 1)) if len(ticks) else []
