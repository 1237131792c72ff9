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
        "By the report, without a court **Prosecutor general may order blocking**. It is a power to block, cut off, remove, intercept or see data: it needs no court."
        " In all, one body has one power or duty over the internet by the report's account."
    )


def test_the_foremost_bodies_are_named_only_where_few_lead():
    rows = [{"power": "monitor"}, {"power": "appoint"}, {**REGULATOR, "power": "monitor"}]
    assert sentences.most_sentence(cells_of(*rows)) == "One has the most, two: Prosecutor general."
    assert sentences.most_sentence(cells_of(*rows[:1], rows[2])) == ""
    many = [*rows, {**REGULATOR, "power": "appoint"}, {"actor_id": "a003"}]
    assert sentences.most_sentence(cells_of(*many)) == "Two have the most, two each: Prosecutor general and Regulator."
    names = analysis.spelled_out(ACTORS)
    assert sentences.most_sentence(cells_of(*many), names) == "Two have the most, two each: Prosecutor general and Regulator (Committee for everything)."


def test_the_title_is_a_finding_only_where_no_office_waits_for_a_court():
    rows = [{"power": power} for power in analysis.CHECKED]
    assert sentences.title(cells_of(*rows)) == "Outside the courts, all five powers over speech, connections or data need no court"
    silence = {**rows[4], "court_order": "not_stated"}
    assert sentences.title(cells_of(*rows[:4], silence)).endswith("four of five powers over speech, connections or data need no court; on one the report is silent")
    assert sentences.key(cells_of(*rows)).endswith(sentences.REACH_KEY)
    assert sentences.key(cells_of(*rows[:3])) == sentences.MATRIX_KEY
    assert sentences.title(cells_of(*rows[:3])) == "Who may do what, and must a court agree?"
    assert sentences.title(cells_of(*rows[:4], {**rows[4], "court_order": "yes"})) == "Who may do what, and must a court agree?"
    silent = [{**row, "court_order": "not_stated"} for row in rows]
    assert sentences.title(cells_of(*silent)) == "Who may do what, and must a court agree?"


def test_powers_that_reach_nobody_are_said_to():
    assert sentences.court_sentence(cells_of({"power": "appoint"})) == "It is not a power over what people may say, reach or keep to themselves."


def test_duties_are_counted_by_who_bears_them():
    assert sentences.executed_sentence(cells_of({})) == ""
    assert sentences.executed_sentence(cells_of({"power": "execute"})) == "The one duty to carry out orders or keep users' data does not fall on operators or other firms."


def test_rows_without_rule_and_note():
    assert sentences.without_law_sentence(made_up_powers()) == ""
    assert sentences.without_law_sentence(made_up_powers({"law_id": "l001"}, {})).startswith("One of two rows names no rule on which the power rests; two have no note")


def test_where_nothing_is_missing_no_gap_is_told():
    assert sentences.without_law_sentence(made_up_powers({"law_id": "l001", "footnotes": (1,)})) == "Every row names the rule on which the power rests."
    assert sentences.court_sentence(cells_of()) == ""


def test_to_whom_the_bodies_belong():
    def bodies(*rows):
        return analysis.bodies(analysis.holders(made_up_powers(*rows), ACTORS), ACTORS)

    assert sentences.above_sentence(bodies({"actor_id": "a003"})) == "The report does not say to whom this body belongs."
    assert sentences.above_sentence(bodies({}, REGULATOR)).startswith("The report says to whom two of the two bodies belong; both of them have the same one at the top: Government.")


def test_who_needs_no_court_is_named_by_power():
    def said(*rows):
        return sentences.free_sentence(cells_of(*rows), analysis.readable(ACTORS))

    assert said() == said({"power": "appoint"}) == said({"court_order": "yes"}) == ""
    assert said({}) == "By the report, without a court **Prosecutor general may order blocking**."
    assert said({}, REGULATOR, {"power": "intercept"}) == "By the report, without a court **Prosecutor general and Regulator may order blocking; Prosecutor general may intercept**."


def test_a_list_longer_than_the_powers_is_explained():
    def said(*rows):
        return sentences.double_sentence(analysis.holders(made_up_powers(*rows), ACTORS), cells_of(*rows))

    assert said() == said({}) == said({}, {}) == said({}, REGULATOR) == ""
    assert said({}, {}, REGULATOR) == "The list has three rows for two powers, since one can rest on more than one rule."


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    cells = analysis.matrix(analysis.holders(report.powers, report.actors))
    assert sentences.title(cells) == "Outside the courts, four of twelve powers over speech, connections or data need no court; on eight the report is silent"
    lead = sentences.lead(True, cells, analysis.spelled_out(report.actors), analysis.readable(report.actors))
    assert lead.startswith(
        "By the report, without a court **Internet service providers, Regulator and Prosecutors may order blocking; Prosecutor General's office may order a shutdown**.")
    assert "25 bodies have 40 powers and duties" in lead
    assert "Three have the most, four each: Government, ISPs (Internet service providers) and Regulator (Committee for Communication, Informatization, and Information)." in lead
    assert "four need no court, for eight the report mentions no court and three are the courts' own" in lead
