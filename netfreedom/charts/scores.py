"""What the charts of the scores chapter are drawn from: positions that Vega-Lite cannot compute, controls, tables."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.analysis.scores import robustness_table
from netfreedom.charts import theme
from netfreedom.analysis.signs import signed
from netfreedom.vocabulary import CATEGORIES, HUNDRED_IS_FREE, ZERO_IS_FREE, bands, way_of

_HALF = 0.5  # bands are drawn from half a point below to half a point above, so that they meet


# The label of a total on the scale that the reader has chosen; turned round, it keeps the printed figure beside it.
LADDER_LABEL = "datum.edition + ': ' + (direction == datum.direction ? datum.total : (100 - datum.total) + ' (printed ' + datum.total + ')')"
INWARD = {"expr": "datum.low > 80 ? 'right' : datum.low < 20 ? 'left' : 'center'"}  # so that no label leaves the chart


@dataclass(frozen=True)
class Ladder:
    """`bands`: status, low, high, direction; `points`: edition, total, status, low, high, y, label_y, filled, direction."""

    bands: pd.DataFrame
    points: pd.DataFrame
    table: pd.DataFrame


def band_edges(direction: str) -> pd.DataFrame:
    """Columns status, low, high (edges that meet between two points), bottom, top, direction."""
    rows = [
        (band.status, max(band.low - _HALF, 0), min(band.high + _HALF, 100), -0.5, 0.5, direction)
        for band in bands(direction)
    ]
    return pd.DataFrame(rows, columns=["status", "low", "high", "bottom", "top", "direction"])


def ladder(scores: pd.DataFrame) -> Ladder:
    """The editions of a score box among the status bands; labels alternate above and below so that none collide."""
    ordered = scores.sort_values("edition", ignore_index=True)
    direction = ordered["direction"].iloc[-1]
    points = pd.DataFrame({
        "edition": ordered["edition"].astype(int),
        "total": ordered["total"].astype(int),
        "status": ordered["status"],
        "low": ordered["total"].astype(int),
        "high": ordered["total"].astype(int),
        "y": 0.0,
        "filled": (ordered.index == len(ordered) - 1).astype(int),
        "direction": ordered["direction"],
    })
    points["label_y"] = [0.75 if number % 2 else -0.75 for number in range(len(points))]
    table = points[["edition", "total", "status"]]
    return Ladder(band_edges(direction), points, table)


def direction_control(direction: str) -> dict:
    """The switch between the two directions in which the scale has been published."""
    options = [
        {"label": "0 = most free (editions to 2018)", "value": ZERO_IS_FREE},
        {"label": "100 = most free (editions from 2019)", "value": HUNDRED_IS_FREE},
    ]
    return {"type": "radio", "param": "direction", "label": "The scale runs", "options": options, "value": direction}


def turned(changes: pd.DataFrame, columns: list[str], direction: str) -> pd.DataFrame:
    """Changes that count towards less free (`analysis.world`), as points of the direction in which the report prints."""
    return changes.assign(**{name: changes[name] * way_of(direction) for name in columns})


def changes_table(changes: pd.DataFrame, names: dict[str, str], direction: str = ZERO_IS_FREE) -> pd.DataFrame:
    """The change of every country in words for the table beside the chart, the largest step towards less free first; no column without a change known."""
    titles = {category.key: category.title for category in CATEGORIES if changes[category.key].notna().any()}
    shown = changes.assign(country=changes["iso3"].map(names)).sort_values("total", ascending=False)
    shown = turned(shown, ["total", *titles], direction)[["country", "total", *titles]]
    points = {f"_{name}": shown[name] for name in ("total", *titles)}  # by which the columns are sorted
    signs = {name: shown[name].map(signed) for name in ("total", *titles)}
    return shown.assign(**signs).rename(columns=titles).assign(**{f"_{titles.get(name[1:], name[1:])}": values for name, values in points.items()})


def steps_order(steps: pd.DataFrame, direction: str) -> list[str]:
    """The countries of turned steps, those worsened most often first."""
    return list(steps.sort_values(["worsened", "change"], ascending=[False, direction != ZERO_IS_FREE])["country"].drop_duplicates())


def step_colours(direction: str) -> list[str]:
    """The colours from the lowest step to the highest: crimson is less free in either direction."""
    return [theme.GREEN, "#7f7f7f22", theme.CRIMSON][:: way_of(direction)]


def steps_table(steps: pd.DataFrame, editions: list[int]) -> pd.DataFrame:
    """One row per country: its change in every edition and the number of steps in which it got less free."""
    wide = steps.pivot(index="country", columns="edition", values="change").reindex(columns=editions[1:])
    wide.columns = [str(edition) for edition in wide.columns]
    worsened = steps.drop_duplicates("country").set_index("country")["worsened"]
    wide["worse in steps"] = worsened
    return wide.sort_values("worse in steps", ascending=False).reset_index()


def robustness_shown(scores: pd.DataFrame) -> pd.DataFrame:
    """`analysis.robustness_table` with readable titles."""
    return robustness_table(scores).rename(
        columns={"same": "combinations with the same status", "combinations": "combinations in all"}
    )


@dataclass(frozen=True)
class WhatIf:
    """Parts of the what-if: bands, one row to compute on, the words as a Vega expression, parameters and sliders."""

    bands: pd.DataFrame
    one: pd.DataFrame
    words: str
    params: tuple[alt.Parameter, ...]
    controls: list[dict]
    table: pd.DataFrame


def what_if(latest: pd.Series) -> WhatIf:
    """Three sliders that start at the latest sub-scores."""
    direction = latest["direction"]
    start = {category.key: int(latest[category.key]) if pd.notna(latest[category.key]) else 0 for category in CATEGORIES}
    params = tuple(alt.param(key, value=value) for key, value in start.items())
    controls = [
        {"type": "range", "param": category.key, "label": f"{category.title} (0–{category.maximum})",
         "min": 0, "max": category.maximum, "step": 1, "value": start[category.key]}
        for category in CATEGORIES
    ]
    status = " : ".join(f"datum.total >= {band.low} && datum.total <= {band.high} ? '{band.status}'" for band in bands(direction))
    rows = [(category.title, category.maximum, start[category.key]) for category in CATEGORIES]
    return WhatIf(
        band_edges(direction).drop(columns="direction"), pd.DataFrame({"one": [1]}),
        f"datum.total + ' · ' + ({status} : '')", params, controls,
        pd.DataFrame(rows, columns=["category", "maximum", f"points in {int(latest['edition'])}"]),
    )
