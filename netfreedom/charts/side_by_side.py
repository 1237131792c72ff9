"""The shared timeline of several country-editions, and the tables of their chapter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import DIRECTIONS
from netfreedom.analysis.prosecutions import outcome
from netfreedom.analysis.side_by_side import TABLES, Beside, Part, Side, is_whole, shared_targets
from netfreedom.analysis.timeline import HEAD, Lanes, lanes, months_before, placed, when
from netfreedom.charts import theme
from netfreedom.charts.cells import to_address, to_chapter
from netfreedom.charts.parts import wrapped
from netfreedom.charts.timeline import LANE_COLOURS, month_axis
from netfreedom.dates import words
from netfreedom.vocabulary import ZERO_IS_FREE

AROUND = 2  # months drawn on either side of the periods
LABELLED_UP_TO = 40  # entries that can stand one under the other, each with its words
MONTHS_UP_TO = 30  # of an axis that names months; a longer one names years
SIDE_HEAD, LINE = 2.0, 1.25  # rows that a side's name and a line of words take
AFTER_ENTRY, AFTER_SIDE = 0.6, 1.0  # rows left free
LETTERS = 50  # of an entry's words in a line: what a phone has room for
NOTHING_HERE = "no entry with a date that falls here"
ACROSS = 16  # rules in a line
LEGEND = alt.Legend(columns=2, symbolType="square", symbolOpacity=1)


@dataclass(frozen=True)
class Timeline:
    """`lanes` of all sides under one another; `names` of the sides (name, y); `periods`: side, x, x2, top, bottom."""

    lanes: Lanes
    names: pd.DataFrame
    periods: pd.DataFrame

    @property
    def entries(self) -> int:
        """How many entries are drawn."""
        return self.lanes.bars["id"].nunique()


def timeline(events: Part) -> Timeline:
    """The events of all sides on one time axis, a lane for each side.

    Few entries stand one under the other, each under its words; many are packed by what they were done to. Rows that were cut
    to the key developments are not counted in the headings.
    """
    first, last = window(events.sides)
    sides = [(side, frame.assign(id=[side.anchor(row) for row in frame["id"]])) for side, frame in events.pairs]
    packed = [lanes(frame, *side.period, window=(first, last)) for side, frame in sides]
    labelled = sum(block.bars["id"].nunique() for block in packed) <= LABELLED_UP_TO
    below, blocks, names, periods = 0.0, [], [], []
    for (side, frame), block in zip(sides, packed, strict=True):
        top, start, end = below, *side.period
        names.append((side.name, top + SIDE_HEAD / 2))
        below += SIDE_HEAD
        for entry in _one_by_one(side, frame, block) if labelled else [block if events.whole else _uncounted(block)]:
            blocks.append(_lower(entry, below))
            below += entry.height
        periods.append((side.name, pd.Timestamp(start), pd.Timestamp(end) + pd.Timedelta(days=1), top, below))
        below += AFTER_SIDE
    bars, marks, heads = (_joined([getattr(block, name) for block in blocks]) for name in ("bars", "marks", "heads"))
    drawn = Lanes(bars, marks, heads, below, pd.Timestamp(first), pd.Timestamp(last))
    return Timeline(drawn, pd.DataFrame(names, columns=["name", "y"]), pd.DataFrame(periods, columns=["side", "x", "x2", "top", "bottom"]))


def window(sides: Sequence[Side]) -> tuple[date, date]:
    """The first day drawn and the day after the last: all coverage periods, and two months around them."""
    return months_before(min(side.period[0] for side in sides), AROUND), months_before(max(side.period[1] for side in sides), -AROUND - 1)


def _one_by_one(side: Side, frame: pd.DataFrame, packed: Lanes) -> list[Lanes]:
    """Each entry that is drawn as lanes of its own, in order of time, headed by its words; a line that says so where there is none."""
    drawn = set(packed.bars["id"])
    if not drawn:
        return [replace(packed, heads=pd.DataFrame({"group": [""], "y": [HEAD / 2], "text": [NOTHING_HERE]}), height=HEAD)]
    ids = [row for row in placed(frame, *side.period)["id"] if row in drawn]
    return [_headed(lanes(frame[frame["id"] == row], *side.period, window=(packed.start.date(), packed.end.date()))) for row in ids]


def _headed(entry: Lanes) -> Lanes:
    """The lanes of one entry, its words in the place of the heading of its group."""
    told = entry.bars.iloc[0]
    label = f"{told['when']}: {told['title']}"
    text = wrapped(label[:1].upper() + label[1:], LETTERS)
    lower = _lower(entry, text.count("\n") * LINE)
    return replace(lower, heads=entry.heads.assign(text=text), height=lower.height + AFTER_ENTRY)


def _uncounted(packed: Lanes) -> Lanes:
    return replace(packed, heads=packed.heads.assign(text=packed.heads["group"]))


def _lower(block: Lanes, by: float) -> Lanes:
    """Everything so many rows further down."""
    bars = block.bars.assign(top=block.bars["top"] + by, bottom=block.bars["bottom"] + by)
    return replace(block, bars=bars, marks=_down(block.marks, by), heads=_down(block.heads, by), height=block.height + by)


def _down(frame: pd.DataFrame, by: float) -> pd.DataFrame:
    return frame.assign(y=frame["y"] + by)


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """The frames under one another, at least one with rows or columns; those without rows would only blur the types."""
    return pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)


def time_axis(drawn: Timeline) -> alt.Axis:
    """Months, or years where the periods of several editions lie on the axis."""
    start, end = drawn.lanes.start, drawn.lanes.end
    months = (end.year - start.year) * 12 + end.month - start.month
    return month_axis(start) if months <= MONTHS_UP_TO else alt.Axis(orient="top", format="%Y", tickCount="year")


def lane_colours(bars: pd.DataFrame) -> alt.Scale:
    """Colours of the groups that occur, for a legend without empty entries."""
    return theme.colours(LANE_COLOURS, list(bars["colour"]))


def overview(compared: Beside, results: Sequence[Mapping | None]) -> pd.DataFrame:
    """What stands side by side: report and period, and how far each table was coded.

    `results` holds the stored check against the report for each side, None where there is none.
    """
    rows = [_side_row(side, result) for side, result in zip(compared.sides, results, strict=True)]
    return pd.DataFrame(rows)


def _side_row(side: Side, result: Mapping | None) -> dict:
    meta = side.report.meta
    start, end = side.period
    return {
        "Country": to_chapter(side.name, f"{side.folder}/01-overview"),
        "Report": to_address(meta.title, meta.url) if meta.url else meta.title,
        "Coded from": "the whole report" if meta.extent == "full" else "an excerpt",
        "Period covered": f"{start:%B %Y} – {end:%B %Y}",
        "Score": _score(side),
        "Tables": _coded(side),
        "Rows that match the report": f"{result['matched']} of {result['rows']}" if result else "not checked",
    }


def _score(side: Side) -> str:
    scores = side.report.scores
    own = scores[scores["edition"] == side.report.edition]
    if own.empty:
        return "not coded"
    row = own.iloc[0]
    return f"{row['total']} of 100, {row['status']} ({'0' if row['direction'] == ZERO_IS_FREE else '100'} is most free)"


def _coded(side: Side) -> str:
    """Which of the tables compared are coded, by how far."""
    far = {table: "not coded" if not side.report.coded(table) else "whole" if is_whole(side.report, table) else "in part" for table in TABLES}
    return "; ".join(f"{how}: {', '.join(table for table in TABLES if far[table] == how)}" for how in ("whole", "in part", "not coded") if how in far.values())


def events_table(events: Part) -> pd.DataFrame:
    """The events of all sides in order of time, each leading to its country's timeline."""
    found = [_event_rows(side, rows) for side, rows in events.pairs]
    return pd.concat(found, ignore_index=True).sort_values("_When", na_position="last", kind="stable", ignore_index=True)


def _event_rows(side: Side, rows: pd.DataFrame) -> pd.DataFrame:
    order = placed(rows, *side.period)
    return pd.DataFrame({
        "_id": [side.anchor(row) for row in order["id"]],
        "Country": side.name,
        "When": order["when"],
        "What": _into(side, "03-timeline", order["title"], order["id"]),
        "Kind": order["kind"].str.replace("_", " "),
        "Place in the period": order["where"],
        "_When": order["earliest"].fillna(order["latest"]).dt.strftime("%Y-%m-%d"),
    })  # fmt: skip


def rules_table(rules: Sequence[tuple[Side, pd.DataFrame]]) -> pd.DataFrame:
    """The rules that began in the periods, the tightening ones of each side first."""
    return _stacked(rules, lambda side, rows: {
        "Rule": _into(side, "05-legal-changes", rows["instrument"], rows["id"]),
        "Direction": rows["direction"],
        "Subject": rows["subject"].str.replace("_", " "),
        "Since": [_rule_date(row) for row in rows.itertuples()],
    })  # fmt: skip


def _rule_date(row) -> str:
    return f"{words(row.since) if row.since else 'not told'}{'' if row.certain else ', perhaps outside the period'}"


def rule_dots(rules: Sequence[tuple[Side, pd.DataFrame]]) -> pd.DataFrame:
    """One symbol per rule in lines under its side's name. Columns name, instrument, since, direction, x, y, head."""
    frames, top = [], 0.0
    for side, rows in rules:
        rows = rows.sort_values("direction", key=lambda column: column.map(DIRECTIONS.index), kind="stable", ignore_index=True)
        place = rows.index.to_series()
        since = [_rule_date(row) for row in rows.itertuples()]
        frames.append(rows[["instrument", "direction"]].assign(
            name=f"{side.name} ({len(rows)})", since=since, x=place % ACROSS + 0.5, y=top + 1.6 + place // ACROSS, head=top + 0.6))
        top += 2.2 + max(len(rows) - 1, 0) // ACROSS
    return _joined(frames)


def depth(dots: pd.DataFrame) -> float:
    """The lower edge of the last line of rules."""
    return float(dots[["y", "head"]].max().max()) + 0.6


def cases_table(cases: Part) -> pd.DataFrame:
    """The proceedings of all sides; a part of a group stands under it as such."""
    return _stacked(cases.pairs, lambda side, rows: {
        "Who": _into(side, "06-prosecutions", rows["person"] + rows["part_of"].map(lambda group: " (part of a group)" if group else ""), rows["id"]),
        "What it was about": rows["about"].where(rows["about"] != "", rows["charge"]),
        "Decided": [words(text) if text else "no date" for text in rows["decided"]],
        "Stage": rows["stage"],
        "Outcome": [outcome(row) for row in rows.itertuples()],
    })  # fmt: skip


def restrictions_table(restrictions: Part) -> pd.DataFrame:
    """The restrictions of all sides, services that several of them name first and together."""
    table = _stacked(restrictions.pairs, lambda side, rows: {
        "Service": _into(side, "04-restrictions", rows["target"], rows["id"]),
        "What was done": rows["measure"].str.replace("_", " "),
        "When": [when(*pair) for pair in zip(rows["date"], rows["date_kind"], strict=True)],
        "Worked again": rows["restored"].str.replace("_", " "),
        "_target": rows["target"],
    })  # fmt: skip
    shared = list(shared_targets(restrictions))
    order = table["_target"].map(lambda target: shared.index(target) if target in shared else len(shared))
    return table.assign(_order=order).sort_values("_order", kind="stable", ignore_index=True).drop(columns=["_order", "_target"])


def _stacked(pairs: Sequence[tuple[Side, pd.DataFrame]], columns: Callable[[Side, pd.DataFrame], dict]) -> pd.DataFrame:
    """The rows of all sides as one table with their anchor and country before the columns given."""
    frames = [
        pd.DataFrame({"_id": [side.anchor(row) for row in rows["id"]], "Country": side.name, **columns(side, rows)}, index=rows.index)
        for side, rows in pairs
    ]
    return pd.concat(frames, ignore_index=True)


def _into(side: Side, chapter: str, texts: pd.Series, ids: pd.Series) -> list[dict]:
    """Texts that lead to their rows in a chapter of the side's country."""
    return [to_chapter(text, f"{side.folder}/{chapter}", row) for text, row in zip(texts, ids, strict=True)]
