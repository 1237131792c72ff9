"""Every row against the text: a sound dataset passes whole, and each way of damaging it or the text is caught in every table."""

import copy
import re

import pytest
import synthetic_report as synthetic
from synthetic_facts import COUNTRY, EDITION, FACTS, SCORES

from netfreedom.data.load import load
from netfreedom.evidence.rows import rows_from_folder
from netfreedom.evidence.verification import verify, verify_rows
from netfreedom.evidence.rows import FACT_TABLES
from netfreedom.report.reader import read_text

MONTHS = "January February March April May June July August September October November December".split()
each_table = pytest.mark.parametrize("fact", FACTS, ids=[fact.table for fact in FACTS])


@pytest.fixture
def verified(tmp_path):
    """Verifies rows (as dictionaries by table) against a text."""

    def run(tables=None, text=None):
        folder = synthetic.write(tmp_path / "data", tables)
        return verify_rows(rows_from_folder(folder), read_text(text or synthetic.report_text()))

    return run


def changed(table, **cells):
    tables = copy.deepcopy(synthetic.rows())
    tables[table][0].update(cells)
    return tables


def text_with(old, new):
    """The report printed anew with a sentence changed before it is broken into lines."""
    sound = synthetic.paragraphs
    assert any(old in text for _, text in sound())
    synthetic.paragraphs = lambda: [(kind, text.replace(old, new)) for kind, text in sound()]
    try:
        return synthetic.report_text()
    finally:
        synthetic.paragraphs = sound


def failed(result):
    return {(failure.table, failure.check) for failure in result.failures}


def test_facts_cover_every_fact_table():
    assert {fact.table for fact in FACTS} == set(FACT_TABLES)


def test_a_sound_dataset_matches_row_for_row(verified):
    result = verified()
    assert [str(failure) for failure in result.failures] == []
    assert result.line == "matches the report: 45 of 45" and result.ok


@each_table
def test_swapped_numbers_of_two_sentences_are_caught(verified, fact):
    assert fact.number in fact.sentence and fact.rival_number in fact.rival
    swapped = fact.sentence.replace(fact.number, fact.rival_number) + "{} " + fact.rival.replace(fact.rival_number, fact.number)
    result = verified(text=text_with(f"{fact.sentence}{{}} {fact.rival}", swapped))
    tables = {table for table, _ in failed(result)}
    # A contradiction joins two sentences of a passage, so there only words that left the passage are missed.
    assert tables == ({fact.table} if fact.table != "discrepancies" else set())


@each_table
def test_numbers_swapped_between_passages_are_caught(verified, fact):
    other = next(other for other in FACTS if other.section != fact.section)
    text = text_with(fact.sentence, fact.sentence.replace(fact.number, "@@"))
    assert fact.table in {table for table, _ in failed(verified(text=text.replace("@@", other.number)))}


@each_table
def test_a_month_moved_in_the_text_is_caught(verified, fact):
    month, year = fact.month.split()
    moved = f"{MONTHS[(MONTHS.index(month) + 5) % 12]} {year}"
    result = verified(text=text_with(fact.sentence, fact.sentence.replace(fact.month, moved)))
    assert {table for table, _ in failed(result)} == {fact.table}


@each_table
def test_months_swapped_between_two_sentences_are_caught(verified, fact):
    swapped = fact.sentence.replace(fact.month, fact.rival_month) + "{} " + fact.rival.replace(fact.rival_month, fact.month)
    result = verified(text=text_with(f"{fact.sentence}{{}} {fact.rival}", swapped))
    assert {table for table, _ in failed(result)} == ({fact.table} if fact.table != "discrepancies" else set())


@pytest.mark.parametrize(
    "table, column, value",
    [
        ("events", "date", "2014-11"), ("restrictions", "date", "2015-02"), ("removal_orders", "date", "2015-03"),
        ("indicators", "as_of", "2015-08"), ("providers", "as_of", "2014-08"), ("powers", "since", "2013-01"),
        ("removal_requests", "period", "2014-03"), ("findings", "since", "2014-01"), ("laws", "adopted", "2014-03"),
        ("cases", "decided", "2014-07"), ("systems", "since", "2013-09"),
    ],
)  # fmt: skip
def test_a_month_moved_in_a_row_is_caught(verified, table, column, value):
    assert failed(verified(changed(table, **{column: value}))) == {(table, "date")}


@pytest.mark.parametrize(
    "table, column, value",
    [
        ("indicators", "value", "77"), ("providers", "market_share_percent", "13.1"), ("laws", "deadline_hours", "48"),
        ("penalties", "fine_max", "9000"), ("penalties", "term_max", "P5Y"), ("cases", "term", "P30M"), ("removal_requests", "requests", "4"),
    ],
)  # fmt: skip
def test_a_rivals_number_in_a_row_is_caught(verified, table, column, value):
    assert failed(verified(changed(table, **{column: value}))) == {(table, "number")}


@each_table
def test_a_note_of_another_section_is_caught(verified, fact):
    other = next(other for other in FACTS if other.section != fact.section)
    result = verified(changed(fact.table, footnotes=str(synthetic.note_of(other))))
    assert failed(result) == {(fact.table, "note")}


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.section == "Content Removal"], ids=lambda fact: fact.table)
def test_a_note_of_another_passage_of_the_section_is_caught(verified, fact):
    other = next(other for other in FACTS if other.section == fact.section and other != fact)
    assert failed(verified(changed(fact.table, footnotes=str(synthetic.note_of(other))))) == {(fact.table, "note")}


@each_table
def test_a_token_dropped_from_the_text_is_caught(verified, fact):
    token = fact.row["evidence"].split(";")[0]
    result = verified(text=text_with(fact.sentence, fact.sentence.replace(token, "somebody")))
    assert (fact.table, "evidence") in failed(result)


@each_table
def test_tokens_of_two_passages_are_caught(verified, fact):
    other = next(other for other in FACTS if other.section != fact.section)
    result = verified(changed(fact.table, evidence=f"{fact.row['evidence'].split(';')[0]};{other.row['evidence'].split(';')[0]}"))
    assert (fact.table, "evidence") in failed(result)


@each_table
def test_a_row_without_evidence_or_in_an_unknown_section_is_caught(verified, fact):
    assert failed(verified(changed(fact.table, evidence=""))) == {(fact.table, "evidence")}
    assert (fact.table, "section") in failed(verified(changed(fact.table, section="Rumours")))
    assert (fact.table, "section") in failed(verified(changed(fact.table, also_in="Rumours")))


def test_scores_are_checked_against_the_box(verified):
    assert failed(verified(changed("scores", rights="25", total="59"))) == {("scores", "number")}
    assert failed(verified(changed("scores", status="Free"))) == {("scores", "number")}
    assert failed(verified({"scores": [SCORES[0] | {"edition": "2013"}]})) == {("scores", "section")}


@pytest.mark.parametrize("cells", [{"url": "http://bit.ly/1Wrong1"}, {"title": "Another title"}, {"published": "2015-06-02"}, {"footnote": "99"}])
def test_sources_are_checked_against_their_notes(verified, cells):
    assert {table for table, _ in failed(verified(changed("sources", **cells)))} == {"sources"}


def test_a_failure_names_the_row_and_shows_the_passage_looked_at(verified):
    failure = verified(changed("laws", deadline_hours="7")).failures[0]
    assert str(failure).startswith("laws.csv:2: l001: number: deadline_hours: 7 is not printed there")
    assert "Hosting Act" in failure.passage and failure.passage_id.startswith("legal-environment-")


def test_a_part_of_a_number_is_no_match(verified):
    result = verified(changed("penalties", evidence="rumours;US$3;May 2013"))
    assert failed(result) == {("penalties", "evidence")}
    assert re.search("'US\\$3' does not stand", result.failures[0].message)


def test_the_loaded_dataset_gives_the_same_result(tmp_path, monkeypatch):
    folder = synthetic.write(tmp_path / "data" / COUNTRY / str(EDITION))
    schemas = tmp_path / "data" / "schemas"
    schemas.symlink_to(synthetic.SCHEMAS)
    monkeypatch.setenv("NETFREEDOM_ROOT", str(tmp_path))
    text = read_text(synthetic.report_text())
    whole = verify(load(COUNTRY, EDITION), text)
    assert whole.summary()["data_sha256"] == verify_rows(rows_from_folder(folder), text).data_sha256
    assert (whole.matched, whole.rows) == (45, 45)
