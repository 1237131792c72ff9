"""A check that remembers what was right finds the same as one that does not."""

import pytest
from test_check_rules import CELLS

from netfreedom.data import check_cells
from netfreedom.data.check import check_dataset
from netfreedom.data.known import Known

PLACE = ("ruritania", 2016)


def remembered(known, program=""):
    """What the next check knows."""
    return Known(program, known.passed)


@pytest.fixture
def known(tiny_dataset):
    """What a check without a problem leaves."""
    found = Known()
    assert check_dataset(*PLACE, found) == []
    return found


ONE_A_TABLE = {case[0]: case[:3] for case in CELLS}  # of the broken rules


@pytest.mark.parametrize(("table", "row", "cells"), ONE_A_TABLE.values(), ids=ONE_A_TABLE)
def test_after_any_edit_the_same_problems_are_found(tiny_dataset, known, table, row, cells):
    tiny_dataset.edit(table, row, **cells)
    told = check_dataset(*PLACE)
    after = remembered(known)
    assert check_dataset(*PLACE, after) == told != []
    assert check_dataset(*PLACE, remembered(after)) == told  # a problem is never remembered as right


def test_a_key_is_judged_again_when_the_table_it_leads_to_has_changed(tiny_dataset, known):
    tiny_dataset.edit("laws", 0, id="l002")
    told = [str(problem) for problem in check_dataset(*PLACE, remembered(known))]
    assert any("penalties.csv:2: law_id: 'l001': there is no such row in laws" in line for line in told), told


def test_only_what_changed_is_judged(tiny_dataset, known, monkeypatch):
    columns, tables = set(), set()
    monkeypatch.setattr(check_cells, "_cell", lambda field, text: columns.add((field.name, text)) or ())
    monkeypatch.setattr(check_cells, "_rows", lambda table: tables.add(table.schema.name) or ())
    tiny_dataset.edit("penalties", 0, offence="printing at night")
    after = remembered(known)
    assert check_dataset(*PLACE, after) == [] and tables == {"penalties"}
    assert {name for name, _ in columns} == {"offence"} and ("offence", "printing at night") in columns
    columns.clear(), tables.clear()
    assert check_dataset(*PLACE, remembered(after)) == [] and not columns and not tables
    assert check_dataset(*PLACE, remembered(after, "another program")) == [] and tables == set(tiny_dataset.rows)
    assert {name for name, _ in columns} > {"id", "offence", "date", "note"}


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', "[1, 2]", '["x"]'])
def test_a_damaged_memory_remembers_nothing(tmp_path, content):
    path = tmp_path / "checked.json"
    path.write_text(content)
    assert Known.read(path, "").before in (frozenset(), frozenset({"x"}))
    assert Known.read(tmp_path / "none.json", "").before == frozenset()


def test_what_passed_is_kept(tiny_dataset, known, tmp_path):
    path = tmp_path / "checked.json"
    path.write_text(known.as_text())
    assert Known.read(path, "").before == known.passed != set()
