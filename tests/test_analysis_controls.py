"""The nine controls: ticks, totals, and the rows in which to look for them; the overview."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import controls, overview, scores, world
from netfreedom.charts import controls_wall
from netfreedom.charts import overview as drawing
from netfreedom.charts.controls_wall import editions, wall_table
from netfreedom.prose import opening
from netfreedom.prose import overview as sentences

REPORT, INDEX = nf.load("kazakhstan", 2016), nf.load_index()
NAMES = nf.country_names(INDEX)
TICKS = controls.ticks(INDEX.controls, "KAZ")


def test_all_nine_were_ticked_in_two_countries_only():
    totals = controls.totals(INDEX.controls, 2016)
    assert totals["KAZ"] == 9 and set(totals[totals == 9].index) == {"CHN", "KAZ"} and totals.median() == 4
    assert [int(controls.totals(INDEX.controls, edition)["KAZ"]) for edition in (2012, 2013, 2014)] == [8, 4, 6]
    title = sentences.controls_title("KAZ", 2016, totals, NAMES)
    assert title == "All nine controls were ticked for Kazakhstan in 2016"
    assert sentences.others_with_all("KAZ", totals, NAMES) == ", as for China alone among the 65 countries assessed"
    assert sentences.others_with_all("KAZ", totals.drop("CHN"), NAMES) == ", as for no other of the 64 countries assessed"
    assert sentences.others_with_all("KAZ", totals.clip(lower=9), NAMES) == ", as for 64 others of the 65 countries assessed"
    assert sentences.others_with_all("ARG", totals, NAMES) == sentences.others_with_all("XXX", totals, NAMES) == ""
    assert sentences.controls_title("XXX", 2016, totals, NAMES).endswith("?")
    assert sentences.controls_title("ARG", 2016, totals, NAMES).endswith("of nine controls were ticked for Argentina in 2016")


def test_breadth_is_not_depth():
    totals = controls.totals(INDEX.controls, 2016)
    assert controls.worse_with_fewer(totals, INDEX.scores, "KAZ", 2016) == 14


def test_an_edition_without_ticks_stays_a_visible_hole():
    ticks = controls.ticks(INDEX.controls, "KAZ")
    assert 2015 in editions(ticks) and 2015 not in set(ticks["edition"])
    assert editions(ticks.head(0)) == []


def test_rows_to_look_at_exist_and_those_shown_fall_into_the_period():
    rows = controls.rows_to_look_at(REPORT)
    shown = rows[rows["place"] == "in"]
    assert set(shown["control"]) == {control.key for control in controls.CONTROLS} - {"ict_shutdown"}
    known = {key for table in ("restrictions", "events", "laws", "cases", "findings") for key in REPORT.table(table)["id"]}
    assert set(rows["id"]) <= known
    aktobe = REPORT.restrictions.loc[REPORT.restrictions["place"] == "Aktobe", "id"]
    assert not set(aktobe) & set(shown["id"])
    assert len(wall_table(controls.ticks(INDEX.controls, "KAZ"), rows)) == 9


def test_rows_of_another_matter_are_not_among_them():
    rows = controls.rows_to_look_at(REPORT).groupby("control")["id"].agg(set)
    assert "e136" not in rows["user_arrested_imprisoned_detained"]  # the arrest of an attacker
    assert rows["user_attacked_or_killed"] == {"e135"}  # not the riots at a market
    assert "e140" not in rows["technical_attacks_on_critics"]  # a site of the government
    assert not {"l012", "l019", "l034", "l045"} & (rows["new_law_censorship_or_punishment"] | rows["new_law_surveillance_or_anonymity"])  # older rules
    assert "f076" not in rows["progov_commentators_manipulate"]


def test_a_ticked_control_without_a_row_in_the_period_is_named_with_those_outside():
    rows = controls.rows_to_look_at(REPORT)
    missing = controls.ticked_without_rows(controls.ticks(INDEX.controls, "KAZ"), rows, REPORT)
    assert missing == [("Networks cut off on purpose", 1, 1)]
    said = sentences.look_sentence(rows, missing)
    assert "found by category" in said and "no row in the period, only one before it and one after it" in said
    assert sentences.look_sentence(rows.head(0), []) == ""
    assert "“A” and “B” this book has no row" in sentences.look_sentence(rows.head(0), [("A", 0, 1), ("B", 0, 0)])
    assert sentences.look_sentence(rows.head(0), [("A", 0, 0)] * 4).startswith("For four of the ticked controls")


def test_only_sentences_of_the_period_are_counted():
    passed = overview.sentences_of_period(REPORT)
    assert (passed["sanction"] == "prison").sum() == 4
    early = SimpleNamespace(cases=REPORT.cases, events=REPORT.events, meta=SimpleNamespace(coverage_start=date(2016, 1, 1), coverage_end=REPORT.meta.coverage_end))
    assert (overview.sentences_of_period(early)["sanction"] == "prison").sum() == 1


def test_restrictions_outside_the_period_or_without_a_date_are_not_counted_into_it():
    outside = REPORT.restrictions["id"].isin(("r001", "r003"))
    counted = overview.restrictions_of_period(REPORT)
    assert not set(REPORT.restrictions.loc[outside, "id"]) & set(counted["id"]) and (counted["date"] != "").all()


def test_more_control_counts_rules_of_doubtful_date_apart():
    said = sentences.more_control(REPORT)
    assert "Four rules that tighten control began in the period, and perhaps two more with a date too wide to tell" in said
    assert "no comparison with the year before" in said and "Four people were sentenced to prison, at least five to restricted freedom" in said


def test_the_overview_names_no_cause_and_says_how_sure_it_is():
    change = scores.latest_change(REPORT.scores)
    assert "this book names no cause for the two points" in opening.why(REPORT, change)
    assert opening.why(REPORT, None).endswith("no change to explain.")
    said = opening.how_sure(REPORT, change, scores.robustness_table(REPORT.scores))
    assert "Two points are a judgement, not a measurement." in said and "A total three points lower would be Partly Free." in said and "27 combinations; only the one with all three categories one point lower gets there." in said and "243 of the 591 facts" in said


def test_questions_that_moved_are_named_where_the_report_prints_them():
    moved = pd.DataFrame({"question": ["C3", "B1"], "change": [-1, 0]}).astype({"change": "Int64"})
    report = SimpleNamespace(meta=SimpleNamespace(layout="questions", tables={}), question_scores=moved, coded=lambda table: True)
    change = scores.latest_change(REPORT.scores)
    assert "Points moved on C3 (−1);" in opening.why(report, change)
    report.question_scores = moved.head(0)
    assert "No question is printed with a change." in opening.why(report, change)
    report.coded = lambda table: False
    assert "not coded here, so this book names no cause" in opening.why(report, change)


def test_where_the_facts_come_from_is_said_with_the_address():
    assert "[Freedom on the Net 2016: Kazakhstan](https://freedomhouse.org/" in opening.where_from(REPORT.meta)
    assert "scores alone" in opening.where_from(replace(REPORT.meta, tables={}, url=""))


def test_ticks_of_which_little_is_told_are_named():
    found = controls.rows_in_period(TICKS, controls.rows_to_look_at(REPORT), 2016)
    assert list(found["rows"]) == sorted(found["rows"]) and found["rows"].iloc[0] == 1
    said = sentences.thin_sentence(found, [])
    assert "“User attacked or killed” (one row, with a note)" in said and "(five rows, one of them with a note)" in said
    assert sentences.thin_sentence(found[found["rows"] == 10], []) == sentences.thin_sentence(found.head(0), []) == ""
    assert sentences.thin_sentence(pd.DataFrame({"title": list("abcd"), "rows": [1] * 4, "noted": [1] * 4}), []) == ""


def test_a_tick_without_any_row_comes_before_those_with_few():
    few = pd.DataFrame({"title": ["b"], "rows": [1], "noted": [0]})
    assert sentences.thin_sentence(few, [("a", 1, 1)]) == "Least is told about “a” (no row), then about “b” (one row, without a note)."
    assert sentences.thin_sentence(few, [(title, 0, 0) for title in "acde"]) == ""


def test_editions_that_cover_more_than_a_year_are_named():
    assert sentences.unlike_editions(INDEX.editions, [2012, 2013]) == "The 2012 edition covers 16 months, so that what a tick stands for had more time to happen there."
    assert sentences.unlike_editions(INDEX.editions, [2013, 2014]) == ""
    assert sentences.unlike_editions(INDEX.editions, [2014, 2016]) == "For 2015 no table of controls was published, which says nothing of that year."


def test_the_key_of_the_tiles_names_only_what_is_shown():
    tiles = controls_wall.tiles(TICKS)
    assert list(drawing.ticks_said(tiles)) == ["not ticked", "ticked"]
    assert list(drawing.ticks_said(tiles[tiles["said"] == "ticked"])) == ["ticked"]


def test_rules_that_loosen_in_part_are_listed_as_such():
    turns = overview.better(REPORT)
    assert [turn.anchor for turn in turns if turn.what.startswith("Only in part: ")] == ["l013", "l047"]


def test_nothing_better_is_said_only_where_it_was_looked_for():
    assert "not coded" in sentences.less_control(False, [])
    assert sentences.less_control(True, []) == "No row of this report tells of control that eased."


def test_standing_title_follows_the_larger_side():
    freer, worse = (world.standing(INDEX.scores, code, 2016) for code in ("KAZ", "EST"))
    assert sentences.standing_title("Kazakhstan", freer).startswith("48 of the 65 countries assessed were freer")
    assert "were less free online than Estonia" in sentences.standing_title("Estonia", worse)
    assert sentences.standing_title("Nowhere", None).endswith("?")


def test_the_labelled_countries_are_drawn_last_so_that_no_neighbour_covers_them():
    roles = list(drawing.all_totals(INDEX.scores, "KAZ", 2016, NAMES, ("russia",))["role"])
    assert roles[-2:] == ["peer", "own"] and set(roles[:-2]) == {"other"}


def test_the_status_is_told_with_its_changes():
    path = world.path(INDEX.scores, "KAZ")
    assert opening.status_sentence(path, 2016) == "Its status is **Not Free**; since 2011 it changed once, in the 2015 edition from Partly Free to Not Free."
    assert opening.status_sentence(path, 2014) == "Its status is **Partly Free**, as in every edition since 2011."
    assert opening.status_sentence(path, 2011) == "Its status is **Partly Free**." and opening.status_sentence(path, 2009) == ""


def test_candidates_are_those_of_the_report_s_opening_and_of_the_field_that_moved():
    named = [turn.anchor for turn in overview.named_in_opening(REPORT, ["rights"])]
    assert named == ["c007", "c008", "l043", "s002"]
    assert [turn.anchor for turn in overview.like_those_in_opening(REPORT, ["rights"])] == ["c005", "c017"]
    assert overview.like_those_in_opening(REPORT, ["access"]) == []
    assert overview.named_in_opening(REPORT, []) == [] and opening.candidates(REPORT, []) == ""
    assert "Igor Sychev: prison, 60 months (poll on " in opening.candidates(REPORT, ["rights"]) and "whether they counted for the points, it does not say" in opening.candidates(REPORT, ["rights"])


def test_contradictions_are_counted_where_the_book_says_how_sure_it_is():
    assert "157 places where the report and its notes do not fit together: 59 on what happened, when or how much; 44 on what a note or a word stands for; 54 of form only, such as spelling" in opening.how_sure(REPORT, None, scores.robustness_table(REPORT.scores))


def test_the_one_combination_that_changes_the_status_is_said_in_words():
    assert scores.only_flip(REPORT.scores) == ("lower", "Partly Free")
    assert scores.only_flip(REPORT.scores[REPORT.scores["edition"] == 2015]) is None
    early = REPORT.scores[REPORT.scores["edition"] == 2015]
    assert "stays Not Free in 17 of 27 combinations" in opening.flip_sentence(early, scores.robustness_table(early))
    deep = early.assign(access=20, content=30, rights=35, total=85)
    assert opening.flip_sentence(deep, scores.robustness_table(deep)).endswith("would leave the status at Not Free.")


def test_a_tick_without_rows_is_told_with_the_report_s_own_contradiction():
    rows = controls.rows_to_look_at(REPORT)
    missing = controls.ticked_without_rows(TICKS, rows, REPORT)
    torn = controls.torn_about(REPORT, missing)
    assert list(torn["id"]) == ["d007"] and controls.torn_about(REPORT, []).empty
    assert "On this the report contradicts itself" in sentences.look_sentence(rows, missing, torn)
    assert "contradicts itself" not in sentences.look_sentence(rows, missing)


def test_services_of_the_same_days_and_groups_are_named_among_what_tightened():
    said = sentences.more_control(REPORT)
    assert "\n  - The same six are told for the same days: 19–23 May 2016 (disrupted).\n" in said
    alone = sentences._same_days(REPORT, REPORT.restrictions["target"].head(0))
    assert alone == "Told for the same days (19–23 May 2016: disrupted): Facebook, Twitter, VKontakte, WhatsApp, Viber and YouTube."
    assert "Counted apart are groups: dozens of activists (administrative arrest, up to 15 days) and dozens of journalists (detained). The exact number is not told" in said


@pytest.mark.parametrize(("iso3", "edition", "direction", "said"), [
    ("EST", 2009, "zero_is_free", "No country was freer; 14 were less free. With 13 points Estonia was the freest of 15; the median was 42."),
    ("DEU", 2021, "hundred_is_free", "Five countries were freer and 64 less free. With 79 points Germany was the 6th freest of 70; the median was 53."),
    ("CHN", 2016, "zero_is_free", "64 countries were freer and none less free. With 88 points China was the least free of 65; the median was 44."),
])  # fmt: skip
def test_the_place_is_told_in_the_direction_of_the_edition(iso3, edition, direction, said):
    place = world.standing(INDEX.scores, iso3, edition, direction=direction)
    assert sentences.standing_sentence(NAMES[iso3], place, None, NAMES).startswith(said)


def test_the_strip_and_its_table_run_as_the_edition_prints():
    dots = drawing.all_totals(INDEX.scores, "DEU", 2021, NAMES, (), "hundred_is_free")
    assert list(dots.loc[dots["role"] == "own", "total"]) == [79]
    table = drawing.totals_table(dots, "hundred_is_free")
    assert table["total"].is_monotonic_decreasing and drawing.totals_table(dots)["total"].is_monotonic_increasing


def test_a_book_without_a_report_says_once_that_control_is_not_coded():
    assert sentences.control(nf.load("germany", 2021)) == ("What tightened and what eased control is not coded for this report.",)
    more, _, less, _ = sentences.control(REPORT)
    assert (more, less) == ("**Control that the report describes**", "**What eased**")
    assert "No row of this excerpt tells of control that eased." in sentences.control(nf.load("uzbekistan", 2016))[3]
