"""Raised note numbers in a PDF are known by their size, also where plain text could not tell them from figures."""

import pytest
from draft_reports import html_with_raised_notes

from netfreedom.draft import draft_report
from netfreedom.report.reader import read


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """The made-up report printed by Chromium."""
    from playwright.sync_api import sync_playwright

    path = tmp_path_factory.mktemp("pdf") / "ruritania-2015.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(html_with_raised_notes())
        page.pdf(path=path)
        browser.close()
    return path


def test_marks_hang_on_their_sentences_and_no_figure_is_taken_for_one(pdf):
    report = read(pdf)
    found = {section.heading: section.notes for section in report.sections if section.notes}
    assert found == {"Availability and Ease of Access": [1], "Blocking and Filtering": [2], "Prosecutions and Detentions for Online Activities": [3, 4]}
    (passage,) = report.section("Availability and Ease of Access").passages
    assert "3 providers and 12 towns with access in 2014 and promised 2 more" in passage.plain
    assert [note.text.split(",")[0] for note in report.notes.values()] == ["“Users grow", "“Blocked again", "“Flavia free", "“Flavia thanks her friends"]


def test_the_pdf_is_drafted_with_scores_notes_and_dates(pdf, own_root):
    draft = draft_report("ruritania", 2015, pdf)
    assert [(row["edition"], row["total"], row["status"]) for row in draft.tables["scores"]] == [("2014", "58", "Partly Free"), ("2015", "62", "Not Free")]
    assert [row["url"] for row in draft.tables["sources"]] == [f"http://zenda.example/{number}" for number in (1, 2, 3, 4)]
    assert ("2015-04", "3;4") in {(row["date"], row["footnotes"]) for row in draft.tables["events"]}


def test_a_pdf_that_was_cut_off_is_refused_with_one_line(pdf, own_root, tmp_path):
    from netfreedom.errors import InputError

    cut = tmp_path / "cut.pdf"
    cut.write_bytes(pdf.read_bytes()[:600])
    with pytest.raises(InputError, match="cannot be read as a PDF"):
        draft_report("ruritania", 2015, cut)
