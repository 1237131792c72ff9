"""All countries over all editions: the focus, paths, ranks, ranges, regions, changes, statuses, and what is said of them."""

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import countries, world
from netfreedom.analysis.focus import focus
from netfreedom.charts import changes as pairs
from netfreedom.charts import countries as drawing
from netfreedom.errors import InputError
from netfreedom.prose import countries as sentences

INDEX = nf.load_index()
NAMES = nf.country_names(INDEX)
KAZAKHSTAN = focus(INDEX, "kazakhstan", 2016, "kyrgyzstan, uzbekistan,russia")
NOBODY = focus(INDEX, "", 2016)
PATHS = countries.paths(INDEX.scores, NAMES)
REGIONAL = {
    "KAZ": [55, 58, 59, 60, 61, 63, 62, 62, 68, 68, 67, 68, 66, 66, 63],
    "UZB": [77, 78, 79, 78, 79, 77, 75, 74, 73, 72, 73, 75, 73, 71],
    "KGZ": [35, 35, 34, 35, 35, 37, 38, 39, 44, 47, 47, 48, 52, 53],
    "BLR": [69, 69, 67, 62, 64, 62, 64, 64, 65, 62, 69, 72, 75, 78, 80],
    "GEO": [35, 30, 26, 26, 24, 25, 24, 25, 25, 24, 23, 22, 24, 26, 30],
}


def path_of(iso3):
    return countries.rank_path(INDEX.scores, iso3)


def test_the_focus_comes_first_and_neighbours_keep_their_order():
    assert KAZAKHSTAN.codes == ("KAZ", "KGZ", "UZB", "RUS") and KAZAKHSTAN.rated
    assert KAZAKHSTAN.role("KAZ") == "own" and KAZAKHSTAN.role("RUS") == "peer" and KAZAKHSTAN.role("FRA") == "other"


def test_without_neighbours_given_the_nearest_rated_ones_of_the_region_serve():
    found = focus(INDEX, "kazakhstan", 2016)
    assert found.peers == ("BLR", "RUS", "AZE", "UZB", "UKR")
    rated = set(INDEX.scores.loc[INDEX.scores["edition"] == 2009, "iso3"])
    assert set(focus(INDEX, "iceland", 2009).peers) <= rated and not focus(INDEX, "iceland", 2009).rated


def test_no_country_is_a_focus_too():
    assert NOBODY.codes == () and NOBODY.name == "" and not NOBODY.rated


def test_a_misspelt_country_is_refused_with_names_spelt_alike():
    with pytest.raises(InputError, match="kazakhstan"):
        focus(INDEX, "kazakstan", 2016)
    with pytest.raises(InputError, match="kyrgyzstan"):
        focus(INDEX, "kazakhstan", 2016, "kirgyzstan")
    with pytest.raises(InputError, match="2011"):
        focus(INDEX, "kazakhstan", 2010)


@pytest.mark.parametrize("iso3", REGIONAL)
def test_paths_run_on_one_scale(iso3):
    assert PATHS.loc[(PATHS["iso3"] == iso3) & (PATHS["edition"] > 2009), "total"].to_list() == REGIONAL[iso3]


def test_a_line_breaks_where_the_scale_was_inverted():
    own = PATHS[PATHS["iso3"] == "KAZ"].set_index("edition")["stretch"]
    assert own[2018] != own[2019] and own[2011] == own[2018] and own[2019] == own[2025]
    assert drawing.placed([2018, 2019]) == [2018, 2020] and drawing.BREAK == 2019
    assert drawing.break_layers([2011, 2018], 100) == [] and len(drawing.break_layers([2018, 2019], 100)) == 2


def test_only_totals_of_a_third_party_are_hollow():
    rows = drawing.paths_drawn(PATHS, KAZAKHSTAN).rows
    hollow = rows[rows["filled"] == 0]
    assert set(hollow["edition"]) == {2025} and len(hollow) == 69 and "Kazakhstan" not in set(hollow["country"])
    table = drawing.paths_table(PATHS).set_index("country")
    assert table.loc["Russia", "2025"] == "83?" and table.loc["Kazakhstan", "2025"] == "63" and table.loc["Kazakhstan", "2009"] is None


def test_labels_beside_the_paths_do_not_touch():
    assert drawing.apart([60, 61, 10], [4, 4, 4]) == [58.5, 62.5, 10]
    assert drawing.apart([99.0, 98.0], [4, 8]) == [98, 92]
    labels = drawing.paths_drawn(PATHS, focus(INDEX, "kazakhstan", 2016)).labels["label_y"].sort_values()
    assert labels.diff().min() >= 4.59
    named = drawing.paths_drawn(PATHS, focus(INDEX, "germany", 2021)).labels.set_index("country")
    assert named.loc["United Kingdom", "rise"] == 2.3 and named.loc["Germany", "rise"] == 0, "a name of two lines begins above its middle"


def test_the_neighbour_once_level_and_now_far_away():
    assert countries.widest_gap(PATHS, KAZAKHSTAN) == ("RUS", 2014, 2025, -20)
    assert sentences.paths_title(KAZAKHSTAN, ("RUS", 2014, 2025, -20)) == "Level in 2014, 20 points apart in 2025: Russia and Kazakhstan"
    france = focus(INDEX, "france", 2019)
    assert countries.widest_gap(PATHS, france) is None and sentences.paths_title(france, None).endswith("?")
    assert sentences.paths_title(NOBODY, None).endswith("?")


def test_the_step_over_the_break_is_told_apart():
    said = sentences.paths_sentence(KAZAKHSTAN, path_of("KAZ"))
    assert "from 55 in 2011 to 62 in 2018 and then from 68 in 2019 to 63 in 2025" in said and "got worse by six points" in said
    assert "over the inverted scale" not in sentences.paths_sentence(focus(INDEX, "netherlands", 2024), path_of("NLD"))
    assert "A path needs two" in sentences.paths_sentence(KAZAKHSTAN, path_of("KAZ").head(1))


def test_ranks_and_percentiles_of_an_edition():
    ranking = countries.ranking(INDEX.scores, NAMES, 2016).set_index("iso3")
    assert ranking.loc["KAZ", ["total", "rank", "countries", "percentile"]].to_list() == [63, 16, 65, 73.8]
    assert ranking.loc["EGY", "rank"] == 16 and ranking.loc["CHN", "rank"] == 1 and ranking.loc["EST", "percentile"] == 0
    assert path_of("KAZ").set_index("edition").loc[2015, "rank"] == 18
    table = drawing.ranking_table(countries.ranking(INDEX.scores, NAMES, 2009))
    assert len(table) == 15 and not any("Access" in column for column in table.columns)


def test_the_strip_names_both_ends_where_nobody_is_in_focus():
    ranking = countries.ranking(INDEX.scores, NAMES, 2016)
    assert set(drawing.rank_strip(ranking, NOBODY).named["country"]) == {"Estonia", "Iceland", "China"}
    named = drawing.rank_strip(ranking, KAZAKHSTAN).named
    assert ((named["label_y"] > named["total"]) == (named["side"] == "left")).all()
    assert set(named["country"]) == {"Kazakhstan", "Russia", "Uzbekistan", "Kyrgyzstan"}
    assert (drawing.rank_strip(countries.ranking(INDEX.scores, NAMES, 2025), KAZAKHSTAN).dots["filled"] == 0).sum() == 69


def test_ranks_among_the_same_countries():
    panel = countries.fixed_panel(INDEX.scores, "KAZ")
    assert len(panel.iso3) == 64 and panel.editions == tuple(range(2014, 2025))
    assert [panel.ranks[edition] for edition in (2014, 2016, 2018, 2024)] == [15, 15, 19, 18]
    counts = INDEX.scores.groupby("edition").size().to_dict()
    assert "from the least free was 15 in 2014, 15 in 2016, 19 in 2018 and 18 in 2024" in sentences.panel_sentence(KAZAKHSTAN, panel, counts)
    french = countries.fixed_panel(INDEX.scores, "FRA")
    assert "from the freest was 7 in 2014" in sentences.panel_sentence(focus(INDEX, "france", 2016), french, counts)
    dutch = countries.fixed_panel(INDEX.scores, "NLD")
    assert dutch.ranks == {} and "not two editions" in sentences.panel_sentence(focus(INDEX, "netherlands", 2024), dutch, counts)


def test_ranks_are_said_in_words():
    ranking = countries.ranking(INDEX.scores, NAMES, 2016)
    place = world.standing(INDEX.scores, "KAZ", 2016)
    assert sentences.rank_title(KAZAKHSTAN, place) == "Kazakhstan is the 16th least free of 65 countries in 2016"
    assert sentences.rank_title(NOBODY, None).endswith("?")
    said = sentences.rank_sentence(KAZAKHSTAN, ranking, place)
    assert "Estonia and Iceland are the freest (6 points)" in said and "48 countries are freer than Kazakhstan, 15 less free, and Egypt has the same total" in said
    assert "third party" in sentences.rank_sentence(NOBODY, countries.ranking(INDEX.scores, NAMES, 2025), None)


@pytest.mark.parametrize(("country", "edition", "title"), [
    ("france", 2016, "France is the 9th freest of 65 countries in 2016"),
    ("estonia", 2009, "Estonia is the freest of 15 countries in 2009"),
    ("iceland", 2016, "Iceland is one of the two freest of 65 countries in 2016"),
    ("china", 2016, "China is the least free of 65 countries in 2016"),
])  # fmt: skip
def test_a_place_is_counted_from_the_end_that_is_nearer(country, edition, title):
    own = focus(INDEX, country, edition)
    ranking, place = countries.ranking(INDEX.scores, NAMES, edition), world.standing(INDEX.scores, own.iso3, edition)
    assert sentences.rank_title(own, place) == title
    assert title.partition(" is ")[2].partition(" in ")[0] in sentences.lead(own, ranking, path_of(own.iso3)).replace("*", "")


def test_nobody_above_the_freest_is_no_country_and_neighbours_count_from_their_nearer_end():
    own = focus(INDEX, "estonia", 2009)
    ranking = countries.ranking(INDEX.scores, NAMES, 2009)
    said = sentences.rank_sentence(own, ranking, world.standing(INDEX.scores, "EST", 2009))
    assert "No country is freer than Estonia" in said and "Turkey is the 8th least free and the United Kingdom the 3rd freest" in said
    assert "none of them is freer" in sentences.lead(own, ranking, path_of("EST"))


def test_an_edition_that_counts_freedom_is_told_as_printed_first():
    own = focus(INDEX, "germany", 2021)
    said = sentences.lead(own, countries.ranking(INDEX.scores, NAMES, 2021), path_of("DEU"))
    assert "**79 of 100 points** as printed, where 100 is most free" in said and "these are 21" in said
    assert "as printed" not in sentences.lead(KAZAKHSTAN, countries.ranking(INDEX.scores, NAMES, 2016), path_of("KAZ"))


def test_a_path_says_went_only_where_the_total_moved():
    assert "had 6 in both 2013 and 2018 and then went from 5 in 2019" in sentences.paths_sentence(focus(INDEX, "iceland", 2016), path_of("ISL"))
    said = sentences.paths_sentence(KAZAKHSTAN, path_of("KAZ"))
    assert "went from 55 in 2011 to 62 in 2018 and then from 68 in 2019" in said and "From 2018 to 2019, over the inverted scale" in said


def test_the_place_over_the_editions_is_a_share_of_the_countries():
    assert sentences.by_edition_title(KAZAKHSTAN, path_of("KAZ")) == (
        "Between 65 and 76 percent of the countries assessed are freer than Kazakhstan, in every edition that rates it")
    assert sentences.by_edition_title(focus(INDEX, "iceland", 2016), path_of("ISL")).startswith("No country is freer than Iceland")
    assert sentences.by_edition_title(focus(INDEX, "estonia", 2016), path_of("EST")).startswith("At most 2 percent")
    moved = path_of("KAZ").assign(percentile=[10.0, *[60.0] * (len(path_of("KAZ")) - 1)])
    assert sentences.by_edition_title(KAZAKHSTAN, moved).endswith("?") and sentences.by_edition_title(NOBODY, path_of("")).startswith("How many")
    dots = drawing.place_dots(path_of("KAZ"))
    assert len(dots) == 15 and dots["stretch"].nunique() == 2 and dots.set_index("edition").loc[2016, "rank"] == "16 of 65 from the least free"


def test_the_lead_without_focus_or_without_a_rating():
    ranking = countries.ranking(INDEX.scores, NAMES, 2016)
    assert "17 Free, 28 Partly Free and 20 Not Free" in sentences.lead(NOBODY, ranking, path_of(""))
    dutch = focus(INDEX, "netherlands", 2016)
    assert sentences.lead(dutch, ranking, path_of("NLD")) == (
        "The 2016 edition does not rate the Netherlands. Two editions rate the Netherlands, from 2024 to 2025.")


def test_central_asia_came_closer_together():
    found = {item.edition: item for item in countries.ranges(INDEX.scores, ["KAZ", "UZB", "KGZ"])}
    assert [found[edition].points for edition in (2012, 2016, 2024, 2025)] == [42, 44, 21, 18]
    assert (found[2016].lowest, found[2016].highest, found[2024].lowest, found[2024].highest) == (35, 79, 52, 73) and 2011 not in found
    said = sentences.range_sentence(["Kazakhstan", "Uzbekistan", "Kyrgyzstan"], list(found.values()), 2016, 2024)
    assert "44 points in 2016 (35 to 79) and 21 points in 2024 (52 to 73)" in said and "2025" not in said
    assert sentences.range_sentence([], [], 2016, 2024) == "" and "No edition rates" in sentences.range_sentence(["A", "B"], [], 2016, 2024)


def test_regions_hold_the_same_countries_in_every_edition():
    rows = countries.region_paths(INDEX.scores, INDEX.countries)
    assert rows["iso3"].nunique() == 64 and set(rows.groupby("edition").size()) == {64} and rows["edition"].max() == 2024
    medians = rows.groupby(["region", "edition"])["median"].first()
    assert medians["Eurasia", 2014] == 55 and medians["Eurasia", 2024] == 66
    multiples = pairs.region_rows(rows, KAZAKHSTAN)
    assert multiples.names["words"].iloc[0] == "Eurasia (9 countries)" and multiples.names["y"].is_monotonic_decreasing


def test_a_region_is_less_free_only_where_both_sides_of_the_break_say_so():
    rows = countries.region_paths(INDEX.scores, INDEX.countries)
    assert sentences.regions_title(rows).startswith("Asia-Pacific, Eurasia and the Middle East and North Africa: ")
    assert sentences.regions_title(rows[rows["region"] == "Americas"]).endswith("?")
    said = sentences.regions_sentence(rows, KAZAKHSTAN)
    assert "in five of six regions from 2014 to 2018 and in three of six regions from 2019 to 2024" in said
    assert "the Middle East and North Africa, from 54 to 60 between 2014 and 2018" in said


def test_changes_between_any_two_editions():
    changes = countries.pair_changes(INDEX.scores, "KAZ").set_index(["since", "until", "who"])
    step = changes.loc[(2015, 2016, "all")]
    assert step[["countries", "worse", "better", "same", "access", "content", "rights"]].to_list() == [65, 34, 14, 17, -1, 8, 45]
    assert changes.loc[(2018, 2019, "own"), ["access", "content", "rights", "total"]].to_list() == [3, 0, 3, 6]
    assert pd.isna(changes.loc[(2024, 2025, "all"), "access"]), "one country with sub-scores is not all"
    assert changes.loc[(2011, 2016, "own"), "total"] == 8


def test_the_selects_narrow_the_table_of_changes():
    changes = countries.pair_changes(INDEX.scores, "KAZ")
    drawn = pairs.pairs_drawn(INDEX.scores, changes, KAZAKHSTAN)
    assert [control.get("value") for control in drawn.controls[:2]] == [2015, 2016]
    rows = drawn.table[(drawn.table["_since"] == "2015") & (drawn.table["_until"] == "2016")]
    assert list(rows["who"]) == ["Kazakhstan", "all 65 countries in both, summed"]
    assert [c["value"] for c in pairs.pairs_drawn(INDEX.scores, changes, focus(INDEX, "kazakhstan", 2009)).controls[:2]] == [2009, 2011]


def test_a_step_over_the_break_is_no_finding():
    changes = countries.pair_changes(INDEX.scores, "KAZ")
    assert sentences.pair_title(KAZAKHSTAN, changes) == "34 of 65 countries got less free from 2015 to 2016, 14 freer"
    over = focus(INDEX, "kazakhstan", 2019)
    assert sentences.pair_title(over, changes).endswith("?") and "leads over the inverted scale" in sentences.pair_sentence(over, changes, 2024)
    assert "third party" in sentences.pair_sentence(focus(INDEX, "kazakhstan", 2025), changes, 2024)
    assert "No earlier edition" in sentences.pair_sentence(focus(INDEX, "iceland", 2009), changes, 2024)


def test_the_step_is_summed_by_category_where_all_sub_scores_are_known():
    changes = countries.pair_changes(INDEX.scores, "KAZ")
    said = sentences.sums_sentence(KAZAKHSTAN, changes)
    assert "over the 65 countries, from 2015 to 2016" in said and "Obstacles to Access −1, Limits on Content +8 and Violations of User Rights +45" in said
    assert sentences.sums_sentence(focus(INDEX, "kazakhstan", 2025), changes) == "" == sentences.sums_sentence(focus(INDEX, "kazakhstan", 2009), changes)


def test_changes_of_status():
    changes = countries.status_changes(INDEX.scores, NAMES)
    assert set(changes.loc[changes["until"] == 2016, "country"]) == {"Brazil", "Turkey"}
    own = changes[changes["iso3"] == "KAZ"]
    assert own[["since", "until", "status_before", "status_after"]].values.tolist() == [[2014, 2015, "Partly Free", "Not Free"]]
    assert sentences.status_title(changes) == "20 of 28 changes of status were towards less free"
    assert sentences.status_title(changes.head(0)).endswith("?")
    assert "changed once: from Partly Free to Not Free in 2015" in sentences.status_sentence(KAZAKHSTAN, changes, path_of("KAZ"))
    assert "has been Free in every edition" in sentences.status_sentence(focus(INDEX, "france", 2019), changes, path_of("FRA"))
    assert drawing.status_table(changes)["remark"].str.contains("revised method").sum() == 1


def test_months_covered_are_those_that_the_source_documents():
    months = countries.coverage_months(INDEX.editions)
    assert [months[edition] for edition in (2011, 2012, 2013, 2014, 2016)] == [24, 16, 12, 13, 12] and 2009 not in months and 2020 not in months
    note = sentences.scale_note(months, INDEX.editions)
    assert "24 months in 2011, 16 months in 2012" in note or "24 months in 2011 and 16 months in 2012" in note
    assert "gap between 2018 and 2019" in note


def test_how_many_countries_had_which_status():
    counts = countries.edition_counts(INDEX.scores).set_index("edition")
    assert counts.loc[2016, ["countries", "Free", "Partly Free", "Not Free", "median"]].to_list() == [65, 17, 28, 20, 44]
