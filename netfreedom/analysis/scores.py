"""A report's own score box: the change between its editions, the bands around its total, how robust its status is; its neighbours in the index."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import pandas as pd

from netfreedom.analysis.world import SUB_SCORES, edition_scores, steps
from netfreedom.data.index import on_one_scale
from netfreedom.vocabulary import CATEGORIES, TOTAL_MAX, ZERO_IS_FREE, bands, status_of


@dataclass(frozen=True)
class Change:
    """The step between the two latest editions of a score box.

    `categories` has columns category, title, maximum, before, after, change (as printed, after − before) and
    worse_by (points towards less free; negative where it improved).
    """

    edition_before: int
    edition_after: int
    total_before: int
    total_after: int
    status_before: str
    status_after: str
    total_worse_by: int
    categories: pd.DataFrame


def latest_change(scores: pd.DataFrame) -> Change | None:
    """The change between the two latest editions of the box; None where it holds only one."""
    if len(scores) < 2:
        return None
    ordered = scores.sort_values("edition")
    before, after = ordered.iloc[-2], ordered.iloc[-1]
    sign = 1 if after["direction"] == "zero_is_free" else -1
    rows = [
        (category.key, category.title, category.maximum, int(before[category.key]), int(after[category.key]))
        for category in CATEGORIES
        if pd.notna(before[category.key]) and pd.notna(after[category.key])
    ]
    categories = pd.DataFrame(rows, columns=["category", "title", "maximum", "before", "after"])
    categories["change"] = categories["after"] - categories["before"]
    categories["worse_by"] = sign * categories["change"]
    return Change(
        int(before["edition"]), int(after["edition"]), int(before["total"]), int(after["total"]),
        before["status"], after["status"], sign * int(after["total"] - before["total"]), categories,
    )


def band_distances(total: int, direction: str) -> pd.DataFrame:
    """How far a total lies from every status band.

    Columns status, low, high, points (0 in its own band, else the points to move to reach the band), own.
    """
    rows = [
        (band.status, band.low, band.high, max(band.low - total, total - band.high, 0))
        for band in bands(direction)
    ]
    frame = pd.DataFrame(rows, columns=["status", "low", "high", "points"])
    return frame.assign(own=frame["points"] == 0)


def points_past_line(total: int, direction: str) -> int:
    """Points between the total and the edge of its band that borders the next freer band (0: exactly on the line)."""
    own = next(band for band in bands(direction) if band.low <= total <= band.high)
    return total - own.low if direction == "zero_is_free" else own.high - total


def robustness(sub_scores: dict[str, int], direction: str) -> tuple[int, int]:
    """How many of the combinations of −1, 0, +1 on every sub-score leave the status as it is, and of how many.

    A sub-score cannot leave its range, so that one at 0 or at its maximum has only two values to take. This is
    arithmetic on judgements, not a likelihood.
    """
    status = status_of(sum(sub_scores.values()), direction)
    ranges = [
        [value for value in (sub_scores[category.key] + step for step in (-1, 0, 1)) if 0 <= value <= category.maximum]
        for category in CATEGORIES
    ]
    totals = [sum(values) for values in product(*ranges)]
    return sum(status_of(total, direction) == status for total in totals), len(totals)


def robustness_table(scores: pd.DataFrame) -> pd.DataFrame:
    """Columns edition, total, status, same (combinations that keep the status), combinations; a row per edition."""
    rows = []
    for row in scores.sort_values("edition").itertuples():
        sub_scores = {category.key: getattr(row, category.key) for category in CATEGORIES}
        if any(pd.isna(value) for value in sub_scores.values()):
            continue
        same, combinations = robustness({key: int(value) for key, value in sub_scores.items()}, row.direction)
        rows.append((int(row.edition), int(row.total), row.status, same, combinations))
    return pd.DataFrame(rows, columns=["edition", "total", "status", "same", "combinations"])


def only_flip(scores: pd.DataFrame) -> tuple[str, str] | None:
    """`lower` or `higher` and the status that the latest total would get, where of all combinations of a point less or more
    in each category only that one changes the status, all categories moving the same way; else None."""
    row = scores.sort_values("edition").iloc[-1]
    values = {category.key: row[category.key] for category in CATEGORIES}
    if any(pd.isna(value) for value in values.values()):
        return None
    same, combinations = robustness({key: int(value) for key, value in values.items()}, row["direction"])
    if combinations - same != 1 or combinations < 3 ** len(CATEGORIES):
        return None
    for step, way in ((-len(CATEGORIES), "lower"), (len(CATEGORIES), "higher")):
        total = int(row["total"]) + step
        if 0 <= total <= TOTAL_MAX and (status := status_of(total, row["direction"])) != row["status"]:
            return way, status
    return None


def worse_throughout(scores: pd.DataFrame, column: str, editions: list[int]) -> tuple[int, tuple[str, ...]]:
    """How many countries are rated in all the editions, and the iso3 codes of those that got less free in every step."""
    changes = steps(scores, column, editions)
    always = changes.groupby("iso3")["change"].min().gt(0)
    return len(always), tuple(always[always].index)


def levels(scores: pd.DataFrame, column: str, editions: list[int]) -> pd.DataFrame:
    """One column on 0 = most free for the countries rated in all the editions: columns iso3, edition, value."""
    rows = on_one_scale(scores[scores["edition"].isin(editions)], "zero_is_free").dropna(subset=[column])
    rows = rows[rows.groupby("iso3")["edition"].transform("nunique") == len(editions)]
    return rows[["iso3", "edition", column]].rename(columns={column: "value"}).sort_values(["iso3", "edition"], ignore_index=True)


def nearest_profiles(scores: pd.DataFrame, iso3: str, edition: int, number: int = 2, direction: str = ZERO_IS_FREE) -> pd.DataFrame:
    """The country and those of its edition whose three sub-scores are nearest (straight distance in points), the nearest first.

    Columns iso3, access, content, rights, distance; the first row is the country itself. Empty where the index does not hold it.
    """
    rows = edition_scores(scores, edition, direction).dropna(subset=SUB_SCORES).set_index("iso3")[SUB_SCORES].astype(int)
    if iso3 not in rows.index:
        return pd.DataFrame(columns=["iso3", *SUB_SCORES, "distance"])
    rows["distance"] = ((rows - rows.loc[iso3]) ** 2).sum(axis="columns") ** 0.5
    others = rows.drop(iso3).sort_values(["distance", *SUB_SCORES], ascending=[True, *[direction == ZERO_IS_FREE] * len(SUB_SCORES)]).head(number)
    return pd.concat([rows.loc[[iso3]], others]).reset_index()
