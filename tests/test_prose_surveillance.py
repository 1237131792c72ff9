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
    assert lead([]) == "The report was read for surveillance systems and names none. The report tells of no attack on people or sites."
    assert sentences.lead(True, made_up_systems(), None) == "The report was read for surveillance systems and names none."


def test_the_lead_of_one_system_reads_as_one():
    assert lead([{"acknowledged": "yes"}], [{}]) == (
        "The report tells of **one system** that watches, keeps or registers what people do online: one in use."
        " One is acknowledged by the operator or an authority. The report tells of one single attack on people or sites; nobody is named as having done it."
    )


def test_denials_are_named():
    said = sentences.denied_sentence(made_up_systems({"acknowledged": "denied", "name": "Tapping of lines"}, {}))
    assert said == "None are acknowledged by the operator or an authority; one is denied: tapping of lines."


def test_few_systems_in_use_are_a_finding_only_among_five():
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 4, {})) == "Only one of five systems is told of as in use"
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 5, {}, {})) == "Only two of seven systems are told of as in use"
    assert sentences.systems_title(made_up_systems(*[ALLEGED] * 5)) == "None of the five systems is told of as in use"
    assert sentences.systems_title(made_up_systems(ALLEGED, {})) == "What is in use and alleged"
    assert sentences.systems_title(made_up_systems({})) == "Which systems watch, keep or register?"


def test_dates_are_told_for_none_one_and_many():
    assert sentences.systems_sentence(made_up_systems()) == ""
    assert sentences.systems_sentence(made_up_systems({})) == "The report dates none of the systems."
    assert sentences.systems_sentence(made_up_systems({"since": "2010"}, {})).startswith("One of two has a date, the earliest 2010. For one system no date is told: it stands in a list of its own.")


def test_one_dated_system_reads_as_one():
    assert sentences.systems_sentence(made_up_systems({"since": "2010"})).startswith("The one system has a date, 2010. A date tells")


def test_the_key_explains_only_what_occurs():
    assert sentences.systems_key(made_up_systems({"since": "2010"})) == sentences.SYSTEMS_KEY
    both = sentences.systems_key(made_up_systems({"since": "../2010", "acknowledged": "denied"}))
    assert both.endswith(f"{sentences.BY_KEY} {sentences.DENIED_KEY}")


def test_the_title_of_attacks_is_a_finding_only_where_hardly_anyone_is_named():
    assert sentences.attacks_title(told({}, {}, NAMED)) == "In two of three attacks nobody is named as having done it"
    assert sentences.attacks_title(told({}, {})) == "Who was hit, and is anyone named as having done it?"
    assert sentences.attacks_title(told({}, NAMED, NAMED)) == "Who was hit, and is anyone named as having done it?"


def test_attacks_are_told_for_none_one_and_many():
    assert sentences.attack_sentence(told({"date_kind": "repeated"})) == "The report tells of no single attack on people or sites."
    assert sentences.attack_sentence(told(NAMED)) == "The report tells of one single attack on people or sites; somebody is named as having done it."
    assert sentences.attack_sentence(told({}, {})).endswith("; in none of them is anybody named as having done it.")
    assert sentences.attack_sentence(told({}, NAMED)).endswith("; in one of them somebody is named as having done it.")


def test_rules_are_counted_by_subject():
    rules = pd.DataFrame({"subject": [("retention", "anonymity")], "deadline_hours": pd.Series([24], dtype="Int64")})
    assert sentences.identity_sentence(rules) == (
        "One rule makes users known or keeps what they did: one on keeping data and one on anonymity. One rule can have several subjects."
        " Where a deadline for handing data over is told, it is 24 hours."
    )
    assert sentences.identity_sentence(rules.iloc[:0]).startswith("The report tells of no rule")


def test_judgements_with_and_without_notes():
    findings = pd.DataFrame({"footnotes": [(), (3,)]})
    assert sentences.findings_sentence(findings.iloc[:0]) == ""
    assert sentences.findings_sentence(findings) == "The report makes two judgements on watching and attacking, one of them with a note."
    assert sentences.findings_sentence(findings.iloc[:1]) == "The report makes one judgement on watching and attacking, without a note."


def test_kazakhstan():
    report = nf.load("kazakhstan", 2016)
    said = sentences.lead(True, report.systems, analysis.attacks(report.events, report.actors))
    assert "**13 systems**" in said
    assert "seven in use, two announced, one planned and three alleged" in said
    assert sentences.systems_title(report.systems) == "What is in use, announced, planned and alleged"
    assert sentences.attacks_title(analysis.attacks(report.events, report.actors)) == "In four of five attacks nobody is named as having done it"
