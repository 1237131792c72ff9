"""Sentences on a country's path and on what other countries did: the real figures of Kazakhstan, and made-up countries for the other branches."""

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import scores as analysis
from netfreedom.analysis import world
from netfreedom.prose import score_steps as sentences
from netfreedom.prose.scores import every_step_sentence

TITLES = {"access": "Access", "content": "Content", "rights": "Rights"}
EDITIONS = [2011, 2012, 2013, 2014, 2015, 2016]


@pytest.fixture(scope="module")
def index():
    return nf.load_index()


@pytest.fixture(scope="module")
def names(index):
    return nf.country_names(index)


def changes(*rows):
    columns = ["iso3", "access", "content", "rights", "total", "status_before", "status_after"]
    return pd.DataFrame(rows, columns=columns)


STEADY = ("AAA", 0, 0, 0, 0, "Free", "Free")


def test_the_path_of_the_total_by_category(index):
    path = world.path(index.scores, "KAZ")
    said = sentences.total_path_sentence("Kazakhstan", path, EDITIONS, TITLES)
    assert said == "In the 2011 edition the total was 55. Points added since (plus = less free): Access −2, Content +1 and Rights +9."
    assert sentences.total_path_sentence("Kazakhstan", path, EDITIONS[-2:], TITLES) == ""


def test_the_nearest_profiles(index, names):
    nearest = analysis.nearest_profiles(index.scores, "KAZ", 2016)
    assert list(nearest["iso3"]) == ["KAZ", "TUR", "BLR"] and [round(value, 1) for value in nearest["distance"]] == [0, 2.4, 3.0]
    said = sentences.nearest_sentence("Kazakhstan", nearest, TITLES, names)
    assert said == "All three taken together, Turkey (13, 21 and 27) and Belarus (13, 21 and 28) come nearest to Kazakhstan (14, 23 and 26)."
    assert sentences.nearest_sentence("Nowhere", analysis.nearest_profiles(index.scores, "XXX", 2016), TITLES, names) == ""


def test_the_points_edition_by_edition_and_how_many_were_freer(index):
    panel = analysis.levels(index.scores, "rights", EDITIONS)
    said = sentences.points_sentence("Kazakhstan", "KAZ", panel, EDITIONS, "Rights")
    assert "17, 20, 21, 22, 24 and 26." in said
    assert said.endswith("Of the 37 countries, 13 were freer and 20 less free in 2011, 22 and 14 in 2016.")
    assert sentences.points_sentence("Nowhere", "XXX", panel, EDITIONS, "Rights") == sentences.points_sentence("Kazakhstan", "KAZ", panel, [2016], "Rights") == ""


def test_the_claim_is_said_to_hold_for_its_base_only(index, names):
    number, worse = analysis.worse_throughout(index.scores, "rights", EDITIONS)
    assert (number, worse) == (37, ("KAZ",))
    number, worse = analysis.worse_throughout(index.scores, "rights", EDITIONS[1:])
    said = sentences.wider_sentence("KAZ", number, worse, EDITIONS[1:], names)
    assert said == "Among the 47 countries rated in every edition since 2012 the same is true of Libya, Russia and Turkey."
    assert sentences.wider_sentence("KAZ", 37, ("KAZ",), EDITIONS, names) == sentences.wider_sentence("FRA", number, worse, EDITIONS, names) == ""
    assert analysis.worse_throughout(index.scores, "rights", []) == (0, ())


def test_the_finding_of_the_steps_as_a_sentence(index):
    steps = world.steps(index.scores, "rights", EDITIONS)
    assert every_step_sentence("Kazakhstan", "KAZ", steps, EDITIONS, "Rights") == "In Rights Kazakhstan is the only one of the 37 countries rated in every edition from 2011 to 2016 that got worse at every step."
    assert every_step_sentence("France", "FRA", steps, EDITIONS, "Rights") == ""


def test_the_largest_steps_and_the_changes_of_status(index, names):
    said = sentences.extremes_sentence(world.step_changes(index.scores, 2015, 2016), names)
    assert said.startswith("The largest step towards less free was +6 (Uganda); the largest improvement was −3 (Sri Lanka).")
    assert said.endswith("The status changed in Brazil (Free to Partly Free) and Turkey (Partly Free to Not Free) only.")
    assert sentences.extremes_sentence(changes(STEADY), {}) == "No status changed."
    assert sentences.extremes_sentence(changes(("BBB", 0, 0, -1, -1, "Free", "Free")), {}).startswith("The largest improvement was −1 (BBB). ")
    many = [(f"A{number}", 0, 0, 1, 1, "Free", "Partly Free") for number in range(7)]
    assert sentences.extremes_sentence(changes(*many), {}) == "The status changed in 7 countries."
    assert sentences.extremes_sentence(changes(), {}) == ""


def test_countries_whose_step_was_made_of_the_same_one_category(index, names):
    said = sentences.same_kind_sentence("Kazakhstan", "KAZ", world.step_changes(index.scores, 2015, 2016), TITLES, names)
    assert said == "As in Kazakhstan, in Armenia, Ethiopia, France, Italy and Russia Rights got worse and nothing else moved."
    alone = changes(("BBB", 0, -1, 0, -1, "Free", "Free"), STEADY)
    assert sentences.same_kind_sentence("Bland", "BBB", alone, TITLES, {}) == "In Bland alone Content improved and nothing else moved."
    several = changes(("BBB", 1, -1, 0, 0, "Free", "Free"))
    assert sentences.same_kind_sentence("Bland", "BBB", several, TITLES, {}) == sentences.same_kind_sentence("Nowhere", "XXX", several, TITLES, {}) == ""


NEW = [2017, 2018, 2019, 2020, 2021]


def test_the_path_on_a_turned_scale_prints_the_old_total_first(index):
    path = world.path(index.scores, "DEU")
    said = sentences.total_path_sentence("Germany", path, [2011, *NEW], TITLES, "hundred_is_free")
    assert said == (
        "In the 2011 edition the total was 16 as printed then, 84 on the scale of this edition. Points added since (plus = freer): Access +1, Content −1 and Rights −5."
    )
    late = sentences.total_path_sentence("Germany", path, NEW[2:], TITLES, "hundred_is_free")
    assert "the total was 80. Points" in late and "printed" not in late


def test_points_stand_as_each_edition_printed_them(index):
    panel = analysis.levels(index.scores, "rights", NEW)
    said = sentences.points_sentence("Germany", "DEU", panel, NEW, "Rights")
    assert "edition by edition as printed: 11 and 11 up to 2018 (more = less free), then 28, 28 and 28 from 2019 on (more = freer)." in said
    late = sentences.points_sentence("Germany", "DEU", panel[panel["edition"] > 2018], NEW[2:], "Rights")
    assert "edition by edition (more = freer): 28, 28 and 28." in late


@pytest.mark.parametrize(("values", "said"), [
    ((4, 5, 6), "none were freer and two less free in 2014"), ((5, 4, 6), "one was freer and one less free in 2014"), ((6, 4, 5), "two were freer and none less free in 2014"),
])  # fmt: skip
def test_freer_countries_are_counted_with_their_grammar(values, said):
    panel = pd.DataFrame([(code, year, value) for year in (2014, 2015, 2016) for code, value in zip("ABC", values, strict=True)], columns=["iso3", "edition", "value"])
    told = sentences.points_sentence("Aland", "A", panel, [2014, 2015, 2016], "Rights")
    assert said in told


def test_nearest_profiles_and_steps_run_as_the_edition_prints(index, names):
    nearest = analysis.nearest_profiles(index.scores, "DEU", 2021, direction="hundred_is_free")
    said = sentences.nearest_sentence("Germany", nearest, TITLES, names)
    assert said.endswith("Japan (21, 29 and 26) and the United States (21, 29 and 25) come nearest to Germany (22, 29 and 28).")
    said = sentences.extremes_sentence(world.step_changes(index.scores, 2020, 2021), names, "hundred_is_free")
    assert said.startswith("The largest step towards less free was −14 (Myanmar); the largest improvement was +5 (Ecuador).")
