"""Sentences and titles of the timeline chapter: none, one, many; both branches of every title."""

import re

import pytest
from test_analysis_timeline import PERIOD, made_up

import netfreedom as nf
from netfreedom.analysis import timeline as analysis
from netfreedom.charts import timeline as drawing
from netfreedom.prose import timeline as sentences

MONTH, UNDATED = ("2016-05", "within", "law"), ("", "undated", "law")


def test_a_report_without_events_says_so():
    assert sentences.lead(made_up(), *PERIOD) == "The report was read for events and names none."


def test_the_lead_of_one_event_reads_as_one():
    lead = sentences.lead(made_up(MONTH), *PERIOD)
    assert lead == "This timeline has **one entry**, which has a date and lies wholly in the period covered, June 2015 – May 2016."


def test_the_lead_of_undated_events_claims_no_months():
    lead = sentences.lead(made_up(UNDATED, UNDATED), *PERIOD)
    assert lead == "This timeline has **2 entries**: none of them has a date."


def test_exact_days_are_a_finding_only_where_they_are_rare():
    days = [(f"2016-05-{day:02}", "within", "law") for day in range(1, 7)]
    assert sentences.exact_title(made_up(*days)) == "How exact are the dates?"
    assert sentences.exact_title(made_up(MONTH, MONTH)) == "How exact are the dates?"
    assert sentences.exact_title(made_up(*[MONTH] * 6)) == "No entry has an exact day"
    assert sentences.exact_title(made_up(*[MONTH] * 6, days[0])) == "Only one entry has an exact day"
    assert sentences.exact_title(made_up(*[MONTH] * 20, *days[:2], days[0])) == "Only three entries have an exact day, on two dates"


def test_reaching_back_is_a_finding_only_over_years():
    assert sentences.outside_title(made_up(MONTH), *PERIOD) == "What lies outside the period?"
    assert sentences.outside_title(made_up(("2015-01", "within", "law")), *PERIOD) == "What lies outside the period?"
    assert sentences.outside_title(made_up(("2010", "within", "law")), *PERIOD) == "The report reaches back to 2010, five years before its period"


def test_what_lies_outside_is_said_for_none_one_side_and_both():
    assert sentences.outside_sentence(made_up(MONTH), *PERIOD) == "No entry lies wholly outside the period covered."
    assert sentences.outside_sentence(made_up(("2010", "within", "law")), *PERIOD).startswith("Outside the period lies one entry before it (from 2010 on):")
    both = made_up(("2010", "within", "law"), ("2011", "within", "law"), ("2016-10", "within", "law"))
    assert sentences.outside_sentence(both, *PERIOD).startswith("Outside the period lie two entries before it (from 2010 on) and one entry after it (up to 2016):")


@pytest.mark.parametrize(("rows", "says"), [
    ([], ""), ([MONTH], ""), ([("2015", "within", "law")], "One entry reaches over"), ([("2015", "within", "law")] * 2, "Two entries reach over"),
])
def test_entries_across_the_edge(rows, says):
    sentence = sentences.across_sentence(made_up(*rows), *PERIOD)
    assert sentence.startswith(says)
    assert bool(sentence) == bool(says)


@pytest.mark.parametrize(("rows", "says"), [([], ""), ([UNDATED], "One entry without a date stands"), ([UNDATED] * 2, "Two entries without a date stand ")])
def test_undated_entries_are_said_to_be_in_the_table(rows, says):
    assert sentences.undated_sentence(made_up(*rows)).startswith(says)


def test_a_month_is_named_in_the_title_only_where_it_leads_by_two():
    april = ("2016-04", "within", "law")
    assert sentences.months_title(made_up(MONTH, MONTH, april), *PERIOD) == "Which months the report writes about"
    assert sentences.months_title(made_up(MONTH, MONTH, MONTH, april), *PERIOD) == "The report writes most about May 2016"
    assert sentences.months_title(made_up(), *PERIOD) == "Which months the report writes about"


def test_the_busiest_month_is_named_with_its_tie():
    april = ("2016-04", "within", "law")
    assert sentences.busiest_sentence(made_up(), *PERIOD) == ""
    assert sentences.busiest_sentence(made_up(MONTH), *PERIOD) == "Of the months covered the report writes most about May 2016, with one entry."
    assert sentences.busiest_sentence(made_up(MONTH, april), *PERIOD) == "The months with most entries are April 2016 and May 2016, with one entry each."


def test_months_one_entry_behind_are_named_with_the_busiest():
    april, march = ("2016-04", "within", "law"), ("2016-03", "within", "law")
    two = sentences.busiest_sentence(made_up(MONTH, MONTH, april), *PERIOD)
    assert two == "The months with most entries are May 2016 (two entries) and, one fewer, April 2016 (one)."
    assert sentences.busiest_sentence(made_up(MONTH, MONTH, april, march), *PERIOD).endswith("March 2016 and April 2016 (one each).")
    assert sentences.busiest_sentence(made_up(MONTH, MONTH, april, march, ("2016-02", "within", "law")), *PERIOD) == ""
    assert sentences.busiest_sentence(made_up(MONTH, MONTH, MONTH, april), *PERIOD) == "Of the months covered the report writes most about May 2016, with three entries."


def test_the_fullest_month_shows_what_cannot_be_put_in_order():
    said = sentences.order_sentence(made_up(MONTH, MONTH), *PERIOD)
    assert said == "Entries that share a month cannot be put in order among themselves, unless they have a day: May 2016 alone holds two."
    assert sentences.order_sentence(made_up(MONTH), *PERIOD) == sentences.exact_sentence(made_up(MONTH))
    assert sentences.order_sentence(made_up(UNDATED), *PERIOD) == "No entry has a date."


def test_a_month_without_entries_is_not_said_to_have_been_quiet():
    assert "does not mean that nothing happened" in sentences.months_sentence(made_up(MONTH), *PERIOD)


def test_titles_of_the_kazakhstan_report():
    events = nf.load("kazakhstan", 2016).events
    assert sentences.lanes_title(made_up(MONTH), *PERIOD) == "What the report dates, June 2015 – May 2016"
    inside = (analysis.placed(events, *PERIOD)["where"] == analysis.INSIDE).sum()
    assert sentences.lanes_title(events, *PERIOD) == f"{inside} of {len(events)} entries lie wholly in the period, June 2015 – May 2016"
    assert sentences.exact_title(events) == "Only seven entries have an exact day, on six dates"
    assert sentences.outside_title(events, *PERIOD) == "The report reaches back to 1995, 20 years before its period"
    assert not re.search(r"\b(nan|NaT|np\.)", sentences.lead(events, *PERIOD))


def test_the_table_holds_every_event_with_its_dates_and_group(tiny_dataset):
    report = nf.load(tiny_dataset.country, tiny_dataset.edition)
    table = drawing.events_table(report)
    assert table["_id"].tolist() == ["e002", "e001", "e003"]
    assert table["_start"].tolist() == ["2011-01-01", "2016-05-19", ""]
    assert table["_end"].tolist() == ["", "2016-05-23", ""]
    assert table["What"].iloc[0]["parts"][1]["href"] == "chapter:05-legal-changes#l001"


def test_the_controls_offer_only_groups_that_occur(tiny_dataset):
    report = nf.load(tiny_dataset.country, tiny_dataset.edition)
    table = drawing.events_table(report)
    boxes, dates = drawing.lane_controls(analysis.lanes(report.events, *PERIOD), table, *PERIOD)
    assert [option["value"] for option in boxes["options"]] == ["networks and content", "rules", "public voices"]
    assert (dates["min"], dates["max"]) == ("2015-04-01", "2016-07-31")
    assert dates["value"] == ["2015-06-01", "2016-05-31"]


def test_a_table_narrowed_to_the_period_begins_with_its_first_month():
    report = nf.load("kazakhstan", 2016)
    table = drawing.events_table(report)
    inside = table[(table["_end"].eq("") | (table["_end"] >= "2015-06-01")) & table["_start"].between("", "2016-05-31") & table["When"].ne("no date")]
    assert inside["_start"].iloc[0].startswith("2015-06") and len(table) == len(report.events)


def test_named_entries_are_explained_and_the_entries_drawn_are_counted():
    events = nf.load("kazakhstan", 2016).events
    plain, named = analysis.lanes(events, *PERIOD), analysis.lanes(events, *PERIOD, labelled=18)
    assert "Named" in sentences.lanes_key(named) and "Named" not in sentences.lanes_key(plain)
    drawn = named.bars["id"].nunique()
    assert sentences.drawn_sentence(named, events).startswith(f"The chart shows {drawn} entries of {len(events)}")
    assert sentences.drawn_sentence(analysis.lanes(made_up(MONTH), *PERIOD), made_up(MONTH)) == ""


def test_the_key_under_the_lanes_has_only_what_is_drawn():
    within = analysis.lanes(made_up(MONTH, MONTH), *PERIOD)
    assert list(drawing.key_frame(within)["words"]) == ["at some time within"]
    lasted = analysis.lanes(made_up(("2015-09/2016-02", "lasted", "law"), ("2015-04", "within", "law")), *PERIOD)
    assert list(drawing.key_frame(lasted)["words"]) == ["went on throughout", "at some time within", "may reach so far, or an open end", "outside the period covered"]
    assert drawing.whole_height(lasted, drawing.key_frame(lasted)) > lasted.height


def test_more_dots_are_explained_only_where_some_stand_for_several():
    few, many = (drawing.month_frame(made_up(*[MONTH] * number), *PERIOD) for number in (6, 8))
    assert "+n" not in sentences.months_key(few) and "+n" in sentences.months_key(many)
