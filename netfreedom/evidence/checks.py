"""One row against the report: section, notes, evidence, date, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netfreedom.evidence import columns
from netfreedom.evidence.beside import column_date_apart, number_apart, printed_apart
from netfreedom.evidence.printed_dates import coverage_edtf, disagreement, expression, missing_parts
from netfreedom.evidence.printed_numbers import has_duration, has_number
from netfreedom.evidence.rows import Row
from netfreedom.evidence.words import find_all, stands
from netfreedom.report.model import Passage, ReportText, Section
from netfreedom.report.text import normalize


@dataclass(frozen=True)
class Failure:
    """What does not match, in which row, and the passage that was looked at ("" where none was found)."""

    table: str
    id: str
    line: int
    check: str  # section | note | evidence | date | number
    message: str
    passage_id: str = ""
    passage: str = ""

    def __str__(self) -> str:
        looked = f"\n    looked at {self.passage_id}: {self.passage}" if self.passage else ""
        return f"{self.table}.csv:{self.line}: {self.id}: {self.check}: {self.message}{looked}"


class Checker:
    """Checks rows against one report, whose texts are normalized once."""

    def __init__(self, text: ReportText):
        self.text = text
        self.coverage = coverage_edtf(text.coverage)
        self._normal = {passage.id: normalize(passage.plain) for passage in text.passages}
        self._sentences = {passage.id: [normalize(sentence.text) for sentence in passage.sentences] for passage in text.passages}
        self._notes = {number: normalize(note.text) for number, note in text.notes.items()}

    def passage_text(self, passage: Passage) -> str:
        """A passage without note marks, normalized."""
        return self._normal[passage.id]

    def passages_for(self, row: Row) -> list[Passage]:
        """The passages of the row's section in which all its evidence tokens stand."""
        section = self.text.section(row["section"])
        tokens = row.many("evidence")
        if not section or not tokens:
            return []
        return [passage for passage in section.passages if all(stands(token, self.passage_text(passage)) for token in tokens)]

    def check(self, row: Row) -> tuple[list[Failure], Passage | None]:
        """The row's failures, and the passage on which it rests."""
        missing = [heading for heading in row.sections if not self.text.section(heading)]
        failures = [_failure(row, "section", f"the report has no section '{heading}'") for heading in missing]
        candidates = self.passages_for(row)
        if not candidates:
            section = self.text.section(row["section"])
            return failures + self._note_failures(row, None) + ([self._evidence_failure(row, section)] if section else []), None
        judged = [(self._note_failures(row, passage) + self._statement_failures(row, passage), passage) for passage in candidates]
        found, passage = min(judged, key=lambda pair: len(pair[0]))
        return failures + found, passage

    def _note_failures(self, row: Row, passage: Passage | None) -> list[Failure]:
        """Notes that are not cited where the row says, or that hang on another passage which has none of the row's words."""
        sections = [section for heading in row.sections if (section := self.text.section(heading))]
        cited = {number for section in sections for number in section.notes}
        near = {number for section in sections[1:] for number in section.notes} | set(passage.notes if passage else cited)
        for other in sections[0].passages if sections and passage else []:
            if row.table == "discrepancies" or any(stands(token, self.passage_text(other)) for token in row.many("evidence")):
                near |= set(other.notes)
        failures = []
        for number in row.footnotes:
            if number not in cited:
                failures.append(_failure(row, "note", f"note {number} is not cited in {' or '.join(row.sections)}"))
            elif number not in near:
                failures.append(_failure(row, "note", f"note {number} hangs on a passage without any of the row's words", passage))
        odd = [part for part in row.many("footnotes") if not part.isdigit()]
        return failures + [_failure(row, "note", f"'{part}' is not the number of a note") for part in odd]

    def _evidence_failure(self, row: Row, section: Section) -> Failure:
        tokens = row.many("evidence")
        if not tokens:
            return _failure(row, "evidence", "the row names no evidence: give words that stand in its passage")
        texts = [(passage, self.passage_text(passage)) for passage in section.passages]
        nowhere = [token for token in tokens if not any(stands(token, text) for _, text in texts)]
        nearest = max(texts, key=lambda pair: sum(stands(token, pair[1]) for token in tokens), default=(None, ""))[0]
        if nowhere:
            message = f"'{nowhere[0]}' does not stand in the section"
        else:
            apart = [token for token in tokens if not stands(token, self.passage_text(nearest))]
            message = f"'{apart[0]}' does not stand in one passage with the other words"
        return _failure(row, "evidence", message, nearest)

    def _statement_failures(self, row: Row, passage: Passage) -> list[Failure]:
        """Date, numbers and printed words against one passage and, for what it leaves out, the row's notes."""
        text = self.passage_text(passage)
        noted = " ".join([text, *(self._notes.get(number, "") for number in row.footnotes)])
        failures = []
        if message := self._date_message(row, text):
            failures.append(_failure(row, "date", message, passage))
        failures += [_failure(row, "evidence", message, passage) for message in printed_apart(row, self._sentences[passage.id])]
        for column in columns.WORDS.get(row.table, ()):
            if row[column] and not stands(row[column], noted):
                failures.append(_failure(row, "number", f"{column}: '{row[column]}' does not stand there", passage))
        for column in columns.NUMBERS.get(row.table, ()) + columns.DURATIONS.get(row.table, ()):
            if row[column] and (message := self._number_message(row, column, passage, noted)):
                failures.append(_failure(row, "number", f"{column}: {row[column]} {message}", passage))
        for column in columns.DATES.get(row.table, ()):
            # A date that only the footnote's text prints is mostly that of its publication: the row's note must say what it is.
            if missing := self._missing_date(row, column, noted if row["note"] else text):
                failures.append(_failure(row, "date", f"{column}: {row[column]}: {', '.join(missing)} not printed there", passage))
            elif apart := column_date_apart(row, row[column], self._sentences[passage.id]):
                failures.append(_failure(row, "date", f"{column}: {row[column]} {apart}", passage))
        return failures

    def _date_message(self, row: Row, text: str) -> str | None:
        date, words = row["date"], normalize(row["date_text"])
        if not date and not words:
            return None
        if not words or not date:
            return "date and date_text must both be given, or neither"
        spots = find_all(words, text)
        if not spots:
            return f"date_text '{words}' does not stand there"
        wider = " ".join(self._normal[passage.id] for passage in self.text.section(row["section"]).passages)
        messages = [
            disagreement(date, words, expression(text, *spot), text, wider, self.coverage, bool(row["note"])) for spot in spots
        ]
        return None if None in messages else f"{date} and '{words}': {messages[0]}"

    def _number_message(self, row: Row, column: str, passage: Passage, noted: str) -> str | None:
        """Why a number or length of time does not match, or None when it does."""
        value, text = row[column], self.passage_text(passage)
        if column in columns.DURATIONS.get(row.table, ()):
            if not has_duration(noted, value):
                return "is not printed there"
        elif not self._number_stands(row, column, text, noted):
            return "is not printed there"
        if column == "persons_min":
            return None  # may be told apart from the row's words, or by a note's title
        return number_apart(row, value, self._sentences[passage.id])

    def _number_stands(self, row: Row, column: str, text: str, noted: str) -> bool:
        try:
            value = abs(float(row[column]))  # a fall is printed without its sign
        except ValueError:
            return False
        if column == "persons_min" and (value == 1 or has_more_than(noted, value - 1)):
            return True  # one person needs no number; "more than 20" are at least 21
        if row.table == "indicators" and column == "value" and has_digits(row["value_text"]):
            # The number must be the one in the printed words, not another one of the passage.
            words = normalize(row["value_text"])
            return any(has_number(_around(text, *spot), value) for spot in find_all(words, text)) or has_number(words, value)
        return has_number(noted, value)

    def _missing_date(self, row: Row, column: str, noted: str) -> list[str]:
        date = row[column]
        if not date or (date == self.coverage and re.search(r"(?:coverage|reporting) period", noted)):
            return []
        return missing_parts(date, noted)


def has_more_than(text: str, value: float) -> bool:
    """Whether a normalized text prints "more than" or "over" this number."""
    return any(has_number(text[match.end() : match.end() + 25], value) for match in re.finditer(r"\b(?:more than|over)\s+(?=\w)", text, re.I))


def has_digits(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _around(text: str, start: int, end: int) -> str:
    """The words with what is joined to their number: a currency before, a scale behind."""
    return text[max(0, start - 4) : start] + text[start:end] + re.match(r"(?:\s+(?:thousand|million|billion)\b)?", text[end:]).group()


def _failure(row: Row, check: str, message: str, passage: Passage | None = None) -> Failure:
    looked = (passage.id, passage.text) if passage else ("", "")
    return Failure(row.table, row.id, row.line, check, message, *looked)
