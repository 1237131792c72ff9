"""What the charts of regions and of changes between any two editions are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.analysis.countries import LAST_OLD_EDITION, trusted_editions
from netfreedom.analysis.focus import Focus
from netfreedom.analysis.world import SUB_SCORES
from netfreedom.charts.countries import break_layers, placed
from netfreedom.charts.parts import wrapped
from netfreedom.data.index import on_one_scale
from netfreedom.vocabulary import CATEGORIES, ZERO_IS_FREE

ROW = 132  # points of the shared y axis that one region takes: its 100 and the room for its name
_ROW_HEIGHT = 120  # pixels
_PARTS = {category.key: category.title for category in CATEGORIES} | {"total": "Total"}


@dataclass(frozen=True)
class Rows:
    """Small multiples in one chart, a row per region, one above the other.

    `lines`: x, y, line, role; `medians`: x, y, line; `names`: x, y, words; `breaks`: rule and words of the break; `axis`: the y axis, whose labels
    start anew in each row; `height` in pixels; `table`: region, edition, countries, median, lowest, highest.
    """

    lines: pd.DataFrame
    medians: pd.DataFrame
    names: pd.DataFrame
    breaks: list[alt.Chart]
    axis: alt.Axis
    height: int
    table: pd.DataFrame


def region_rows(paths: pd.DataFrame, focus: Focus) -> Rows:
    """Rows of `analysis.countries.region_paths`, the region of the focus on top, the others from the least free down."""
    latest = paths[paths["edition"] == paths["edition"].max()].groupby("region")["median"].first().sort_values(ascending=False)
    order = [*([focus.region] if focus.region in latest else []), *(region for region in latest.index if region != focus.region)]
    floor = {region: ROW * (len(order) - 1 - number) for number, region in enumerate(order)}
    base = paths["region"].map(floor)
    rows = paths.assign(x=placed(paths["edition"]), y=paths["total"] + base, median_y=paths["median"] + base)
    rows["line"] = rows["iso3"] + " " + rows["stretch"]
    lines = rows[["x", "y", "line"]].assign(role=[focus.role(code) for code in rows["iso3"]])
    once = rows.drop_duplicates(["region", "edition"])
    medians = pd.DataFrame({"x": once["x"], "y": once["median_y"], "line": once["region"] + " " + once["stretch"]})
    counts = paths.groupby("region")["iso3"].nunique()
    first = rows["x"].min()
    names = pd.DataFrame([(first, floor[region] + 116, f"{region} ({counts[region]} countries)") for region in order], columns=["x", "y", "words"])
    return Rows(
        lines, medians, names, break_layers(paths["edition"], ROW * len(order) + 32, segments=[(base, base + 100) for base in floor.values()]),
        alt.Axis(values=[base + value for base in floor.values() for value in (0, 50, 100)], labelExpr=f"datum.value % {ROW}", labelOverlap=False),
        _ROW_HEIGHT * len(order), _region_table(paths, order),
    )


def _region_table(paths: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    grouped = paths.groupby(["region", "edition"])["total"].agg(["size", "median", "min", "max"]).reset_index()
    grouped = grouped.rename(columns={"size": "countries", "min": "lowest", "max": "highest"})
    return grouped.sort_values(["region", "edition"], key=lambda column: column.map(list(order).index) if column.name == "region" else column)


@dataclass(frozen=True)
class Pairs:
    """Parts of the chart of the change between two editions that the reader chooses.

    `points`: iso3, edition, role and the four scores on 0 = most free; `params` and `controls` choose the editions and say
    what they mean together; `y` is the axis of categories; `table` as `analysis.countries.pair_changes`, in words.
    """

    points: pd.DataFrame
    params: tuple[alt.Parameter, ...]
    controls: list[dict]
    axis: alt.Axis
    table: pd.DataFrame


def pairs_drawn(scores: pd.DataFrame, changes: pd.DataFrame, focus: Focus) -> Pairs:
    """All scores, two selects that start at the step to the focus's edition, and the table that they narrow."""
    points = on_one_scale(scores, ZERO_IS_FREE)[["iso3", "edition", *SUB_SCORES, "total"]]
    points = points.assign(role=[focus.role(code) for code in points["iso3"]]).astype({"edition": int})
    editions = sorted(set(points["edition"]))
    until = max(editions.index(focus.edition), 1)
    start = {"since": editions[until - 1], "until": editions[until]}
    words = (
        "since >= until ? 'Choose the earlier edition first: the table counts from it to the later one.' : "
        f"since <= {LAST_OLD_EDITION} && until > {LAST_OLD_EDITION} ? 'The step leads over the inverted scale and the revised method: "
        "a part of it may come from these.' : 'Both editions lie on the same side of the revised method.'"
    )
    last = trusted_editions(scores)[-1]
    words = f"({words}) + (until > {last} ? ' The totals of the later edition come from a third party.' : '')"
    selects = [
        {"type": "select", "param": name, "label": label, "options": [{"label": str(edition), "value": edition} for edition in editions],
         "value": start[name]}
        for name, label in (("since", "From the edition"), ("until", "to the edition"))
    ]
    labels = ", ".join(f"{key}: '{wrapped(title)}'" for key, title in _PARTS.items()).replace("\n", "|")
    return Pairs(
        points, (*(alt.param(name, value=edition) for name, edition in start.items()), alt.param("said", expr=words)),
        [*selects, {"type": "output", "param": "said", "label": "Note:"}],
        alt.Axis(labelExpr=f"split({{{labels}}}[datum.label], '|')", labelLimit=0), pairs_table(changes, focus),
    )


def region_subtitle(focus: Focus) -> str:
    """What the lines of the rows mean, and that the dotted line is no country."""
    marks = f"thick: {focus.name}" if focus.iso3 else ""
    beside = f"blue: {', '.join(focus.peer_names)}" if focus.peers else ""
    first = "Totals (0 = most free) of countries rated in every edition drawn"
    return "; ".join(part for part in (first, marks, beside, "dotted: the region's median") if part)


def subtitle(focus: Focus) -> str:
    """What the marks of the chart mean; there are no diamonds and rings without a focus."""
    marks = f"diamond: {focus.name}" if focus.iso3 else ""
    rings = f"rings: {', '.join(focus.peer_names)}" if focus.peers else ""
    return "; ".join(part for part in ("Grey: how many countries moved by so many points", marks, rings) if part)


def role_scale(channel: type, own, peer):
    """A channel that sets the focus and its neighbours apart, without a legend: the subtitle says it."""
    return channel("role:O" if channel is alt.Size else "role:N", legend=None, scale=alt.Scale(domain=["own", "peer"], range=[own, peer]))


def differences(points: pd.DataFrame) -> alt.Chart:
    """A chart of the change of each country and category from the earlier to the later of `since` and `until`.

    Fields iso3, role, part, change; between an edition and itself nothing changes.
    """
    return (
        alt.Chart(points)
        .transform_filter("datum.edition == since || datum.edition == until")
        .transform_fold([*SUB_SCORES, "total"], as_=["part", "points"])
        .transform_filter("isValid(datum.points)")
        .transform_calculate(signed="since == until ? 0 : datum.edition == max(since, until) ? datum.points : -datum.points")
        .transform_aggregate(change="sum(signed)", editions="count()", groupby=["iso3", "role", "part"])
        .transform_filter("since == until || datum.editions == 2")
    )


def pairs_table(changes: pd.DataFrame, focus: Focus) -> pd.DataFrame:
    """`analysis.countries.pair_changes` in words; the hidden columns `_since` and `_until` let the selects narrow it."""
    who = [focus.names[focus.iso3] if own else f"all {row.countries} countries in both, summed" for own, row in
           zip(changes["who"] == "own", changes.itertuples(), strict=True)]
    return pd.DataFrame({
        "_since": changes["since"].astype(str), "_until": changes["until"].astype(str),
        "step": [f"{row.since} → {row.until}" for row in changes.itertuples()], "who": who,
        **{title: changes[key] for key, title in _PARTS.items()},
        "less free": changes["worse"], "freer": changes["better"], "same": changes["same"],
    })
