"""The comparison counts what a draft has like the curated data, and names what it lacks."""

import pytest
import synthetic_report as synthetic

from netfreedom.data.load import load
from netfreedom.draft import compare, draft_report


@pytest.fixture
def compared(own_root, tmp_path):
    """Draft and curated dataset of the made-up report; `change` edits the curated rows first."""

    def make(change=lambda rows: None):
        rows = synthetic.rows()
        change(rows)
        synthetic.write(own_root / "data" / "ruritania" / "2015", rows)
        (tmp_path / "report.txt").write_text(synthetic.report_text(), encoding="utf-8")
        return compare(draft_report("ruritania", 2015, tmp_path / "report.txt"), load("ruritania", 2015))

    return make


def test_scores_and_notes_are_counted(compared):
    found = compared()
    assert (found.numbers.alike, found.numbers.of, found.statuses.of) == (8, 8, 2)
    assert found.notes.part == 1 and found.sources["url"].part == 1


def test_a_score_and_an_address_that_differ_lower_the_shares(compared):
    def change(rows):
        rows["scores"][0]["access"] = 13
        rows["sources"][0]["url"] = "http://other.example"

    found = compared(change)
    assert found.numbers.alike == 7 and found.sources["url"].of - found.sources["url"].alike == 1


def test_an_event_of_which_the_report_says_nothing_is_missed_and_one_of_other_precision_named(compared):
    def change(rows):
        first = dict(next(row for row in rows["events"] if row["date"]))
        rows["events"] = [first | {"id": "e900", "evidence": "Nowhere;In Particular"}, first | {"id": "e901", "date": "1990"}]

    found = compared(change)
    assert found.missed == ("e900",) and found.dated_otherwise == ("e901",) and found.same_dates.alike == 0


def test_lines_are_markdown_with_every_figure(compared):
    lines = compared().lines()
    assert lines[:2] == ["| What | Draft like the curated data |", "|---|--:|"] and "| numbers of the score box | 8 of 8 (100.0%) |" in lines


def test_of_two_dates_in_a_sentence_the_one_in_the_evidence_is_held_against_the_event(own_root, tmp_path):
    text = "Ruritania\nStatus: Free\nObstacles to Access (0-25): 3\nLimits on Content (0-35): 4\nTOTAL (0-100): 12\n\nIntroduction\n\nIt is quiet.\n\nLimits on Content\n\nAll is quiet.\n\nBlocking and Filtering\n\nPhotobox was blocked on April 15, 2015 and again in May 2014.\n"  # fmt: skip
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    rows = synthetic.rows()
    rows["events"] = [dict(rows["events"][0]) | {"id": "e900", "date": "2014-05", "date_text": "May 2014", "section": "Blocking and Filtering", "evidence": "Photobox;May 2014"}]
    synthetic.write(own_root / "data" / "ruritania" / "2015", rows)
    found = compare(draft_report("ruritania", 2015, tmp_path / "report.txt"), load("ruritania", 2015))
    assert (found.precision.alike, found.precision_first.alike, found.unused.alike) == (1, 0, 1)
