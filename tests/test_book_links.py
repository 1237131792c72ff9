"""Links to notes and chapters: an address where the book has the target, plain words elsewhere."""

import posixpath

import pytest
from sphinx.errors import NoUri

from netfreedom.book.links import Addresses, chapter_words

FOLDER = "pages/kazakhstan/2016"
BOOK = {"index", f"{FOLDER}/02-scores", f"{FOLDER}/05-legal-changes", f"{FOLDER}/12-evidence"}


def relative(page, target):
    return posixpath.relpath(f"{target}.html", posixpath.dirname(page) or ".")


def seen_from(page, pages=BOOK):
    return Addresses(page, pages, relative)


def test_a_note_leads_to_its_entry_in_the_same_country():
    assert seen_from(f"{FOLDER}/02-scores").note(43) == "12-evidence.html#note-43"


def test_a_note_on_the_page_of_notes_leads_to_a_place_on_that_page():
    assert seen_from(f"{FOLDER}/12-evidence").note(43) == "#note-43"


def test_a_note_is_plain_where_the_page_of_notes_was_left_out():
    assert seen_from(f"{FOLDER}/02-scores", BOOK - {f"{FOLDER}/12-evidence"}).note(43) is None


def test_a_chapter_keeps_its_anchor():
    assert seen_from(f"{FOLDER}/02-scores").chapter("05-legal-changes#l003") == "05-legal-changes.html#l003"
    assert seen_from(f"{FOLDER}/02-scores").chapter("06-prosecutions#c001") is None


def test_another_country_never_lends_its_chapter():
    assert seen_from("pages/uzbekistan/2016/02-scores").chapter("05-legal-changes") is None


def test_the_landing_page_names_country_and_edition():
    assert seen_from("index").chapter("kazakhstan/2016/02-scores") == f"{FOLDER}/02-scores.html"


def test_a_format_without_addresses_gives_plain_words():
    def refuse(page, target):
        raise NoUri(target)

    assert Addresses(f"{FOLDER}/02-scores", BOOK, refuse).note(43) is None


@pytest.mark.parametrize(("name", "words"), [
    ("05-legal-changes", "legal changes"), ("kazakhstan/2016/05-legal-changes#l003", "legal changes"), ("12-evidence", "evidence"),
])  # fmt: skip
def test_a_chapter_that_was_left_out_is_named_in_words(name, words):
    assert chapter_words(name) == words
