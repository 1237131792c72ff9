"""What the charts across countries are drawn from: paths with the break of the scale, the strip of ranks, their tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from netfreedom.analysis.countries import stretch
from netfreedom.analysis.focus import Focus
from netfreedom.analysis.world import SUB_SCORES
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, FOCUS, GREEN, OLIVE, ORANGE, VIOLET
from netfreedom.vocabulary import CATEGORIES, FIRST_INVERTED_EDITION, ZERO_IS_FREE, bands

NOBODY = ""  # the picker's first choice
_LABEL = 12  # letters of a country's name in one line beside its path
_STATUS_PLACES = (2.5, 45, 97)  # points of 100 at which the names of the statuses stand: the outer two where no path leads
_LINE = 4.6  # points of 100 that a line of a label takes
BREAK = FIRST_INVERTED_EDITION  # the place on the axis that the gap leaves empty: 2018 stands before it, 2019 after it
POINTS, POINTS_AXIS = alt.Scale(domain=[0, 112], nice=False), alt.Axis(values=[0, 20, 40, 60, 80, 100])
BREAK_WORDS = "scale inverted,\nmethod revised"


def role_colours(focus: Focus) -> dict[str, str]:
    """A colour for the focus and each of its neighbours, by English name."""
    palette = [FOCUS, BLUE, ORANGE, GREEN, VIOLET, OLIVE] if focus.iso3 else [BLUE, ORANGE, GREEN, VIOLET, OLIVE, FOCUS]
    return {focus.names[code]: colour for code, colour in zip(focus.codes, palette)}


def placed(editions) -> list[int]:
    """Editions as places on the axis, one place left empty where the scale was inverted."""
    return [int(edition) + (edition >= FIRST_INVERTED_EDITION) for edition in editions]


def edition_axis(editions, **options) -> alt.Axis:
    """An axis of places (see `placed`) that is labelled with the editions."""
    return alt.Axis(values=placed(sorted(set(editions))), labelExpr=f"datum.value > {BREAK} ? datum.value - 1 : datum.value",
                    labelAngle=0, labelOverlap="parity", labelSeparation=8, format="d", **options)  # fmt: skip


def apart(values: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Middles of labels of the given heights that do not touch, each as near to its value as its neighbours let it be.

    Labels that would touch form a block around the mean of their values; the lowest never reaches below 0, the highest above 100.
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _top(blocks[-2], values, heights) > _bottom(blocks[-1], values, heights):
            upper = blocks.pop()
            blocks[-1] += upper
    middles = [0.0] * len(values)
    for block in blocks:
        edge = _bottom(block, values, heights)
        for place in block:
            middles[place] = edge + heights[place] / 2
            edge += heights[place]
    return middles


def _bottom(block: list[int], values: Sequence[float], heights: Sequence[float]) -> float:
    whole = sum(heights[place] for place in block)
    middle = sum(values[place] for place in block) / len(block)
    return min(max(middle - whole / 2, 0), 100 - whole)


def _top(block: list[int], values: Sequence[float], heights: Sequence[float]) -> float:
    return _bottom(block, values, heights) + sum(heights[place] for place in block)


@dataclass(frozen=True)
class Paths:
    """`rows`: country, edition, x, total, stretch, filled (0: hollow); `labels`: the last row of each named country with name, end, label_y, rise.

    `room` is how many pixels the labels need beside the paths; `axis` and `scale` are the x axis; `picker` is the control that
    adds a country; `table` has a row per country and a column per edition.
    """

    rows: pd.DataFrame
    labels: pd.DataFrame
    axis: alt.Axis
    scale: alt.Scale
    picker: dict
    table: pd.DataFrame


def room_beside(first: float, last: float, names: Sequence[str]) -> alt.Scale:
    """A scale from `first` to `last` that goes on as far as names (their lines) need room beside the plot, however wide it is."""
    room = 10 + 7 * max((len(line) for name in names for line in name.split("\n")), default=0)
    return alt.Scale(domain=[first, alt.ExprRef(f"{last} + {last - first} * {room} / max(width - {room}, 60)")], nice=False, zero=False)


def label_heights(totals: pd.Series, names: Sequence[str]) -> list[float]:
    """Heights, in points of 100, at which labels beside the plot do not touch; names of two lines take more room."""
    return apart(list(totals.astype(float)), [_LINE * (name.count("\n") + 1) for name in names])


def rises(names: Sequence[str]) -> list[float]:
    """How far, in points of 100, the first line of each name stands above the middle of its lines."""
    return [_LINE * name.count("\n") / 2 for name in names]


def paths_drawn(paths: pd.DataFrame, focus: Focus) -> Paths:
    """The paths of all countries (`analysis.countries.paths`) with the labels of those that are named."""
    rows = paths.assign(own=paths["iso3"] == focus.iso3).sort_values("own", kind="stable")  # what comes last lies on top
    rows = rows.assign(x=placed(rows["edition"]), filled=1 - rows["less_trusted"].astype(int))
    first, last = int(rows["x"].min()), int(rows["x"].max())
    ends = rows[rows["iso3"].isin(focus.codes)].groupby("iso3", sort=False).tail(1)
    names = [wrapped(name, _LABEL) for name in ends["country"]]
    labels = pd.DataFrame({
        "country": ends["country"], "name": names, "x": ends["x"], "total": ends["total"], "end": last + 0.6,
        "label_y": label_heights(ends["total"], names), "rise": rises(names),
    })
    options = [{"label": "no further country", "value": NOBODY}, *sorted(rows["country"].unique())]
    return Paths(
        rows[["country", "edition", "x", "total", "stretch", "filled"]], labels.reset_index(drop=True), edition_axis(rows["edition"]),
        room_beside(first - 0.4, last + 0.8, names),
        {"type": "select", "param": "added", "label": "Add a country", "options": options, "column": "country"},
        paths_table(paths),
    )


def turned(chart: alt.Chart, **fields: str) -> alt.Chart:
    """The chart with points counted as the parameter `direction` says: `turned(chart, points="total")` makes `points` of `total`."""
    return chart.transform_calculate(**{
        name: f"direction == '{ZERO_IS_FREE}' ? datum.{column} : 100 - datum.{column}" for name, column in fields.items()
    })


def status_rules() -> list[alt.Chart]:
    """A dashed rule between any two statuses, on 0 = most free."""
    edges = pd.DataFrame({"total": [band.high + 0.5 for band in bands(ZERO_IS_FREE)[:-1]]})
    return [alt.Chart(edges).mark_rule(strokeDash=[3, 3], opacity=0.8).encode(alt.Y("total:Q"))]


def frame(paths: pd.DataFrame) -> list[alt.Chart]:
    """What stands behind the paths: edges and names of the statuses, which way is freer, and the break of the scale."""
    start = min(placed(paths["edition"]))
    y = alt.Y("points:Q")
    names = pd.DataFrame([(start, place, band.status) for place, band in zip(_STATUS_PLACES, bands(ZERO_IS_FREE), strict=True)], columns=["x", "total", "status"])
    edges = turned(status_rules()[0], points="total").encode(y)
    words = turned(alt.Chart(names), points="total").mark_text(align="left", opacity=0.8, fontSize=11).encode(alt.X("x:Q"), y, text="status:N")
    way = alt.Chart(pd.DataFrame({"x": [start], "points": [107]})).mark_text(align="left", fontSize=11).transform_calculate(
        words=f"direction == '{ZERO_IS_FREE}' ? '↑ less free' : '↑ freer'").encode(alt.X("x:Q"), y, text="words:N")  # fmt: skip
    return [edges, words, way, *break_layers(paths["edition"], 112, "points")]


def break_layers(editions, top: float, y: str = "y", segments: Sequence[tuple[float, float]] = ()) -> list[alt.Chart]:
    """A rule and a word where the scale was inverted; none where the editions lie on one side of it.

    `top` is the height of the words on the field `y`; the rule goes from 0 to there or, where given, through `segments`.
    """
    if len({edition >= FIRST_INVERTED_EDITION for edition in editions}) < 2:
        return []
    pieces = pd.DataFrame([(BREAK, *segment) for segment in segments or [(0, top)]], columns=["x", "bottom", y])
    rule = alt.Chart(pieces).mark_rule(strokeDash=[6, 3], strokeWidth=1.5).encode(alt.X("x:Q"), alt.Y(f"{y}:Q"), alt.Y2("bottom:Q"))
    words = alt.Chart(pd.DataFrame({"x": [BREAK], y: [top], "words": [BREAK_WORDS]})).mark_text(
        lineBreak="\n", align="left", baseline="top", dx=4, dy=2, fontSize=11).encode(alt.X("x:Q"), alt.Y(f"{y}:Q"), text="words:N")  # fmt: skip
    return [rule, words]


def path_labels(drawn: Paths, colour: alt.Color) -> list[alt.Chart]:
    """Names beside the ends of the paths, each joined to its end by a thin line."""
    labels = turned(alt.Chart(drawn.labels), points="total", height="label_y").transform_calculate(top="datum.height + datum.rise")
    leaders = labels.mark_rule(opacity=0.7).encode(alt.X("x:Q"), alt.Y("points:Q"), alt.X2("end:Q"), alt.Y2("height:Q"), colour)
    names = labels.mark_text(align="left", dx=3, lineBreak="\n", fontWeight=600).encode(alt.X("end:Q"), alt.Y("top:Q"), text="name:N")
    return [leaders, names]


def paths_table(paths: pd.DataFrame) -> pd.DataFrame:
    """A row per country, a column per edition (0 = most free); a total from a third party's list carries a question mark."""
    said = paths.assign(said=[f"{total}?" if doubt else str(total) for total, doubt in zip(paths["total"], paths["less_trusted"])])
    wide = said.pivot(index="country", columns="edition", values="said")
    wide.columns = [str(edition) for edition in wide.columns]
    return wide.astype(object).where(wide.notna(), None).reset_index()


@dataclass(frozen=True)
class Strip:
    """`dots`: place, total, status, country, role, filled (0: hollow); `named`: those with a label, with label_x, label_y, side (left
    or right of the dot); `table`: the ranking in words."""

    dots: pd.DataFrame
    named: pd.DataFrame
    table: pd.DataFrame


def rank_strip(ranking: pd.DataFrame, focus: Focus) -> Strip:
    """Countries sorted from the freest (`analysis.countries.ranking`); without a focus both ends are named.

    A label stands where the rising row of dots leaves room: below and right of the dots in the freer half, above and left of them
    in the other.
    """
    count = len(ranking)
    dots = ranking[["iso3", "place", "total", "status", "country"]].assign(
        role=[focus.role(code) for code in ranking["iso3"]], filled=1 - ranking["less_trusted"].astype(int),
    )
    ends = dots["total"].isin((dots["total"].min(), dots["total"].max()))
    named = dots[dots["iso3"].isin(focus.codes) if set(dots["iso3"]) & set(focus.codes) else ends]
    named = named.assign(side=["right" if place <= count / 2 else "left" for place in named["place"]])
    parts = [
        part.assign(label_y=_clear(part["total"], sign), label_x=part["place"] + sign * max(count * 0.06, 1))
        for side, sign in (("right", 1), ("left", -1)) if len(part := named[named["side"] == side])
    ]
    columns = ["place", "total", "status", "country", "role"]
    return Strip(dots[[*columns, "filled"]], pd.concat(parts)[[*columns, "side", "label_x", "label_y"]], ranking_table(ranking))


def _clear(totals: pd.Series, sign: int) -> list[float]:
    """Heights of labels on the free side of the row of dots: ever lower on its right (sign 1), ever higher on its left."""
    heights: list[float] = []
    for total in totals.sort_values(ascending=sign < 0):
        free = total - 5 * sign
        heights.append(free if not heights else min(free, heights[-1] - _LINE) if sign > 0 else max(free, heights[-1] + _LINE))
    return heights[::-1] if sign > 0 else heights


def ranking_table(ranking: pd.DataFrame) -> pd.DataFrame:
    """The ranking with readable titles, the freest first; sub-scores that the edition does not print are left out."""
    titles = {category.key: f"{category.letter} {category.title}" for category in CATEGORIES}
    shown = ranking.drop(columns=["iso3", "place", "less_trusted"]).rename(columns={
        "rank": "rank from the least free", "countries": "of countries", "percentile": "percent of countries freer", **titles,
    })
    empty = [titles[key] for key in SUB_SCORES if ranking[key].isna().all()]
    return shown.drop(columns=empty)


def rank_table(path: pd.DataFrame, panel_ranks: dict[int, int]) -> pd.DataFrame:
    """A country's place by edition (`analysis.countries.rank_path`), and among the countries of the fixed panel."""
    return pd.DataFrame({
        "edition": path["edition"], "total": [f"{row.total}?" if row.less_trusted else str(row.total) for row in path.itertuples()],
        "status": path["status"], "rank from the least free": path["rank"], "of countries": path["countries"],
        "percent of countries freer": path["percentile"],
        "rank in the fixed panel": [panel_ranks.get(int(edition)) for edition in path["edition"]],
    })


def place_dots(path: pd.DataFrame) -> pd.DataFrame:
    """A country's place by edition (`analysis.countries.rank_path`) as dots: x, percentile, stretch, filled (0: hollow), edition, rank."""
    rank = [f"{row.rank} of {row.countries} from the least free" for row in path.itertuples()]
    return pd.DataFrame({
        "x": placed(path["edition"]), "percentile": path["percentile"], "stretch": [stretch(edition) for edition in path["edition"]],
        "filled": 1 - path["less_trusted"].astype(int), "edition": path["edition"].astype(int), "rank": pd.Series(rank, dtype="str"),
    })


def edition_table(counts: pd.DataFrame) -> pd.DataFrame:
    """`analysis.countries.edition_counts` with readable titles."""
    return counts.rename(columns={"median": "median total", "lowest": "lowest total", "highest": "highest total"})


def status_table(changes: pd.DataFrame) -> pd.DataFrame:
    """Changes of status in words, the latest step first."""
    rows = changes.sort_values(["until", "country"], ascending=[False, True])
    return pd.DataFrame({
        "step": [f"{row.since} → {row.until}" for row in rows.itertuples()], "country": rows["country"],
        "before": rows["status_before"], "after": rows["status_after"],
        "towards": ["less free" if worse else "freer" for worse in rows["worse"]],
        "points (plus = less free)": rows["change"],
        "remark": [_remark(row) for row in rows.itertuples()],
    })


def _remark(row) -> str | None:
    remarks = ["over the inverted scale and the revised method"] * row.over_break + ["total from a third party's list"] * row.less_trusted
    return "; ".join(remarks) or None
