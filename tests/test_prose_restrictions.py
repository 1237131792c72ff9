"""Sentences and titles on restrictions: none, one, many; both branches of every title."""

from types import SimpleNamespace

import pytest
from test_analysis_restrictions import PERIOD, events, restrictions, sources

import netfreedom as nf
from netfreedom.analysis import restrictions as analysis
from netfreedom.prose import restrictions as sentences

META = SimpleNamespace(coverage_start=PERIOD[0], coverage_end=PERIOD[1])
NONE, ONE = restrictions(), restrictions({})
DAYS = [{"target": name, "date": "2016-02-03/2016-02-04", "date_kind": "lasted", "measure": "slowed"} for name in "ABCDE"]


def test_a_report_without_restrictions_says_so():
    assert sentences.lead(NONE, META) == "The report was read for restrictions and names none."


def test_the_lead_of_one_restriction_reads_as_one():
    assert sentences.lead(ONE, META) == (
        "**One restriction** of services, sites and networks is coded from the report (one row per service and episode)."
        " The report gives no official reason for it and no note to follow. That access came back is not told."
    )


def test_the_lead_of_explained_restrictions_claims_no_silence():
    rows = restrictions(*[{"reason": "other", "footnotes": "1", "restored": "yes"}] * 2)
    lead = sentences.lead(rows, META)
    assert "an official reason for each, and each has a note." in lead and "come back for Gazette." in lead
    assert "one service, site or place in all" in lead


@pytest.mark.parametrize(("row", "said"), [
    ({"date": "2014"}, "Outside the period covered lies one before it: kept and marked."),
    ({"date": "2016-10"}, "Outside the period covered lies one after it: kept and marked."),
    ({"date": ""}, ""),
])  # fmt: skip
def test_what_lies_outside_the_period(row, said):
    assert sentences.period_sentence(restrictions(row), META) == said


def test_wall_title_names_the_silence_only_where_it_is_the_rule():
    question = "What is known of each restriction?"
    explained = {"reason": "unrest"}
    assert sentences.wall_title(NONE) == sentences.wall_title(ONE) == question
    assert sentences.wall_title(restrictions(*[{}] * 2, *[explained] * 3)) == question
    assert sentences.wall_title(restrictions(*[{}] * 4, explained)) == "For 4 of 5 restrictions, no official reason is reported"
    assert sentences.wall_title(restrictions(*[{}] * 5)) == "For all 5 restrictions, no official reason is reported"


def test_courts_are_told_as_counts():
    assert sentences.court_sentence(ONE) == "The report does not tell what part a court had in it."
    said = sentences.court_sentence(restrictions({"court_order": "yes"}, {"court_order": "no"}, {}))
    assert said == "By the report, a court ordered one and there was no court for one; of the other one nothing is told, so that this is no rate."


def test_circumstances_are_told_only_where_there_are_some():
    assert sentences.trigger_sentence(ONE) == ""
    assert "instead: protest (one)." in sentences.trigger_sentence(restrictions({"trigger": "protest"}, {"trigger": "protest", "reason": "unrest"}))


def test_episodes_and_rows_without_a_bar():
    assert sentences.episodes_sentence(NONE, *PERIOD) == "No restriction has a date near the period covered."
    assert sentences.undrawn_sentence(NONE, *PERIOD) == sentences.court_sentence(NONE) == ""
    assert sentences.undrawn_sentence(ONE, *PERIOD) == "Every restriction has a bar."
    assert sentences.episodes_sentence(ONE, *PERIOD).startswith("One restriction can be drawn, none of them to the day. The report tells one of them as something done")
    undated = sentences.undrawn_sentence(restrictions({"date": "", "date_kind": "undated"}), *PERIOD)
    assert undated.startswith("One restriction has no bar: one without any date.")


def test_close_up_title_is_the_finding_or_the_question():
    assert sentences.close_title(None) == "Which days are told most closely?"
    assert sentences.close_title(analysis.close_up(restrictions(*DAYS), *PERIOD)) == "Two days in February, as far as the report dates them"
    across = [{**row, "date": "2016-01-31/2016-02-01"} for row in DAYS]
    assert sentences.close_title(analysis.close_up(restrictions(*across), *PERIOD)).startswith("Two days in January and February")
    assert "five or more restrictions to the same days" in sentences.close_none()


def test_close_up_sentence_with_and_without_notes():
    rows = restrictions(*DAYS, {"date": "2016-02", "footnotes": "1"})
    window = analysis.close_up(rows, *PERIOD)
    found = analysis.around_days(rows, events(), window)
    said = sentences.close_sentence(window, found, analysis.dated_notes(sources({"footnote": 1, "published": "2016-02-05"}), found, [rows], window))
    assert said == (
        "Five restrictions have the same days, 3–4 February 2016. One other entry of the same weeks is dated to the month only:"
        " whether before, during or after those days, the report does not say. The notes behind them were published on 5 February."
    )
    assert sentences.close_sentence(window, found, analysis.dated_notes(sources(), found, [rows], window)).endswith("No note behind them has a date in the window.")
    assert sentences.close_sentence(None, found, found) == ""


def test_the_curve_is_spoken_of_only_where_it_is_drawn():
    series = nf.load_index().series
    window = analysis.close_up(restrictions(*DAYS), *PERIOD)
    assert sentences.tor_sentence(analysis.tor_users(series, "RUR", window)) == ""
    assert "shows no cause" in sentences.tor_sentence(analysis.tor_users(series, "KAZ", window))
    assert sentences.close_source("A report", analysis.tor_users(series, "RUR", window)) == "A report"


def test_what_is_denied():
    assert sentences.contested_sentence(ONE, {}) == "The report tells of no restriction that those said to be behind it deny."
    said = sentences.contested_sentence(restrictions({"standing": "disputed", "executed_by": "a001", "restored": "yes", "footnotes": "3"}), {"a001": "Providers (unspecified)"})
    assert said.startswith("One restriction is told by the report and denied by the other side.")
    assert "{chapter}`Gazette <04-restrictions#r001>` (May 2016): blocked, by the report through Providers; those said to have done it deny it. Access came back. {note}`3`" in said


def test_the_real_lead_and_titles():
    report = nf.load("kazakhstan", 2016)
    lead = sentences.lead(report.restrictions, report.meta)
    assert "**54 restrictions**" in lead and "For 48 of 54" in lead and "29 have no note" in lead and "SoundCloud, Ratel.kz and Zonakz.net" in lead
    assert sentences.wall_title(report.restrictions) == "For 48 of 54 restrictions, no official reason is reported"
    assert sentences.close_title(analysis.close_up(report.restrictions, *PERIOD)) == "Five days in May, as far as the report dates them"
