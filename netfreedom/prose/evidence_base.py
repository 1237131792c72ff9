"""Sentences of the evidence chapter on sections, rows, questions, contradictions and the match with the report."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.evidence_base import BEARS_ON, FORMAL, NOT_A_CLAIM, Match, is_empty
from netfreedom.charts.evidence_base import in_plain_words
from netfreedom.prose.evidence_sources import MOST, shortener_finding
from netfreedom.prose.words import all_of, capital, counted, in_words, listed

ENOUGH = 10  # rows of a group from which a title speaks of its share
A_FEW = 5  # more items than these are counted, not listed


def lead(stakes: pd.DataFrame, wall: pd.DataFrame, by_section: pd.DataFrame, match: Match | None, discrepancies: pd.DataFrame | None = None) -> str:
    """The chapter's findings: claims without a note, thin sections, fragile addresses, contradictions (None where they are not coded), match with the report."""
    bare, rows = int(by_section["bare"].sum()), int(by_section["rows"].sum())
    bare_sentence = f"**The report gives no source for {in_words(bare)} of the {counted(rows, 'fact')} coded from it.**" if rows > 1 else "The report gives no source for the one fact coded from it."
    if not bare:
        bare_sentence = f"{'Every coded fact' if rows > 1 else 'The one coded fact'} has a note." if rows else ""
    found = [sentence for sentence in (thin_finding(stakes), shortener_finding(wall)) if sentence]
    torn = f"The book lists {_small(discrepancy_title(discrepancies, True))}." if discrepancies is not None and len(discrepancies) else ""
    return " ".join(filter(None, [bare_sentence, *(f"{sentence}." for sentence in found), torn, match_sentence(match), AS_CODED if match and match.current else ""]))


AS_CODED = "That a row matches says that it was taken over rightly, not that it is true."


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


def thin_finding(stakes: pd.DataFrame) -> str:
    """`Three sections that can give at most 31 of the 100 points cite nine of the 112 notes`.

    Nothing where no section is thin, where notes are lacking, or where most of the points are argued so: then it is the
    report that has few notes.
    """
    thin, total = stakes[stakes["thin"]], int(stakes["notes"].sum())
    points, cited = int(thin["points"].sum()), int(thin["notes"].sum())
    if thin.empty or not total or points > MOST * stakes["points"].sum():
        return ""
    some = f"{in_words(cited)} of the {counted(total, 'note')}" if cited else "none of the notes"
    which, cite = ("One section", "cites") if len(thin) == 1 else (f"{capital(in_words(len(thin)))} sections", "cite")
    return f"{which} that can give at most {in_words(points)} of the {int(stakes['points'].sum())} points {cite} {some}"


def words_used(sources: pd.DataFrame, facts: pd.DataFrame, match: Match | None) -> str:
    """What the chapter calls a note, a source, a fact and a row, with how many there are of each."""
    notes, named = sources["footnote"].nunique(), sources[~is_empty(sources)]
    several, empty = int((named["footnote"].value_counts() > 1).sum()), notes - named["footnote"].nunique()
    odd = [f"{in_words(several)} {'holds' if several == 1 else 'hold'} more than one"] * bool(several) + [f"{in_words(empty)} {'is' if empty == 1 else 'are'} empty"] * bool(empty)
    claims = int((facts["table"] != NOT_A_CLAIM).sum())
    rows = f" A **row** is any line of the tables ({match.rows:,} were compared): facts, sources, contradictions, lines of the score box." if match else ""
    return (f"Counted here: a **note** is a numbered reference of the report ({notes:,}); a **source** is what a note names ({len(named):,}{': ' + listed(odd) if odd else ''}); "
            f"a **fact** is what was coded from the report's text ({claims:,}).{rows}")


def thin_title(stakes: pd.DataFrame) -> str:
    """The finding, else the question."""
    return thin_finding(stakes) or "How many notes stand behind the points of each section?"


def thin_sentence(stakes: pd.DataFrame) -> str:
    """Which sections are thin, which smaller ones are as thin, and what notes do not show."""
    if not int(stakes["notes"].sum()):
        return "No note of the report is coded, so nothing can be said about how the points are argued."
    thin = stakes[stakes["thin"]]
    small = stakes[~stakes["thin"] & (stakes["per_point"] < 0.5)]
    parts = []
    together = len(thin) + len(small)
    if together > A_FEW:
        which = all_of(together, "sections") if together == len(stakes) else f"{in_words(together)} of {counted(len(stakes), 'section')}"
        parts.append(f"{capital(which)} have fewer than one note for every two points.")
        thin = small = stakes[:0]
    if len(thin):
        parts.append(f"{listed(_section_counts(thin))} {'has' if len(thin) == 1 else 'have'} fewer than one note for every two points.")
    if len(small):
        parts.append(f"So {'has' if len(small) == 1 else 'have'} {listed(_section_counts(small))}, where less is at stake.")
    if not parts:
        parts.append("Every section has at least one note for every two points.")
    parts.append(
        "Notes are not evidence, and the people who scored the country know more than they cite: a section with few notes is "
        "one in which a reader can check less."
    )
    return " ".join(parts)


def bare_title(counts: pd.DataFrame, by: str) -> str:
    """The group with the largest share of rows without a note, where it has enough rows to say so; else the question."""
    large = counts[counts["rows"] >= ENOUGH]
    if large.empty or large["share"].max() <= 100 * MOST:
        return "Which claims stand without a note?"
    worst = large.loc[large["share"].idxmax()]
    name = worst[by].replace("_", " ")
    return f"{capital(name)}: {in_words(int(worst['bare']))} of {in_words(int(worst['rows']))} facts without a note"


def bare_key(counts: pd.DataFrame) -> str:
    """How to read the bars, and which sections a title with numbers compares."""
    key = "Facts by section; before each section how many of its facts have no note"
    return key if bare_title(counts, "section").endswith("?") else f"{key}. The title compares sections with {in_words(ENOUGH)} facts or more"


def bare_sentence(counts: pd.DataFrame, by: str) -> str:
    """Groups in which more than half of the facts name no note, and those in which every one has one."""
    if counts.empty:
        return "No fact is coded."
    over = counts[counts["share"] > 100 * MOST].sort_values("share", ascending=False, kind="stable")
    none = counts[counts["bare"] == 0]
    parts = []
    if len(over):
        names = (f"{getattr(row, by).replace('_', ' ')} ({row.bare} of {row.rows})" for row in over.itertuples())
        parts.append(f"More than half of the facts are without a note in {listed(names)}.")
    if len(none):
        parts.append(f"Every fact has a note in {listed(name.replace('_', ' ') for name in none[by])}.")
    if not parts:
        parts.append(f"In no {by} are more than half of the facts without a note.")
    return " ".join(parts)


def bare_meaning() -> str:
    """What a missing note means."""
    return (
        "A fact without a note is a claim that the report makes in its own name, which does not make it wrong. A note at the end of a "
        "passage that clearly covers several sentences is counted for each of them."
    )


def map_title(question_map: pd.DataFrame, questions: list[str]) -> str:
    """Questions on which no row bears, else the question with the most rows."""
    counts = question_map.groupby("question")["rows"].sum().reindex(questions, fill_value=0)
    none = list(counts[counts == 0].index)
    if counts.sum() == 0:
        return "Which questions do the facts bear on?"
    if len(none) > A_FEW:
        return f"No fact bears on {in_words(len(none))} of {counted(len(questions), 'question')}"
    if none:
        return f"No fact bears on {listed(none)}"
    least, most = counts.idxmin(), counts.idxmax()
    return f"From {counted(int(counts[least]), 'fact')} on {least} to {in_words(int(counts[most]))} on {most}"


def map_sentence(question_map: pd.DataFrame) -> str:
    """What the map counts and what it does not say."""
    if question_map.empty:
        return "No fact names a question."
    return (
        "A fact that bears on two questions is counted under both. The map shows what was written, not how a question was scored: "
        "many facts may stand behind few points."
    )


def discrepancy_title(discrepancies: pd.DataFrame, coded: bool) -> str:
    """How many places there are and, in parts that add up, what they touch; else that none were found or looked for."""
    if not coded:
        return "Contradictions: not coded"
    if discrepancies.empty:
        return "No contradiction was found in the report"
    number, parts = len(discrepancies), _parts(discrepancies["kind"])
    told = f": {'; '.join(parts)}" if len(parts) > 1 else f", {'all ' if number > 1 else ''}{SLIPS}" if discrepancies["kind"].isin(FORMAL).all() else ""
    return f"{capital(counted(number, 'place'))} where the report and its notes do not fit together{told}"


SLIPS = "of form only, such as spelling"


def _parts(kinds: pd.Series) -> list[str]:
    """`59 on what happened, when or how much`, `54 of form only, such as spelling`: what the places touch, no place counted twice."""
    counts = {what: int(kinds.isin(own).sum()) for what, own in BEARS_ON.items()}
    return [f"{in_words(count)} {SLIPS if BEARS_ON[what] == FORMAL else f'on {what}'}" for what, count in counts.items() if count]


def discrepancy_sentence(discrepancies: pd.DataFrame, coded: bool) -> str:
    """Kinds of discrepancies, by what may hang on them."""
    if not coded:
        return "Contradictions of the report were not coded."
    if discrepancies.empty:
        return "The report was read for contradictions; none were found."
    kinds = discrepancies["kind"].value_counts()
    if len(discrepancies) == 1:
        return f"Its kind: {in_plain_words(kinds.index[0])}. It asked for a decision in the data, which the last column states."
    groups = [(what, kinds[kinds.index.isin(own)]) for what, own in BEARS_ON.items()]
    lines = [f"- **On {what} ({int(rows.sum())}):** {listed(f'{in_plain_words(kind)} ({number})' for kind, number in rows.items())}" for what, rows in groups if len(rows)]
    return "\n".join(("What may hang on a place follows from its kind, and the list begins with what weighs most; how grave a single one is, is not coded.\n", *lines)) + \
        "\n\nEach asked for a decision in the data, which the last column states."


def match_sentence(match: Match | None) -> str:
    """`matches the report: 54 of 54`, and what that does not mean."""
    if match is None:
        return "The program has not yet compared the rows with the report's text."
    if not match.current:
        return "The rows have changed since the program last compared them with the report's text."
    verb = "matches" if match.matched == 1 else "match"
    return f"Compared with the report's text by a program, {_all_of(match.matched, match.rows)} {verb} it."


def match_title(match: Match | None) -> str:
    """The count of rows that match, else that it is not known."""
    if match is None:
        return "Match with the report: not checked"
    return f"Matches the report: {match.matched} of {match.rows}" + ("" if match.current else " (before the latest change of the data)")


def match_meaning(match: Match | None) -> str:
    """What the check shows and what it cannot show."""
    if match is None:
        return match_sentence(match)
    return (
        f"{match_sentence(match)} A row matches when its words, dates, numbers and notes stand in the passage that it names. "
        "That shows that the row is in the report; it does not show that the report is right."
    )


def _section_counts(stakes: pd.DataFrame) -> list[str]:
    return [f"{row.section} ({counted(int(row.notes), 'note')}, {counted(int(row.points), 'point')})" for row in stakes.itertuples()]


def _all_of(part: int, whole: int) -> str:
    if part == whole and whole > 1:
        return f"all {counted(whole, 'row')}"
    return f"{in_words(part) if part else 'none'} of {counted(whole, 'row')}"
