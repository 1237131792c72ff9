"""The reader on the real report of Kazakhstan 2016, where its folder is given (the text is not part of the project)."""

import os
from pathlib import Path

import pytest

from netfreedom.report.reader import read

FOLDER = os.environ.get("NETFREEDOM_REPORT_DIR")
pytestmark = pytest.mark.skipif(not FOLDER, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")

NOTES_PER_SECTION = {
    "Availability and Ease of Access": 12, "Restrictions on Connectivity": 7, "ICT Market": 9, "Regulatory Bodies": 6,
    "Blocking and Filtering": 20, "Content Removal": 16, "Media, Diversity, and Content Manipulation": 6, "Digital Activism": 1,
    "Legal Environment": 2, "Prosecutions and Detentions for Online Activities": 16, "Surveillance, Privacy, and Anonymity": 10,
    "Intimidation and Violence": 2, "Technical Attacks": 5,
}  # fmt: skip


@pytest.fixture(scope="module")
def report():
    return read(Path(FOLDER) / "kazakhstan-2016.txt")


def test_all_112_notes_are_read_and_cited_in_ascending_order(report):
    assert list(report.notes) == list(range(1, 113))
    assert [number for section in report.sections for number in section.notes] == list(range(1, 113))


def test_notes_fall_into_the_thirteen_subsections(report):
    assert {section.heading: len(section.notes) for section in report.sections if section.notes} == NOTES_PER_SECTION


def test_note_80_is_empty_note_77_holds_two_addresses_and_seven_have_none(report):
    assert [number for number, note in report.notes.items() if note.empty] == [80]
    assert len(report.notes[77].urls) == 2
    assert len([note for note in report.notes.values() if not note.urls]) == 7


def test_the_score_box_is_whole(report):
    scores = report.score_box["scores"]
    assert [scores[year][key] for year in (2015, 2016) for key in ("access", "content", "rights", "total")] == [14, 23, 24, 61, 14, 23, 26, 63]
    assert [scores[year]["status"] for year in (2015, 2016)] == ["Not Free", "Not Free"]
    assert len(report.score_box["facts"]) == 6 and report.coverage == "June 2015 – May 2016"


def test_no_paragraph_is_split_by_a_page(report):
    body = [passage for passage in report.passages if passage.kind != "box"]
    assert not [passage.text for passage in body if passage.text[0].islower() or passage.text.endswith("-")]


@pytest.mark.parametrize("name, total", [("kazakhstan-2014", 60), ("kazakhstan-2015", 61), ("kyrgyzstan-2016", 35),
                                         ("kyrgyzstan-2018", 38), ("uzbekistan-2016", 79)])  # fmt: skip
def test_excerpts_of_other_reports_give_their_score_box(name, total):
    country, year = name.split("-")
    box = read(Path(FOLDER) / f"{name}.txt").score_box
    assert (box["country"].lower(), box["scores"][int(year)]["total"]) == (country, total)
