"""The arithmetic of the score box, on boxes made up for it and on the real one."""

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import overview, world
from netfreedom.analysis.scores import band_distances, latest_change, points_past_line, robustness, robustness_table
from netfreedom.prose import scores as sentences


def box(*rows, direction="zero_is_free"):
    frame = pd.DataFrame(rows, columns=["edition", "access", "content", "rights", "total", "status"])
    return frame.astype({name: "Int64" for name in frame.columns[:5]}).assign(direction=direction)


KAZAKHSTAN = box((2015, 14, 23, 24, 61, "Not Free"), (2016, 14, 23, 26, 63, "Not Free"))


def test_a_rise_is_worse_on_the_old_scale_and_better_on_the_new_one():
    rows = (2019, 10, 10, 10, 30, "Not Free"), (2020, 10, 10, 12, 32, "Not Free")
    assert latest_change(box(*rows)).total_worse_by == 2
    assert latest_change(box(*rows, direction="hundred_is_free")).total_worse_by == -2


def test_a_box_with_one_edition_has_no_change():
    assert latest_change(box((2016, 14, 23, 26, 63, "Not Free"))) is None


@pytest.mark.parametrize(("total", "direction", "past"), [
    (61, "zero_is_free", 0), (63, "zero_is_free", 2), (39, "hundred_is_free", 0), (37, "hundred_is_free", 2),
])  # fmt: skip
def test_the_line_of_a_band_is_its_edge_towards_the_freer_band(total, direction, past):
    assert points_past_line(total, direction) == past


def test_distances_are_counted_to_the_nearest_total_of_a_band():
    distances = band_distances(63, "zero_is_free").set_index("status")["points"]
    assert distances.to_dict() == {"Free": 33, "Partly Free": 3, "Not Free": 0}


def test_robustness_of_the_real_box():
    table = robustness_table(KAZAKHSTAN).set_index("edition")
    assert list(table["same"]) == [17, 26] and list(table["combinations"]) == [27, 27]


def test_a_sub_score_cannot_leave_its_range():
    assert robustness({"access": 0, "content": 0, "rights": 0}, "zero_is_free") == (8, 8)


def test_lead_says_which_way_the_scale_runs_and_what_moved():
    said = sentences.lead("Kazakhstan", KAZAKHSTAN, latest_change(KAZAKHSTAN))
    assert "from 61 to **63 of 100**" in said and "0 is most free, 100 least free" in said
    assert "The whole change is in Violations of User Rights, which got worse by two points" in said


@pytest.mark.parametrize(("after", "words"), [
    ((10, 10, 10, 30), "did not change"), ((10, 10, 9, 29), "improved by one point"), ((10, 12, 10, 32), "got worse by two points"),
])  # fmt: skip
def test_the_step_is_told_with_its_own_grammar(after, words):
    rows = box((2015, 10, 10, 10, 30, "Free"), (2016, *after, "Free"))
    assert words in sentences.lead("Someland", rows, latest_change(rows))


def test_titles_return_the_question_where_the_data_bear_no_finding():
    one = box((2016, 14, 23, 26, 63, "Not Free"))
    assert sentences.ladder_title(KAZAKHSTAN) == "Exactly on the Not Free line (61) in 2015 and two points past it in 2016"
    assert sentences.ladder_title(one).endswith("?")


def moves(*totals):
    return pd.DataFrame({"iso3": [f"C{number}" for number in range(len(totals))], "total": totals})


@pytest.mark.parametrize(("totals", "title"), [
    ((2, 3, 5, 2, -4), "Two of 5 countries got worse by more than Cee's two points"),
    ((-1, 3, 5, -2, -4), "Two of 5 countries improved by more than Cee's one point"),
    ((7, 3, 5, 2, -4), "None of 5 countries got worse by more than Cee's seven points"),
    ((0, 0, 5, 2, -4), "Two of 5 countries did not move, Cee among them"),
    ((0, 1, 5), "Only Cee, of 3 countries, did not move"),
])  # fmt: skip
def test_the_step_is_set_beside_those_of_all(totals, title):
    assert sentences.step_title("Cee", "C0", moves(*totals)) == title
    assert sentences.step_title("Cee", "X", moves(*totals)).endswith("?")


def test_how_many_moved_as_far_leaves_the_country_itself_out():
    assert sentences.step_sentence("Cee", "C0", moves(2, 3, 2, 1)) == (
        "Cee got worse by two points on the edition before; two of the other 3 countries rated in both editions did so by as much or more."
    )
    assert sentences.step_sentence("Cee", "C0", moves(0, 3)) == sentences.step_sentence("Cee", "X", moves(1)) == ""


def test_the_label_of_a_total_turns_with_the_scale():
    from netfreedom.charts import scores as drawing

    points = drawing.ladder(KAZAKHSTAN).points
    assert "label" not in points.columns and "100 - datum.total" in drawing.LADDER_LABEL and "datum.direction" in drawing.LADDER_LABEL


def test_a_place_is_counted_from_the_nearer_end(index):
    assert sentences.place_words(world.standing(index.scores, "KAZ", 2016)) == "the 16th least free of 65"
    assert sentences.place_words(world.standing(index.scores, "CHN", 2016)) == "the least free of 65"
    assert "freest of 65" in sentences.place_words(world.standing(index.scores, "EST", 2016))


def test_ordinals():
    assert [sentences.ordinal(number) for number in (1, 2, 3, 4, 11, 12, 21, 62)] == "1st 2nd 3rd 4th 11th 12th 21st 62nd".split()


@pytest.fixture(scope="module")
def index():
    return nf.load_index()


def test_place_among_all_countries(index):
    place = world.standing(index.scores, "KAZ", 2016)
    assert (place.countries, place.freer, place.tied_iso3, place.less_free, place.median) == (65, 48, ("EGY",), 15, 44)
    before = world.standing(index.scores, "KAZ", 2015)
    assert (before.freer, before.tied, before.less_free) == (46, 1, 17)
    assert world.standing(index.scores, "XXX", 2016) is None


def test_changes_of_all_countries(index):
    changes = world.step_changes(index.scores, 2015, 2016)
    assert [(changes["total"] > 0).sum(), (changes["total"] < 0).sum(), (changes["total"] == 0).sum()] == [34, 14, 17]
    assert [int(changes[key].sum()) for key in world.SUB_SCORES] == [-1, 8, 45]


def test_the_only_country_worse_in_every_edition(index):
    editions = world.consecutive_editions(index.scores, "KAZ", 2016)
    steps = world.steps(index.scores, "rights", editions)
    assert editions == [2011, 2012, 2013, 2014, 2015, 2016] and steps["iso3"].nunique() == 37
    assert set(steps.loc[steps["worsened"] == 5, "iso3"]) == {"KAZ"}
    title = sentences.steps_title("Kazakhstan", "KAZ", steps, editions, "Violations of User Rights")
    assert title.endswith("Kazakhstan is the only one of the 37 countries rated in every edition from 2011 to 2016 that got worse at every step")
    assert sentences.steps_title("France", "FRA", steps, editions, "Violations of User Rights").endswith("?")


def test_what_got_better_in_the_real_report():
    turns = overview.better(nf.load("kazakhstan", 2016))
    said = [turn.what for turn in turns]
    assert {"Restored: SoundCloud", "Restored: Ratel.kz", "Restored: Zonakz.net", "Acquitted: Yulia Kozlova"} <= set(said)
    assert all(turn.anchor for turn in turns if turn.chapter == "05-legal-changes")


def test_editions_of_unequal_length_are_named(index):
    assert sentences.lengths_sentence(index.editions, [2011, 2012, 2013]).startswith(
        "A step is not always a year: 2011 covers 24 months and 2012 covers 16 months"
    )
    assert sentences.lengths_sentence(index.editions, [2015, 2016]) == "Each of these editions covers about a year."


def test_overview_and_legal_changes_count_the_same_rules():
    from netfreedom.analysis.legal_changes import rules_in_period

    report = nf.load("kazakhstan", 2016)
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    assert len(overview.worse_rules(report)) == (rules["direction"] == "tightens").sum() == 6


def test_a_bill_rejected_before_the_period_is_said_to_be():
    refused = next(turn for turn in overview.better(nf.load("kazakhstan", 2016)) if turn.what.startswith("Rejected: "))
    assert (refused.when, refused.side, refused.who) == ("May 2015", "before", ("Constitutional Council",))


@pytest.mark.parametrize(("total", "direction", "said"), [
    (63, "zero_is_free", "A total three points closer to free (60) would be Partly Free."),
    (60, "zero_is_free", "A total 30 points closer to free (30) would be Free and a total one point less free (61) would be Not Free."),
    (37, "hundred_is_free", "A total three points closer to free (40) would be Partly Free."),
])  # fmt: skip
def test_neighbouring_bands_are_told_in_either_direction(total, direction, said):
    assert sentences.band_sentence(total, direction) == said


def test_a_place_in_the_direction_in_which_the_edition_prints(index):
    old, new = (world.standing(index.scores, "DEU", 2021, direction=direction) for direction in ("zero_is_free", "hundred_is_free"))
    assert (old.value, old.median, new.value, new.median) == (21, 47, 79, 53)
    assert (new.freer, new.less_free) == (old.freer, old.less_free) == (5, 64)
    profile = world.category_profile(index.scores, "DEU", 2021, {}, "hundred_is_free")
    assert list(profile.table.query("edition == 2021")["points"]) == [22, 29, 28] and profile.before == 2020


def test_the_edition_before_is_the_one_that_the_index_holds(index):
    assert [world.edition_before(index.scores, edition) for edition in (2009, 2011, 2012)] == [None, 2009, 2011]
    assert world.standing(index.scores, "EST", None) is None and world.step_changes(index.scores, None, 2009).empty
    assert len(world.step_changes(index.scores, 2009, 2011)) == 15


def test_the_key_names_an_earlier_edition_only_where_it_is_drawn(index):
    profile = world.category_profile(index.scores, "EST", 2011, {})
    assert profile.before is None and "hollow" not in sentences.profile_key("Estonia", 2011, "", profile.before)
    assert "hollow 2015 where it differed" in sentences.profile_key("Estonia", 2016, "", 2015)
    assert "hollow 2018 (turned to this scale) where it differed" in sentences.profile_key("Estonia", 2019, "", 2018)


TITLES = {"access": "Access", "content": "Content", "rights": "Rights"}


def test_steps_between_editions_without_points_by_category_are_told_by_their_totals(index):
    from netfreedom.charts import scores as drawing

    changes = world.step_changes(index.scores, 2009, 2011)
    said = sentences.world_change_sentence(changes, dict.fromkeys(TITLES, 0), TITLES)
    assert said.startswith("Of 15 countries in both editions, 9 got worse, 5 improved and 1 stayed the same. Their points by category are not published")
    assert [name for name in drawing.changes_table(changes, {}) if not name.startswith("_")] == ["country", "total"]
    assert "no edition before this one" in sentences.world_change_sentence(changes.head(0), {}, TITLES)


def test_summed_points_and_their_table_run_as_the_edition_prints(index):
    from netfreedom.charts import scores as drawing

    changes = world.step_changes(index.scores, 2020, 2021)
    sums = {key: int(changes[key].sum()) for key in TITLES}
    assert "(plus = freer): Access +8, Content −28 and Rights −20." in sentences.world_change_sentence(changes, sums, TITLES, "hundred_is_free")
    assert "(plus = less free): Access −8, Content +28 and Rights +20." in sentences.world_change_sentence(changes, sums, TITLES)
    first = drawing.changes_table(changes, {"MMR": "Myanmar"}, "hundred_is_free").iloc[0]
    assert (first["country"], first["total"]) == ("Myanmar", "−14")


def test_the_tiles_of_steps_keep_crimson_for_less_free():
    from netfreedom.charts import scores as drawing
    from netfreedom.charts import theme

    assert drawing.step_colours("zero_is_free")[-1] == drawing.step_colours("hundred_is_free")[0] == theme.CRIMSON
    steps = pd.DataFrame({"country": ["A", "B"], "change": [1, 3], "worsened": [1, 1]})
    assert drawing.steps_order(drawing.turned(steps, ["change"], "zero_is_free"), "zero_is_free") == ["B", "A"]
    assert drawing.steps_order(drawing.turned(steps, ["change"], "hundred_is_free"), "hundred_is_free") == ["B", "A"]
    assert sentences.steps_key([2017, 2018, 2019], "hundred_is_free").startswith("Change in points from the edition before, editions before 2019 turned to this scale;")
    assert sentences.steps_key([2015, 2016], "zero_is_free").startswith("Change in points from the edition before; ")


def test_a_step_over_the_turn_of_the_scale_says_what_was_printed():
    rows = box((2018, 12, 12, 14, 38, "Not Free"), (2019, 10, 11, 11, 32, "Not Free"), direction="hundred_is_free")
    assert "from 38 (printed as 62 in 2018, when the scale ran the other way) to **32 of 100**" in sentences.lead("Kazakhstan", rows, latest_change(rows))
    assert "printed" not in sentences.lead("Kazakhstan", KAZAKHSTAN, latest_change(KAZAKHSTAN))
