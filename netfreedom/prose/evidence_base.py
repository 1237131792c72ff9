"""Sentences of the evidence chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.evidence_base import LINKS, PLACES, Match, language_name
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

A_FEW = 5  # more items than these are counted, not listed
MOST = 0.5  # a share above which a title calls something most of the notes


def lead(stakes: pd.DataFrame, wall: pd.DataFrame, by_section: pd.DataFrame, match: Match | None) -> str:
    """The chapter's findings first: thin sections, fragile addresses, claims without a note, match with the report."""
    bare, rows = int(by_section["bare"].sum()), int(by_section["rows"].sum())
    stand = "stands" if bare == 1 else "stand"
    bare_sentence = f"{capital(in_words(bare))} of {in_words(rows)} coded rows {stand} in the report without a note." if rows else ""
    found = [sentence for sentence in (thin_finding(stakes), shortener_finding(wall)) if sentence]
    return " ".join(filter(None, [*(f"**{sentence}.**" for sentence in found), bare_sentence, match_sentence(match)]))


def thin_finding(stakes: pd.DataFrame) -> str:
    """`31 of the 100 points are argued with nine of the 112 notes`.

    Nothing where no section is thin, where notes are lacking, or where most of the points are argued so: then it is the
    report that has few notes.
    """
    thin, total = stakes[stakes["thin"]], int(stakes["notes"].sum())
    points, cited = int(thin["points"].sum()), int(thin["notes"].sum())
    if thin.empty or not total or points > MOST * stakes["points"].sum():
        return ""
    share = f"{in_words(cited)} of the {counted(total, 'note')}" if cited else "no note"
    return f"{points} of the {int(stakes['points'].sum())} points are argued with {share}"


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
        parts.append(f"{capital(in_words(together))} of {counted(len(stakes), 'section')} have fewer than one note for every two points.")
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


def shortener_finding(wall: pd.DataFrame) -> str:
    """`95 of 112 notes hang on one link shortener`; nothing where fewer than half do."""
    number = int((wall["link"] == LINKS[0]).sum())
    if not len(wall) or number / len(wall) <= MOST:
        return ""
    return f"{number} of {counted(len(wall), 'note')} {'hangs' if number == 1 else 'hang'} on one link shortener"


def wall_title(wall: pd.DataFrame) -> str:
    """The finding, else the question."""
    return shortener_finding(wall) or "Where do the addresses in the notes lead?"


def dot_words(wall: pd.DataFrame, language: str) -> str:
    """What a dot in a mark means, with how many there are."""
    foreign = wall[~wall["language"].isin(["", language])]
    names = listed(language_name(code) for code in foreign["language"].value_counts().index)
    return f"a dot: not in {language_name(language)} ({len(foreign)} of {len(wall)}{': ' + names if names else ''})"


def wall_sentence(wall: pd.DataFrame, linked: bool = True) -> str:
    """Addresses of the notes, one by one; what cannot be seen from a short address. `linked` makes empty notes links."""
    if wall.empty:
        return "No note of the report is coded."
    of = wall["link"].value_counts()
    host = wall.loc[wall["link"] == LINKS[0], "host"].head(1).tolist()
    kinds = (
        (LINKS[0], f"goes through {host[0]}", f"go through {host[0]}") if host else (LINKS[0], "", ""),
        (LINKS[1], "goes through another shortener", "go through other shorteners"),
        (LINKS[2], "gives the full address", "give the full address"),
        (LINKS[3], "has no address", "have no address"),
    )
    parts = [counted(int(of[link]), one, many) for link, one, many in kinds if link in of]
    sentence = f"Of {counted(len(wall), 'note')}, {listed(parts)}." if parts else ""
    empty = wall.loc[wall["link"] == LINKS[4], "footnote"]
    if len(empty):
        numbers = listed(f"{{note}}`{number}`" if linked else number for number in empty)
        sentence += f" Note {numbers} is" if len(empty) == 1 else f" Notes {numbers} are"
        sentence += " empty: the number is printed with nothing behind it."
    if host:
        sentence += (
            " A short address hides where it leads; should the service close, the way to those sources closes with it. "
            "Title, publisher and date, which the register below repeats, are then what is left to search by."
        )
    return sentence.strip()


def dates_title(dates: pd.DataFrame) -> str:
    """Most notes date from the period: the finding, else the question."""
    of = dates["place"].value_counts()
    inside, number = int(of.get(PLACES[1], 0)), len(dates)
    if number and inside / number > MOST:
        return f"{inside} of {counted(number, 'note')} were published in the period covered"
    return "When were the cited sources published?"


def dates_sentence(dates: pd.DataFrame) -> str:
    """Before, in and after the period; without a date."""
    if dates.empty:
        return "No note of the report is coded."
    of = dates["place"].value_counts()
    told = ((1, "in the period covered"), (0, "before it"), (3, "after it"), (2, "at a date too vague to tell"))
    parts = [f"{in_words(int(of[PLACES[place]]))} {words}" for place, words in told if PLACES[place] in of]
    undated = int(of.get(PLACES[4], 0))
    if undated:
        parts.append(f"{in_words(undated)} without a date of publication")
    return (
        f"Of {counted(len(dates), 'note')}: {listed(parts)}. A date is that of the source, not of what it tells; the day on which "
        "a page was looked up is not counted."
    )


def publishers_title(publishers: pd.DataFrame) -> str:
    """Whom the report cites most, where one stands out by its number; else the question."""
    if len(publishers) > 1 and publishers["sources"].iloc[0] > publishers["sources"].iloc[1]:
        first = publishers.iloc[0]
        return f"{first['publisher']} is cited most: {counted(int(first['sources']), 'source')} of {in_words(int(publishers['sources'].sum()))}"
    return "Whose work does the report cite?"


def publishers_sentence(publishers: pd.DataFrame, unnamed: int) -> str:
    """How many publishers, how many of them once; how names were counted."""
    if publishers.empty:
        return "No source names a publisher."
    once = int((publishers["sources"] == 1).sum())
    parts = [f"{capital(counted(len(publishers), 'publisher'))} {'is' if len(publishers) == 1 else 'are'} named"
             + (f", {in_words(once)} of them once." if once else ".")]  # fmt: skip
    if unnamed:
        parts.append(f"{capital(counted(unnamed, 'source'))} {'names' if unnamed == 1 else 'name'} none.")
    parts.append("Names that differ only in capitals, blanks or an internet ending count as one; who owns a publisher is not coded.")
    return " ".join(parts)


def kinds_title(kinds: pd.DataFrame) -> str:
    """The kind that makes up most of the sources, else the question."""
    total = int(kinds["sources"].sum())
    if total and kinds["kind"].iloc[0] and kinds["total"].iloc[0] / total > MOST:
        first = kinds.iloc[0]
        return f"{int(first['total'])} of {counted(total, 'source')} are {first['kind'].replace('_', ' ')}"
    return "What kinds of sources, in which languages?"


def kinds_sentence(kinds: pd.DataFrame) -> str:
    """How many sources in each language."""
    if kinds.empty:
        return "No source is coded."
    languages = kinds.groupby("language")["sources"].sum().sort_values(ascending=False)
    parts = [f"{in_words(int(number))} in {language_name(code)}" for code, number in languages.items()]
    total = counted(int(languages.sum()), "source")
    return f"Of {total}, {listed(parts)}. The language is the one that the note names, or that of the printed title."


def bare_title(counts: pd.DataFrame, by: str) -> str:
    """The group with the largest share of rows without a note, where it has enough rows to say so; else the question."""
    large = counts[counts["rows"] >= 10]
    if large.empty or large["share"].max() <= 100 * MOST:
        return "Which claims stand without a note?"
    worst = large.loc[large["share"].idxmax()]
    name = worst[by].replace("_", " ")
    return f"{capital(name)}: {in_words(int(worst['bare']))} of {in_words(int(worst['rows']))} coded rows without a note"


def bare_sentence(counts: pd.DataFrame, by: str) -> str:
    """Groups in which more than half of the rows name no note, and those in which every row has one."""
    if counts.empty:
        return "No row is coded."
    over = counts[counts["share"] > 100 * MOST].sort_values("share", ascending=False, kind="stable")
    none = counts[counts["bare"] == 0]
    parts = []
    if len(over):
        names = (f"{getattr(row, by).replace('_', ' ')} ({row.bare} of {row.rows})" for row in over.itertuples())
        parts.append(f"More than half of the rows are without a note in {listed(names)}.")
    if len(none):
        parts.append(f"Every row has a note in {listed(name.replace('_', ' ') for name in none[by])}.")
    if not parts:
        parts.append(f"In no {by} are more than half of the rows without a note.")
    return " ".join(parts)


def bare_meaning() -> str:
    """What a missing note means."""
    return (
        "A row without a note is a claim that the report makes in its own name; it is not thereby wrong. A note at the end of a "
        "passage that clearly covers several sentences is counted for each of them."
    )


def map_title(question_map: pd.DataFrame, questions: list[str]) -> str:
    """Questions on which no row bears, else the question with the most rows."""
    counts = question_map.groupby("question")["rows"].sum().reindex(questions, fill_value=0)
    none = list(counts[counts == 0].index)
    if counts.sum() == 0:
        return "Which questions do the coded rows bear on?"
    if len(none) > A_FEW:
        return f"No coded row bears on {in_words(len(none))} of {counted(len(questions), 'question')}"
    if none:
        return f"No coded row bears on {listed(none)}"
    least, most = counts.idxmin(), counts.idxmax()
    return f"From {counted(int(counts[least]), 'row')} on {least} to {in_words(int(counts[most]))} on {most}"


def map_sentence(question_map: pd.DataFrame) -> str:
    """What the map counts and what it does not say."""
    if question_map.empty:
        return "No row names a question."
    return (
        "A row that bears on two questions is counted under both. The map shows what was written, not how a question was scored: "
        "many rows may stand behind few points."
    )


def discrepancy_title(discrepancies: pd.DataFrame, coded: bool) -> str:
    """How many places, else that none were found or looked for."""
    if not coded:
        return "Contradictions: not coded"
    if discrepancies.empty:
        return "No contradiction was found in the report"
    return f"{capital(counted(len(discrepancies), 'place'))} where the report and its notes do not fit together"


def discrepancy_sentence(discrepancies: pd.DataFrame, coded: bool) -> str:
    """Kinds of discrepancies, most frequent first."""
    if not coded:
        return "Contradictions of the report were not coded."
    if discrepancies.empty:
        return "The report was read for contradictions; none were found."
    kinds = discrepancies["kind"].value_counts()
    parts = [f"{kind.replace('_', ' ')} ({number})" for kind, number in kinds.items()]
    return (
        f"By kind: {listed(parts)}. The list is long because it leaves nothing out: a letter in the wrong alphabet stands beside a "
        "contradiction between text and note. Each asked for a decision in the data, which the last column tells."
    )


def match_sentence(match: Match | None) -> str:
    """`matches the report: 54 of 54`, and what that does not mean."""
    if match is None:
        return "The rows were not yet held against the report's text by the program."
    if not match.current:
        return "The rows have changed since they were last held against the report's text."
    verb = "matches" if match.matched == 1 else "match"
    return f"Held against the report's text, {_all_of(match.matched, match.rows)} {verb} it."


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


def notes_title(sources: pd.DataFrame) -> str:
    """How many notes and sources."""
    numbers, rows = sources["footnote"].nunique(), len(sources)
    if not rows:
        return "The report has no notes"
    return capital(counted(numbers, "note")) + (f", {counted(rows, 'entry', 'entries')}" if rows != numbers else "")


def notes_words() -> str:
    """How to read the register of notes."""
    return (
        "A title leads to the address as printed, out of this book; an address that was printed is not thereby an address that "
        "still works. In brackets: what is odd about the note. The last column tells which coded rows name it."
    )


def next_chapters() -> str:
    """Where to read on."""
    return (
        f"What other measurements say of the report's claims: {chapter('Cross-checks', '13-cross-checks')}. "
        f"How the points add up: {chapter('Scores', '02-scores')}."
    )


def _section_counts(stakes: pd.DataFrame) -> list[str]:
    return [f"{row.section} ({counted(int(row.notes), 'note')}, {counted(int(row.points), 'point')})" for row in stakes.itertuples()]


def _all_of(part: int, whole: int) -> str:
    if part == whole and whole > 1:
        return f"all {counted(whole, 'row')}"
    return f"{in_words(part) if part else 'none'} of {counted(whole, 'row')}"
