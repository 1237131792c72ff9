"""Words that all chapters share: parts of a whole, countries with an article, what stands where a table has no rows."""

from types import SimpleNamespace

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom import prose
from netfreedom.data.index import country_name
from netfreedom.data.meta import coder_named
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
    full, excerpt = SimpleNamespace(extent="full"), SimpleNamespace(extent="excerpt")
    assert words.absent(SimpleNamespace(coded=lambda table: True, meta=full), "removal_orders") == "The report names none."
    assert words.absent(SimpleNamespace(coded=lambda table: True, meta=excerpt), "removal_orders") == "The excerpt read here names none."
    assert words.absent(SimpleNamespace(coded=lambda table: False, meta=full), "removal_orders") == "Removal orders are not coded for this report."


@pytest.mark.parametrize(("sentence", "of_excerpt"), [
    ("The report describes no case.", "The excerpt read here describes no case."),
    ("One row. The report makes no judgement on money.", "One row. The excerpt read here makes no judgement on money."),
    ("For it the report names nobody.", "For it the excerpt read here names nobody."),
    ("The report does not say what came of it.", "The excerpt read here does not say what came of it."),
    ("The report was read for rules and names none.", "The excerpt read here was read for rules and names none."),
    ("The report describes one case.", "The report describes one case."),
])  # fmt: skip
def test_what_a_report_leaves_out_is_said_of_the_excerpt_that_was_read(sentence, of_excerpt):
    full, excerpt = (SimpleNamespace(meta=SimpleNamespace(extent=extent)) for extent in ("full", "excerpt"))
    assert prose.say(sentence, report=excerpt).markdown == of_excerpt
    assert prose.say(sentence, report=full).markdown == prose.say(sentence).markdown == sentence


@pytest.mark.parametrize(("coder", "named"), [
    ("netfreedom project", "the netfreedom project"), ("the netfreedom project", "the netfreedom project"), ("Ada Lovelace", "Ada Lovelace"),
])  # fmt: skip
def test_a_project_that_coded_has_an_article_and_a_person_has_none(coder, named):
    assert coder_named(coder) == named


def test_more_points_are_freer_from_2019_on():
    assert (words.more_means("zero_is_free"), words.more_means("hundred_is_free")) == ("less free", "freer")
    assert words.counted_as("hundred_is_free", [2018, 2019]) == "editions before 2019 turned to this scale"
    assert words.counted_as("hundred_is_free", [2019, 2020]) == words.counted_as("zero_is_free", [2011]) == ""


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
