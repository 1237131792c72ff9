"""Web pages saved as text: marks and figures that stand on lines of their own, periods below their title."""

import pytest
from draft_reports import NOTES

from netfreedom.report.reader import read_text

ANSWERS = """\
A1 0-6 pts
Do limits restrict access?
{first}

The town had 3 providers at the end of 2020.
1
 A year later there were 5.
2
Prices fell.

A2 0-3 pts
Is access expensive?
{second}

A plan cost a crown.
3

A3 0-6 pts
Does the government restrict connectivity?
{third}

It did not.
4

"""
LIST = "\n\n".join(f"{number}\n{text}" for number, text in enumerate(NOTES, 1))


@pytest.mark.parametrize("first, second, third", [("4.00 4 6", "2.00 2 3", "6.00 6 6"), ("4.004 6.006", "2.002 3.003", "6.006 6.006"), ("4.00\n4\n6", "2.00\n2\n3", "6.00\n6\n6"), ("4 6", "2 3", "6 6")])
def test_a_question_s_score_is_read_however_often_the_page_prints_it(first, second, third):
    report = read_text(ANSWERS.format(first=first, second=second, third=third) + f"Footnotes\n\n{LIST}\n")
    assert [(question["score"], question["max"]) for question in report.questions] == [(4, 6), (2, 3), (6, 6)]
    assert not any(passage.text[0].isdigit() for passage in report.passages)


def test_marks_and_note_numbers_on_lines_of_their_own_are_read():
    report = read_text(ANSWERS.format(first="4.00 4 6", second="2.00 2 3", third="6.00 6 6") + f"Footnotes\n\n{LIST}\n")
    assert [note.text for note in report.notes.values()] == NOTES
    assert [(sentence.text, sentence.notes) for sentence in report.section("A1").passages[0].sentences][:2] == [
        ("The town had 3 providers at the end of 2020.", (1,)), ("A year later there were 5.", (2,)),
    ]  # fmt: skip
    assert report.uncited == []


@pytest.mark.parametrize("title", ["Key Developments: ", "Key Developments\n", "Key Developments,"])
def test_the_period_below_its_title_is_read_and_is_no_passage(title):
    report = read_text(f"{title}\nJune 1, 2018 – May 31, 2019\n\n• One thing.\n\nIntroduction\n\nIt rained.\n")
    assert report.coverage == "June 1, 2018 – May 31, 2019"
    assert [passage.plain for passage in report.passages] == ["One thing.", "It rained."]


def test_a_page_that_prints_no_edition_keeps_its_scores_relative_to_it():
    header = "Ruritania\n\nPartly Free\n55\n100\nA Obstacles to Access 12 25\nB Limits on Content 23 35\nC Violations of User Rights 20 40\nLast Year’s Score & Status\n57 100 Partly Free\n\n"
    scores = read_text(header + ANSWERS.format(first="4 6", second="2 3", third="6 6")).score_box["scores"]
    assert scores == {-1: {"total": 57, "status": "Partly Free"}, 0: {"access": 12, "content": 23, "rights": 20, "total": 55, "status": "Partly Free"}}


def test_a_note_that_cites_another_edition_does_not_name_this_one():
    box = "Ruritania\nStatus: Free\nObstacles to Access (0-25): 3\nLimits on Content (0-35): 4\nViolations of User Rights (0-40): 5\nTOTAL (0-100): 12\n"
    note = "1 Freedom House, “Ruritania,” Freedom on the Net 2012, October 1, 2012, https://freedomhouse.example/report/freedom-net/2012/ruritania-and-more.\n"
    assert list(read_text(f"{box}\nKey Developments: May 2013 – April 2014\n\n• One thing.1\n\n{note}").score_box["scores"]) == [2014]


def test_a_mark_whose_note_is_missing_ends_its_sentence_all_the_same():
    text = read_text("Introduction\n\nIt rained.[1] It snowed.[2] It hailed.[3] It cleared.\n\nFootnotes\n\n[1] “Rain,” Paper, May 1, 2015.\n")
    assert len(text.section("Introduction").passages[0].sentences) == 4


@pytest.mark.parametrize("printed", ["[{}] {}", "{}. {}", "{} {}"])
def test_a_list_of_notes_is_read_however_its_numbers_are_printed(printed):
    notes = "\n".join(printed.format(number, text) for number, text in enumerate(NOTES, 1))
    text = read_text(f"Introduction\n\nIt rained.1 It snowed.2 It hailed.3 It cleared.4\n\nFootnotes\n\n{notes}\n")
    assert [note.text for note in text.notes.values()] == NOTES and text.uncited == []


def test_a_header_whose_cells_stand_on_lines_of_their_own_is_read():
    header = "Ruritania\n\nPartly Free\n\n55\n\n100\n\nA.\nObstacles to Access\n12\n25\nB.\nLimits on Content\n23\n35\nC.\nViolations of User Rights\n20\n40\n\nLast Year’s Score & Status\n57\n100\nPartly Free\n\n"
    scores = read_text(header + ANSWERS.format(first="4 6", second="2 3", third="6 6")).score_box["scores"]
    assert scores == {-1: {"total": 57, "status": "Partly Free"}, 0: {"access": 12, "content": 23, "rights": 20, "total": 55, "status": "Partly Free"}}
