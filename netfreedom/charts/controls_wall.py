"""The wall of the nine key internet controls: a tile per control and edition, and the table beside it."""

from __future__ import annotations

import pandas as pd

from netfreedom.charts.cells import to_chapter, together
from netfreedom.charts.parts import wrapped

VALUES = {0: "not ticked", 1: "ticked", 2: "ticked, after the period"}
_WITHOUT_ANCHORS = ("11-public-sphere",)  # judgements stand there in words, not in rows


def tiles(ticks: pd.DataFrame) -> pd.DataFrame:
    """Columns label (wrapped title), edition, said; an edition whose ticks were not published is simply not there."""
    return pd.DataFrame({
        "label": ticks["title"].map(lambda title: wrapped(title, 24)),
        "edition": ticks["edition"].astype(int),
        "said": ticks["value"].astype(int).map(VALUES),
    })


def wall_table(ticks: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """A row per control: the editions in which it was ticked, and where in this report to look for it (`analysis.controls.rows_to_look_at`)."""
    shown = []
    for title, own in ticks.groupby("title", sort=False):
        ticked = [f"{row.edition}{' (after the period)' if row.value == 2 else ''}" for row in own.itertuples() if row.value]
        here = rows[(rows["title"] == title) & (rows["place"] == "in")]
        links = [part for row in here.itertuples() for part in (to_chapter(row.what, row.chapter, "" if row.chapter in _WITHOUT_ANCHORS else row.id), "·")]
        shown.append({"Control": title, "Ticked in": ", ".join(ticked) or "no edition", "Where to look in this report": together(*links[:-1]) if links else "no row of the period"})
    return pd.DataFrame(shown)


def editions(ticks: pd.DataFrame) -> list[int]:
    """Every edition from the first to the last with ticks: one in between without a table stays as a visible hole."""
    return list(range(int(ticks["edition"].min()), int(ticks["edition"].max()) + 1)) if len(ticks) else []
