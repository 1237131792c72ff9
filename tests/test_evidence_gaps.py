"""The check turned round: what stands in the report and in no row must show itself."""

import copy
import json

import pytest
import synthetic_report as synthetic
from synthetic_facts import COUNTRY, EDITION, FACTS

from netfreedom.data.load import load
from netfreedom.errors import InputError
from netfreedom.evidence.gaps import Ignored, read_ignored
from netfreedom.evidence.rows import rows_from_folder
from netfreedom.evidence.stored import current_tables, is_current, load_result
from netfreedom.evidence.verification import verify, verify_rows
from netfreedom.report.reader import read_text

BOX_LINES = {
    "Population: 5.2 million": ("5.2 million",),
    "Internet Penetration 2014 (ITU): 54 percent": ("2014", "54"),
    "Press Freedom 2015 Status: Not Free": ("2015",),
}


@pytest.fixture
def verified(tmp_path):
    def run(tables=None, ignored=()):
        folder = synthetic.write(tmp_path / "data", tables)
        return verify_rows(rows_from_folder(folder), read_text(synthetic.report_text()), list(ignored))

    return run


def test_rival_sentences_that_no_row_carries_are_all_listed(verified):
    gaps = {gap.sentence: gap.missing for gap in verified().gaps}
    assert {fact.rival for fact in FACTS} <= set(gaps)
    assert gaps[FACTS[4].rival] == ("11", "2012", "June")


def test_a_second_number_of_a_sentence_needs_a_row_too(verified):
    gaps = {gap.sentence: gap.missing for gap in verified().gaps}
    assert gaps[FACTS[2].sentence] == ("two",), "two hours are in no row"


def test_facts_of_the_score_box_need_rows_and_its_scores_are_carried_by_scores(verified):
    in_box = {gap.sentence: gap.missing for gap in verified().gaps if gap.section == "Score box"}
    assert in_box == BOX_LINES
    without_scores = synthetic.rows()
    del without_scores["scores"]
    assert any(gap.sentence.startswith("TOTAL") for gap in verified(without_scores).gaps)


def test_a_dropped_row_leaves_its_sentence_and_note_bare(verified):
    tables = copy.deepcopy(synthetic.rows())
    tables["cases"] = []
    result = verified(tables)
    case = next(fact for fact in FACTS if fact.table == "cases")
    assert case.sentence in {gap.sentence for gap in result.gaps}
    assert synthetic.note_of(case) in result.notes_without_row
    assert result.without_note[case.section] == {"rows": 0, "without_note": 0}


def test_rows_that_name_the_section_as_repeating_carry_its_sentences(verified):
    tables = copy.deepcopy(synthetic.rows())
    case = next(fact for fact in FACTS if fact.table == "cases")
    tables["cases"] = []
    tables["systems"][0]["also_in"] = case.section
    assert case.sentence in {gap.sentence for gap in verified(tables).gaps}
    tables["systems"][0]["since"] = "2014-11"
    missing = {gap.sentence: gap.missing for gap in verified(tables).gaps}
    assert missing[case.sentence] == ("18",)


def test_ignored_sentences_keep_their_reason_and_unused_entries_show(verified):
    used = Ignored(FACTS[2].section, "cable break", "A technical fault")
    unused = Ignored(FACTS[2].section, "no such words", "Nothing")
    result = verified(ignored=[used, unused])
    assert [gap.reason for gap in result.gaps if gap.sentence == FACTS[2].rival] == ["A technical fault"]
    assert FACTS[2].rival not in {gap.sentence for gap in result.unexplained}
    assert result.unused_ignored == [unused]


def test_rows_without_a_note_are_counted_by_section(verified):
    tables = copy.deepcopy(synthetic.rows())
    tables["laws"][0]["footnotes"] = ""
    assert verified(tables).without_note["Legal Environment"] == {"rows": 2, "without_note": 1}


def test_notes_without_a_source_row_are_listed(verified):
    tables = copy.deepcopy(synthetic.rows())
    tables["sources"] = tables["sources"][1:]
    assert verified(tables).notes_without_source == [1]


@pytest.mark.parametrize(
    "content, message",
    [("section,token\nA,b\n", "the columns must be section,passage_token,reason"), ("section,passage_token,reason\nA,b,\n", ":2: reason: '': must be filled in")],
)
def test_a_broken_ignored_list_is_refused(tmp_path, content, message):
    path = tmp_path / "verification-ignored.csv"
    path.write_text(content)
    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        read_ignored(path)


def test_the_stored_result_has_counts_but_no_sentence_of_the_report(verified, tmp_path):
    result = verified()
    stored = json.loads(result.save(tmp_path).read_text(encoding="utf-8"))
    assert load_result(tmp_path) == stored and load_result(tmp_path / "nowhere") is None
    assert (stored["matched"], stored["rows"], stored["tables"]["laws"]) == (45, 45, {"rows": 1, "matched": 1})
    assert stored["notes"]["total"] == 27 and len(stored["data_sha256"]["laws"]) == 64
    assert not any(fact.sentence[:30] in json.dumps(stored) for fact in FACTS)
    assert any(fact.rival in result.to_json() for fact in FACTS)


def test_a_stored_result_shows_when_the_data_have_changed(tmp_path, monkeypatch):
    folder = synthetic.write(tmp_path / "data" / COUNTRY / str(EDITION))
    (tmp_path / "data" / "schemas").symlink_to(synthetic.SCHEMAS)
    monkeypatch.setenv("NETFREEDOM_ROOT", str(tmp_path))
    result = verify(load(COUNTRY, EDITION), read_text(synthetic.report_text())).summary()
    assert is_current(result, load(COUNTRY, EDITION)) and current_tables(result, folder) == set(result["tables"])
    tables = synthetic.rows()
    tables["laws"][0]["note"] = "changed"
    synthetic.write(folder, tables)
    assert not is_current(result, load(COUNTRY, EDITION))
    assert current_tables(result, folder) == set(result["tables"]) - {"laws"}
    assert current_tables({**result, "data_sha256": "of an older version"}, folder) == set()


def test_charts_can_quote_the_count_of_their_own_tables(verified):
    tables = copy.deepcopy(synthetic.rows())
    tables["laws"][0]["deadline_hours"] = "7"
    result = verified(tables)
    assert result.line == "matches the report: 44 of 45"
    assert result.table_line("laws", "penalties", "powers") == "matches the report: 2 of 3"
