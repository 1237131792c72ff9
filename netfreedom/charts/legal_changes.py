"""Tables and drawing frames of the chapter on legal changes."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd

from netfreedom.analysis.legal_changes import (
    BINDS,
    COURT_WORDS,
    DIRECTIONS,
    NOT_TOLD,
    dated,
    direction_lanes,
    duration_words,
    fines,
    may,
    money,
    plain,
    power_bars,
)
from netfreedom.analysis.timeline import HEAD
from netfreedom.charts import theme
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.dates import words

COURT_SHAPES = {"no": "cross", "mixed": "diamond", "yes": "circle", "not_stated": "square"}
DIRECTION_SHAPES = {"tightens": "triangle-down", "mixed": "diamond", "loosens": "triangle-up", "neutral": "circle"}
BINDS_SHAPES = dict(zip(BINDS, ("circle", "square", "triangle-up"), strict=True))
LABEL_LETTERS = 48  # of a line over a dot: as many as a phone shows
LINE = 0.95  # height of a line of text, in lines of the chart
THINNEST = pd.Timedelta(days=14)  # of a bar that can still be seen
YEARS_BEFORE = 4  # of the dates drawn; earlier ones stand in the register

TERM_TICKS = {7: "1 week", 30.4375: "1 month", 365.25: "1 year", 1826.25: "5 years", 7305: "20 years", 18262.5: "50 years"}


def shapes(meaning: dict[str, str], values) -> alt.Scale:
    """The scale for the shapes that occur, in the order of their meaning."""
    present = [value for value in meaning if value in set(values)]
    return alt.Scale(domain=present, range=[meaning[value] for value in present])


def when(text: str) -> str:
    """A date for a reader, or that none is stated."""
    return words(text) if text else "not stated"


def register(laws: pd.DataFrame) -> pd.DataFrame:
    """Every instrument: what it is, since when (leading to the timeline), its standing, what it says; hidden columns to filter by."""
    return pd.DataFrame({
        "_id": laws["id"],
        "Instrument": [with_notes(row.instrument, row.footnotes) for row in laws.itertuples()],
        "When": [_dates(row) for row in laws.itertuples()],
        "What it says": [_says(row) for row in laws.itertuples()],
        "Status": laws["status"].map(plain),
        "Direction": laws["direction"],
        "_kind": laws["kind"].map(plain),
        "_subject": laws["subject"],
        "_binds": laws["binds"],
    })


def _dates(row) -> dict | str:
    told = [f"{word} {words(text)}" for word, text in (("adopted", row.adopted), ("in force", row.in_force)) if text]
    text = "; ".join(told) or "not stated"
    return to_chapter(text, "03-timeline", row.event_id) if row.event_id else text


def _says(row) -> str:
    after = _capital(row.after)
    return after if pd.isna(row.deadline_hours) else f"{after} (deadline: {row.deadline_hours:g} hour{'' if row.deadline_hours == 1 else 's'})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def changes_table(changes: pd.DataFrame) -> pd.DataFrame:
    """What was before and what is after, each rule leading to its row in the register."""
    since = changes["in_force"].where(changes["in_force"] != "", changes["adopted"])
    return pd.DataFrame({
        "Rule": [to_chapter(row.instrument, "05-legal-changes", row.id) for row in changes.itertuples()],
        "Since": [when(text) for text in since],
        "Before": [_capital(text) if text.lower() not in NOT_TOLD else "not stated" for text in changes["before"]],
        "After": [with_notes(_capital(row.after), row.footnotes) for row in changes.itertuples()],
        "Direction": changes["direction"],
    })


def tiles(rules: pd.DataFrame) -> pd.DataFrame:
    """One symbol per rule of the period, in the order of directions; `place` counts from the middle of its subject and direction."""
    rules = rules.sort_values("direction", key=lambda column: column.map(DIRECTIONS.index), kind="stable", ignore_index=True)
    cell = rules.groupby(["subject", "direction"])["id"]
    place = cell.cumcount() - (cell.transform("count") - 1) / 2
    return rules.assign(place=place, subject=rules["subject"].map(plain), since=rules["since"].map(when), began=rules["certain"].map({True: "in the period", False: "perhaps in it"}))


def beside(squares: pd.DataFrame) -> alt.XOffset:
    """Places beside each other around the middle of a cell."""
    widest = max(1.4, float(squares["place"].max()) + 0.5) if len(squares) else 1.4
    return alt.XOffset("place:Q", scale=alt.Scale(domain=[-widest, widest]))


def tiles_table(rules: pd.DataFrame) -> pd.DataFrame:
    """The rules of the period with their direction."""
    return pd.DataFrame({
        "Rule": [to_chapter(row.instrument, "05-legal-changes", row.id) for row in rules.itertuples()],
        "Subject": rules["subject"].map(plain),
        "Direction": rules["direction"],
        "Since": [when(row.since) + ("" if row.certain else ", perhaps outside the period") for row in rules.itertuples()],
    })


def power_label(row) -> str:
    """Who may do what, with or without a court."""
    return f"{row.actor}: {may(row.power, row.over)} · {COURT_WORDS[row.court]}"


def power_frame(powers: pd.DataFrame, known_until: date) -> pd.DataFrame:
    """The stretches of the powers with their label."""
    labels = {row.id: power_label(row) for row in powers.itertuples()}
    bars = power_bars(powers, known_until)
    return bars.assign(label=bars["id"].map(labels).astype("str"), head=bars["y"] - HEAD / 2 - 0.5, top=bars["y"] - 0.4, bottom=bars["y"] + 0.4)


def powers_table(powers: pd.DataFrame, notes: pd.DataFrame) -> pd.DataFrame:
    """Every power to block or cut off, undated ones included, leading to its rule. `notes` is the table of powers."""
    told = notes.set_index("id")
    return pd.DataFrame({
        "Who": [with_notes(row.actor, told.at[row.id, "footnotes"]) for row in powers.itertuples()],
        "May": [may(row.power, row.over) for row in powers.itertuples()],
        "Court": powers["court"].map(COURT_WORDS),
        "Since": [when(text) for text in powers["since"]],
        "Rule": [to_chapter("Rule", "05-legal-changes", law) if law else "" for law in powers["law_id"]],
        "Our note": [told.at[key, "note"] for key in powers["id"]],
    })


def stacked_labels(frame: pd.DataFrame, values: list[str], first: float = 0.0) -> pd.DataFrame:
    """Text over each dot and its value beside it: columns label (broken into lines), value, head (top of the text), y (of the dot)."""
    labels = [wrapped(offence, LABEL_LETTERS) for offence in frame["offence"]]
    extra = [label.count("\n") * LINE for label in labels]
    y = [first + number * (HEAD + 0.8) + HEAD + 0.3 + sum(extra[: number + 1]) for number in range(len(frame))]
    return frame.assign(label=labels, value=values, y=y, head=[_head(place - 0.3 - more) for place, more in zip(y, extra, strict=True)])


def _head(bottom: float) -> float:
    """The top of a text of one line that stands in the heading over `bottom`."""
    return bottom - HEAD / 2 - LINE / 2


def fine_frame(amounts: pd.DataFrame) -> pd.DataFrame:
    """The fines with their places."""
    return stacked_labels(amounts, [money(row.amount, row.currency) for row in amounts.itertuples()])[["label", "value", "head", "y", "amount", "binds"]].pipe(_sides, "amount")


def term_frame(terms: pd.DataFrame) -> pd.DataFrame:
    """The maximum terms with their places."""
    return stacked_labels(terms, list(terms["words"]))[["label", "value", "head", "y", "days", "binds"]].pipe(_sides, "days")


def passed_frame(passed: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """The sentences passed, on one line under the maximum terms."""
    top = depth(terms) if len(terms) else 0.0
    return passed.assign(y=top + HEAD + 0.3, head=_head(top + HEAD), label="prison sentences passed in the cases")


def _sides(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The side of its dot to which a value's text is aligned: inward, so that none leaves the chart."""
    middle = (frame[column].max() * frame[column].min()) ** 0.5 if len(frame) else 0.0
    return frame.assign(side=["right" if value > middle else "left" for value in frame[column]])


def depth(*frames: pd.DataFrame) -> float:
    """How far down the last line of the frames reaches."""
    lowest = [float(frame["y"].max()) for frame in frames if len(frame)]
    return max(lowest, default=0.0) + 0.5


def down(field: str, *frames: pd.DataFrame) -> alt.Y:
    """A vertical place, counted from the top in lines."""
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[depth(*frames), 0], nice=False))


def heads(*frames: pd.DataFrame) -> pd.DataFrame:
    """The lines of text over the dots, each once."""
    return pd.concat([frame[["label", "head"]] for frame in frames]).drop_duplicates(ignore_index=True)


def binds_colours(*frames: pd.DataFrame) -> alt.Scale:
    """Colours for those whom the penalties bind."""
    return theme.colours(dict(zip(BINDS, theme.PALETTE[:3], strict=True)), list(pd.concat(frames)["binds"]))


def binds_shapes(*frames: pd.DataFrame) -> alt.Scale:
    """Shapes for those whom the penalties bind."""
    return shapes(BINDS_SHAPES, pd.concat(frames)["binds"])


def money_axis(penalties: pd.DataFrame) -> alt.Axis:
    """An axis of amounts with the sign of the currency that most fines are stated in."""
    stated = fines(penalties)
    sign = money(0, stated["currency"].iloc[0]).removesuffix("0") if len(stated) else ""
    return alt.Axis(values=[10.0**power for power in range(9)], labelExpr=f"'{sign}' + format(datum.value, ',')")


def period_frame(start: date, end: date) -> pd.DataFrame:
    """The coverage period as one stretch, its last day included."""
    return pd.DataFrame({"x": [pd.Timestamp(start)], "x2": [pd.Timestamp(end) + pd.Timedelta(days=1)]})


def dates_table(laws: pd.DataFrame) -> pd.DataFrame:
    """Every dated instrument, the oldest first."""
    rows = dated(laws)
    return pd.DataFrame({
        "When": rows["when"],
        "Instrument": [to_chapter(row.instrument, "05-legal-changes", row.id) for row in rows.itertuples()],
        "Direction": rows["direction"],
        "Counts as a rule": rows["rule"].map({True: "yes", False: "no"}),
    })


def term_axis() -> alt.Axis:
    """A logarithmic axis of days that names lengths of time."""
    named = " : ".join(f"abs(datum.value - {days}) < 0.01 ? '{name}'" for days, name in TERM_TICKS.items())
    return alt.Axis(values=list(TERM_TICKS), labelExpr=f"{named} : ''", grid=True)


def penalties_table(penalties: pd.DataFrame) -> pd.DataFrame:
    """Every penalty that the report states, those without a number included."""
    return pd.DataFrame({
        "Offence": [with_notes(row.offence, row.footnotes) for row in penalties.itertuples()],
        "Binds": ["; ".join(row.binds) for row in penalties.itertuples()],
        "Fine, at most": [money(row.fine_max, row.currency) if pd.notna(row.fine_max) else "" for row in penalties.itertuples()],
        "Prison, at most": penalties["term_max"].map(duration_words),
        "Other": penalties["other"],
        "Rule": [to_chapter("Rule", "05-legal-changes", law) if law else "" for law in penalties["law_id"]],
    })


def date_frame(laws: pd.DataFrame, first: pd.Timestamp) -> pd.DataFrame:
    """The dated instruments as bars in lanes by direction."""
    lanes = direction_lanes(laws, first)
    rules = lanes.groupby("direction")["rule"].transform("sum").astype(int)
    others = lanes.groupby("direction")["id"].transform("count") - rules
    heads = [_lane_head(*row) for row in zip(lanes["direction"], rules, others, strict=True)]
    wide = lanes["x2"].where(lanes["x2"] >= lanes["x"] + THINNEST, lanes["x"] + THINNEST) if len(lanes) else lanes["x2"]
    return lanes.assign(x2=wide, top=lanes["y"] - 0.4, bottom=lanes["y"] + 0.4, lane=heads, head=lanes["top"] + HEAD / 2, href="#" + lanes["id"])


def _lane_head(direction: str, rules: int, others: int) -> str:
    parts = [f"{rules} rule{'' if rules == 1 else 's'}"] * (rules > 0) + [f"{others} dashed"] * (others > 0)
    return f"{direction}: {', '.join(parts)}"


def first_day(start: date) -> pd.Timestamp:
    """Where the drawing of dates begins."""
    return pd.Timestamp(start.year - YEARS_BEFORE, 1, 1)


def first_shown(dates: pd.DataFrame) -> dict:
    """Where the axis of the dates begins: the year of the earliest bar, in Vega-Lite's parts of a date."""
    return {"year": int(dates["x"].min().year) if len(dates) else 2000}


def value_text(chart: alt.Chart) -> alt.Chart:
    """Values beside their dots, on the inner side."""
    return chart.mark_text(align={"expr": "datum.side"}, dx={"expr": "datum.side == 'right' ? -10 : 10"})
