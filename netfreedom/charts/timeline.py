"""Table and controls of the timeline chapter."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd

from netfreedom.analysis.timeline import (
    ACROSS,
    GROUP_OF,
    KIND_GROUPS,
    LASTED,
    OUTSIDE,
    PERHAPS,
    REPEATED,
    SURE,
    WITHIN,
    Lanes,
    months_before,
    placed,
)
from netfreedom.analysis.timeline_counts import exactness, month_dots, outside_dots
from netfreedom.charts import theme
from netfreedom.charts.cells import to_chapter, together, with_notes

OUTSIDE_PERIOD = "outside the period"
LANE_COLOURS = {**theme.GROUP_COLOURS, OUTSIDE_PERIOD: theme.GREY}
SIDES = {"right": "left", "left": "right"}  # a label right of its bar begins there, one left of it ends there
MARK_SHAPES = {"exact day": "diamond", "before": "triangle-left", "after": "triangle-right"}


def events_table(report) -> pd.DataFrame:
    """Every event in order of time: when, what (with its notes and the rule that it made), kind; hidden columns for the controls.

    What reaches into the period from before stands behind what begins in its first month: a table narrowed to the period begins with it.
    """
    rows = _in_order(placed(report.events, report.meta.coverage_start, report.meta.coverage_end), report.meta.coverage_start)
    notes = dict(zip(report.events["id"], report.events["footnotes"], strict=True))
    standing = dict(zip(report.events["id"], report.events["standing"], strict=True))
    rules = report.laws[report.laws["event_id"] != ""].groupby("event_id")["id"].first().to_dict()
    return pd.DataFrame({
        "_id": rows["id"],
        "When": rows["when"],
        "What": [_what(row, notes[row.id], rules.get(row.id)) for row in rows.itertuples()],
        "Kind": rows["kind"].str.replace("_", " "),
        "Standing": rows["id"].map(standing),
        "_groups": rows["kind"].map(GROUP_OF),
        "_start": rows["earliest"].dt.strftime("%Y-%m-%d").fillna(""),
        "_end": rows["latest"].dt.strftime("%Y-%m-%d").fillna(""),
    })


def _in_order(rows: pd.DataFrame, start: date) -> pd.DataFrame:
    first, early = pd.Timestamp(start), rows["where"].eq(ACROSS) & ~(rows["earliest"] >= pd.Timestamp(start))
    begin = rows["earliest"].fillna(rows["latest"]).mask(early, first + pd.offsets.MonthEnd(0))
    return rows.assign(_begin=begin).sort_values("_begin", kind="stable", na_position="last", ignore_index=True).drop(columns="_begin")


def lane_controls(lanes: Lanes, table: pd.DataFrame, start: date, end: date) -> list[dict]:
    """Check boxes by group of kinds, and two dates that stand for the brush: the period covered at first."""
    present = [group for group in KIND_GROUPS if group in set(table["_groups"])]
    options = [{"label": group, "value": group, "colour": theme.GROUP_COLOURS[group]} for group in present]
    last = lanes.end - pd.Timedelta(days=1)
    return [
        {"type": "checkboxes", "label": "Show", "param": "groups", "column": "_groups", "options": options, "value": present},
        {"type": "dates", "label": "Dates of the table (the widest range lists every entry)", "brush": "span", "min": f"{lanes.start:%Y-%m-%d}", "max": f"{last:%Y-%m-%d}",
         "value": [f"{start:%Y-%m-%d}", f"{end:%Y-%m-%d}"]},
    ]


def row_link(ids: pd.Series) -> pd.Series:
    """The address of each event's row in the table of the page."""
    return "#" + ids


def _what(row, notes: tuple[int, ...], rule: str | None) -> dict:
    what = with_notes(row.title, notes)
    return together(what, to_chapter("The rule", "05-legal-changes", rule)) if rule else what


# A phone has room for every third month only, counted from the first; the year stands under the first label of each year, none after the last.
MONTHS = (
    "datum.index == 1 || (width < 600 && (month(datum.value) - {first} + 12) % 3 != 0) ? ''"
    " : [timeFormat(datum.value, '%b'), month(datum.value) < (width < 600 ? 3 : 1) || datum.index == 0 ? timeFormat(datum.value, '%Y') : '']"
)


def month_axis(first: date, **options) -> alt.Axis:
    """A month axis on top that begins with the month of `first`, the year under the first month and the first one of each year."""
    return alt.Axis(
        orient="top", labelExpr=MONTHS.format(first=first.month - 1), tickCount={"interval": "month", "step": 1}, labelAlign="left", labelOffset=2, labelOverlap=False,
        labelPadding=11, **options,
    )  # fmt: skip


# The ways in which a bar is drawn: words, kind of date, strength, whether it lies outside the period.
_STYLES = (
    ("went on throughout", LASTED, SURE, False), ("at some time within", WITHIN, SURE, False), ("several times within", REPEATED, SURE, False),
    ("may reach so far, or an open end", LASTED, PERHAPS, False), ("outside the period covered", WITHIN, SURE, True),
)  # fmt: skip
_KEY_LINE = 1.5  # height of a line of the key, in rows


def key_frame(lanes: Lanes) -> pd.DataFrame:
    """The key under the lanes: a line for each way of drawing that occurs. Columns words, tells, strength, colour, top, bottom, y."""
    bars = lanes.bars
    drawn = {
        (LASTED, True, False): ((bars["tells"] == LASTED) & (bars["strength"] == SURE)).any(), (WITHIN, True, False): (bars["tells"] == WITHIN).any(),
        (REPEATED, True, False): (bars["tells"] == REPEATED).any(), (LASTED, False, False): (bars["strength"] < SURE).any(),
        (WITHIN, True, True): bars["where"].isin(OUTSIDE).any(),
    }  # fmt: skip
    rows = [(words, tells, strength, OUTSIDE_PERIOD if outside else "people") for words, tells, strength, outside in _STYLES if drawn[tells, strength == SURE, outside]]
    frame = pd.DataFrame(rows, columns=["words", "tells", "strength", "colour"])
    y = lanes.height + 1.2 + _KEY_LINE * pd.Series(range(len(frame)), index=frame.index, dtype=float)
    return frame.assign(y=y, top=y - 0.4, bottom=y + 0.4)


def whole_height(lanes: Lanes, key: pd.DataFrame) -> float:
    """The lanes and the key under them, in rows."""
    return lanes.height + (1.2 + _KEY_LINE * len(key) if len(key) else 0)


def bar_frame(lanes: Lanes) -> pd.DataFrame:
    """The bars with their colour and the address of their row; only what is encoded."""
    bars = lanes.bars.assign(colour=_colour(lanes.bars["group"], lanes.bars["where"]), href=row_link(lanes.bars["id"]))
    return bars[["title", "when", "group", "colour", "tells", "x", "x2", "top", "bottom", "strength", "href"]]


def mark_frame(lanes: Lanes) -> pd.DataFrame:
    """The symbols with their colour and the address of their row."""
    marks = lanes.marks.assign(colour=_colour(lanes.marks["group"], lanes.marks["mark"]), href=row_link(lanes.marks["id"]))
    return marks[["title", "when", "group", "colour", "mark", "x", "y", "href"]]


def label_frame(lanes: Lanes) -> pd.DataFrame:
    """The labels beside the bars, with the address of their row."""
    return lanes.labels.assign(href=row_link(lanes.labels["id"]))[["group", "text", "side", "x", "y", "href"]]


def period_frame(start: date, end: date) -> pd.DataFrame:
    """The coverage period as one stretch, its last day included. Columns x, x2."""
    return pd.DataFrame({"x": [pd.Timestamp(start)], "x2": [pd.Timestamp(end) + pd.Timedelta(days=1)]})


def _colour(groups: pd.Series, where: pd.Series) -> pd.Series:
    return groups.where(~where.isin(OUTSIDE), OUTSIDE_PERIOD).astype("str")


def mark_shapes(lanes: Lanes) -> alt.Scale:
    """Shapes of the symbols that occur, for a legend without empty entries."""
    present = [mark for mark in MARK_SHAPES if mark in set(lanes.marks["mark"])]
    return alt.Scale(domain=present, range=[MARK_SHAPES[mark] for mark in present])


def side_shapes() -> alt.Scale:
    """Before the period a triangle that points back, after it one that points ahead."""
    return alt.Scale(domain=list(OUTSIDE), range=[MARK_SHAPES[side] for side in OUTSIDE])


def outside_frame(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """The entries outside the period, with the address of their row."""
    dots = outside_dots(events, start, end)
    return dots.assign(href=row_link(dots["id"]))[["title", "when", "where", "year", "y", "href"]]


def outside_table(dots: pd.DataFrame) -> pd.DataFrame:
    """The entries outside the period as a table."""
    return dots[["when", "title", "where"]].set_axis(["When", "What", "Side of the period"], axis="columns")


def tallest(dots: pd.DataFrame) -> int:
    """The height of the highest stack, at least one."""
    return int(dots["y"].max()) if len(dots) else 1


def exact_frame(events: pd.DataFrame) -> pd.DataFrame:
    """The dots of exactness, with the address of their row."""
    dots = exactness(events)
    return dots.assign(href=row_link(dots["id"]))[["title", "when", "x", "y", "href"]]


def exact_table(events: pd.DataFrame) -> pd.DataFrame:
    """Entries by how exact their date is."""
    counts = exactness(events)["exact"].value_counts(sort=False)
    return pd.DataFrame({"Dated to": counts.index.astype(str), "Entries": counts.to_numpy()})


def month_frame(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """The dots of the months; `more` holds "+n" where a dot stands for several."""
    dots = month_dots(events, start, end)
    more = [f"+{number}" if number else "" for number in dots["more"]]
    return dots.assign(more=more, href=row_link(dots["id"]))[["title", "when", "group", "x", "y", "more", "href"]]


def bottom(dots: pd.DataFrame) -> float:
    """The lower edge of the last line of dots, at least one line down."""
    return float(dots["y"].max()) + 0.7 if len(dots) else 1.0


def ends(start: date, end: date) -> list[pd.Timestamp]:
    """The months of the period from the first day of the first to the end of the last."""
    return [pd.Timestamp(months_before(start, 0)), pd.Timestamp(months_before(end, -1))]


MARK_LEGEND = alt.Legend(labelExpr="datum.label == 'exact day' ? datum.label : datum.label + ' the period'", columns=2)
