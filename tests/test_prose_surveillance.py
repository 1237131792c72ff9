"""Sentences and titles on surveillance: none, one, many; both branches of every title."""

import pandas as pd
from test_analysis_surveillance import made_up_systems, told

import netfreedom as nf
from netfreedom.analysis import surveillance as analysis
from netfreedom.prose import surveillance as sentences

ALLEGED = {"status": "alleged"}
NAMED = {"actors": ("a002",)}


def lead(systems, events=()):
    return sentences.lead(True, made_up_systems(*systems), told(*events))


def test_not_coded_and_empty_are_told_apart():
    assert sentences.lead(False, made_up_systems(), None) == "This report was not coded for surveillance systems."
    assert lead([]) == "The report was read for surveillance systems and names none. The report describes no attack on people or sites."
    assert sentences.lead(True, made_up_systems(), None) == "The report was read for surveillance systems and names none."


def test_the_lead_of_one_system_reads_as_one():
    assert lead([{"acknowledged": "yes"}], [{}]) == (
        "The report describes one system that watches people online, keeps their data or registers them: it is in use."
        " The operator or an authority acknowledges it. The report describes one single attack on people or sites and names nobody as responsible."
    )


def test_the_means_in_use_open_the_chapter_only_where_there_are_several():
    rows = [{"kind": "dpi"}, {"kind": "interception"}, {"kind": "spyware", **ALLEGED}]
    assert sentences.used_sentence(made_up_systems(*rows)) == "**In use, by the report: interception and deep packet inspection.**"
    assert sentences.used_sentence(made_up_systems(rows[0], rows[2])) == ""


def test_denials_are_named():
    said = sentences.denied_sentence(made_up_systems({"acknowledged": "denied", "name": "Tapping of lines"}, {}))
    assert said == "The report names no operator or authority that acknowledges any of them; the authorities deny one: tapping of lines."
    assert sentences.denied_sentence(made_up_systems({"acknowledged": "yes"}, {})) == "Operators or authorities acknowledge one of them."


def test_few_systems_in_use_are_a_finding_only_among_five():
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 4, {})) == "Only one of five systems is reported as in use"
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 5, {}, {})) == "Only two of seven systems are reported as in use"
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 5)) == "None of the five systems is reported as in use"
    question = "Which systems watch, keep or register, and since when?"
    assert sentences.systems_title(made_up_systems(ALLEGED, {})) == sentences.systems_title(made_up_systems(*[{}] * 5)) == question
    assert sentences.systems_title(made_up_systems(*[{}] * 4, {"since": "2010"})) == "Only one of five systems has a date"


def test_dates_are_told_for_none_one_and_many():
    assert sentences.systems_sentence(made_up_systems()) == ""
    assert sentences.systems_sentence(made_up_systems({})) == "The report does not date the one system."
    assert sentences.systems_sentence(made_up_systems({"since": "2010"}, {})).startswith("One of two systems has a date, the earliest 2010. The other has none and stands in the second list.")


def test_one_dated_system_reads_as_one():
    assert sentences.systems_sentence(made_up_systems({"since": "2010"})).startswith("The one system has a date, 2010. A date says")


def test_the_key_explains_only_what_occurs():
    assert sentences.systems_key(made_up_systems({"since": "2010"})) == sentences.SYSTEMS_KEY
    both = sentences.systems_key(made_up_systems({"since": "../2010", "acknowledged": "denied"}))
    assert both.endswith(f"{sentences.BY_KEY} {sentences.DENIED_KEY}")


def test_the_title_of_attacks_is_a_finding_only_where_hardly_anyone_is_named():
    assert sentences.attacks_title(told({}, {}, NAMED)) == "For two of three attacks nobody is named as responsible"
    assert sentences.attacks_title(told({}, {})) == "Who was hit, and is anyone named as having done it?"
    assert sentences.attacks_title(told({}, NAMED, NAMED)) == "Who was hit, and is anyone named as having done it?"


def test_attacks_are_told_for_none_one_and_many():
    assert sentences.attack_sentence(told({"date_kind": "repeated"})) == "The report describes no single attack on people or sites."
    assert sentences.attack_sentence(told(NAMED)) == "The report describes one single attack on people or sites and names who is said to be behind it."
    assert sentences.attack_sentence(told({}, {})).endswith(" and names nobody as responsible for any of them.")
    assert sentences.attack_sentence(told({}, NAMED)).endswith(" and names who is said to be behind one of them.")


def test_rules_are_counted_by_subject():
    rules = pd.DataFrame({"subject": [("retention", "anonymity")], "deadline_hours": pd.Series([24], dtype="Int64")})
    assert sentences.identity_sentence(rules) == (
        "One rule identifies users or has records of them kept: one on keeping data and one on anonymity. One rule can have several subjects."
        " Where a deadline for handing data over is stated, it is 24 hours."
    )
    assert sentences.identity_sentence(rules.iloc[:0]).startswith("The report mentions no rule")


def test_judgements_with_and_without_notes():
    findings = pd.DataFrame({"footnotes": [(), (3,)]})
    assert sentences.findings_sentence(findings.iloc[:0]) == ""
    assert sentences.findings_sentence(findings) == "The report makes two judgements on surveillance and attacks, one of them with a note."
    assert sentences.findings_sentence(findings.iloc[:1]) == "The report makes one judgement on surveillance and attacks, without a note."


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    said = sentences.lead(True, report.systems, analysis.attacks(report.events, report.actors))
    assert said.startswith("**In use, by the report: interception, deep packet inspection, monitoring, retention of users' data and registration of users.**")
    assert "Of 13 systems that watch people online, keep their data or register them, seven are in use, two announced, one planned and three alleged" in said
    assert sentences.systems_title(report.systems) == "Only six of 13 systems have a date"
    assert sentences.attacks_title(analysis.attacks(report.events, report.actors)) == "For four of five attacks nobody is named as responsible"
