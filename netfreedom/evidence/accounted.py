"""Which dates and numbers of a sentence are carried by rows."""

from __future__ import annotations

import calendar

from netfreedom.evidence import columns
from netfreedom.evidence.printed_dates import Printed, read_edtf, read_printed
from netfreedom.evidence.printed_numbers import duration_spans, in_base_duration, printed_numbers
from netfreedom.evidence.rows import Row
from netfreedom.evidence.words import find_all
from netfreedom.report.text import normalize

# "One of", "both" and the like count nothing that would need a row.
_NOT_COUNTED = {"one", "once", "single", "both", "half", "pair", "twice"}
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


class Carried:
    """What a passage's rows carry: printed words, numbers, lengths of time and dates."""

    def __init__(self, rows: list[Row]):
        self._words: set[str] = set()
        self._numbers: set[float] = set()
        self._durations: set[tuple[str, float]] = set()
        self._dates = Printed()
        for row in rows:
            self._add(row)

    def missing(self, sentence: str) -> list[str]:
        """Dates and numbers of a normalized sentence that no row carries, as printed."""
        spans = [span for words in self._words for span in find_all(words, sentence)]
        lengths = [(start, end) for start, end, found in duration_spans(sentence) if found & self._durations]
        missing = [
            number.text.strip()
            for number in printed_numbers(sentence)
            if number.text.lower() not in _NOT_COUNTED
            and not _within(number.start, number.end, spans + lengths)
            and not self._numbers & set(number.values)
            and number.values[0] not in self._dates.years | self._dates.days
        ]
        return missing + self._missing_months(sentence, spans)

    def _missing_months(self, sentence: str, spans: list[tuple[int, int]]) -> list[str]:
        printed = read_printed(sentence)
        covered = read_printed(" / ".join(sentence[start:end] for start, end in spans))
        months = printed.months - self._dates.months - covered.months
        seasons = printed.seasons - self._dates.seasons - covered.seasons
        names = [calendar.month_name[month] for month in sorted(months)] + [_SEASON_NAMES[season] for season in sorted(seasons)]
        # "first half of 2015" stands for months that are not printed by name.
        return [name for name in names if name.casefold() in sentence.casefold()]

    def _add(self, row: Row) -> None:
        printed_words = [*row.many("evidence"), row["date_text"], *(row[column] for column in columns.WORDS.get(row.table, ()))]
        self._words |= {normalize(words) for words in printed_words if words}
        for column in columns.NUMBERS.get(row.table, ()):
            if row[column].lstrip("-").replace(".", "", 1).isdigit():
                self._numbers.add(abs(float(row[column])))
        for column in columns.DURATIONS.get(row.table, ()):
            self._durations |= in_base_duration(row[column])
        for column in ("date", *columns.DATES.get(row.table, ())):
            for point in read_edtf(row[column]):
                self._dates.years.add(point.year)
                if point.day:
                    self._dates.days.add(point.day)
                if point.month:
                    (self._dates.seasons if point.season else self._dates.months).add(point.month)


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)
