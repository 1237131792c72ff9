"""What a draft lacks because the text does not show it, or not in a form that could be read: plain sentences."""

from __future__ import annotations

import re

from netfreedom.draft.candidates import Candidate
from netfreedom.draft.meta import Identity
from netfreedom.report.model import Passage, ReportText
from netfreedom.report.text import normalize
from netfreedom.report.headings import heading_key
from netfreedom.vocabulary import CATEGORIES

_DRAFTED = ("scores", "indicators", "events", "restrictions", "laws", "cases", "removal_orders", "systems", "sources")
_QUESTIONS = [f"{letter}{number}" for letter, count in (("A", 5), ("B", 8), ("C", 8)) for number in range(1, count + 1)]
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_ENDS = re.compile(r"[.!?…:][\"”’)\]]*(?:[\s,]*[\d⁰¹²³⁴-⁹]{1,3})*\s*$")


def unread(report: ReportText, identity: Identity, tables: dict, found: list[Candidate], left_out: list[Passage]) -> list[str]:
    """One sentence for each thing that is missing, was assumed or was left out."""
    said = list(identity.remarks)
    if report.encoding:
        said.append(f"The file is not in UTF-8: it was read as {report.encoding}; look at letters with accents.")
    said += _of_scores(report, tables, identity.edition)
    said += _of_notes(report)
    said += _of_text(report)
    if without := [table for table in _DRAFTED if table not in tables]:
        said.append(f"No candidate for {', '.join(without)}: only a person can say that the report names none. A file with its header alone says so; without that, there must be no file.")
    inferred = sum(candidate.is_event and any("year from" in remark or "date from" in remark for remark in candidate.remarks) for candidate in found)
    if inferred:
        said.append(f"{_count(inferred, 'event')} {'has' if inferred == 1 else 'have'} a date or year that the sentence does not print: the note of the row says where it comes from.")
    if left_out:
        said.append(f"{_count(len(left_out), 'passage')} of introduction and leads repeated what the body tells and got no row: add the heading to also_in where it belongs.")
    return said


def is_whole(report: ReportText) -> bool:
    """Whether all parts of a report are there and the text does not break off."""
    return not _of_text(report)


def _of_scores(report: ReportText, tables: dict, edition: int) -> list[str]:
    said = []
    rows = {row["edition"]: row for row in tables.get("scores", [])}
    if any(year <= 0 for year in report.score_box.get("scores", {})):
        said.append(f"The text prints no edition: its scores were taken for those of {edition}.")
    if str(edition) not in rows:
        said.append(f"No total of the edition {edition} could be read.")
    for year, row in rows.items():
        missing = [category.title for category in CATEGORIES if not row[category.key]]
        if missing and len(missing) < len(CATEGORIES):
            said.append(f"{year}: no score for {' and '.join(missing)} could be read.")
        elif missing and year == str(edition):
            said.append(f"{year}: no scores of the three categories could be read, only the total.")
        if not row["status"]:
            said.append(f"{year}: no status could be read.")
    if report.questions:
        printed = {question["question"]: question for question in report.questions}
        absent = [code for code in _QUESTIONS if code not in printed]
        blank = [code for code, question in printed.items() if question["score"] is None]
        said += [f"No page for the questions {', '.join(absent)}."] if absent else []
        said += [f"The score of the questions {', '.join(blank)} could not be read."] if blank else []
        if not any(values.get("access") is not None for values in report.score_box.get("scores", {}).values()) and rows.get(str(edition), {}).get("access"):
            said.append("The scores of the three categories are not printed: they were added up from the questions.")
    return said


def _of_notes(report: ReportText) -> list[str]:
    if not report.notes:
        return ["The text has no notes: sources is not written, and no row names a note."]
    numbers = sorted(report.notes)
    lost = sorted(set(range(1, numbers[-1] + 1)) - set(numbers))
    said = [f"The notes {_list(lost)} were not found."] if lost else []
    raised = {int(normalize(mark)) for passage in report.passages for mark in _RAISED.findall(passage.plain)}
    if noteless := sorted(raised - set(numbers)):
        said.append(f"The marks {_list(noteless)} stand in the text without a note: is the text whole?")
    if empty := [number for number in numbers if report.notes[number].empty]:
        said.append(f"Nothing is printed behind the note numbers {_list(empty)}.")
    if report.uncited:
        said.append(f"No mark in the text was found for the notes {_list(report.uncited)}.")
    return said


def _of_text(report: ReportText) -> list[str]:
    there = {heading_key(section.heading) for section in report.sections if section.passages or section.level == 1}
    letters = {question["question"][0] for question in report.questions}
    said = [f"The part {category.title} is missing: is the text whole?" for category in CATEGORIES
            if category.letter not in letters and heading_key(category.title) not in there]
    body = [passage for passage in report.passages if passage.kind != "box"]
    if body and not _ENDS.search(body[-1].text):
        said.append(f"The text breaks off in the middle of a sentence, under {body[-1].section or 'no heading'}.")
    return said


def _list(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:12]))
    return shown if len(numbers) <= 12 else f"{shown} and {len(numbers) - 12} more"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
