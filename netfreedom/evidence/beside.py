"""Whether a row's date and numbers stand beside its other words.

Evidence words may be spread over a passage, so that two sentences could swap their numbers unseen. A date or number must
therefore stand in a sentence with another evidence word of the row, unless the sentences of those words print no other
date or number that it could have been swapped with.
"""

from __future__ import annotations

from netfreedom.evidence import columns
from netfreedom.evidence.printed_dates import missing_parts_of, read_edtf, read_printed
from netfreedom.evidence.printed_numbers import has_duration, has_number, in_base_duration, printed_durations, printed_numbers
from netfreedom.evidence.rows import Row
from netfreedom.evidence.words import find_all, stands
from netfreedom.report.text import normalize


APART = "stands in another sentence than the row's words (name in evidence a word beside it), and they stand beside another one:"


def printed_apart(row: Row, sentences: list[str]) -> list[str]:
    """What is wrong with where the row's printed dates and numbers (evidence, `date_text`) stand in its passage's sentences.

    A contradiction (`discrepancies`) joins sentences by its nature and is let off.
    """
    if row.table == "discrepancies":
        return []
    tokens = _tokens(row)
    words = [token for token in tokens if not _is_date(token) and not _is_number(token)]
    holding = [sentence for sentence in sentences if any(stands(token, sentence) for token in words)]
    found = []
    for token in dict.fromkeys([*tokens, normalize(row["date_text"])]):
        if not token or token in words or not holding or any(stands(token, sentence) for sentence in holding):
            continue
        if not any(stands(token, sentence) for sentence in sentences):
            continue  # the words run over two sentences
        if _is_date(token):
            rivals = holding if all(_is_date(sentence) for sentence in holding) else []
        else:
            rivals = [sentence for sentence in holding if _other_numbers(row, sentence, tokens)]
        if rivals:
            found.append(f"'{token}' {APART} {_short(rivals[0])}")
    return found


def number_apart(row: Row, value: str, sentences: list[str]) -> str | None:
    """What is wrong with where a number or length of time from a column stands, or None."""
    printed_in = _finder(value)
    others = [token for token in _tokens(row) if not printed_in(token)]
    holding = [sentence for sentence in sentences if any(stands(token, sentence) for token in others)]
    if not holding or any(printed_in(sentence) for sentence in holding):
        return None
    if not any(printed_in(sentence) for sentence in sentences):
        return None  # it stands in a note
    if value.startswith("P"):
        rivals = [sentence for sentence in holding if _other_durations(row, sentence)]
    else:
        rivals = [sentence for sentence in holding if _other_numbers(row, sentence, [])]
    return f"{APART} {_short(rivals[0])}" if rivals else None


def column_date_apart(row: Row, date: str, sentences: list[str]) -> str | None:
    """What is wrong with where a date from a column without printed words stands, or None.

    Each end of the date must be printed in a sentence with one of the row's words, unless those sentences name no other
    date that it could have been confused with.
    """
    holding = [sentence for sentence in sentences if any(stands(token, sentence) for token in _tokens(row))]
    everywhere = [read_printed(sentence) for sentence in sentences]
    # A sentence may well name another date of the same row: the arrest beside the sentence passed.
    others = {point.month for column in columns.DATES.get(row.table, ()) if row[column] != date for point in read_edtf(row[column])}
    for point in read_edtf(date):
        if any(not missing_parts_of(point, read_printed(sentence)) for sentence in holding):
            continue
        if all(missing_parts_of(point, printed) for printed in everywhere):
            continue  # its parts stand apart, or in a note
        rivals = [sentence for sentence in holding if read_printed(sentence).months - others]
        if rivals:
            return f"{APART} {_short(rivals[0])}"
    return None


def _finder(value: str):
    if value.startswith("P"):
        return lambda text: has_duration(text, value)
    return lambda text: has_number(text, abs(float(value)))


def _other_numbers(row: Row, sentence: str, tokens: list[str]) -> bool:
    """Whether a sentence prints a number in digits, years and the row's own dates, numbers and `tokens` apart."""
    dates = [token for token in _tokens(row) if _is_date(token)]
    own = [span for words in [*dates, *tokens, normalize(row["date_text"])] for span in find_all(words, sentence)]
    values = {abs(float(row[column])) for column in columns.NUMBERS.get(row.table, ()) if _is_value(row[column])}
    return any(
        number.text[0].isdigit()
        and not (number.text.isdigit() and len(number.text) == 4 and number.text[:2] in ("19", "20"))
        and not values & set(number.values)
        and not any(start <= number.start and number.end <= end for start, end in own)
        for number in printed_numbers(sentence)
    )


def _other_durations(row: Row, sentence: str) -> bool:
    """Whether a sentence prints a length of time that is not one of the row's."""
    own = {length for column in columns.DURATIONS.get(row.table, ()) for length in in_base_duration(row[column])}
    return bool(printed_durations(sentence) - own)


def _is_value(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()


def _is_date(text: str) -> bool:
    return not read_printed(text).empty


def _is_number(token: str) -> bool:
    return any(character.isdigit() for character in token)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 90 else sentence[:87] + "..."


def _tokens(row: Row) -> list[str]:
    return [normalize(token) for token in row.many("evidence")]
