"""The nine controls: ticks, totals, and the rows that bear them out."""

import pandas as pd

import netfreedom as nf
from netfreedom.analysis import controls, overview, world
from netfreedom.charts.controls_wall import editions, wall_table
from netfreedom.prose import overview as sentences

REPORT, INDEX = nf.load("kazakhstan", 2016), nf.load_index()
NAMES = nf.country_names(INDEX)


def test_all_nine_were_ticked_in_two_countries_only():
    totals = controls.totals(INDEX.controls, 2016)
    assert totals["KAZ"] == 9 and set(totals[totals == 9].index) == {"CHN", "KAZ"} and totals.median() == 4
    assert [int(controls.totals(INDEX.controls, edition)["KAZ"]) for edition in (2012, 2013, 2014)] == [8, 4, 6]
    title = sentences.controls_title("KAZ", 2016, totals, NAMES)
    assert title == "All nine controls were in use in 2016 — in China and Kazakhstan only"
    assert sentences.controls_title("XXX", 2016, totals, NAMES).endswith("?")
    assert sentences.controls_title("ARG", 2016, totals, NAMES).endswith("of nine controls were ticked in 2016")


def test_breadth_is_not_depth():
    totals = controls.totals(INDEX.controls, 2016)
    assert controls.worse_with_fewer(totals, INDEX.scores, "KAZ", 2016) == 14


def test_an_edition_without_ticks_stays_a_visible_hole():
    ticks = controls.ticks(INDEX.controls, "KAZ")
    assert 2015 in editions(ticks) and 2015 not in set(ticks["edition"])
    assert editions(ticks.head(0)) == []


def test_rows_that_bear_a_control_out_exist_and_fall_into_the_period():
    bearing = controls.bearing_rows(REPORT)
    assert set(bearing["control"]) == {control.key for control in controls.CONTROLS}
    for table, ids in bearing.groupby("table")["id"]:
        assert set(ids) <= set(REPORT.table(table)["id"])
    aktobe = REPORT.restrictions.loc[REPORT.restrictions["place"] == "Aktobe", "id"]
    assert not set(aktobe) & set(bearing["id"])
    assert len(wall_table(controls.ticks(INDEX.controls, "KAZ"), bearing)) == 9


def test_only_prison_terms_of_proceedings_of_their_own_are_counted():
    assert len(overview.imprisoned(REPORT.cases)) == 4
    cases = pd.DataFrame({"sanction": ["prison", "prison", "restricted_freedom"], "part_of": ["", "c001", ""]})
    assert len(overview.imprisoned(cases)) == 1


def test_nothing_better_is_said_only_where_it_was_looked_for():
    assert "not coded" in sentences.got_better(False, [])
    assert sentences.got_better(True, []) == "The report names nothing that got better."


def test_standing_title_follows_the_larger_side():
    freer, worse = (world.standing(INDEX.scores, code, 2016) for code in ("KAZ", "EST"))
    assert sentences.standing_title("Kazakhstan", freer).startswith("48 of the 65 countries assessed were freer")
    assert "were less free online than Estonia" in sentences.standing_title("Estonia", worse)
    assert sentences.standing_title("Nowhere", None).endswith("?")
