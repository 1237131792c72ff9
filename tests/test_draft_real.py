"""The draft of the real report of Kazakhstan 2016, where its folder is given, held against the curated dataset."""

import os
from pathlib import Path

import pytest

from netfreedom.data.load import load
from netfreedom.draft import compare, draft_report
from netfreedom.draft.writing import write

FOLDER = os.environ.get("NETFREEDOM_REPORT_DIR")
pytestmark = pytest.mark.skipif(not FOLDER, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")


@pytest.fixture(scope="module")
def compared():
    return compare(draft_report("kazakhstan", 2016, Path(FOLDER) / "kazakhstan-2016.txt"), load("kazakhstan", 2016))


def test_the_score_box_is_whole(compared):
    assert (compared.numbers.alike, compared.numbers.of, compared.statuses.alike) == (8, 8, 2)


def test_all_notes_are_found_and_their_bibliography_is_right(compared):
    assert compared.notes.part == 1
    assert {column: share for column, share in compared.sources.items() if column in ("url", "published", "accessed", "publisher", "language") and share.part < 0.98} == {}


def test_the_events_passages_are_among_the_candidates_with_equal_precision(compared):
    assert compared.events.part >= 0.9 and compared.precision.part >= 0.9


@pytest.mark.parametrize("name, total", [("kazakhstan-2014", "60"), ("kazakhstan-2015", "61"), ("kyrgyzstan-2016", "35"), ("kyrgyzstan-2018", "38"), ("uzbekistan-2016", "79")])
def test_excerpts_are_drafted_as_excerpts(own_root, name, total):
    country, edition = name.split("-")
    draft = draft_report(country, int(edition), Path(FOLDER) / f"{name}.txt")
    assert draft.tables["scores"][-1]["total"] == total and "extent: excerpt" in draft.meta and draft.tables["events"]
    assert write(draft, own_root / "data" / country / edition).is_dir()
