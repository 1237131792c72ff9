"""What the charts of the overview are drawn from."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.world import edition_scores, stacked
from netfreedom.charts import controls_wall, theme
from netfreedom.analysis.signs import signed
from netfreedom.charts.scores import band_edges
from netfreedom.vocabulary import CATEGORIES, TOTAL_MAX, ZERO_IS_FREE


def all_totals(scores: pd.DataFrame, iso3: str, edition: int, names: dict[str, str], peers: tuple[str, ...], direction: str = ZERO_IS_FREE) -> pd.DataFrame:
    """One row per country of an edition.

    Columns total, level (height of its dot), label_level (height of its label), country, status, role (own, peer,
    other). Every label has a height of its own above all dots: neighbours in total would collide otherwise.
    """
    rows = edition_scores(scores, edition, direction)
    slugs = {name.lower().replace(" ", "-"): code for code, name in names.items()}
    codes = {slugs.get(peer, peer) for peer in peers}
    rows = rows.assign(role=rows["iso3"].map(lambda code: "own" if code == iso3 else "peer" if code in codes else "other"))
    order = {"own": 0, "peer": 1, "other": 2}  # of equal totals the labelled ones stand lowest
    rows = stacked(rows.sort_values(["total", "role"], key=lambda column: column.map(order) if column.name == "role" else column, kind="stable", ignore_index=True))
    role = rows["role"]
    labelled = (role != "other").cumsum()
    rows = rows.assign(country=rows["iso3"].map(names), label_level=rows["level"].max() + labelled)
    drawn = rows.sort_values("role", key=lambda column: column.map(order), ascending=False, kind="stable", ignore_index=True)  # the labelled ones lie on top
    return drawn[["total", "level", "label_level", "country", "status", "role"]]


def bands(direction: str) -> pd.DataFrame:
    """The status bands to print behind the dots, each with the middle where its name stands: columns status, low, high, middle."""
    edges = band_edges(direction)[["status", "low", "high"]]
    return edges.assign(middle=(edges["low"] + edges["high"]) / 2)


def ticks_said(tiles: pd.DataFrame) -> dict[str, str]:
    """The fills of the tiles that occur, by what they say: a key names nothing that the chart does not show."""
    fills = dict(zip(controls_wall.VALUES.values(), ("transparent", theme.FOCUS, theme.OCHRE), strict=True))
    shown = set(tiles["said"])
    return {said: fill for said, fill in fills.items() if said in shown}


def totals_table(dots: pd.DataFrame, direction: str = ZERO_IS_FREE) -> pd.DataFrame:
    """The countries with total and status, the freest first."""
    return dots[["country", "total", "status"]].sort_values(["total", "country"], ascending=[direction == ZERO_IS_FREE, True])


def score_box(scores: pd.DataFrame) -> pd.DataFrame:
    """The box as a table: a row per category and the total, a column per edition, the change."""
    ordered = scores.sort_values("edition")
    rows = []
    for category in CATEGORIES:
        rows.append((category.title, str(category.maximum), *ordered[category.key]))
    rows.append(("Total", str(TOTAL_MAX), *ordered["total"]))
    editions = [str(edition) for edition in ordered["edition"]]
    box = pd.DataFrame(rows, columns=["Part", "Maximum", *editions])
    if len(editions) > 1:
        change = box[editions[-1]] - box[editions[-2]]
        box["Change"] = [None if pd.isna(step) else signed(int(step)) for step in change]
    statuses = dict(zip(editions, ordered["status"], strict=True))
    box = box.astype(object)  # points and words share the columns
    box.loc[len(box)] = {"Part": "Status", **statuses}
    return box.where(box.notna(), None)
