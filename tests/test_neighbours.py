"""Uzbekistan and Kyrgyzstan 2016, coded from excerpts: what an excerpt can bear, and nothing read from what it lacks."""

import os
from pathlib import Path

import pytest

import netfreedom as nf
from netfreedom.data.check import check_dataset
from netfreedom.evidence.stored import is_current, load_result
from netfreedom.evidence.verification import verify
from netfreedom.prose import source_line
from netfreedom.report.reader import read

FOLDER = os.environ.get("NETFREEDOM_REPORT_DIR")
WHOLE = ("scores",)  # the score box stands in the excerpt as a whole


@pytest.fixture(params=["uzbekistan", "kyrgyzstan"])
def neighbour(request):
    return nf.load(request.param, 2016)


def test_the_dataset_is_fit_for_use_and_every_row_matches_its_report(neighbour):
    assert check_dataset(neighbour.country, 2016) == []
    result = load_result(neighbour.folder)
    assert is_current(result, neighbour) and result["matched"] == result["rows"] > 20
    assert result["sentences_without_row"]["unexplained"] == 0


@pytest.mark.skipif(not FOLDER, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")
def test_the_stored_check_can_be_repeated_and_every_key_development_has_an_event(neighbour):
    text = read(Path(FOLDER) / f"{neighbour.country}-2016.txt")
    found = verify(neighbour, text)
    assert found.ok and found.summary() == load_result(neighbour.folder)
    told = neighbour.events[neighbour.events["section"] == "Key Developments"]["evidence"]
    for passage in text.section("Key Developments").passages:
        assert any(all(word in passage.plain for word in words) for words in told), passage.id


def test_it_is_marked_as_an_excerpt_with_the_address_of_its_page(neighbour):
    meta = neighbour.meta
    assert meta.extent == "excerpt" and meta.url.startswith("http")
    assert {table for table, state in meta.tables.items() if state == "complete"} == set(WHOLE)


def test_charts_drawn_from_an_excerpt_say_so(neighbour):
    assert source_line(neighbour).endswith(" (excerpt)")
    assert "excerpt" not in source_line(nf.load("kazakhstan", 2016))


def test_an_excerpt_never_says_that_the_report_names_none(neighbour):
    coded = [table for table in neighbour.table_names if neighbour.coded(table)]
    assert [table for table in coded if neighbour.table(table).empty] == []
    assert not neighbour.coded("sources")  # it shows no notes


def test_rows_stand_only_where_the_excerpt_reaches(neighbour):
    facts = [neighbour.table(table) for table in neighbour.meta.tables if table not in WHOLE]
    assert {section for table in facts for section in table["section"]} <= {"Key Developments", "Introduction", "Score box"}
    assert not any(notes for table in facts for notes in table["footnotes"])
