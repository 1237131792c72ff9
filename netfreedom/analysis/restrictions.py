"""What is known of each restriction, when it was, which days are told most closely, and what its author denies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from netfreedom.analysis.timeline import INSIDE, LASTED, months_before, rows_without_overlap, stretches, when, where_of
from netfreedom.dates import parse

NOT_STATED = ("", "not_stated", "none_reported")

# An interval wider than this, in which something was so "at some time", dates the report's year rather than the restriction.
WIDE_DAYS = 183

DATED, OPEN, WIDE, UNDATED = "dated", "beginning or end only", "some time in a long period", "undated"

# Services that a reader would look for together; the order is that of the chart from the top.
TYPE_GROUPS = {
    "networks": ("network",),
    "social media and messengers": ("social_media", "messenger"),
    "news sites": ("news",),
    "blogs, video, images, sound": ("blog_host", "media_host"),
    "search, mail and apps": ("search", "email", "app_store", "transport_app"),
    "tools against blocking": ("tool",),
    "other sites": ("ngo_site", "reference", "storage", "petition_site", "community_site", "content_category", "unnamed"),
}
GROUP_OF = {kind: group for group, kinds in TYPE_GROUPS.items() for kind in kinds}

# The report's own verb: somebody did it, or users found that it did not work.
DONE = ("blocked", "banned", "cut_off")
ACT, SYMPTOM = "something done (blocked, banned, cut off)", "trouble that users had (disrupted, unreachable, slowed)"

STATED, PARTLY, OPEN_QUESTION = "stated", "partly", "not stated"
ASPECTS = {
    "date": "a date",
    "note": "a note to follow",
    "trigger": "a circumstance (such as a protest)",
    "court": "what part a court had",
    "reason": "an official reason",
    "restored": "whether it worked again",
}

LEAST_CLOSE_UP = 5  # restrictions that must share the same exact days before those days are shown close up
BEFORE_DAYS, AFTER_DAYS = 5, 8


def dating(restrictions: pd.DataFrame) -> pd.Series:
    """How each row is dated: `DATED`, `OPEN` (only a beginning or an end), `WIDE` or `UNDATED`."""
    said = [_dating(*pair) for pair in zip(restrictions["date"], restrictions["date_kind"], strict=True)]
    return pd.Series(said, index=restrictions.index, dtype="str")


def _dating(text: str, kind: str) -> str:
    if not text:
        return UNDATED
    edtf = parse(text)
    if edtf.start_min is None or edtf.end_max is None:
        return OPEN
    return WIDE if kind != LASTED and (edtf.end_max - edtf.start_min).days > WIDE_DAYS else DATED


def has_end(restrictions: pd.DataFrame) -> pd.Series:
    """Whether the date of each row tells when it ended: what lasted over an interval with a known end."""
    said = [kind == LASTED and bool(text) and parse(text).is_interval and parse(text).end_max is not None
            for text, kind in zip(restrictions["date"], restrictions["date_kind"], strict=True)]  # fmt: skip
    return pd.Series(said, index=restrictions.index, dtype=bool)


def torn_restrictions(restrictions: pd.DataFrame, discrepancies: pd.DataFrame) -> pd.DataFrame:
    """Restrictions on which one part of the report contradicts another: columns target, measure, and id, statement, conflicts_with of the discrepancy.

    A discrepancy of summary against body belongs to a restriction where both stand under one heading, name a common note
    and bear on a common question.
    """
    found = [
        (row.target, row.measure, other.id, other.statement, other.conflicts_with)
        for other in discrepancies[discrepancies["kind"] == "summary_vs_body"].itertuples() for row in restrictions.itertuples()
        if row.section == other.section and set(row.footnotes) & set(other.footnotes) and set(row.question) & set(other.question)
    ]
    return pd.DataFrame(found, columns=["target", "measure", "id", "statement", "conflicts_with"])


def known(restrictions: pd.DataFrame) -> pd.DataFrame:
    """What the report states of each restriction, those of which it states most first.

    Columns id, target, place (0 is the first), aspect (a key of `ASPECTS`), state (`STATED`, `PARTLY`: a beginning or end
    only, `OPEN_QUESTION`).
    """
    dated = dating(restrictions).map({DATED: STATED, OPEN: PARTLY}).fillna(OPEN_QUESTION)
    stated = {
        "date": dated,
        "note": restrictions["footnotes"].map(len) > 0,
        "trigger": ~restrictions["trigger"].isin(NOT_STATED),
        "court": ~restrictions["court_order"].isin(NOT_STATED),
        "reason": [any(reason not in NOT_STATED for reason in reasons) for reasons in restrictions["reason"]],
        "restored": ~restrictions["restored"].isin(NOT_STATED),
    }
    wide = pd.DataFrame({aspect: pd.Series(values, index=restrictions.index, dtype=object) for aspect, values in stated.items()})
    wide = wide.apply(lambda column: column.map({True: STATED, False: OPEN_QUESTION}).fillna(column))
    wide.insert(0, "id", restrictions["id"])
    wide.insert(1, "target", restrictions["target"])
    score = (wide[list(ASPECTS)] == STATED).sum(axis=1) if len(wide) else pd.Series(dtype=int)
    wide = wide.assign(_score=score).sort_values(["_score", "id"], ascending=[False, True]).drop(columns="_score")
    wide.insert(2, "place", range(len(wide)))
    return wide.melt(["id", "target", "place"], list(ASPECTS), "aspect", "state")


def known_counts(wall: pd.DataFrame) -> pd.DataFrame:
    """Columns aspect, stated, partly, total: of how many restrictions the report states it."""
    rows = [(aspect, int((part == STATED).sum()), int((part == PARTLY).sum()), len(part))
            for aspect in ASPECTS for part in [wall.loc[wall["aspect"] == aspect, "state"]]]  # fmt: skip
    return pd.DataFrame(rows, columns=["aspect", "stated", "partly", "total"])


@dataclass(frozen=True)
class Episodes:
    """The dated restrictions as stretches of time.

    `bars`: id, target, measure, told, tells, group, when, strength, x, x2, line; `names`: id, target, measures, line, x (where the
    first stretch begins), x2, group; `heads`: group, line, count; `lines` in all; `start` and `end` of the window.
    """

    bars: pd.DataFrame
    names: pd.DataFrame
    heads: pd.DataFrame
    lines: float
    start: pd.Timestamp
    end: pd.Timestamp


BAR_COLUMNS = ["id", "target", "measure", "told", "tells", "group", "when", "strength", "x", "x2", "line"]
NAME_COLUMNS = ["id", "target", "measures", "group", "line", "x", "x2"]
HEAD = 0.8  # height of a group's heading, in lines
GAP_DAYS = 3


def episodes(restrictions: pd.DataFrame, start: date, end: date, around: int = 1) -> Episodes:
    """Dated rows (also those with an open end) within the coverage period and `around` months beside it, by group.

    Several episodes of one target share a line where they leave it room. Rows outside the window are left out.
    """
    first, last = months_before(start, around), months_before(end, -around - 1)
    rows = restrictions[dating(restrictions).isin((DATED, OPEN))]
    bars, names, heads, line = [], [], [], 0.0
    for group, kinds in TYPE_GROUPS.items():
        drawn = [(row, _drawn(row, first, last, end)) for row in rows[rows["target_type"].isin(kinds)].itertuples()]
        by_target: dict[str, list] = {}
        for row, parts in drawn:
            if parts:
                by_target.setdefault(row.target, []).append((row, parts))
        if not by_target:
            continue
        heads.append((group, line, sum(map(len, by_target.values()))))
        line += HEAD
        for target, spells in sorted(by_target.items(), key=lambda pair: min(parts[0][0] for _, parts in pair[1])):
            spells.sort(key=lambda pair: pair[1][0][0])
            places = rows_without_overlap([(parts[0][0], parts[-1][1]) for _, parts in spells], GAP_DAYS)
            for (row, parts), place in zip(spells, places, strict=True):
                bars += [(row.id, target, row.measure, told(row.measure), row.date_kind, group, when(row.date, row.date_kind, row.date_text), strength, a, b, line + place)
                         for a, b, strength in parts]  # fmt: skip
            for place in sorted(set(places)):
                inside = [(row, parts) for (row, parts), own in zip(spells, places, strict=True) if own == place]
                measures = ", ".join(dict.fromkeys(row.measure.replace("_", " ") for row, _ in inside))
                names.append((inside[0][0].id, target, measures, group, line + place, inside[0][1][0][0], inside[-1][1][-1][1]))
            line += max(places) + 1
    return Episodes(
        _with_days(pd.DataFrame(bars, columns=BAR_COLUMNS)), _with_days(pd.DataFrame(names, columns=NAME_COLUMNS)),
        pd.DataFrame(heads, columns=["group", "line", "count"]), line, pd.Timestamp(first), pd.Timestamp(last),
    )  # fmt: skip


def told(measure: str) -> str:
    """Whether the report's verb names something done or something that users met."""
    return ACT if measure in DONE else SYMPTOM


def _drawn(row, first: date, last: date, known_until: date) -> list[tuple[date, date, float]]:
    parts = stretches(parse(row.date), row.date_kind, known_until)
    return [(max(a, first), min(b, last), strength) for a, b, strength in parts if a < last and b > first]


def _with_days(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in ("x", "x2")})


def not_drawn(restrictions: pd.DataFrame, start: date, end: date, around: int = 1) -> pd.DataFrame:
    """Rows that the chart of episodes cannot show. Columns id, target, group, why, when."""
    dates = dating(restrictions)
    shown = set(episodes(restrictions, start, end, around).bars["id"])
    rows = restrictions[~restrictions["id"].isin(shown)]
    why = [dates[index] if dates[index] in (WIDE, UNDATED) else "outside the months drawn" for index in rows.index]
    frame = pd.DataFrame({
        "id": rows["id"], "target": rows["target"], "group": rows["target_type"].map(GROUP_OF).astype("str"),
        "why": pd.Series(why, index=rows.index, dtype="str"),
        "when": pd.Series([when(*told) for told in zip(rows["date"], rows["date_kind"], rows["date_text"], strict=True)], index=rows.index, dtype="str"),
    })  # fmt: skip
    order = list(TYPE_GROUPS)
    return frame.sort_values(["group", "id"], key=lambda column: column.map(order.index) if column.name == "group" else column, ignore_index=True)


@dataclass(frozen=True)
class CloseUp:
    """The days that the report tells most closely: `first` and `last` of them, and the window around them."""

    first: date
    last: date
    start: date
    end: date
    ids: tuple[str, ...]

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def close_up(restrictions: pd.DataFrame, start: date, end: date) -> CloseUp | None:
    """The exact days within the coverage period that most restrictions share; None where fewer than five share any.

    Of a tie the latest is taken.
    """
    exact = restrictions[[_exact(row.date) and where_of(row.date, start, end) == INSIDE for row in restrictions.itertuples()]]
    if exact.empty:
        return None
    counts = exact.groupby("date").agg(number=("id", "size"), first=("date_earliest", "min")).sort_values(["number", "first"])
    text, number = counts.index[-1], int(counts["number"].iloc[-1])
    if number < LEAST_CLOSE_UP:
        return None
    edtf = parse(text)
    first, last = edtf.start_min, edtf.end_max
    return CloseUp(first, last, first - timedelta(days=BEFORE_DAYS), last + timedelta(days=AFTER_DAYS), tuple(exact.loc[exact["date"] == text, "id"]))


def _exact(text: str) -> bool:
    return bool(text) and parse(text).precision == "day" and None not in (parse(text).start_min, parse(text).end_max)


SERVICE, ARREST, OTHER = "restriction", "arrest or trial", "other entry"
PEOPLE = ("arrest", "prosecution", "violence", "intimidation")
LONGEST_CLOSE = 45  # days: what is dated to a month or closer belongs beside the days shown


def around_days(restrictions: pd.DataFrame, events: pd.DataFrame, window: CloseUp | None) -> pd.DataFrame:
    """What the report dates to a month or closer and that touches the window, exact days first.

    Restrictions, and the events that are not told again by one of them. Columns id, name, what (`SERVICE`, `ARREST`,
    `OTHER`), exact, when, x, x2 (clipped to the window), chapter.
    """
    told_by_rows = set(restrictions["event_id"])
    rows = [(row.id, row.target, SERVICE, row.date, row.date_kind, "04-restrictions") for row in restrictions.itertuples()]
    rows += [(row.id, row.title, ARREST if row.kind in PEOPLE else OTHER, row.date, row.date_kind, "03-timeline")
             for row in events.itertuples() if row.id not in told_by_rows]  # fmt: skip
    found = []
    for id_, name, what, text, kind, chapter in rows:
        if not text or window is None:
            continue
        edtf = parse(text)
        first, last = edtf.start_min, edtf.end_max
        if None in (first, last) or (last - first).days > LONGEST_CLOSE or last < window.start or first > window.end:
            continue
        exact = edtf.precision == "day"
        found.append((id_, name, what, exact, when(text, kind), max(first, window.start), min(last, window.end) + timedelta(days=1), chapter))
    frame = _with_days(pd.DataFrame(found, columns=["id", "name", "what", "exact", "when", "x", "x2", "chapter"]))
    order = {SERVICE: 0, ARREST: 1, OTHER: 2}
    return frame.assign(_what=frame["what"].map(order)).sort_values(["_what", "exact", "x", "id"], ascending=[True, False, True, True], ignore_index=True).drop(columns="_what")


def dated_notes(sources: pd.DataFrame, rows: pd.DataFrame, facts: list[pd.DataFrame], window: CloseUp | None) -> pd.DataFrame:
    """Notes published on an exact day of the window on which one of its rows rests. Columns footnote, title, publisher, day."""
    cited = {number for frame in facts for row in frame.itertuples() if row.id in set(rows["id"]) for number in row.footnotes}
    found = [
        (int(row.footnote), row.title, row.publisher, pd.Timestamp(parse(row.published).start_min))
        for row in sources.itertuples()
        if window and row.footnote in cited and _exact(row.published) and window.start <= parse(row.published).start_min <= window.end
    ]
    frame = pd.DataFrame(found, columns=["footnote", "title", "publisher", "day"])
    return frame.assign(day=pd.to_datetime(frame["day"]).astype("datetime64[ns]")).sort_values(["day", "footnote"], ignore_index=True)


def tor_users(series: pd.DataFrame, iso3: str, window: CloseUp | None) -> pd.DataFrame:
    """Estimated direct Tor users a day in the window. Columns day, until (the next day), users; empty where the index holds no such series."""
    rows = series[(series["iso3"] == iso3) & (series["series"] == "tor_users_direct")]
    days = pd.to_datetime(rows["date"], format="mixed")
    inside = days.between(pd.Timestamp(window.start), pd.Timestamp(window.end)) if window else days.isna()
    day = days[inside].astype("datetime64[ns]")
    return pd.DataFrame({"day": day, "until": day + pd.Timedelta(days=1), "users": rows.loc[inside, "value"].astype(float)}).reset_index(drop=True)


def contested(restrictions: pd.DataFrame) -> pd.DataFrame:
    """Rows that the report asserts and those said to be behind them deny (rows of `restrictions`)."""
    return restrictions[(restrictions["standing"] == "disputed") | (restrictions["acknowledged"] == "denied")]
