"""What a report's argument rests on: its notes, the coded rows that name them, and the points at stake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from netfreedom.data.schemas import schemas
from netfreedom.report.headings import SCORE_BOX, heading_key, known_heading
from netfreedom.vocabulary import CATEGORIES

# The column of each fact table that says, in words, what its row is about.
LABELS = {
    "indicators": "label", "events": "title", "restrictions": "target", "laws": "instrument", "penalties": "offence",
    "powers": "power", "actors": "name", "cases": "person", "removal_requests": "company", "removal_orders": "target",
    "systems": "name", "providers": "provider", "findings": "statement", "discrepancies": "topic",
}  # fmt: skip
# What one row of a fact table is called.
ROW_NAMES = {
    "indicators": "figure", "events": "event", "restrictions": "restriction", "laws": "law", "penalties": "penalty",
    "powers": "power", "actors": "actor", "cases": "case", "removal_requests": "removal requests",
    "removal_orders": "removal order", "systems": "system", "providers": "provider", "findings": "finding", "discrepancies": "discrepancy",
}  # fmt: skip
FORMAL = ("spelling", "citation", "duplicate")  # kinds of discrepancies that are slips of form
# What may hang on a discrepancy, by its kind, the most first; how grave the single one is, is not coded.
HAPPENED = "what happened, when or how much"
BEARS_ON = {HAPPENED: ("summary_vs_body", "coverage", "numbers", "dates"), "what a note or a word stands for": ("title_vs_text", "definition"), "form only": FORMAL}
NOT_A_CLAIM = "discrepancies"  # a contradiction is our remark on the report, no claim of it

# Hosts that only forward to another address; what they forward to cannot be seen from the note.
SHORTENERS = (
    "bit.ly", "goo.gl", "tinyurl.com", "t.co", "ow.ly", "is.gd", "j.mp", "buff.ly", "dlvr.it", "reut.rs", "bbc.in", "on.fb.me",
    "fb.me", "nyti.ms", "wapo.st", "bloom.bg", "econ.st", "huff.to", "cnn.it", "gu.com", "fxn.ws", "lat.ms", "on.wsj.com",
)  # fmt: skip
LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "hy": "Armenian", "ka": "Georgian", "kk": "Kazakh", "ky": "Kyrgyz", "pt": "Portuguese", "ru": "Russian",
    "tr": "Turkish", "uk": "Ukrainian", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
LINKS = ("commonest shortener", "other shortener", "full address", "no address", "empty note")
PLACES = ("before the period", "in the period", "across its edge", "after the period", "no date")


def fact_tables(report) -> dict[str, pd.DataFrame]:
    """The coded tables that hold facts, by name, in the order of the data dictionary."""
    return {name: report.table(name) for name, schema in schemas().items() if schema.holds_facts and report.coded(name)}


def fact_rows(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """All rows of the fact tables in one frame.

    Columns table, id, label (what the row is about, in words), section, question (tuple of codes), footnotes (tuple of
    note numbers).
    """
    names = dict(zip(tables["actors"]["id"], tables["actors"]["name"], strict=True)) if "actors" in tables else {}
    frames = [
        table[["id", "section", "question", "footnotes"]].assign(table=name, label=_labels(name, table, names))
        for name, table in tables.items()
    ]
    columns = ["table", "id", "label", "section", "question", "footnotes"]
    return pd.concat(frames, ignore_index=True)[columns] if frames else pd.DataFrame(columns=columns, dtype=object)


def named_notes(facts: pd.DataFrame) -> pd.DataFrame:
    """One row per fact row and note that it names: columns of `fact_rows`, `footnotes` replaced by the number `footnote`."""
    rows = facts.explode("footnotes").dropna(subset="footnotes").rename(columns={"footnotes": "footnote"})
    return rows.assign(footnote=rows["footnote"].astype(int)).reset_index(drop=True)


def checklist_section(printed: str, checklist: pd.DataFrame) -> str:
    """The checklist's name for a heading of the report; the heading itself where no question stands behind it.

    Reports from 2019 on are divided by question (`B4`); older ones changed the wording of some headings, never the
    first word.
    """
    sections = _first_sections(checklist)
    if printed[:2] in sections and (len(printed) == 2 or not printed[2].isalnum()):
        return sections[printed[:2]]
    first_words = {heading_key(section).split()[0]: section for section in sections.values()}
    words = heading_key(printed).split() if known_heading(printed) else []
    return first_words.get(words[0], printed) if words else printed


def checklist_sections(printed: pd.Series, checklist: pd.DataFrame) -> pd.Series:
    """`checklist_section` of each heading in a column."""
    return printed.map({heading: checklist_section(heading, checklist) for heading in printed.unique()})


def section_order(checklist: pd.DataFrame) -> list[str]:
    """Headings in the order of a report: score box, introduction, key developments, each category and its sections."""
    order = [SCORE_BOX, "Introduction", "Key Developments"]
    for category in CATEGORIES:
        own = checklist[checklist["category"] == category.key]
        order += [category.title, *dict.fromkeys(_first_sections(own).values())]
    return order


def note_sections(numbers: list[int], facts: pd.DataFrame, checklist: pd.DataFrame) -> dict[int, str]:
    """The section in which each note stands.

    That is the section of most rows that name it. Notes are numbered in the order of the text, so a note that no row
    names stands where the note before it does ("" where there is none).
    """
    claims = named_notes(facts[facts["table"] != NOT_A_CLAIM])
    claims = claims.assign(section=checklist_sections(claims["section"], checklist))
    found, last = {}, ""
    by_note = {number: rows["section"] for number, rows in claims.groupby("footnote")}
    for number in sorted(set(numbers)):
        last = by_note[number].value_counts().index[0] if number in by_note else last
        found[number] = last
    return found


def points_and_notes(checklist: pd.DataFrame, sections: dict[int, str], facts: pd.DataFrame) -> pd.DataFrame:
    """What is at stake in each section and what is cited there, in the checklist's order.

    Columns section, category, questions (tuple), points (maximum of its questions; a question that the checklist lists
    under several sections counts in the first), notes, rows (coded claims), per_point (notes for a point), thin (a
    section worth at least as much as the heaviest single question, with less than one note for two points).
    """
    first = _first_sections(checklist)
    frame = checklist.assign(section=checklist["question"].map(first))
    frame = frame.groupby("section", sort=False).agg(
        category=("category", "first"), questions=("question", tuple), points=("max", "sum")
    )
    claims = facts[facts["table"] != NOT_A_CLAIM]
    rows = checklist_sections(claims["section"], checklist).value_counts()
    frame["notes"] = pd.Series(list(sections.values()), dtype=object).value_counts().reindex(frame.index, fill_value=0)
    frame["rows"] = rows.reindex(frame.index, fill_value=0)
    frame["per_point"] = (frame["notes"] / frame["points"]).astype(float)
    frame["thin"] = (frame["points"] >= checklist["max"].max()) & (frame["per_point"] < 0.5)
    return frame.reset_index()


def note_wall(sources: pd.DataFrame, sections: dict[int, str]) -> pd.DataFrame:
    """One row per note, in the order of the numbers.

    Columns footnote, section, place (1, 2 … within the section), link (one of `LINKS`), host, language, kind, title. A note with
    several sources counts once, by its first.
    """
    notes = sources.sort_values(["footnote", "part"]).drop_duplicates("footnote")
    hosts = [_host(url) for url in notes["url"]]
    common = commonest_shortener(sources)
    links = [
        LINKS[4] if empty else LINKS[3] if not host else LINKS[0] if host == common else LINKS[1] if host in SHORTENERS else LINKS[2]
        for host, empty in zip(hosts, is_empty(notes), strict=True)
    ]
    wall = pd.DataFrame({
        "footnote": notes["footnote"].astype(int).to_numpy(), "link": links, "host": hosts,
        "language": notes["language"].to_numpy(), "kind": notes["kind"].to_numpy(), "title": notes["title"].to_numpy(),
    })  # fmt: skip
    wall.insert(1, "section", [sections.get(number, "") for number in wall["footnote"]])
    wall.insert(2, "place", wall.groupby("section").cumcount() + 1)
    return wall


def commonest_shortener(sources: pd.DataFrame) -> str:
    """The link shortener on which most sources hang; "" where none does."""
    hosts = pd.Series([_host(url) for url in sources["url"]], dtype=object)
    hosts = hosts[hosts.isin(SHORTENERS)]
    return hosts.value_counts().index[0] if len(hosts) else ""


def is_empty(sources: pd.DataFrame) -> pd.Series:
    """Which notes hold nothing: no author, title, publisher, date or address."""
    return (sources[["author", "title", "publisher", "published", "accessed", "url"]] == "").all(axis="columns")


def note_dates(sources: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """Dates of publication against the period covered, one row per note (of several sources: the first).

    Columns footnote, published, earliest, latest, place (one of `PLACES`; the day on which a page was looked up is no date
    of publication).
    """
    notes = sources.sort_values(["footnote", "part"]).drop_duplicates("footnote")
    frame = pd.DataFrame({
        "footnote": notes["footnote"].astype(int), "published": notes["published"],
        "earliest": notes["published_earliest"], "latest": notes["published_latest"],
    }).reset_index(drop=True)  # fmt: skip
    return frame.assign(place=[_place(row, pd.Timestamp(start), pd.Timestamp(end)) for row in frame.itertuples()])


def quarters(dates: pd.DataFrame, start: date) -> pd.DataFrame:
    """Dated notes per three months, counted from the first month of the period covered.

    Columns begin, until (both days included), notes, place; a note whose date does not fit into one such span (a bare
    year) is left out.
    """
    dated = dates[dates["earliest"].notna() & dates["latest"].notna()]
    first, last = (_quarters_from(dated[column], start) for column in ("earliest", "latest"))
    fitting = dated.assign(number=first)[first == last]
    frame = fitting.groupby(["number", "place"], as_index=False).agg(notes=("footnote", "size"))
    frame["begin"] = [pd.Timestamp(start) + pd.DateOffset(months=3 * number) for number in frame["number"]]
    frame["until"] = [begin + pd.DateOffset(months=3) - pd.Timedelta(days=1) for begin in frame["begin"]]
    for column in ("begin", "until"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[ns]")
    return frame[["begin", "until", "notes", "place"]]


def publishers(sources: pd.DataFrame) -> pd.DataFrame:
    """Columns publisher, sources; the most cited first. Names that differ only in case, blanks or ending are one publisher."""
    named = sources[sources["publisher"] != ""]
    keys = [publisher_key(name) for name in named["publisher"]]
    frame = named.groupby(keys).agg(publisher=("publisher", lambda names: names.mode()[0]), sources=("publisher", "size"))
    return frame.sort_values(["sources", "publisher"], ascending=[False, True], ignore_index=True)


def without_publisher(sources: pd.DataFrame) -> int:
    """How many sources name no publisher; empty notes are left out."""
    return int(((sources["publisher"] == "") & ~is_empty(sources)).sum())


def publisher_key(name: str) -> str:
    """`Tengri News` and `Tengrinews.kz` are the same: letters only, without an internet ending or a possessive."""
    name = name.casefold().replace("’s ", " ").replace("'s ", " ")
    for ending in (".kz", ".org", ".com", ".ru", ".net"):
        name = name.removesuffix(ending)
    return "".join(character for character in name if character.isalnum())


def language_name(code: str) -> str:
    """The English name of a language code; the code itself where it is not among the common ones."""
    return LANGUAGES.get(code, code) or "a language not stated"


def kinds_by_language(sources: pd.DataFrame) -> pd.DataFrame:
    """Columns kind, language, sources, total (of the kind); empty notes are left out."""
    named = sources[~is_empty(sources)]
    frame = named.groupby(["kind", "language"], as_index=False).size().rename(columns={"size": "sources"})
    frame["total"] = frame.groupby("kind")["sources"].transform("sum")
    return frame.sort_values(["total", "kind", "sources"], ascending=[False, True, False], ignore_index=True)


def without_note(facts: pd.DataFrame, by: str, order: list[str] | tuple = ()) -> pd.DataFrame:
    """Claims with and without a note by `section` or `table`; discrepancies are no claims.

    What `order` names comes first, in that order, the rest in the order of first rows.

    Columns (the column grouped by), rows, noted, bare (without any note), share (percent without a note).
    """
    claims = facts[facts["table"] != NOT_A_CLAIM]
    claims = claims.assign(noted=[bool(numbers) for numbers in claims["footnotes"]])
    frame = claims.groupby(by, sort=False, as_index=False).agg(rows=("id", "size"), noted=("noted", "sum"))
    frame["bare"] = frame["rows"] - frame["noted"]
    places = {name: place for place, name in enumerate(order)}
    frame = frame.sort_values(by, key=lambda names: names.map(lambda name: places.get(name, len(places))), kind="stable", ignore_index=True)
    return frame.assign(share=(100 * frame["bare"] / frame["rows"]).astype(float))


def question_map(facts: pd.DataFrame) -> pd.DataFrame:
    """Columns question, table, rows: how many claims bear on a question; a claim that bears on two counts under both."""
    claims = facts[facts["table"] != NOT_A_CLAIM].explode("question").dropna(subset="question")
    return claims.groupby(["question", "table"], as_index=False).size().rename(columns={"size": "rows"})


@dataclass(frozen=True)
class Match:
    """How many rows match the report's text.

    `tables` has columns table, rows, matched; `current` is false where the data were changed after the check.
    """

    rows: int
    matched: int
    current: bool
    tables: pd.DataFrame


def match_with_report(result: dict | None, current: bool) -> Match | None:
    """The stored result of the check of a dataset, to be shown; None where there was no check."""
    if not result:
        return None
    counts = [(name, count["rows"], count["matched"]) for name, count in result["tables"].items()]
    return Match(int(result["rows"]), int(result["matched"]), current, pd.DataFrame(counts, columns=["table", "rows", "matched"]))


def _labels(name: str, table: pd.DataFrame, actors: dict[str, str]) -> list[str]:
    if name == "powers":
        return [f"{actors.get(actor, actor)}: {power.replace('_', ' ')}" for actor, power in zip(table["actor_id"], table["power"], strict=True)]
    return list(table[LABELS[name]])


def _first_sections(checklist: pd.DataFrame) -> dict[str, str]:
    """The section of each question; of several the first. Reads the cell as text or as a tuple."""
    firsts = [cell.split(";")[0] if isinstance(cell, str) else cell[0] for cell in checklist["section"]]
    return dict(zip(checklist["question"], firsts, strict=True))


def _host(url: str) -> str:
    return urlsplit(url).netloc.casefold().removeprefix("www.")


def _place(row, start: pd.Timestamp, end: pd.Timestamp) -> str:
    if pd.isna(row.earliest) or pd.isna(row.latest):
        return PLACES[4]
    if row.latest < start:
        return PLACES[0]
    if row.earliest > end:
        return PLACES[3]
    return PLACES[1] if start <= row.earliest and row.latest <= end else PLACES[2]


def _quarters_from(days: pd.Series, start: date) -> pd.Series:
    months = (days.dt.year - start.year) * 12 + days.dt.month - start.month
    return months // 3
