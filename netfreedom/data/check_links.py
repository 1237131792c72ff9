"""Rules that tie rows to other rows: ids, notes, questions, dates of the same happening."""

from __future__ import annotations

from collections.abc import Iterator

from netfreedom.data.tables import Table
from netfreedom.dates import Edtf, parse
from netfreedom.errors import Problem


def reference_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    """Ids in lists exist (single ones are keys, which the schema checks); skipped where the other table is not coded."""
    ids = {name: {row["id"] for _, row in table.records()} for name, table in tables.items() if "id" in table.schema.columns}
    for table in tables.values():
        for field in table.schema.fields:
            if not (field.references and field.list and field.references in ids):
                continue
            for line, row in table.records():
                for element in filter(None, row[field.name].split(";")):
                    if element not in ids[field.references]:
                        yield Problem(table.file, line, field.name, element, f"there is no such row in {field.references}.csv")


# Columns that lead from a row to one above it in the same table.
_UPWARDS = (("actors", "parent"), ("cases", "part_of"))


def cycle_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    """No row is, by itself or through others, a part of itself."""
    for name, column in _UPWARDS:
        rows = [(line, row) for line, row in tables[name].records()] if name in tables else []
        above = {row["id"]: row[column] for _, row in rows}
        for line, row in rows:
            passed, place = set(), row["id"]
            while place in above and place not in passed:
                passed.add(place)
                place = above[place]
            if place == row["id"]:
                yield Problem(tables[name].file, line, column, row[column], f"leads back to {row['id']} itself")


def note_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    """Notes that rows cite stand in sources, and the parts of a note are counted 1, 2 …"""
    sources = tables.get("sources")
    if sources is None:
        return
    numbers = {row["footnote"] for _, row in sources.records()}
    for table in tables.values():
        if "footnotes" not in table.schema.columns:
            continue
        for line, row in table.records():
            for number in filter(None, row["footnotes"].split(";")):
                if number not in numbers:
                    yield Problem(table.file, line, "footnotes", number, "there is no such note in sources.csv")
    next_part: dict[str, int] = {}
    for line, row in sources.records():
        expected = next_part.get(row["footnote"], 1)
        if row["part"].isdecimal() and int(row["part"]) != expected:
            yield Problem(sources.file, line, "part", row["part"], f"the parts of note {row['footnote']} run from 1 on: here belongs {expected}")
        next_part[row["footnote"]] = expected + 1


def question_code_problems(tables: dict[str, Table], codes: set[str]) -> Iterator[Problem]:
    """Questions that rows name stand in the checklist."""
    for table in tables.values():
        if not table.schema.holds_facts:
            continue
        for line, row in table.records():
            for code in filter(None, row["question"].split(";")):
                if code not in codes:
                    yield Problem(table.file, line, "question", code, "there is no such question in index/checklist.csv")


def event_date_problems(tables: dict[str, Table]) -> Iterator[Problem]:
    """A row and the event that it names tell the same happening: their dates share at least a day."""
    events = tables.get("events")
    if events is None:
        return
    dates = {row["id"]: _parsed(row["date"]) for _, row in events.records()}
    for table in tables.values():
        if not {"date", "event_id"} <= set(table.schema.columns):
            continue
        for line, row in table.records():
            own, event = _parsed(row["date"]), dates.get(row["event_id"])
            if own and event and not _share_a_day(own, event):
                yield Problem(table.file, line, "date", row["date"], f"event {row['event_id']} has another date: {event.text}")


def _parsed(text: str) -> Edtf | None:
    try:
        return parse(text) if text else None
    except ValueError:
        return None


def _share_a_day(one: Edtf, other: Edtf) -> bool:
    return not (_before(one, other) or _before(other, one))


def _before(one: Edtf, other: Edtf) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
