"""The registers of the evidence chapter, and the positions that its charts need."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd

from netfreedom.analysis.evidence_base import (
    BEARS_ON, LINKS, NOT_A_CLAIM, PLACES, ROW_NAMES, Match, is_empty, language_name, named_notes,
)  # fmt: skip
from netfreedom.charts.cells import to_address, to_chapter, together, with_notes
from netfreedom.charts.parts import wrapped
from netfreedom.charts.theme import BLUE, CRIMSON, GREEN, GREY, MAGENTA, OCHRE, ORANGE
from netfreedom.dates import words as date_words

# Chapters with a register in which a row of the table has an anchor of its own.
REGISTERS = {"events": "03-timeline", "restrictions": "04-restrictions", "laws": "05-legal-changes", NOT_A_CLAIM: "12-evidence"}

LINK_COLOURS = dict(zip(LINKS, (BLUE, OCHRE, GREEN, CRIMSON, GREY), strict=True))
LINK_SHAPES = dict(zip(LINKS, ("square", "triangle-up", "diamond", "cross", "circle"), strict=True))
PLACE_COLOURS = dict(zip(PLACES, (ORANGE, BLUE, GREY, MAGENTA, GREY), strict=True))
STAKE_COLOURS = {"points at stake": ORANGE, "notes": BLUE}
NOTE_COLOURS = {"with a note": BLUE, "without a note": ORANGE}
LETTERS, LINE = 44, 13  # of a line of a label on a phone; pixels from one line to the next


def note_entries(sources: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """The register of notes: a row per source, with what rests on the note.

    Hidden `_id` is `note-43`, for a second source of the same note `note-43-2`; the rows that rest on a note stand with
    its first source. Hidden `_Kind` and `_Language` serve the filters.
    """
    resting = {number: rows for number, rows in named_notes(facts).groupby("footnote")}
    ordered = sources.sort_values(["footnote", "part"])
    entries = []
    for row, empty in zip(ordered.itertuples(), is_empty(ordered), strict=True):
        number, part = int(row.footnote), int(row.part)
        kind = in_plain_words(row.kind) or ("empty" if empty else "kind not stated")
        language = language_name(row.language) if row.language else ""
        first = to_chapter(f"see the first source of note {number}", "12-evidence", f"note-{number}")
        entries.append({
            "_id": f"note-{number}" if part == 1 else f"note-{number}-{part}",
            "Note": str(number) if part == 1 else f"{number}, {_ordinal(part)} source",
            "Author and title": _heading(row, empty),
            "Publisher and date": ", ".join(filter(None, (row.publisher, date_words(row.published) if row.published else ""))) or "not printed",
            "Kind and language": ", ".join(filter(None, (kind, language))),
            "What rests on it": rests(resting.get(number)) if part == 1 else first,
            "_Kind": kind,
            "_Language": language,
        })  # fmt: skip
    columns = ["_id", "Note", "Author and title", "Publisher and date", "Kind and language", "What rests on it", "_Kind", "_Language"]
    return pd.DataFrame(entries, columns=columns)


def rests(rows: pd.DataFrame | None):
    """The coded rows that name a note, each linked to its register where its chapter has one."""
    if rows is None or rows.empty:
        return "no coded row"
    parts = []
    for row in rows.itertuples():
        text = f"{ROW_NAMES[row.table]}: {row.label}"
        parts += ["·", to_chapter(text, REGISTERS[row.table], row.id) if row.table in REGISTERS else text]
    return together(*parts[1:])


def discrepancy_register(discrepancies: pd.DataFrame) -> pd.DataFrame:
    """Where the report contradicts itself, with what the data do about it, in the order of `BEARS_ON`; `_id` is the row's id."""
    bears = {kind: what for what, kinds in BEARS_ON.items() for kind in kinds}
    rows = discrepancies.sort_values("kind", key=lambda kinds: kinds.map(list(bears).index), kind="stable")
    return pd.DataFrame({
        "_id": rows["id"],
        "Topic": [with_notes(topic, notes) for topic, notes in zip(rows["topic"], rows["footnotes"], strict=True)],
        "The report says": rows["statement"],
        "Against it stands": rows["conflicts_with"],
        "What the data do": rows["handling"],
        "_Bears on": rows["kind"].map(bears),
        "_Kind": [in_plain_words(kind) for kind in rows["kind"]],
        "_Section": rows["section"],
    })  # fmt: skip


def stake_bars(stakes: pd.DataFrame) -> pd.DataFrame:
    """Two bars a section, to the left and to the right of a common line.

    Columns section, label (with its questions, in lines), rise (pixels that further lines lift it), thin, what (points at
    stake, notes), size, x (negative to the left).
    """
    labels = [wrapped(f"{section} ({spanned(questions)})", LETTERS) for section, questions in zip(stakes["section"], stakes["questions"], strict=True)]
    sides = [stakes.assign(what="points at stake", size=stakes["points"], x=-stakes["points"]),
             stakes.assign(what="notes", size=stakes["notes"], x=stakes["notes"])]  # fmt: skip
    frame = pd.concat([side.assign(label=labels, rise=[rise(label) for label in labels]) for side in sides], ignore_index=True)
    return frame[["section", "label", "rise", "thin", "what", "size", "x"]]


def rise(label: str) -> int:
    """Pixels by which a label of several lines begins higher than one of a single line."""
    return -LINE * label.count("\n")


def stake_table(stakes: pd.DataFrame) -> pd.DataFrame:
    """What the chart of points and notes shows, to be read."""
    return pd.DataFrame({
        "Section": stakes["section"], "Questions": [spanned(codes) for codes in stakes["questions"]],
        "Points at stake": stakes["points"], "Notes": stakes["notes"],
        "Facts": stakes["rows"], "Notes per point": stakes["per_point"].round(1),
    })  # fmt: skip


def wall_table(wall: pd.DataFrame) -> pd.DataFrame:
    """The notes of the wall, to be read; each leads to its entry."""
    return pd.DataFrame({
        "Note": [to_chapter(number, "12-evidence", f"note-{number}") for number in wall["footnote"]],
        "Section": wall["section"], "Address": wall["link"], "Host": wall["host"], "Language": wall["language"],
    })  # fmt: skip


def wall_cells(wall: pd.DataFrame, language: str) -> pd.DataFrame:
    """Columns footnote, section, place, link, title, foreign (in another language than the report's), href."""
    frame = wall[["footnote", "section", "place", "link", "title"]]
    foreign = [code not in ("", language) for code in wall["language"]]
    return frame.assign(foreign=foreign, href=[f"note:{number}" for number in wall["footnote"]])


def close_together(wall: pd.DataFrame) -> alt.Scale:
    """A scale for the places of a wall that keeps the marks of a section together on a wide page."""
    places = float(wall["place"].max()) if len(wall) else 1.0
    return alt.Scale(domain=[0.4, places + 0.6], range=[0, alt.expr(f"min(width, {places * 28:g})")], nice=False)


def link_labels(wall: pd.DataFrame) -> str:
    """A Vega expression that names the commonest shortener in the legend."""
    host = wall.loc[wall["link"] == LINKS[0], "host"].head(1).tolist()
    return f"datum.label == '{LINKS[0]}' ? '{host[0]}' : datum.label" if host else "datum.label"


def period_of(start: date, end: date) -> pd.DataFrame:
    """The period covered as one span: begin, until (the day after its last)."""
    return pd.DataFrame({"begin": [pd.Timestamp(start)], "until": [pd.Timestamp(end) + pd.Timedelta(days=1)]})


def dates_table(spans: pd.DataFrame) -> pd.DataFrame:
    """The bars of the dates, to be read."""
    months = [f"{begin:%Y-%m}/{until:%Y-%m}" for begin, until in zip(spans["begin"], spans["until"], strict=True)]
    return pd.DataFrame({"Published": [date_words(span) for span in months], "Notes": spans["notes"], "Against the period covered": spans["place"]})


def publishers_table(publishers: pd.DataFrame) -> pd.DataFrame:
    """Publishers and how many sources each has."""
    return publishers.rename(columns={"publisher": "Publisher", "sources": "Sources"})


def map_table(bearing: pd.DataFrame, checklist: pd.DataFrame, tables: list[str]) -> pd.DataFrame:
    """The map of questions and tables, to be read: a row per question with all its facts, and how many of which table."""
    known = bearing.assign(_place=bearing["table"].map(tables.index)).sort_values("_place")
    found = {question: rows for question, rows in known.groupby("question")}
    none = bearing.iloc[:0]
    return pd.DataFrame({
        "Question": checklist["question"], "Asks": checklist["title"],
        "Facts": [int(found.get(question, none)["rows"].sum()) for question in checklist["question"]],
        "By table": [", ".join(f"{in_plain_words(row.table)} {row.rows}" for row in found.get(question, none).itertuples()) or "none" for question in checklist["question"]],
    })  # fmt: skip


def match_table(match: Match | None) -> pd.DataFrame:
    """Table by table, how many rows match the report."""
    tables = match.tables if match else pd.DataFrame(columns=["table", "rows", "matched"])
    return pd.DataFrame({"Table": [in_plain_words(name) for name in tables["table"]], "Rows": tables["rows"], "Match the report": tables["matched"]})


def noted_bars(counts: pd.DataFrame, by: str) -> pd.DataFrame:
    """Rows with and without a note, one line each: the column `by`, label (with n of N, in lines), rise (as in `stake_bars`), what, rows."""
    labels = [wrapped(f"{bare} of {rows}: {in_plain_words(name)}", LETTERS) for name, bare, rows in zip(counts[by], counts["bare"], counts["rows"], strict=True)]
    frame = counts.assign(label=labels, rise=[rise(label) for label in labels]).rename(columns={"noted": "with a note", "bare": "without a note"})
    return frame.drop(columns="rows").melt([by, "label", "rise"], ["without a note", "with a note"], "what", "rows")


def noted_table(counts: pd.DataFrame, by: str) -> pd.DataFrame:
    """The same to be read."""
    return pd.DataFrame({
        by.capitalize(): [in_plain_words(name) for name in counts[by]], "Facts": counts["rows"], "With a note": counts["noted"],
        "Without a note": counts["bare"], "Percent without": counts["share"].round(0).astype(int),
    })  # fmt: skip


def spanned(questions: tuple[str, ...]) -> str:
    """`B4–B7` for four questions in a row, `B1, B3` for others."""
    numbers = [int(code[1:]) for code in questions]
    in_a_row = len(questions) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return f"{questions[0]}–{questions[-1]}" if in_a_row else ", ".join(questions)


def in_plain_words(value: str) -> str:
    """A value of a vocabulary or the name of a table as a reader would write it."""
    return _PLAIN.get(value) or value.replace("_", " ")


_PLAIN = {"summary_vs_body": "summary against section", "title_vs_text": "title of a note against text", "coverage": "period covered", "definition": "meaning of a word"}


def _heading(row, empty: bool):
    """Author and title, linked to the address, with what is odd about the note."""
    if empty:
        return row.comment or "Empty: the number is printed with nothing behind it."
    text = ": ".join(filter(None, (row.author, row.title))) or "No title"
    remark = f"({row.comment.removesuffix('.')})" if row.comment else ""
    if row.url:
        return together(to_address(text, row.url), remark) if remark else to_address(text, row.url)
    return " ".join(filter(None, (text, remark or "(no address)")))


def _ordinal(part: int) -> str:
    return {2: "second", 3: "third", 4: "fourth"}.get(part, f"{part}th")
