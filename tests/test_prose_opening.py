"""What opens the overview: how sure it is, on real and on made-up datasets; what eased control, by whom and when; candidates."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import cross_checks, overview, scores, surveillance
from netfreedom.analysis.evidence_base import Match
from netfreedom.analysis.restrictions import torn_restrictions
from netfreedom.prose import opening
from netfreedom.prose import overview as sentences
from netfreedom.prose.restrictions_who import bare_sentence, told_sentence, torn_sentence, who_sentence
from netfreedom.report.headings import part_of

REPORT, INDEX = nf.load("kazakhstan", 2016), nf.load_index()
ROBUST = scores.robustness_table(REPORT.scores)


def match(matched=5, rows=5, current=True):
    return Match(rows, matched, current, pd.DataFrame())


def small(facts=1, coded=("events",), footnotes=(), extent="full", **tables):
    """A report of so many events, dated and told as facts; other tables are empty."""
    events = REPORT.events.head(facts).assign(footnotes=[footnotes] * facts, date="2016-01", standing="reported")
    held = {name: REPORT.table(name).head(0) for name in REPORT.table_names} | {"events": events, "scores": REPORT.scores} | tables
    return SimpleNamespace(
        **held, table=lambda name: held[name], coded=lambda name: name in (*coded, *tables),
        meta=replace(REPORT.meta, tables=dict.fromkeys(coded, "complete"), extent=extent),
    )  # fmt: skip


def sure(report, *rest):
    return opening.how_sure(report, None, ROBUST, *rest)


def test_the_answer_comes_before_the_counts():
    said = opening.how_sure(REPORT, None, ROBUST, match(), cross_checks.claims(REPORT, INDEX))
    verdict, _, lines = said.partition("\n\n")
    assert verdict == (
        "**How sure?** That the report says what stands here is sure. Whether it is true this book mostly cannot tell: it has one report, and most of what that cites is news. "
        "The score is Freedom House's judgement, which cannot be checked from the report."
    )
    assert [line.split(":**")[0] for line in lines.splitlines()] == ["- **What the report says", "- **Whether it is so", "- **What others say", "- **The score", "- **Least sure"]
    assert "243 of the 591 facts coded from the report have no note that a reader could follow; 72 of the 112 sources in its notes are news" in lines
    assert "differ from other sources (mobile subscribers" in lines and "one agrees with a source that the report does not name" in lines


@pytest.mark.parametrize(("found", "said"), [
    (None, "has not been checked by a program."), (match(current=False), "has not been checked by a program."), (match(0, 0), "has not been checked by a program."),
    (match(), "is sure."), (match(4), "is mostly sure."), (match(1), "is not sure."),
])  # fmt: skip
def test_the_verdict_on_the_text_follows_the_check(found, said):
    assert opening.text_verdict(found).endswith(said)


def test_a_dataset_without_notes_checks_or_contradictions_reads_well():
    said = sure(small(2))
    assert "Whether it is true this book cannot tell: it has one report." in said and "What others say" not in said
    assert "The report's notes are not coded here" in said and "Whether the report contradicts itself was not looked for." in said
    assert "it has an excerpt of one report." in sure(small(extent="excerpt"))
    assert "No figure of the report could be set beside one of another source" in sure(small(2), None, cross_checks.claims(REPORT, INDEX).head(0))


def test_one_fact_and_none():
    assert "The one fact coded from the report has no note that a reader could follow." in sure(small(coded=("events", "sources")))
    assert "Each of the 2 facts coded from the report has a note" in sure(small(2, ("events", "sources"), (1,)))
    none = sure(small(0))
    assert "no fact was found in it, so there is only the score to weigh." in none and [line[:14] for line in none.splitlines()[2:]] == ["- **The score:"]
    assert "is not coded here, so there is only the score to weigh." in opening.how_sure(nf.load("germany", 2021), None, ROBUST)


def test_entries_without_a_date_or_only_alleged_are_counted():
    torn = small(2)
    torn.events = torn.events.assign(date="", standing=["alleged", "reported"])
    assert "Of two entries of the timeline two have no date and one is only alleged, or disputed" in sure(torn)
    torn.events = torn.events.head(1)
    assert "The one entry of the timeline has no date and is only alleged, or disputed" in sure(torn)
    assert "of the timeline" not in sure(small(2))


def test_candidates_of_the_same_kind_are_told_apart_and_lines_without_a_note_say_so():
    said = opening.candidates(REPORT, ["rights"])
    first, second = said.split("Cases that ended like those named, in the same period, but that the report tells only further on:")
    assert "Igor Sychev" in first and "Guzyal Baydalinova: prison, 18 months" in second
    assert second.split("Guzyal Baydalinova", 1)[1].splitlines()[0].endswith("(no note) (contradicted: see {chapter}`prosecutions <06-prosecutions>`)")
    assert "Igor Sychev" not in second and "(no note)" not in first and "contradicted" not in first


def test_a_candidate_told_under_a_category_that_did_not_move_says_so():
    lines = {line.split("#")[1][:4]: line for line in opening.candidates(REPORT, ["rights"]).splitlines() if "#" in line}
    assert lines["s002"].endswith("(told under Limits on Content)") and "told under" not in lines["l043"]
    assert "Limits on Content" not in {turn.told_under for turn in overview.named_in_opening(REPORT, ["content"])}
    assert (part_of("Content Removal"), part_of("C3"), part_of("Introduction"), part_of("Unknown")) == ("Limits on Content", "Violations of User Rights", "Introduction", "")


def test_what_else_happened_in_the_field_is_counted_and_where_restrictions_are_judged():
    said = opening.beside(REPORT, ["rights"], set())
    assert "five cases that ended in {chapter}`restricted freedom </about/glossary#law-and-courts>`, five entries on arrests or detentions, one entry on violence against a user" in said
    assert said.endswith("(Obstacles to Access and Limits on Content), whose points did not change.")
    assert "whose points did not change" not in opening.beside(REPORT, ["content"], set()) and "whose points did not change" not in opening.beside(REPORT, [], set())
    assert opening.beside(small(2), ["rights"], set()) == ""
    limited = REPORT.cases.loc[REPORT.cases["sanction"] == "restricted_freedom", "id"]
    assert "four cases that ended in {chapter}" in opening.beside(REPORT, ["rights"], set(limited.head(1))) and "cases that ended" not in opening.beside(REPORT, ["rights"], set(limited))


def test_a_rule_in_force_and_a_system_only_announced_are_told_in_the_same_words():
    rule, system = "rule in force since 1 January 2016", "only announced"
    law = next(REPORT.laws[REPORT.laws["id"] == "l043"].itertuples())
    assert surveillance.rule_state(law, REPORT.systems) == f"{rule}; National Security Certificate itself {system}"
    assert surveillance.rule_state(law, REPORT.systems.head(0)) == rule
    of = {row.id: surveillance.system_state(row, REPORT.laws) for row in REPORT.systems.itertuples()}
    assert of["s004"] == f"{system}; {rule}" and of["s007"] == "only planned" and of["s003"] == "in use"


def test_what_eased_is_told_with_when_by_whom_and_whether_it_lies_outside():
    said = sentences.less_control(True, overview.better(REPORT))
    inside, _, outside = said.partition("**Outside the period, or perhaps outside it**")
    assert "the period covered" not in inside and outside.count("the period covered") == 2
    lines = {line.split("`")[1].split(" <")[0]: line.rpartition(">` ")[2] for line in said.splitlines() if "`" in line}
    assert lines["Mobile number portability"].startswith("(January 2016, by Regulator)")
    assert lines["Removal refused: Respublika-kz.info"].startswith("(case of early 2015, outcome not dated, perhaps outside the period covered, by U.S. Federal court)")
    assert lines["Restored: SoundCloud"] == "(part of June 2015, by whom is not told) (no note)"
    assert next(told for what, told in lines.items() if what.startswith("Rejected: ")).startswith("(May 2015, before the period covered, by Constitutional Council)")
    assert "(no note)" not in sentences.less_control(True, overview.better(REPORT), noted=False)


def rows(*changes):
    return pd.DataFrame([{"measure": "blocked", "ordered_by": (), "executed_by": (), "acknowledged": "not_stated", "footnotes": (), **change} for change in changes])


def test_who_is_behind_restrictions_for_none_one_and_many():
    names = {"a001": "Regulator", "a002": "Courts"}
    court, admitted = {"ordered_by": ("a002",), "executed_by": ("a001",)}, {"ordered_by": ("a001",), "acknowledged": "yes"}
    assert who_sentence(rows({}).head(0), names) == told_sentence(rows({}).head(0)) == bare_sentence(rows({}).head(0)) == ""
    assert who_sentence(rows({}), names) == "The report does not say who ordered it or carried it out; it is not admitted by an authority or operator, it is not denied."
    assert who_sentence(rows({}, {}), names).startswith("The report does not say who ordered any of them or carried them out; none is admitted")
    assert who_sentence(rows(admitted), names) == "By the report, Regulator ordered it or carried it out; it is admitted by an authority or operator, it is not denied."
    assert who_sentence(rows(court, court, admitted, {"acknowledged": "denied"}), names) == (
        "Only for three of them does the report say who ordered or carried them out (Courts for two and Regulator for one); one is admitted by an authority or operator, one is denied.")
    assert "Only" not in who_sentence(rows(court, admitted), names) and who_sentence(rows(court, admitted), names).startswith("For both of them the report says")


def test_how_restrictions_are_told_and_noted():
    met = {"measure": "unreachable", "footnotes": (1,)}
    assert told_sentence(rows({})) == "It is told as something done (blocked, banned, cut off)."
    assert told_sentence(rows(met, met)) == "Both are told as trouble that users had (disrupted, unreachable, slowed)."
    assert told_sentence(rows({}, met, met)) == "One is told as something done (blocked, banned, cut off), two as trouble that users had (disrupted, unreachable, slowed)."
    assert bare_sentence(rows({})) == "It has no note." and bare_sentence(rows({}, met)) == "One of them has no note." and bare_sentence(rows(met)) == ""


def test_restrictions_on_which_the_report_contradicts_itself_are_flagged():
    said = torn_sentence(torn_restrictions(REPORT.restrictions, REPORT.discrepancies))
    assert said.startswith("Six of these (Facebook, Twitter, VKontakte, WhatsApp, Viber and YouTube) are counted as trouble that users had, but on them the report contradicts itself")
    assert "In one place: The authorities blocked the major networks and messengers. In another: " in said
    assert torn_sentence(torn_restrictions(REPORT.restrictions, REPORT.discrepancies.head(0))) == ""
    told = pd.DataFrame([{"target": "A", "measure": "blocked", "id": "d1", "statement": "x", "conflicts_with": "y"}, {"target": "B", "measure": "slowed", "id": "d1", "statement": "x", "conflicts_with": "y"}])
    assert torn_sentence(told.head(1)).startswith("One of these (A) is counted as something done, but on it the report contradicts itself")
    assert torn_sentence(told).startswith("Two of these (A and B): on them the report contradicts itself")
