"""Sentences and titles on powers: none, one, many; both branches of every title."""

from test_analysis_legal_changes import made_up_powers
from test_analysis_powers import ACTORS, cells_of

import netfreedom as nf
from netfreedom.analysis import powers as analysis
from netfreedom.prose import powers as sentences

REGULATOR = {"actor_id": "a004"}


def test_not_coded_and_empty_are_told_apart():
    assert sentences.lead(False, cells_of()) == "This report was not coded for powers."
    assert sentences.lead(True, cells_of()) == "The report was read for powers and names none."


def test_the_lead_of_one_power_reads_as_one():
    assert sentences.lead(True, cells_of({})) == (
        "The report gives **one body** one power or duty. One is a power to block, cut off, remove, intercept or see data: one without a court."
    )


def test_the_foremost_bodies_are_named_only_where_few_lead():
    rows = [{"power": "monitor"}, {"power": "appoint"}, {**REGULATOR, "power": "monitor"}]
    assert sentences.most_sentence(cells_of(*rows)) == "Most, two, stand beside Prosecutor general."
    assert sentences.most_sentence(cells_of(*rows[:1], rows[2])) == ""
    many = [*rows, {**REGULATOR, "power": "appoint"}, {"actor_id": "a003"}]
    assert sentences.most_sentence(cells_of(*many)) == "Most, two each, stand beside Prosecutor general and Regulator."


def test_the_title_is_a_finding_only_where_no_office_waits_for_a_court():
    rows = [{"power": power} for power in analysis.CHECKED]
    assert sentences.title(cells_of(*rows)) == "No office outside the courts is said to need a court’s order"
    assert sentences.title(cells_of(*rows[:3])) == "Who may do what, and must a court agree?"
    assert sentences.title(cells_of(*rows[:4], {**rows[4], "court_order": "yes"})) == "Who may do what, and must a court agree?"
    silent = [{**row, "court_order": "not_stated"} for row in rows]
    assert sentences.title(cells_of(*silent)) == "Who may do what, and must a court agree?"


def test_powers_that_reach_nobody_are_said_to():
    assert sentences.court_sentence(cells_of({"power": "appoint"})) == "None of them is a power over what people may say, reach or keep to themselves."


def test_duties_are_counted_by_who_bears_them():
    assert sentences.executed_sentence(cells_of({})) == ""
    assert sentences.executed_sentence(cells_of({"power": "execute"})) == "Of one duty to carry out orders or keep users' data, none fall on operators and other firms."


def test_rows_without_rule_and_note():
    assert sentences.without_law_sentence(made_up_powers()) == ""
    assert sentences.without_law_sentence(made_up_powers({"law_id": "l001"}, {})).startswith("One of two rows names no rule on which the power rests; two have no note")


def test_where_nothing_is_missing_no_gap_is_told():
    assert sentences.without_law_sentence(made_up_powers({"law_id": "l001", "footnotes": (1,)})) == "Every row names the rule on which the power rests."
    assert sentences.court_sentence(cells_of()) == ""


def test_to_whom_the_bodies_belong():
    def bodies(*rows):
        return analysis.bodies(analysis.holders(made_up_powers(*rows), ACTORS), ACTORS)

    assert sentences.above_sentence(bodies({"actor_id": "a003"})) == "The report does not say to whom these bodies belong."
    assert sentences.above_sentence(bodies({}, REGULATOR)).startswith("For two bodies of two the report tells to whom they belong; all of them to Government.")


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    cells = analysis.matrix(analysis.holders(report.powers, report.actors))
    assert sentences.title(cells) == "No office outside the courts is said to need a court’s order"
    lead = sentences.lead(True, cells)
    assert "**25 bodies** 40 powers and duties" in lead
    assert "Most, four each, stand beside Government, ISPs and Regulator." in lead
    assert "seven without a court, three where a court decides and five where the report mentions no court" in lead
