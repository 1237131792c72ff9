"""The master timeline: every event placed against the coverage period, dodged so that none hides another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from netfreedom.dates import Edtf, parse, words, words_within

# A kind is drawn in the lane of what it is done to; the order is that of the lanes from the top.
KIND_GROUPS = {
    "networks and content": ("blocking", "disruption", "shutdown", "content_removal"),
    "rules": ("law", "regulation"),
    "people": ("prosecution", "arrest", "violence", "intimidation"),
    "surveillance and attacks": ("surveillance", "technical_attack"),
    "market and institutions": ("market", "institution"),
    "public voices": ("statement", "activism", "other"),
}
GROUP_OF = {kind: group for group, kinds in KIND_GROUPS.items() for kind in kinds}

INSIDE, ACROSS, BEFORE, AFTER, UNDATED = "in the period", "across its edge", "before", "after", "undated"
OUTSIDE = (BEFORE, AFTER)
LASTED, WITHIN, REPEATED = "lasted", "within", "repeated"

# How strongly a stretch is drawn: surely going on; perhaps, within the precision of its date; then a fade at an open end.
SURE, PERHAPS, FADES = 1.0, 0.45, (0.4, 0.25, 0.12)
FADE_DAYS = 30  # of each step of the fade where the end is unknown
GAP_DAYS = 3  # left free between two bars of a row
SYMBOL_DAYS = 7  # about the width of a symbol
HEAD = 1.5  # height of a lane's heading, in rows
OF_A_PERSON = ("prosecution", "violence", "intimidation")  # kinds of which no label is drawn
LABEL_LENGTHS = 18, 44  # characters of a label at least and at most; a longer title is cut at a word
LABEL_WIDTH = 0.0185  # of the window, for each character: what it takes on a phone, the narrowest page


@dataclass(frozen=True)
class Lanes:
    """What the lanes are drawn from.

    `bars`: id, title, when, kind, group, tells, where, x, x2, top, bottom, strength; `marks`: one symbol per exact day or
    entry outside the period, with x, y, mark; `heads`: group, y, text; `height` in rows; `start` and `end` of the window;
    `labels`: id, group, text, side (of the bar on which it stands), x, y.
    """

    bars: pd.DataFrame
    marks: pd.DataFrame
    heads: pd.DataFrame
    height: float
    start: pd.Timestamp
    end: pd.Timestamp
    labels: pd.DataFrame = field(default_factory=lambda: _with_no_labels())


def when(text: str, kind: str = "", printed: str = "") -> str:
    """A date for a reader; an interval in which something happened once is told apart from one that it filled.

    `printed`: the report's own words for it, which may say which part of a month or year is meant.
    """
    if not text:
        return "no date"
    return words_within(text, printed) if kind == WITHIN and _is_wide(parse(text)) else words(text, printed)


def _is_wide(edtf: Edtf) -> bool:
    """An interval of more than days: one within which the report leaves the moment open."""
    return edtf.is_interval and None not in (edtf.start_min, edtf.end_max) and edtf.precision != "day"


def where_of(text: str, start: date, end: date) -> str:
    """How a date lies to the coverage period: in it, across (or perhaps across) its edge, before, after, undated."""
    if not text:
        return UNDATED
    edtf = parse(text)
    if edtf.end_max and edtf.end_max < start:
        return BEFORE
    if edtf.start_min and edtf.start_min > end:
        return AFTER
    known = edtf.start_min and edtf.end_max
    return INSIDE if known and edtf.start_min >= start and edtf.end_max <= end else ACROSS


def placed(events: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """One row per event in order of time, undated ones last.

    Columns id, title, when, kind, group, date, tells (lasted, within, repeated or undated), where, earliest, latest.
    """
    frame = pd.DataFrame({
        "id": events["id"],
        "title": events["title"],
        "when": [when(*told) for told in zip(events["date"], events["date_kind"], events["date_text"], strict=True)],
        "kind": events["kind"],
        "group": events["kind"].map(GROUP_OF).astype("str"),
        "date": events["date"],
        "tells": events["date_kind"],
        "where": pd.Series([where_of(text, start, end) for text in events["date"]], index=events.index, dtype="str"),
        "earliest": events["date_earliest"],
        "latest": events["date_latest"],
    })
    order = frame["earliest"].fillna(frame["latest"])
    return frame.assign(_order=order).sort_values(["_order", "latest", "id"], na_position="last", ignore_index=True).drop(columns="_order")


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before (or, with a negative number, after) a day's month."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def stretches(edtf: Edtf, tells: str, known_until: date) -> list[tuple[date, date, float]]:
    """The stretches (first day, day after the last, strength) in which a date is drawn.

    What lasted is solid from the latest start to the earliest end, and faint where it may or may not have gone on. What
    happened within an interval is one stretch. An open end (`..`) runs to the end of the period that the report knows
    and fades out after it; an unknown end fades at once.
    """
    if tells == LASTED:
        drawn = _lasted(edtf, known_until)
    else:
        first, last = edtf.start_min or edtf.end_min, edtf.end_max or edtf.start_max
        drawn = [(first, _after(last), SURE)]
    if edtf.end_max is None:
        drawn += _fade(drawn[-1][1], forward=True)
    if edtf.start_min is None:
        drawn = _fade(drawn[0][0], forward=False) + drawn
    return drawn


def _lasted(edtf: Edtf, known_until: date) -> list[tuple[date, date, float]]:
    if edtf.end_max is None:
        drawn = [(edtf.start_min, edtf.start_max, PERHAPS)] if edtf.start_min < edtf.start_max else []
        until = max(_after(known_until), _after(edtf.start_max)) if edtf.open_end else _after(edtf.start_max)
        return [*drawn, (edtf.start_max, until, SURE)]
    if edtf.start_min is None:
        drawn = [(edtf.end_min, _after(edtf.end_max), PERHAPS)] if edtf.end_min < edtf.end_max else []
        return [(edtf.end_min - timedelta(days=1), _after(edtf.end_min), SURE), *drawn]
    if edtf.start_max > edtf.end_min:
        return [(edtf.start_min, _after(edtf.end_max), PERHAPS)]
    drawn = [(edtf.start_max, _after(edtf.end_min), SURE)]
    if edtf.start_min < edtf.start_max:
        drawn = [(edtf.start_min, edtf.start_max, PERHAPS), *drawn]
    if edtf.end_min < edtf.end_max:
        drawn.append((_after(edtf.end_min), _after(edtf.end_max), PERHAPS))
    return drawn


def _fade(edge: date, forward: bool) -> list[tuple[date, date, float]]:
    steps = [(edge + timedelta(days=FADE_DAYS * n), edge + timedelta(days=FADE_DAYS * (n + 1)), fade) for n, fade in enumerate(FADES)]
    if forward:
        return steps
    return [(edge - timedelta(days=FADE_DAYS * (n + 1)), edge - timedelta(days=FADE_DAYS * n), fade) for n, fade in reversed(list(enumerate(FADES)))]


def _after(day: date) -> date:
    return day + timedelta(days=1)


def rows_without_overlap(spans: list[tuple[date, date]], gap: int = GAP_DAYS) -> list[int]:
    """For spans in order of their starts, the first row in which each leaves `gap` days to the span before it."""
    ends: list[date] = []
    chosen = []
    for first, last in spans:
        row = next((n for n, end in enumerate(ends) if end + timedelta(days=gap) <= first), len(ends))
        ends[row:row + 1] = [last]
        chosen.append(row)
    return chosen


BAR_COLUMNS = ["id", "title", "when", "kind", "group", "tells", "where", "x", "x2", "top", "bottom", "strength"]
MARK_COLUMNS = ["id", "title", "when", "kind", "group", "mark", "x", "y"]
LABEL_COLUMNS = ["id", "group", "text", "side", "x", "y"]
_THICKNESS = {LASTED: 0.8, WITHIN: 0.56, REPEATED: 0.56}
EXACT_DAY = "exact day"


def told_most(events: pd.DataFrame, start: date, end: date, number: int) -> list[str]:
    """Ids of the entries of the period, at most so many, that the report tells in most places (under several headings).

    What concerns a single person is left out: a charge cut to a few words would be told without its outcome.
    """
    inside = [where_of(text, start, end) == INSIDE and kind not in OF_A_PERSON for text, kind in zip(events["date"], events["kind"], strict=True)]
    places = events.loc[inside, "also_in"].map(len) if number else pd.Series(dtype=int)
    return list(events.loc[places[places > 0].sort_values(ascending=False, kind="stable").index[:number], "id"])


def lanes(events: pd.DataFrame, start: date, end: date, around: int = 2, window: tuple[date, date] | None = None, labelled: int = 0) -> Lanes:
    """The events whose drawing touches the coverage period or the `around` months on either side of it, by lane.

    `window` gives instead the first day drawn and the day after the last, where several periods share an axis. The
    `labelled` entries that the report tells in most places get room for a label beside their bar.
    """
    first, last = window or (months_before(start, around), months_before(end, -around - 1))
    rows = placed(events, start, end)
    chosen = set(told_most(events, start, end, labelled))
    bars, marks, heads, labels, height = [], [], [], [], 0.0
    for group in KIND_GROUPS:
        lane = [(row, _clipped(stretches(parse(row.date), row.tells, end), first, last)) for row in rows[rows["group"] == group].itertuples() if row.date]
        lane = [(row, drawn, _label(row.title, drawn, first, last) if row.id in chosen else None) for row, drawn in lane if drawn]
        lane = sorted(((row, drawn, label, _room(drawn, label)) for row, drawn, label in lane), key=lambda found: (found[3][0], -found[3][1].toordinal()))
        if not lane:
            continue
        heads.append((group, height + HEAD / 2, f"{group} ({len(lane)})"))
        height += HEAD
        places = rows_without_overlap([room for *_, room in lane])
        for (row, drawn, label, _), place in zip(lane, places, strict=True):
            bars += _bars(row, drawn, height + place + 0.5)
            marks += _marks(row, drawn, height + place + 0.5)
            labels += [(row.id, row.group, label.text, label.side, label.x, height + place + 0.5)] if label else []
        height += max(places) + 1
    return Lanes(
        with_days(pd.DataFrame(bars, columns=BAR_COLUMNS), "x", "x2"), with_days(pd.DataFrame(marks, columns=MARK_COLUMNS), "x"),
        pd.DataFrame(heads, columns=["group", "y", "text"]), height, pd.Timestamp(first), pd.Timestamp(last),
        with_days(pd.DataFrame(labels, columns=LABEL_COLUMNS), "x"),
    )  # fmt: skip


@dataclass(frozen=True)
class _Label:
    """The text beside a bar, the side on which it stands, where it begins (`x`) and how far it reaches."""

    text: str
    side: str
    x: date
    end: date


def _with_no_labels() -> pd.DataFrame:
    return with_days(pd.DataFrame(columns=LABEL_COLUMNS), "x")


def _label(title: str, drawn: list[tuple[date, date, float]], first: date, last: date) -> _Label | None:
    """A label right of the bar where it fits there on a phone, else on the side with more room, cut at a word; none where neither has enough."""
    away = timedelta(days=SYMBOL_DAYS)
    left, right, letter = drawn[0][0] - away, drawn[-1][1] + away, LABEL_WIDTH * (last - first).days
    rooms = {"right": (last - right).days, "left": (left - first).days}
    side = "right" if rooms["right"] >= letter * min(len(title), LABEL_LENGTHS[1]) else max(rooms, key=rooms.get)
    most = min(int(rooms[side] / letter), LABEL_LENGTHS[1])
    if most < LABEL_LENGTHS[0]:
        return None
    text = title if len(title) <= most else _cut(title, most)
    if len(text) < min(LABEL_LENGTHS[0], len(title)):
        return None
    length = timedelta(days=round(letter * len(text)))
    return _Label(text, side, right, right + length) if side == "right" else _Label(text, side, left, left - length)


def _cut(title: str, most: int) -> str:
    head = title[:most - 1]
    whole = head if title[most - 1] == " " else head.rsplit(" ", 1)[0]
    return whole.rstrip(" ,:;") + " …"


def _room(drawn: list[tuple[date, date, float]], label: _Label | None) -> tuple[date, date]:
    """From the first to the last day that a bar and its label take up."""
    days = [drawn[0][0], drawn[-1][1], *([label.end] if label else [])]
    return min(days), max(days)


def _clipped(drawn: list[tuple[date, date, float]], first: date, last: date) -> list[tuple[date, date, float]]:
    return [(max(a, first), min(b, last), strength) for a, b, strength in drawn if a < last and b > first]


def _bars(row, drawn: list[tuple[date, date, float]], middle: float) -> list[tuple]:
    half = _THICKNESS.get(row.tells, _THICKNESS[WITHIN]) / 2
    told = (row.id, row.title, row.when, row.kind, row.group, row.tells, row.where)
    return [(*told, a, b, middle - half, middle + half, strength) for a, b, strength in drawn]


def _marks(row, drawn: list[tuple[date, date, float]], middle: float) -> list[tuple]:
    a, b = drawn[0][0], drawn[-1][1]
    exact = row.tells != LASTED and (b - a).days == 1
    mark = row.where if row.where in OUTSIDE else EXACT_DAY if exact else None
    if mark is None:
        return []
    # beside a bar too short to hold the symbol, else in its middle; an exact day is the symbol
    x = a + (b - a) / 2
    if mark in OUTSIDE and (b - a).days < SYMBOL_DAYS:
        x = a - timedelta(days=SYMBOL_DAYS) if mark == BEFORE else b + timedelta(days=SYMBOL_DAYS)
    return [(row.id, row.title, row.when, row.kind, row.group, mark, x, middle)]


def with_days(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    """The frame with the named columns of dates as days that a chart can place."""
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in names})
