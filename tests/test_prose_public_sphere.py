"""Sentences and titles on the public sphere: none, one, many; both branches of every title."""

import pandas as pd
from test_analysis_public_sphere import campaigns, made_up_events, made_up_findings

import netfreedom as nf
from netfreedom.analysis import public_sphere as analysis
from netfreedom.prose import public_sphere as sentences

NOTED = {"footnotes": (71,)}


def test_not_coded_and_empty_are_told_apart():
    assert sentences.lead(False, made_up_findings(), campaigns()) == "This report was not coded for findings."
    assert sentences.lead(True, made_up_findings(), campaigns()) == (
        "The report describes no campaign or rally. The report makes no judgement on self-censorship, steered discussion, money, the choice of sources or organizing online."
    )
    assert sentences.lead(True, made_up_findings({}), None).endswith("which has no note.")


def test_the_opening_tells_what_the_report_judges_in_its_own_name():
    rows = [{"statement": "Debate is steered", "question": ("B5",)}, {"statement": "Self-censorship is common", "question": ("B4",)},
            {"statement": "Another", "question": ("B4",)}, {"statement": "Some say so", "question": ("B8",), "attributed_to": "observers"},
            {"statement": "Both", "question": ("B6", "B8")}]  # fmt: skip
    assert sentences.opening_sentence(made_up_findings(*rows)) == "**In the report's judgement, self-censorship is common and debate is steered.**"
    assert sentences.opening_sentence(made_up_findings(*rows[3:])) == sentences.opening_sentence(made_up_findings()) == ""


def test_a_name_keeps_its_capital_within_a_sentence():
    assert sentences.within("Facebook is open", ["Facebook is open", "Posts on Facebook"]) == "Facebook is open"
    assert sentences.within("LGBTI people are silent", []) == "LGBTI people are silent"
    assert sentences.within("Far more is read", []) == "far more is read"


def test_one_judgement_and_one_campaign_read_as_one():
    assert sentences.judgement_sentence(made_up_findings({})).startswith("The report makes one judgement on")
    assert sentences.judgement_sentence(made_up_findings(NOTED)).endswith("organizing online, which has a note.")
    assert sentences.campaign_sentence(campaigns({})) == "The report describes one campaign or rally but does not say what came of it."
    assert sentences.campaign_sentence(campaigns({"result": "Won"})) == "The report describes one campaign or rally and says what came of it."


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
    assert sentences.others_sentence(made_up_findings({}, {"attributed_to": "observers"})).startswith("The report gives one of them as the view of others (“observers”) and states the rest itself.")


def test_figures_on_the_media_stand_with_date_and_note():
    usual = {"topic": "media", "label": "State contracts", "value_text": "US$120 million", "as_of": "2015", "footnotes": ()}
    rows = pd.DataFrame([usual, {**usual, "topic": "prices"}, {**usual, "label": "Paid bloggers", "value_text": "50", "as_of": "", "footnotes": (71,)}])
    assert sentences.figures_sentence(rows) == (
        "Figures that the report prints on this: State contracts: US$120 million (2015); Paid bloggers: 50 (no date) {note}`71`; one of them with a note."
    )
    assert sentences.figures_sentence(rows[:1]).startswith("A figure that")
    assert sentences.figures_sentence(rows[:2]).endswith("(2015); without a note.")
    assert sentences.figures_sentence(rows[1:2]) == ""


def test_the_title_promises_an_outcome_only_where_one_is_told():
    assert sentences.campaigns_title(campaigns({})) == "What people organized online"
    assert sentences.campaigns_title(campaigns({"result": "Won"})) == "What people organized online, and what came of it"
    assert sentences.campaigns_title(campaigns({"result": "Won"}, {}, {})) == "The report says what came of one of three campaigns"
    assert sentences.campaigns_title(campaigns(*[{"result": "Won"}] * 3)) == "The report says what came of all three campaigns"


def test_limits_name_what_is_not_drawn():
    none = analysis.around(made_up_events())
    assert sentences.campaigns_limits(campaigns(), none) == ""
    assert sentences.campaigns_limits(campaigns({"date": ""}), none).startswith("One campaign without a date stands in the table only. What came after")
    assert sentences.campaigns_limits(campaigns({}), analysis.around(made_up_events({"kind": "law"}))).startswith("Where no outcome is told with a campaign")


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    findings, rows = analysis.on_questions(report.findings), analysis.campaigns(report.events)
    assert sentences.findings_title(findings) == "Only one of 25 judgements has a note"
    assert sentences.campaign_sentence(rows) == "The report describes six campaigns and rallies and says what came of four of them."
    assert sentences.counting_sentence(findings).endswith("the questions add up to 29, the judgements to 25.")
    assert sentences.counting_sentence(made_up_findings({})) == ""
