"""What a link to a note says before it is followed."""

import pytest

from netfreedom.book.note_titles import note_title, sources

PAGE = "pages/ruritania/2016/02-scores"


@pytest.fixture(autouse=True)
def forget():
    sources.cache_clear()
    yield
    sources.cache_clear()


def test_a_note_is_named_by_its_publisher_and_date(tiny_dataset):
    tiny_dataset.edit("sources", 0, publisher="Gazette")
    assert note_title(PAGE, 1) == "Note 1: Gazette, 20 May 2016"
    assert note_title(PAGE, 2) == "Note 2"  # tells neither


def test_a_note_that_nobody_coded_keeps_its_number(tiny_dataset):
    assert note_title(PAGE, 99) == "Note 99"
    assert note_title("index", 1) == "Note 1"
    sources.cache_clear()
    (tiny_dataset.folder / "sources.csv").unlink()
    assert note_title(PAGE, 1) == "Note 1"
