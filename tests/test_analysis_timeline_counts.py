"""Counting events by exactness, by month and outside the period."""

from datetime import date

import pandas as pd
import pytest
from test_analysis_timeline import PERIOD, made_up

import netfreedom as nf
from netfreedom.analysis import timeline_counts as timeline


@pytest.mark.parametrize(("text", "kind", "level"), [
    ("2016-05-19/2016-05-23", "lasted", "a day"), ("2015-05~", "within", "part of a month or year"), ("2016-05", "within", "a month"),
    ("2015-09/2016-02", "lasted", "a month"), ("2015-09/2016-02", "within", "a season or several months"), ("2015-22", "within", "a season or several months"),
    ("2015", "within", "a year or more"), ("2011~/..", "lasted", "open or unknown end"), ("", "undated", "no date"),
])
def test_how_exact_a_date_is(text, kind, level):
    assert timeline.exactness_of(text, kind) == level


def test_dots_of_exactness_have_places_of_their_own():
    dots = timeline.exactness(made_up(*[("2016-05", "within", "law")] * 45, ("", "undated", "law"), ("2016-05-01", "within", "law")))
    assert not dots.duplicated(["x", "y"]).any()
    assert timeline.dot_heads(dots, "exact")["text"].tolist() == ["a day (1)", "a month (45)", "no date (1)"]


@pytest.mark.parametrize(("text", "kind", "month"), [
    ("2016-05", "within", date(2016, 5, 1)), ("2016-05-19/2016-05-23", "lasted", date(2016, 5, 1)), ("2015-09/2016-02", "lasted", date(2015, 9, 1)),
    ("2015-09/2015-10", "within", None), ("2015", "within", None), ("../2016-01", "repeated", None), ("", "undated", None),
])
def test_an_event_has_a_month_only_where_its_date_tells(text, kind, month):
    assert timeline.month_of(text, kind) == month


def test_months_without_entries_are_counted_as_none():
    months = timeline.per_month(made_up(("2016-05", "within", "law")), *PERIOD)
    assert len(months) == 12
    assert months["count"].tolist() == [0] * 11 + [1]


def test_a_full_month_shows_six_dots_and_the_rest_as_a_number():
    dots = timeline.month_dots(made_up(*[("2016-05", "within", "law")] * 9, ("2016-06", "within", "law")), *PERIOD)
    assert (dots["more"] == 0).sum() == 6
    assert dots["more"].max() == 3
    assert not dots.duplicated(["x", "y"]).any()
    assert timeline.dot_heads(dots, "group")["text"].tolist() == ["rules (9)"]


def test_entries_outside_are_stacked_by_year():
    dots = timeline.outside_dots(made_up(("1995", "within", "law"), ("2014", "within", "law"), ("2014-02", "within", "law"), ("2016-10", "within", "law")), *PERIOD)
    assert list(zip(dots["year"], dots["y"], dots["where"], strict=True)) == [
        (1995, 1, "before"), (2014, 1, "before"), (2014, 2, "before"), (2016, 1, "after"),
    ]


@pytest.mark.parametrize("function", [timeline.exactness, lambda events: timeline.month_dots(events, *PERIOD), lambda events: timeline.outside_dots(events, *PERIOD)])
def test_no_events_give_no_dots(function):
    assert function(made_up()).empty


def test_six_dates_of_the_kazakhstan_report_have_a_day():
    events = nf.load("kazakhstan", 2016).events
    assert timeline.exact_days(events) == 6


def test_the_kazakhstan_report_reaches_back_to_1995_and_dates_every_month_of_its_period():
    events = nf.load("kazakhstan", 2016).events
    assert timeline.outside_dots(events, *PERIOD)["year"].min() == 1995
    months = timeline.per_month(events, *PERIOD)
    assert (months["count"] > 0).all()
    assert months["count"].sum() < len(events)
    assert isinstance(months["month"].iloc[0], pd.Timestamp)
