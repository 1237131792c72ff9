"""Rules for single cells and rows that a Table Schema cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netfreedom.data.known import Known
from netfreedom.data.schemas import Field, Schema
from netfreedom.data.tables import Table
from netfreedom.dates import ALLOWED, parse, validate
from netfreedom.errors import Problem

# Evidence and printed words are tokens, never sentences of the report.
MOST_WORDS = 4
_TOKENS = ("evidence", "date_text", "value_text")

_MARKUP = re.compile(r"<\s*[!/?a-zA-Z]|javascript:", re.IGNORECASE)
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

_FORMULA = re.compile(r"[=+]|@\w+\(")
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

# Pairs of columns of which the first may not exceed the second.
_RANGES = (("value", "value_max"), ("price_min", "price_max"))
_SPANS = (("since", "until"), ("arrested", "decided"))
# A sum says nothing without its currency.
_SUMS = ("fine_max", "amount", "price_min", "price_max")


def cell_problems(table: Table, known: Known | None = None) -> Iterator[Problem]:
    """Every cell and row of a table on its own; columns and rows that are `known` to be right are not judged again."""
    known = known or Known()
    for position, field in enumerate(table.schema.fields):
        yield from known.unless(known.column_key(table, position), lambda position=position, field=field: _column(table, position, field))
    yield from known.unless(known.key("rows", table), lambda: _rows(table))


def _column(table: Table, position: int, field: Field) -> Iterator[Problem]:
    # the same text is judged once: long tables repeat most of theirs
    found = {text: list(_cell(field, text)) for text in {row[position] for row in table.rows}}
    for line, row in zip(table.lines, table.rows, strict=True):
        for value, message in found[row[position]]:
            yield Problem(table.file, line, field.name, value, message)


def _cell(field: Field, text: str) -> Iterator[tuple[str, str]]:
    if not text:
        return
    if _INVISIBLE.search(text):
        yield text, "holds a line break or another control character: remove it"
    if _MARKUP.search(text):
        yield text, "holds HTML or script: cells are plain text"
    if _FORMULA.match(text):
        yield text, f"begins with {text[0]}, which spreadsheets run as a formula: begin with a word"
    if field.type in ("integer", "number") and _number(text) is not None and not _PLAIN_NUMBER.fullmatch(text.strip()):
        yield text, "is not written as a plain number: digits, with a point before decimals"
    if text != text.strip():
        yield text, "has a blank at its start or end: remove it"
    if field.edtf:
        try:
            validate(text)
        except ValueError as error:
            yield text, str(error)
    if field.list:
        yield from _list(text)
    if field.name in _TOKENS:
        for token in text.split(";") if field.list else [text]:
            if len(token.split()) > MOST_WORDS:
                yield token, f"has {len(token.split())} words: allowed are at most {MOST_WORDS}, as printed"


def _list(text: str) -> Iterator[tuple[str, str]]:
    elements = text.split(";")
    if any(element != element.strip() for element in elements):
        yield text, "has blanks around ;: write the elements without them"
    for element in dict.fromkeys(elements):
        if elements.count(element) > 1:
            yield element, "stands twice in the list: name it once"


def _rows(table: Table) -> Iterator[Problem]:
    for line, row in table.records():
        for column, message in _row(table.schema, row):
            yield Problem(table.file, line, column, row[column], message)


def _row(schema: Schema, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    if "date_kind" in row:
        yield from _date_and_kind(row)
    for low, high in _RANGES:
        least, most = _number(row.get(low, "")), _number(row.get(high, ""))
        if least is not None and most is not None and least > most:
            yield high, f"is lower than {low} ({row[low]})"
    for start, end in _SPANS:
        if row.get(start) and row.get(end) and _backwards(row[start], row[end]):
            yield end, f"lies before {start} ({row[start]})"
    if "currency" in row:
        for column in _SUMS:
            if row.get(column) and not row["currency"]:
                yield column, "is a sum without a currency: fill currency"
    if schema.name == "cases":
        if row["term"] and row["sanction"] in ("", "none"):
            yield "term", "is the length of a sanction that the row does not name: fill sanction"


def _date_and_kind(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    undated = row["date_kind"] == "undated"
    if row["date"] and undated:
        yield "date_kind", f"the row has a date ({row['date']}): allowed are lasted, within, repeated"
    if not row["date"] and not undated:
        yield "date", f"is empty in a row of kind {row['date_kind']}: {ALLOWED}, or set date_kind to undated"
    if row["date_text"] and not row["date"]:
        yield "date_text", "stands without a date: fill date, or leave it empty"


def _number(text: str) -> float | None:
    """What programs take the text for, be it infinite or in the digits of another script; None where it is no number, which the schema's own check tells."""
    try:
        return float(text)
    except ValueError:
        return None


def _backwards(start: str, end: str) -> bool:
    """Whether the second date lies wholly before the first."""
    try:
        first, last = parse(start), parse(end)
    except ValueError:
        return False
    return (first.earliest or date.min) > (last.latest or date.max)
