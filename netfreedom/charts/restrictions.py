"""Positions, frames and tables of the restrictions chapter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pandas as pd

from netfreedom.analysis.legal_changes import plain_name
from netfreedom.analysis.names import name_of
from netfreedom.analysis.restrictions import (
    ACT, ARREST, ASPECTS, NOT_STATED, OPEN_QUESTION, OTHER, PARTLY, SERVICE, STATED, SYMPTOM, CloseUp, Episodes, episodes, known_counts,
)  # fmt: skip
from netfreedom.analysis.timeline import LASTED, when
from netfreedom.charts.cells import to_chapter, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, CRIMSON, VIOLET

CHAPTER = "04-restrictions"
TOLD_COLOURS = {ACT: CRIMSON, SYMPTOM: BLUE}
WHAT_COLOURS = {SERVICE: BLUE, ARREST: CRIMSON, OTHER: VIOLET}

STRENGTHS = {STATED: 1.0, PARTLY: 0.45, OPEN_QUESTION: 0.0}
WIDE_COLUMNS, NARROW_COLUMNS = 54, 18
_HEAD, _TILE, _GAP = 22, 12, 8  # pixels: heading of a block, tile of a narrow wall, space under a block


@dataclass(frozen=True)
class Wall:
    """One tile per restriction and aspect, as many abreast as the page is wide.

    `cells`: target, says, place, block, strength (1 stated, 0 not), href; `heads`: y, text; `columns`: the expression that says how many tiles stand
    abreast; `x`, `x2`, `y`, `y2`: expressions of a tile's place, y in pixels.
    """

    cells: pd.DataFrame
    heads: pd.DataFrame
    height: int
    columns: str
    x: str
    x2: str
    y: str
    y2: str


def wall(known: pd.DataFrame) -> Wall:
    """The wall of `analysis.known`; every block is as high on a phone (narrow tiles in several rows) as on a wide page."""
    counts = known_counts(known)
    number = int(counts["total"].max()) if len(counts) else 0
    narrow, wide = max(min(number, NARROW_COLUMNS), 1), max(min(number, WIDE_COLUMNS), 1)
    tiles = _TILE * max(-(-number // narrow), 2)
    block = _HEAD + tiles + _GAP
    order = {aspect: place for place, aspect in enumerate(ASPECTS)}
    cells = pd.DataFrame({
        "target": known["target"], "place": known["place"], "block": known["aspect"].map(order) * block + _HEAD,
        "strength": known["state"].map(STRENGTHS).astype(float), "says": known["aspect"].map(ASPECTS) + ": " + known["state"], "href": "#" + known["id"],
    })  # fmt: skip
    heads = pd.DataFrame({"y": [order[aspect] * block + _HEAD / 2 for aspect in counts["aspect"]], "text": [head_text(row) for row in counts.itertuples()]})
    row = f"floor(datum.place / columns) * {tiles} / ceil({number} / columns)"
    return Wall(
        cells, heads, block * len(ASPECTS), f"width > 640 ? {wide} : {narrow}",
        "(datum.place % columns) / columns", "(datum.place % columns + 0.86) / columns",
        f"datum.block + {row}", f"datum.block + {row} + {tiles} / ceil({number} / columns) - 2",
    )  # fmt: skip


def head_text(row) -> str:
    """`A date: 32 of 54 (and 3 a beginning or end only)`."""
    partly = f" (and {row.partly} a beginning or end only)" if row.partly else ""
    return f"{ASPECTS[row.aspect][0].upper()}{ASPECTS[row.aspect][1:]}: {row.stated} of {row.total}{partly}"


def known_table(known: pd.DataFrame) -> pd.DataFrame:
    """How many restrictions the report states each thing of."""
    counts = known_counts(known)
    return pd.DataFrame({
        "The report states": counts["aspect"].map(ASPECTS), "Of": counts["stated"].astype(str) + " of " + counts["total"].astype(str),
        "In part": counts["partly"],
    })  # fmt: skip


_NAME, _BAR, _THIN = 0.28, (0.52, 0.88), (0.58, 0.82)  # within a line: the middle of its name, its bar, a hollow bar


_PHONE, _LETTER = 340, 6.2  # pixels: the width of a chart on a phone, and of a letter of a name


def episode_bars(drawn: Episodes) -> pd.DataFrame:
    """The bars with upper and lower edge; only what is encoded."""
    bars = drawn.bars
    lasted = bars["tells"] == LASTED
    top, bottom = (bars["line"] + lasted.map({True: solid, False: hollow}).astype(float) for solid, hollow in zip(_BAR, _THIN, strict=True))
    frame = bars.assign(top=top, bottom=bottom, href="#" + bars["id"], measure=bars["measure"].map(plain))
    return frame[["target", "measure", "when", "told", "tells", "strength", "x", "x2", "top", "bottom", "href"]]


def episode_names(drawn: Episodes) -> pd.DataFrame:
    """A name over the first bar of each line. It begins with the bar, or ends with it where it would leave a phone's width, or begins at the edge.

    Columns text, y, x, side, href.
    """
    names = drawn.names
    text = (names["target"] + ": " + names["measures"]).astype("str")
    width = drawn.end - drawn.start
    need = text.str.len() * _LETTER / _PHONE
    fits_left, fits_right = (drawn.end - names["x"]) / width >= need, (names["x2"] - drawn.start) / width >= need
    side = (fits_right & ~fits_left).map({True: "right", False: "left"}).astype("str")
    x = names["x"].where(fits_left, drawn.start).where(side == "left", names["x2"])
    return pd.DataFrame({"text": text, "y": names["line"] + _NAME, "x": x, "side": side, "href": "#" + names["id"]})


def episode_heads(drawn: Episodes) -> pd.DataFrame:
    """The heading of each group with its number of episodes. Columns y, text."""
    return pd.DataFrame({"y": drawn.heads["line"] + 0.4, "text": drawn.heads["group"] + " (" + drawn.heads["count"].astype(str) + ")"})


def episode_table(restrictions: pd.DataFrame, start, end) -> pd.DataFrame:
    """The episodes drawn, to be read."""
    bars = episodes(restrictions, start, end).bars.drop_duplicates("id")
    rows = restrictions.set_index("id").loc[list(bars["id"])]
    return pd.DataFrame({
        "Service": [with_notes(target, notes) for target, notes in zip(rows["target"], rows["footnotes"], strict=True)],
        "What": rows["measure"].map(plain), "When": bars["when"].to_numpy(),
    })  # fmt: skip


def undrawn_table(undrawn: pd.DataFrame) -> pd.DataFrame:
    """Restrictions without a bar: a row per group of services and reason, every name a link to its row below."""
    rows = [
        {"Group": group, "Names": _names(part), "When": part["when"].iloc[0]}
        for (group, _), part in undrawn.groupby(["group", "when"], sort=False)
    ]
    return pd.DataFrame(rows, columns=["Group", "Names", "When"])


def _names(rows: pd.DataFrame) -> dict:
    parts = []
    for row in rows.itertuples():
        parts += [to_chapter(row.target, CHAPTER, row.id), "·"]
    return {"parts": parts[:-1]}


def close_bars(found: pd.DataFrame) -> pd.DataFrame:
    """Lines of the close-up from the top. Columns name, what, when, exact, x, x2, top, bottom."""
    line = pd.Series(range(len(found)), index=found.index, dtype=float)
    return found.assign(top=line + _BAR[0], bottom=line + _BAR[1])[["name", "what", "when", "exact", "x", "x2", "top", "bottom"]]


def close_table(found: pd.DataFrame, notes: pd.DataFrame) -> pd.DataFrame:
    """The close-up to be read: rows and notes in one list."""
    rows = pd.DataFrame({
        "When": found["when"], "What": [to_chapter(*row) for row in found[["name", "chapter", "id"]].itertuples(index=False)], "Kind": found["what"],
    })  # fmt: skip
    cited = pd.DataFrame({
        "When": notes["day"].dt.strftime("%-d %B %Y"),
        "What": [with_notes(row.title, (row.footnote,)) for row in notes.itertuples()], "Kind": "note of the report, by its date",
    })  # fmt: skip
    return pd.concat([rows, cited], ignore_index=True)


def note_marks(notes: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """A diamond per day on which notes were published, in a line of its own under those of the rows. Columns x, y, text, title, href."""
    rows = [
        (day + pd.Timedelta(hours=12), len(found) + 1.35, ", ".join(map(str, part["footnote"])), "; ".join(part["title"]), f"note:{part['footnote'].iloc[0]}")
        for day, part in notes.groupby("day")
    ]
    return pd.DataFrame(rows, columns=["x", "y", "text", "title", "href"])


_CLOSE_LETTERS = 46  # of a line over a bar: as many as a phone shows
_RAISED = 0.18  # of the first of two lines over a bar
NOTES_LINE = "Notes of the report, by date of publication"


def close_names(found: pd.DataFrame, notes: pd.DataFrame, window: CloseUp | None) -> pd.DataFrame:
    """A name over each line, and one over that of the notes. Columns name, x, y."""
    name = found["name"].map(lambda name: wrapped(name, _CLOSE_LETTERS)).astype("str")
    raised = name.str.contains("\n", regex=False).map({True: _RAISED, False: 0.0}).astype(float)
    names = pd.DataFrame({"name": name, "x": found["x"], "y": pd.Series(range(len(found)), index=found.index, dtype=float) + _NAME - raised})
    if notes.empty or window is None:
        return names
    head = pd.DataFrame({"name": [NOTES_LINE], "x": [pd.Timestamp(window.start)], "y": [len(found) + _NAME]})
    return pd.concat([names, head], ignore_index=True).astype({"x": "datetime64[ns]"})


def close_pitch(names: pd.DataFrame) -> int:
    """Pixels from line to line: more where a name takes two lines."""
    return 46 if names["name"].str.contains("\n", regex=False).any() else 30


def close_height(found: pd.DataFrame, notes: pd.DataFrame) -> float:
    """Lines of the close-up with that of the notes."""
    return len(found) + (1.8 if len(notes) else 0.1)


def day_ticks(window: CloseUp | None) -> list:
    """Every fourth day, the first of the close days among them: room enough on a phone."""
    if window is None:
        return []
    first = window.start + (window.first - window.start) % timedelta(days=4)
    return [pd.Timestamp(first + timedelta(days=n)) for n in range(0, (window.end - first).days + 1, 4)]


def day_domain(window: CloseUp | None) -> list:
    """The window from its first day to the end of its last; any scale where there is none."""
    return [0, 1] if window is None else [pd.Timestamp(window.start), pd.Timestamp(window.end) + pd.Timedelta(days=1)]


def register(report) -> pd.DataFrame:
    """Every restriction in the order of the report; `_id` is its anchor, `_Type` serves the filter."""
    rows = report.restrictions
    names = actor_names(report)
    return pd.DataFrame({
        "_id": rows["id"],
        "What": [with_notes(f"{row.target} ({plain(row.target_type)})", row.footnotes) for row in rows.itertuples()],
        "Measure": [_measure(row) for row in rows.itertuples()],
        "When": [to_chapter(when(row.date, row.date_kind, row.date_text), "03-timeline", row.event_id) if row.event_id else when(row.date, row.date_kind, row.date_text)
                 for row in rows.itertuples()],
        "Details": [_details(row, names) for row in rows.itertuples()],
        "_Type": rows["target_type"].map(plain),
    })  # fmt: skip


def _details(row, names: dict[str, str]) -> str:
    told = told_of(row, names)
    return f"{told[:1].upper()}{told[1:]}.{f' Our remark: {row.note}' if row.note else ''}"


def actor_names(report) -> dict[str, str]:
    """Names of actors by id; empty where they are not coded."""
    return dict(zip(report.actors["id"], report.actors["name"], strict=True))


def _measure(row) -> str:
    standing = "" if row.standing == "reported" else f", {row.standing}"
    return f"{plain(row.measure)}{standing}"


def told_of(row, names: dict[str, str]) -> str:
    """Reason, circumstance, court, restoration and who is named, as far as the report says; else that it says none of it."""
    reasons = [plain(reason) for reason in row.reason if reason not in NOT_STATED]
    said = [f"official reason: {', '.join(reasons)}"] if reasons else []
    said += [f"amid {plain(row.trigger)}"] if row.trigger not in NOT_STATED else []
    told = {column: [name_of(names, actor) for actor in getattr(row, column)] for column in ("requested_by", "ordered_by", "executed_by")}
    court = row.court_order == "yes" and bool(told["ordered_by"])  # who ordered it is then the court, named or not
    known = [plain_name(name) for name in told["ordered_by"] if not name.endswith("(unspecified)")]
    said += [f"by order of a court ({', '.join(known) or 'not named'})"] if court else [_COURT[row.court_order]] if row.court_order in _COURT else []
    for verb, column in (("asked for by", "requested_by"), ("ordered by", "ordered_by"), ("carried out by", "executed_by")):
        said += [f"{verb} {', '.join(map(plain_name, told[column]))}"] if told[column] and not (court and column == "ordered_by") else []
    said += ["denied"] if row.acknowledged == "denied" else ["acknowledged"] if row.acknowledged == "yes" else []
    said += [_RESTORED[row.restored]] if row.restored in _RESTORED else []
    return "; ".join(said) or "nothing more stated"


_COURT = {"yes": "by order of a court", "no": "without a court", "mixed": "in part by order of a court", "not_applicable": "by a law that needs no court"}
_RESTORED = {"yes": "restored", "no": "not restored"}


def plain(value: str) -> str:
    """A value of a vocabulary as a reader would write it."""
    return value.replace("_", " ")
