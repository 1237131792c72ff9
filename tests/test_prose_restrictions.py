"""Sentences and titles on restrictions: none, one, many; both branches of every title."""

from types import SimpleNamespace

import pytest
from test_analysis_restrictions import PERIOD, events, restrictions, sources

import netfreedom as nf
from netfreedom.analysis import restrictions as analysis
from netfreedom.prose import close_up
from netfreedom.prose import restrictions as sentences

META = SimpleNamespace(coverage_start=PERIOD[0], coverage_end=PERIOD[1])
NONE, ONE = restrictions(), restrictions({})
DAYS = [{"target": name, "date": "2016-02-03/2016-02-04", "date_kind": "lasted", "measure": "slowed"} for name in "ABCDE"]


def test_a_report_without_restrictions_says_so():
    assert sentences.lead(NONE, META) == "The report was read for restrictions and names none."


def test_the_lead_of_one_restriction_reads_as_one():
    assert sentences.lead(ONE, META) == (
        "The report describes **one restriction** of a service, site or network."
        " The report gives no official reason for it and no note to follow. It does not say that access came back."
    )


def test_the_lead_of_explained_restrictions_claims_no_silence():
    rows = restrictions(*[{"reason": "other", "footnotes": "1", "restored": "yes"}] * 2)
    lead = sentences.lead(rows, META)
    assert "an official reason for each, and each has a note." in lead and "came back to Gazette." in lead
    assert "**two restrictions** of one service, site or network (some more than once)" in lead


@pytest.mark.parametrize(("row", "said"), [
    ({"date": "2014"}, "One lies before the period covered; it is kept and marked."),
    ({"date": "2016-10"}, "One lies after the period covered; it is kept and marked."),
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
    assert sentences.court_sentence(ONE) == "The report does not say what part a court had in it."
    said = sentences.court_sentence(restrictions({"court_order": "yes"}, {"court_order": "no"}, {}))
    assert said == "The report says that a court ordered one and there was no court order for one. For the other one it mentions no court either way, so these counts are no rate."


def test_circumstances_are_told_only_where_there_are_some():
    assert sentences.trigger_sentence(ONE) == ""
    assert "instead: protest (one)." in sentences.trigger_sentence(restrictions({"trigger": "protest"}, {"trigger": "protest", "reason": "unrest"}))


def test_episodes_and_rows_without_a_bar():
    assert sentences.episodes_sentence(NONE, *PERIOD) == "No restriction has a date near the period covered."
    assert sentences.undrawn_sentence(NONE, *PERIOD) == sentences.court_sentence(NONE) == ""
    assert sentences.undrawn_sentence(ONE, *PERIOD) == "" and sentences.all_drawn(ONE) == "No restriction is left out for want of a date."
    assert sentences.episodes_sentence(ONE, *PERIOD).startswith("One restriction can be put on the calendar, though not to the day. It is told as something done")
    two = sentences.episodes_sentence(restrictions({}, {"measure": "slowed", "target": "Mail"}), *PERIOD)
    assert two.startswith("Two restrictions can be put on the calendar, none of them to the day. One is told as something done")
    assert sentences.acts_sentence(NONE, *PERIOD) == "" and two.endswith(sentences.acts_sentence(restrictions({}, {"measure": "slowed", "target": "Mail"}), *PERIOD))
    undated = sentences.undrawn_sentence(restrictions({"date": "", "date_kind": "undated"}), *PERIOD)
    assert undated.startswith("The one restriction cannot be put on the calendar: it is without any date.")


def test_close_up_title_is_the_finding_or_the_question():
    assert close_up.title(None) == "Which days are dated most closely?"
    assert close_up.title(analysis.close_up(restrictions(*DAYS), *PERIOD)) == "Five restrictions reported for the same two days in February"
    across = [{**row, "date": "2016-01-31/2016-02-01"} for row in DAYS]
    assert close_up.title(analysis.close_up(restrictions(*across), *PERIOD)) == "Five restrictions reported for the same two days in January and February"
    assert "five or more restrictions to the same days" in close_up.none_told()


def test_close_up_sentence_with_and_without_notes():
    rows = restrictions(*DAYS, {"date": "2016-02", "footnotes": "1"})
    window = analysis.close_up(rows, *PERIOD)
    found = analysis.around_days(rows, events(), window)
    said = close_up.sentence(window, found, analysis.dated_notes(sources({"footnote": 1, "published": "2016-02-05"}), found, [rows], window))
    assert said == (
        "Five restrictions have the same days, 3–4 February 2016. One other entry of the same weeks is dated to the month only;"
        " the report does not say whether they came before, during or after those days. The notes behind them were published on 5 February."
    )
    assert close_up.sentence(window, found, analysis.dated_notes(sources(), found, [rows], window)).endswith("No note behind them has a date in the window.")
    assert close_up.sentence(None, found, found) == ""


def test_the_curve_is_spoken_of_only_where_it_is_drawn():
    series = nf.load_index().series
    window = analysis.close_up(restrictions(*DAYS), *PERIOD)
    assert close_up.tor_sentence(analysis.tor_users(series, "RUR", window)) == ""
    assert "no proof of a cause" in close_up.tor_sentence(analysis.tor_users(series, "KAZ", window))
    assert close_up.source_line("A report", analysis.tor_users(series, "RUR", window)) == "A report"


def test_what_is_denied():
    assert sentences.contested_sentence(ONE, {}) == "No restriction in the report is denied by those said to be behind it."
    said = sentences.contested_sentence(restrictions({"standing": "disputed", "executed_by": "a001", "restored": "yes", "footnotes": "3"}), {"a001": "Providers (unspecified)"})
    assert said.startswith("One restriction in the report is denied by those said to be behind it.")
    assert "{chapter}`Gazette <04-restrictions#r001>` (May 2016): blocked by Providers, according to the report; those said to be behind it deny that. Access came back. {note}`3`" in said


def test_the_real_lead_and_titles():
    report = nf.load("kazakhstan", 2016)
    lead = sentences.lead(report.restrictions, report.meta)
    assert "54 restrictions" in lead and "For 48 of 54" in lead and "29 have no note" in lead and "One lies before the period covered and two after it" in lead and "SoundCloud, Ratel.kz and Zonakz.net" in lead
    assert sentences.wall_title(report.restrictions) == "For 48 of 54 restrictions, no official reason is reported"
    assert close_up.title(analysis.close_up(report.restrictions, *PERIOD)) == "Six restrictions reported for the same five days in May"


def test_the_calendar_title_counts_from_five_on():
    assert sentences.episodes_title(ONE, *PERIOD).startswith("What was reported blocked")
    assert sentences.episodes_title(restrictions(*DAYS), *PERIOD) == "All five restrictions can be put on a calendar, all of them to the day"
    undated = {"date": "", "date_kind": "undated"}
    assert sentences.episodes_title(restrictions(*DAYS, undated), *PERIOD) == "Five of six restrictions can be put on a calendar, all of them to the day"


def test_an_end_date_is_told_apart_from_access_that_came_back():
    lasted = {"date": "2016-02-03/2016-02-04", "date_kind": "lasted", "restored": "not_stated"}
    said = sentences.restored_sentence(restrictions({"target": "A", "restored": "yes"}, lasted, lasted, {"restored": "not_stated"}))
    assert said == "It says that access came back to A. For two more it gives a last day or month, but does not say in words that access came back; for the other one it says neither."
    assert sentences.restored_sentence(restrictions({"target": "A", "restored": "yes"})) == "It says that access came back to A."


def test_what_is_told_as_blocked_and_as_disrupted_is_said_once():
    report = nf.load("kazakhstan", 2016)
    said = sentences.two_ways_sentence(report.restrictions, report.events)
    assert said.startswith("Told in two ways: Facebook, Twitter, VKontakte, WhatsApp, Viber and YouTube (19–23 May 2016)") and "disrupted" in said
    assert sentences.two_ways_sentence(report.restrictions, report.events.assign(kind="disruption")) == ""


def test_the_counts_of_the_chapter_are_reconciled():
    report = nf.load("kazakhstan", 2016)
    said = sentences.counts_sentence(report.restrictions, report.meta)
    assert "of 54 restrictions 32 have a date, three more a beginning or an end only, and 33 of these lie" in said and "49 may belong to the period" in said
    assert sentences.counts_sentence(report.restrictions.head(1), report.meta) == ""
