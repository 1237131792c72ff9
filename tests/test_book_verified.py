"""The line under a figure: counts of its own tables, and nothing where nothing was checked."""

import pytest

from netfreedom.book import verified
from netfreedom.book.verified import line_for, verified_line

RESULT = {"tables": {"laws": {"rows": 30, "matched": 29}, "removal_orders": {"rows": 6, "matched": 6}, "events": {"rows": 150, "matched": 150}}}


def test_only_the_figures_own_tables_are_counted():
    assert line_for(RESULT, ["laws"]) == "Matches the report: 29 of 30 rows of the whole data table behind this (laws)"
    assert line_for(RESULT, ["laws", "removal_orders"]) == "Matches the report: 35 of 36 rows of the whole data tables behind this (laws and removal orders)"


def test_tables_without_a_check_give_no_line():
    assert line_for(RESULT, ["editions"]) == ""


@pytest.mark.parametrize("page", ["index", "about/methods", "pages/kazakhstan/02-scores"])
def test_pages_of_no_country_have_no_line(page, monkeypatch):
    monkeypatch.setattr(verified, "stored", lambda country, edition: (RESULT, set(RESULT["tables"])))
    assert verified_line(page, ["laws"]) == ""


def test_a_dataset_that_was_never_checked_has_no_line(monkeypatch):
    monkeypatch.setattr(verified, "stored", lambda country, edition: ({}, set()))
    assert verified_line("pages/kazakhstan/2016/02-scores", ["laws"]) == ""


def test_a_table_changed_after_the_check_takes_the_line_from_its_own_figures_only(monkeypatch):
    monkeypatch.setattr(verified, "stored", lambda country, edition: (RESULT, {"laws", "events"}))
    page = "pages/kazakhstan/2016/02-scores"
    assert verified_line(page, ["laws", "editions"]) == "Matches the report: 29 of 30 rows of the whole data table behind this (laws)"
    assert verified_line(page, ["laws", "removal_orders"]) == ""


def test_the_page_says_which_dataset_is_meant(monkeypatch):
    asked = []
    monkeypatch.setattr(verified, "stored", lambda *place: (asked.append(place) or {}, set()))
    verified_line("pages/cote-divoire/2016/02-scores", ["laws"])
    assert asked == [("cote-divoire", 2016)]
