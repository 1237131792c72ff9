"""Words that all chapters share: parts of a whole, countries with an article, what stands where a table has no rows."""

from types import SimpleNamespace

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.data.index import country_name
from netfreedom.prose import words


@pytest.mark.parametrize(("number", "total", "said"), [
    (0, 5, "none of them"), (1, 2, "one of them"), (2, 2, "both of them"), (5, 5, "all of them"), (13, 20, "13 of them"),
])  # fmt: skip
def test_a_part_of_several(number, total, said):
    assert words.of_them(number, total) == said


def test_all_of_several():
    assert words.all_of(2, "rows") == "both rows" and words.all_of(6, "rows") == "all six rows"


def test_rows_with_a_note():
    rows = pd.DataFrame({"footnotes": [(1,), ()]})
    assert words.noted(rows) == "one of them with a note"
    assert [words.noted(rows.iloc[[place]]) for place in (0, 1)] == ["with a note", "without a note"]


@pytest.mark.parametrize(("country", "within", "owning"), [
    ("Kazakhstan", "Kazakhstan", "Kazakhstan's"), ("Philippines", "the Philippines", "the Philippines'"), ("The Gambia", "the Gambia", "the Gambia's"),
    ("United States", "the United States", "the United States'"), ("Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire's"), ("Honduras", "Honduras", "Honduras's"),
])  # fmt: skip
def test_countries_within_a_sentence(country, within, owning):
    assert words.the(country) == within and words.possessive(country) == owning


def test_a_table_without_rows_is_none_or_not_coded():
    assert words.absent(SimpleNamespace(coded=lambda table: True), "removal_orders") == "The report names none."
    assert words.absent(SimpleNamespace(coded=lambda table: False), "removal_orders") == "Removal orders are not coded for this report."


def test_series_name_their_sources_from_the_index():
    index = nf.load_index()
    assert words.series_source(index, "KAZ", ["internet_users"]).startswith("World Bank, World Development Indicators")
    assert words.series_source(index, "RUR", ["internet_users"]) == ""


@pytest.mark.parametrize(("iso3", "folder", "title", "name"), [
    ("KAZ", "kazakhstan", "Freedom on the Net 2016: Qazaqstan", "Kazakhstan"),
    ("CIV", "cote-divoire", "Freedom on the Net 2022: Côte d'Ivoire", "Côte d'Ivoire"),
    ("GNB", "guinea-bissau", "Guinea-Bissau, Freedom on the Net 2022", "Guinea-Bissau"),
    ("RUR", "ruritania", "Freedom in Strelsau", "Ruritania"),
])  # fmt: skip
def test_a_country_outside_the_index_is_spelled_as_in_the_title(iso3, folder, title, name):
    assert country_name(nf.load_index(), SimpleNamespace(iso3=iso3, country=folder, title=title)) == name
