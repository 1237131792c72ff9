"""Sentences of the evidence chapter on the report's notes: addresses, dates, publishers, kinds and languages."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.evidence_base import LINKS, PLACES, is_empty, language_name
from netfreedom.prose.words import capital, counted, in_words, listed

MOST = 0.5  # a share above which a title calls something most of the notes


def shortener_finding(wall: pd.DataFrame) -> str:
    """`95 of 112 notes hang on one link shortener`; nothing where fewer than half do."""
    number = int((wall["link"] == LINKS[0]).sum())
    if not len(wall) or number / len(wall) <= MOST:
        return ""
    if len(wall) == 1:
        return "The one note hangs on a link shortener"
    return f"{number} of {counted(len(wall), 'note')} {'hangs' if number == 1 else 'hang'} on one link shortener"


def wall_title(wall: pd.DataFrame) -> str:
    """The finding, else the question."""
    return shortener_finding(wall) or "Where do the addresses in the notes lead?"


def dot_words(wall: pd.DataFrame, language: str) -> str:
    """What a dot in a mark means, with how many there are."""
    foreign = wall[~wall["language"].isin(["", language])]
    if foreign.empty:
        return f"none is marked as not in {language_name(language)}"
    names = listed(language_name(code) for code in foreign["language"].value_counts().index)
    return f"a dot: not in {language_name(language)} ({len(foreign)} of {counted(len(wall), 'note')}, by the first source of each{': ' + names if names else ''})"


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
    told = [(int(of[link]), one, many) for link, one, many in kinds if link in of]
    if len(wall) == 1:
        sentence = f"The one note {told[0][1]}." if told else ""
    else:
        sentence = f"Of {counted(len(wall), 'note')}, {listed(counted(*part) for part in told)}." if told else ""
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
    if number > 1 and inside / number > MOST:
        return f"{inside} of {counted(number, 'note')} {'cites' if inside == 1 else 'cite'} something published in the period covered"
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
    said = listed(parts)
    if PLACES[1] not in of:  # then "it" has not been named yet
        said = said.replace("before it", "before the period covered", 1) if PLACES[0] in of else said.replace("after it", "after the period covered", 1)
    whole = f"The one note lies {said.removeprefix('one ')}" if len(dates) == 1 and not undated else f"Of {counted(len(dates), 'note')}: {said}"
    if len(dates) == 1 and undated:
        whole = "The one note has no date of publication"
    return (
        f"{whole}. A date is that of the source, not of what it describes; the day on which "
        "a page was looked up is not counted."
    )


def publishers_title(publishers: pd.DataFrame) -> str:
    """Whom the report cites most, where one stands out by its number; else the question."""
    if len(publishers) > 1 and publishers["sources"].iloc[0] > publishers["sources"].iloc[1]:
        first = publishers.iloc[0]
        return f"{first['publisher']} is cited most: {counted(int(first['sources']), 'source')} of {in_words(int(publishers['sources'].sum()))} whose publisher is named"
    return "Whose work does the report cite?"


NO_OFTEN = "No publisher stands behind more than one source."


def publishers_sentence(publishers: pd.DataFrame, unnamed: int) -> str:
    """How many publishers, how many of them once; how names were counted."""
    if publishers.empty:
        return "No source names a publisher."
    once = int((publishers["sources"] == 1).sum()) if len(publishers) > 1 else 0
    parts = [f"{capital(counted(len(publishers), 'publisher'))} {'is' if len(publishers) == 1 else 'are'} named"
             + (f", {in_words(once)} of them once." if once else ".")]  # fmt: skip
    if unnamed:
        parts.append(f"{capital(counted(unnamed, 'source'))} {'names' if unnamed == 1 else 'name'} none.")
    parts.append("Names that differ only in capitals, blanks or an internet ending count as one; who owns a publisher is not coded.")
    return " ".join(parts)


def kinds_title(kinds: pd.DataFrame) -> str:
    """The kind that makes up most of the sources, else the question."""
    total = int(kinds["sources"].sum())
    if total > 1 and kinds["kind"].iloc[0] and kinds["total"].iloc[0] / total > MOST:
        first = kinds.iloc[0]
        return f"{int(first['total'])} of {counted(total, 'source')} are {first['kind'].replace('_', ' ')}"
    return "What kinds of sources, in which languages?"


def kinds_sentence(kinds: pd.DataFrame) -> str:
    """How many sources in each language."""
    if kinds.empty:
        return "No source is coded."
    languages = kinds.groupby("language")["sources"].sum().sort_values(ascending=False)
    parts = [f"{in_words(int(number))} in {language_name(code)}" for code, number in languages.items()]
    total = int(languages.sum())
    told = f"The one source is {parts[0].removeprefix('one ')}" if total == 1 else f"Of {counted(total, 'source')}, {listed(parts)}"
    return f"{told}. The language is the one that the note names, or that of the printed title."


def notes_title(sources: pd.DataFrame) -> str:
    """How many notes, and how many sources they name where a note holds several or none."""
    if sources.empty:
        return "The report has no notes"
    numbers, named = sources["footnote"].nunique(), sources[~is_empty(sources)]
    plain = len(named) == numbers == named["footnote"].nunique()
    return capital(counted(numbers, "note")) + ("" if plain else f" with {counted(len(named), 'source')}")


def notes_words() -> str:
    """How to read the register of notes."""
    return (
        "A title leads to the address as printed, out of this book; a printed address may no longer work. "
        "In brackets: what is odd about the note. The last column lists the coded rows that name it."
    )


def report_sentence(meta) -> str:
    """Where the report itself stands; nothing where its address is not known."""
    return f"The report itself: {meta.publisher}, [{meta.title}]({meta.url})." if meta.url else ""
