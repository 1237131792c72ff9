"""Before, in or after the period that a report covers: an edition, its coverage period and a year are three things."""

from __future__ import annotations

import pandas as pd


def place_in_period(frame: pd.DataFrame, meta, column: str = "date") -> pd.Series:
    """`before`, `in`, `after` or `undated` for every row, by its earliest and latest day.

    A row that only overlaps the period is `in`: it can have happened there. An open end counts as reaching on.
    """
    earliest, latest = frame[f"{column}_earliest"], frame[f"{column}_latest"]
    start, end = pd.Timestamp(meta.coverage_start), pd.Timestamp(meta.coverage_end)
    place = pd.Series("in", index=frame.index, dtype=object)
    place[(latest < start).fillna(False)] = "before"
    place[(earliest > end).fillna(False)] = "after"
    place[frame[column] == ""] = "undated"
    return place
