"""`netfreedom new`: everything for a new dataset, nothing overwritten, and no empty table that passes for a report without facts."""

import pytest

from netfreedom.data.check import check_dataset
from netfreedom.data.load import load
from netfreedom.draft import scaffold
from netfreedom.draft.scaffold import NEXT_STEPS, QUESTIONS, new_dataset
from netfreedom.errors import InputError
from netfreedom.run.notebooks import chapters


def test_the_folder_holds_what_a_coder_needs(own_root):
    folder = new_dataset("uzbekistan", 2016)
    text = (folder / "report.yml").read_text(encoding="utf-8")
    for line in ("iso3: UZB", "coverage_start: 2015-06-01", "direction: zero_is_free", "layout: sections"):
        assert line in text
    assert (folder / "events.csv").read_text(encoding="utf-8").startswith("id,date,date_text")
    assert (folder / NEXT_STEPS).is_file() and not (folder / "question_scores.csv").exists()


def test_a_later_edition_has_its_own_tables_and_says_which_period_is_assumed(own_root):
    folder = new_dataset("estonia", 2022)
    text = (folder / "report.yml").read_text(encoding="utf-8")
    assert "direction: hundred_is_free" in text and "layout: questions" in text and "look it up in the report" in text
    assert (folder / "question_scores.csv").is_file()


def test_every_chapter_of_a_country_has_its_questions(project):
    assert {chapter.topic for chapter in chapters(project / "notebooks") if not chapter.across} == set(QUESTIONS)


def test_check_refuses_it_until_a_person_has_said_what_was_coded(own_root):
    folder = new_dataset("uzbekistan", 2016)
    assert {problem.column for problem in check_dataset("uzbekistan", 2016)} == {"coder", "coded_on"}
    report = folder / "report.yml"
    report.write_text(report.read_text().replace("coder:", "coder: me").replace("coded_on:", "coded_on: 2026-01-01"))
    said = [str(problem) for problem in check_dataset("uzbekistan", 2016)]
    assert any("laws.csv is there: say whether it is complete or partial" in line for line in said)


def test_questions_for_the_commentary_are_shown_on_no_page(own_root):
    folder = new_dataset("uzbekistan", 2016)
    report = folder / "report.yml"
    report.write_text(report.read_text().replace("coder:", "coder: me").replace("coded_on:", "coded_on: 2026-01-01"))
    assert (folder / "commentary" / "scores.md").is_file() and load("uzbekistan", 2016).commentary("scores") is None


def test_it_never_overwrites(own_root):
    folder = new_dataset("uzbekistan", 2016)
    (folder / "laws.csv").write_text("mine")
    with pytest.raises(InputError, match="exists already"):
        new_dataset("uzbekistan", 2016)
    assert (folder / "laws.csv").read_text() == "mine"


@pytest.mark.parametrize(("country", "edition", "said"), [("uzbekistn", 2016, "did you mean uzbekistan"), ("uzbekistan", 2009, "only in 2012")])
def test_an_unknown_country_or_edition_makes_no_folder(own_root, country, edition, said):
    before = sorted(path.name for path in (own_root / "data").iterdir())
    with pytest.raises(InputError, match=said):
        new_dataset(country, edition)
    assert sorted(path.name for path in (own_root / "data").iterdir()) == before


def test_a_full_disk_leaves_no_half_folder(own_root, monkeypatch):
    def no_space(country, edition):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scaffold, "next_steps", no_space)
    before = sorted(path.name for path in (own_root / "data").iterdir())
    with pytest.raises(OSError, match="No space left"):
        new_dataset("uzbekistan", 2016)
    assert sorted(path.name for path in (own_root / "data").iterdir()) == before
