"""Who holds which power: cells, courts, years, order, bodies; and the numbers of the Kazakhstan dataset."""

import pandas as pd
import pytest
from test_analysis_legal_changes import ACTORS, made_up_powers

import netfreedom as nf
from netfreedom.analysis import powers as analysis
from netfreedom.charts import powers as drawing


def cells_of(*rows: dict) -> pd.DataFrame:
    return analysis.matrix(analysis.holders(made_up_powers(*rows), ACTORS))


def test_two_rows_on_one_power_are_one_cell_with_the_earlier_year():
    cells = cells_of({"since": ""}, {"since": "2014"}, {"since": "2012"})
    assert cells[["actor", "power"]].to_numpy().tolist() == [["Prosecutor general", "order_blocking"]]
    assert cells["year"].tolist() == [2012]
    assert cells["ids"].tolist() == [("w003", "w002", "w001")]


@pytest.mark.parametrize(("courts", "together"), [
    (["no"], "no"), (["no", "no"], "no"), (["no", "not_stated"], "no"), (["no", "not_applicable"], "no"), (["no", "yes"], "mixed"),
    (["mixed"], "mixed"), (["not_stated", "not_applicable"], "not_stated"), (["not_applicable"], "not_applicable"),
])
def test_silence_does_not_change_what_other_rows_say_of_a_court(courts, together):
    assert analysis.court_of(pd.Series(courts)) == together


def test_bodies_and_powers_with_most_cells_come_first():
    cells = cells_of({"actor_id": "a001", "power": "appoint"}, {"actor_id": "a004", "power": "monitor"}, {"actor_id": "a004", "power": "appoint"})
    assert list(dict.fromkeys(cells["actor"])) == ["Regulator", "Prosecutor general"]
    assert drawing.powers_across(cells) == ["appoint", "monitor"]


def test_bodies_whose_place_is_told_come_first():
    found = analysis.bodies(analysis.holders(made_up_powers({"actor_id": "a003"}, {}), ACTORS), ACTORS)
    assert found["above"].map(len).gt(0).tolist() == [False, True]
    assert (drawing.bodies_table(found)["Belongs to"] == "not stated").tolist() == [False, True]


def test_an_actor_that_is_not_coded_keeps_its_id_and_says_so():
    assert cells_of({"actor_id": "a099"})["actor"].tolist() == ["a099 (name not coded)"]


def test_no_powers_make_empty_cells_and_an_empty_frame():
    cells = cells_of()
    assert cells.empty
    assert drawing.matrix_frame(cells).empty


def test_bodies_are_listed_with_those_above_them():
    bodies = analysis.bodies(analysis.holders(made_up_powers({"actor_id": "a002"}), ACTORS), ACTORS)
    assert bodies["above"].tolist() == [("Prosecutor general", "Government")]


def test_a_circle_of_owners_ends():
    circle = pd.DataFrame([("a001", "a002"), ("a002", "a001")], columns=["id", "parent"])
    assert analysis.chain("a001", circle) == ["a002", "a001"]


def test_long_names_keep_to_three_lines():
    label = drawing.short_label("Committee of State Control over Communications, Information and Mass Media")
    assert label.count("\n") == 2
    assert label.endswith("…")


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    cells = analysis.matrix(analysis.holders(report.powers, report.actors))
    assert len(report.powers) == 45
    assert cells["actor_id"].nunique() == 25
    assert len(cells) == 40
    reach = analysis.checked(cells)["court"].value_counts()
    assert reach.to_dict() == {"not_stated": 8, "no": 4, "yes": 3}
    offices = analysis.checked(cells)[analysis.checked(cells)["type"] != analysis.COURT]
    assert not set(offices["court"]) & {"yes", analysis.MIXED}
    assert analysis.abbreviated(report.actors, ["a007", "a005"]) == {"STS": "State Technical Service"}
