"""Reading a report's text: what is read must not depend on how the text was broken over lines and pages."""

import pytest
import synthetic_report as synthetic
from synthetic_facts import COVERAGE, DOUBLE_NOTE, EMPTY_NOTE, NO_ADDRESS_NOTE

from netfreedom.report.reader import read, read_text

LAYOUTS = [(width, page_lines) for width in (60, 74, 88, 102) for page_lines in (12, 26, 40)]
NOTES = 28


@pytest.fixture(scope="module")
def report():
    return read_text(synthetic.report_text())


def body(text):
    return [
        (passage.kind, passage.plain)
        for section in text.sections
        if section.heading not in ("Key Developments", "Score box")
        for passage in section.passages
    ]


@pytest.mark.parametrize("width, page_lines", LAYOUTS)
def test_passages_are_whole_over_hyphens_page_breaks_notes_and_link_lists(width, page_lines):
    expected = [(kind, text.replace("{}", "")) for kind, text in synthetic.paragraphs() if kind != "heading"]
    assert body(read_text(synthetic.report_text(width, page_lines))) == expected


@pytest.mark.parametrize("width, page_lines", LAYOUTS)
def test_every_note_is_read_and_cited_in_ascending_order(width, page_lines):
    text = read_text(synthetic.report_text(width, page_lines))
    assert [number for section in text.sections for number in section.notes] == list(range(1, NOTES + 1))
    assert {number: note.text for number, note in text.notes.items()} == {
        number: synthetic.note_text(number) for number in range(1, NOTES + 1)
    }


def test_addresses_are_joined_over_lines_and_never_borrowed_from_link_lists():
    for width, page_lines in LAYOUTS:
        notes = read_text(synthetic.report_text(width, page_lines)).notes
        assert not any("Wrong" in url for note in notes.values() for url in note.urls)
        assert notes[5].urls == [synthetic.address(5)]
        assert notes[DOUBLE_NOTE].urls == [synthetic.address(DOUBLE_NOTE), synthetic.address(DOUBLE_NOTE, "b")]
        assert notes[NO_ADDRESS_NOTE].urls == []


def test_an_empty_note_is_kept_as_empty(report):
    assert report.notes[EMPTY_NOTE].empty and not report.notes[EMPTY_NOTE].urls


def test_sections_have_the_printed_headings_and_levels(report):
    outline = [(section.heading, section.level) for section in report.sections]
    assert outline[:5] == [
        ("Key Developments", 1), ("Score box", 1), ("Introduction", 1), ("Obstacles to Access", 1), ("Availability and Ease of Access", 2),
    ]  # fmt: skip
    assert report.section("surveillance privacy and anonymity").heading == "Surveillance, Privacy, and Anonymity"


def test_the_score_box_gives_eight_numbers_two_statuses_and_six_facts(report):
    box = report.score_box
    assert box["country"] == "Ruritania" and box["editions"] == [2014, 2015]
    assert box["scores"][2014] == {"access": 14, "content": 20, "rights": 24, "total": 58, "status": "Partly Free"}
    assert box["scores"][2015] == {"access": 15, "content": 21, "rights": 26, "total": 62, "status": "Not Free"}
    assert {key: fact["value"] for key, fact in box["facts"].items()} == {
        "population": "5.2 million", "internet_penetration": "54 percent", "social_media_blocked": "Yes",
        "political_social_content_blocked": "No", "users_arrested": "Yes", "press_freedom_status": "Not Free",
    }  # fmt: skip
    assert report.coverage == COVERAGE


def test_numbers_in_sentences_are_not_taken_for_note_marks():
    text = read_text(
        "Introduction\n\nSpeed was 1.5 Mbps in 2014.1 It rose by 2 percent, to 2.2 Mbps, in 2015.2 About 3 users saw it.\n\n"
        "1  “First,” Paper, May 1, 2015.\n2  “Second,” Paper, May 2, 2015.\n"
    )
    sentences = text.section("Introduction").passages[0].sentences
    assert [(sentence.text, sentence.notes) for sentence in sentences] == [
        ("Speed was 1.5 Mbps in 2014.", (1,)),
        ("It rose by 2 percent, to 2.2 Mbps, in 2015.", (2,)),
        ("About 3 users saw it.", ()),
    ]


@pytest.mark.parametrize(
    "print_of_marks",
    ["the protests.1 More on Facebook.2", "the contracts1 and Facebook.2", "the protests. 1 More on Facebook.2", "released.1 2  ", "“so.”1 And2"],
)
def test_marks_are_found_however_they_are_printed(print_of_marks):
    text = read_text(f"Introduction\n\nThey told of {print_of_marks}\n\n1  “First,” Paper, May 1, 2015.\n2  “Second,” Paper, May 2, 2015.\n")
    assert text.section("Introduction").notes == [1, 2]


def test_a_line_of_body_text_that_begins_with_a_mark_is_no_note():
    text = read_text("Introduction\n\nMany were blocked in 2016. \n1  A number of papers were too.\n\n1  “First,” Paper, May 1, 2015.\n")
    assert text.notes[1].text == "“First,” Paper, May 1, 2015."
    assert text.section("Introduction").passages[0].plain == "Many were blocked in 2016. A number of papers were too."


def test_a_box_with_one_edition_takes_the_year_of_the_report():
    text = read_text("# Excerpt\n\nUtopia\nStatus: Free\nObstacles to Access (0-25): 3\nLimits on Content (0-35): 4\n"
                     "Violations of User Rights (0-40): 5\nTOTAL (0-100): 12\nPopulation: 1 million\n\nKey Developments: May 2013 – April 2014\n\n"
                     "•\u2009One thing.\n•\u2009Another thing.\n")  # fmt: skip
    assert text.score_box["scores"] == {2014: {"status": "Free", "access": 3, "content": 4, "rights": 5, "total": 12}}
    assert [passage.text for passage in text.section("Key Developments").passages] == ["One thing.", "Another thing."]


def test_a_file_without_text_is_refused(tmp_path):
    (tmp_path / "empty.txt").write_text("\n \n")
    with pytest.raises(ValueError, match="no text"):
        read(tmp_path / "empty.txt")


def test_reading_a_file_keeps_its_hash_and_name(tmp_path):
    path = tmp_path / "ruritania-2015.txt"
    path.write_text(synthetic.report_text(), encoding="utf-8")
    text = read(path)
    assert len(text.sha256) == 64 and text.source == "ruritania-2015.txt"


def test_a_pdf_is_read_by_its_pages(tmp_path):
    path = tmp_path / "ruritania-2015.pdf"
    path.write_bytes(synthetic.pdf([
        ["Introduction", "", "Ruritania was quiet in 2015, and its provi-"],
        ["ders were content.1", "", "1  “Quiet,” Zenda Herald, May 1, 2015, http://bit.ly/1Quiet."],
    ]))  # fmt: skip
    text = read(path)
    assert [passage.plain for passage in text.passages] == ["Ruritania was quiet in 2015, and its providers were content."]
    assert text.notes[1].urls == ["http://bit.ly/1Quiet"]


def test_a_heading_right_below_a_finished_sentence_opens_its_section_and_a_pointer_to_one_does_not():
    text = read_text("Introduction\n\nMany were blocked, as told elsewhere (see\nLegal Environment). It rained.1\nLimits on Content\nLittle changed.\n\n1  “First,” Paper, May 1, 2015.\n")
    assert [(section.heading, [passage.plain for passage in section.passages]) for section in text.sections] == [
        ("Introduction", ["Many were blocked, as told elsewhere (see Legal Environment). It rained."]), ("Limits on Content", ["Little changed."]),
    ]  # fmt: skip


def test_raised_marks_count_before_figures_that_only_look_like_marks():
    text = read_text("Introduction\n\nThere were three rounds1 and then two more.¹ It ended in round2 of May.²\n\n1  “First,” Paper, May 1, 2015.\n2  “Second,” Paper, May 2, 2015.\n")
    assert [sentence.text for sentence in text.section("Introduction").passages[0].sentences] == ["There were three rounds1 and then two more.", "It ended in round2 of May."]


def test_numbered_notes_at_the_end_of_a_web_page_are_read_and_a_numbered_list_is_not():
    text = read_text("Introduction\n\n1. A list begins here without a source\n\nIt rained.1\n\nFootnotes\n\n1. Jane Roe, “Rain,” Paper, May 1, 2015, http://x.org/1.\n\n2. “Sun,” Paper, May 2, 2015.\n")
    assert [note.text.split(",")[0] for note in text.notes.values()] == ["Jane Roe", "“Sun"] and text.section("Introduction").notes == [1]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_empty_note_is_kept_with_or_without_a_blank_line_below_it(between):
    text = read_text(f"Introduction\n\nIt rained.1 And rained.2 And rained.3\n\n1  “Rain,” Paper, May 1, 2015.\n\n2{between}3  “Sun,” Paper, May 2, 2015.\n")
    assert [note.empty for note in text.notes.values()] == [False, True, False]
