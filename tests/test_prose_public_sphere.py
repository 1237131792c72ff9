"""Sentences and titles on the public sphere: none, one, many; both branches of every title."""

from test_analysis_public_sphere import campaigns, made_up_events, made_up_findings

import netfreedom as nf
from netfreedom.analysis import public_sphere as analysis
from netfreedom.prose import public_sphere as sentences

NOTED = {"footnotes": (71,)}


def test_not_coded_and_empty_are_told_apart():
    assert sentences.lead(False, made_up_findings(), campaigns()) == "This report was not coded for findings."
    assert sentences.lead(True, made_up_findings(), campaigns()) == (
        "The report makes no judgement on self-censorship, steered discussion, money, the choice of sources or organizing online. The report describes no campaign or rally."
    )
    assert sentences.lead(True, made_up_findings({}), None).endswith("which has no note.")


def test_one_judgement_and_one_campaign_read_as_one():
    assert sentences.judgement_sentence(made_up_findings({})).startswith("The report makes **one judgement** on")
    assert sentences.judgement_sentence(made_up_findings(NOTED)).endswith("organizing online, which has a note.")
    assert sentences.campaign_sentence(campaigns({})) == "It describes one campaign or rally but does not say what came of it."
    assert sentences.campaign_sentence(campaigns({"result": "Won"})) == "It describes one campaign or rally and says what came of it."


def test_several_campaigns():
    assert sentences.campaign_sentence(campaigns({}, {})).endswith("two campaigns and rallies but does not say what came of any of them.")
    assert sentences.campaign_sentence(campaigns({"result": "Won"}, {"result": "Lost"})).endswith("and says what came of both of them.")


def test_missing_notes_are_a_finding_only_where_they_are_rare_among_five():
    assert sentences.findings_title(made_up_findings(*[{}] * 5)) == "None of five judgements has a note"
    assert sentences.findings_title(made_up_findings(*[{}] * 4, NOTED)) == "Only one of five judgements has a note"
    assert sentences.findings_title(made_up_findings(*[{}] * 6, NOTED, NOTED)) == "Only two of eight judgements have a note"
    assert sentences.findings_title(made_up_findings(*[{}] * 3, NOTED, NOTED)) == "What the report judges, and on what it rests"
    assert sentences.findings_title(made_up_findings({})) == "What the report judges, and on what it rests"


def test_views_of_others_are_named():
    assert sentences.others_sentence(made_up_findings()) == ""
    assert sentences.others_sentence(made_up_findings({})).startswith("The report states it itself.")
    assert sentences.others_sentence(made_up_findings({}, {"attributed_to": "observers"})).startswith("The report gives one of them as the view of others (observers) and states the rest itself.")


def test_the_title_promises_an_outcome_only_where_one_is_told():
    assert sentences.campaigns_title(campaigns({})) == "What people organized online"
    assert sentences.campaigns_title(campaigns({"result": "Won"})) == "What people organized online, and what came of it"
    assert sentences.campaigns_title(campaigns({"result": "Won"}, {}, {})) == "The report says what came of one of three campaigns"
    assert sentences.campaigns_title(campaigns(*[{"result": "Won"}] * 3)) == "The report says what came of all three campaigns"


def test_limits_name_what_is_not_drawn():
    none = analysis.around(made_up_events())
    assert sentences.campaigns_limits(campaigns(), none) == ""
    assert sentences.campaigns_limits(campaigns({"date": ""}), none).startswith("One campaign without a date stands in the table only. What came after")
    assert sentences.campaigns_limits(campaigns({}), analysis.around(made_up_events({"kind": "law"}))).startswith("Where no outcome is stated with a campaign")


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    findings, rows = analysis.on_questions(report.findings), analysis.campaigns(report.events)
    assert sentences.findings_title(findings) == "Only one of 25 judgements has a note"
    assert sentences.campaign_sentence(rows) == "It describes six campaigns and rallies and says what came of four of them."
    assert sentences.counting_sentence(findings).endswith("the questions add up to 29, the judgements to 25.")
    assert sentences.counting_sentence(made_up_findings({})) == ""
