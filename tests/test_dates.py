"""Dates keep the precision that the report gives, and their bounds never widen or narrow it."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtf import parse_edtf

from netfreedom.dates import parse, validate, words, words_within


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), [
    ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
    ("2016-05-19", date(2016, 5, 19), date(2016, 5, 19), "day"),
    ("2015-22", date(2015, 6, 1), date(2015, 8, 31), "season"),
    ("2015-24", date(2015, 12, 1), date(2016, 2, 29), "season"),
    ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
    ("2016-05-19/2016-05-23", date(2016, 5, 19), date(2016, 5, 23), "day"),
    ("2011/..", date(2011, 1, 1), None, "year"),
    ("../2016-02", None, date(2016, 2, 29), "month"),
    ("2013/", date(2013, 1, 1), None, "year"),
    ("2015-12/2016", date(2015, 12, 1), date(2016, 12, 31), "year"),
])
def test_bounds_and_precision_of_every_allowed_form(text, earliest, latest, precision):
    parsed = parse(text)
    assert (parsed.earliest, parsed.latest, parsed.precision) == (earliest, latest, precision)


def test_approximate_dates_keep_strict_bounds():
    parsed = parse("2015-05~/2015-06~")
    assert (parsed.earliest, parsed.latest) == (date(2015, 5, 1), date(2015, 6, 30))
    assert parsed.approximate


def test_an_interval_tells_when_each_end_can_lie():
    parsed = parse("2015-09/2016-02")
    assert (parsed.start_min, parsed.start_max) == (date(2015, 9, 1), date(2015, 9, 30))
    assert (parsed.end_min, parsed.end_max) == (date(2016, 2, 1), date(2016, 2, 29))
    assert (parsed.start_precision, parsed.end_precision) == ("month", "month")


def test_open_and_unknown_ends_are_told_apart():
    assert parse("2011/..").open_end and not parse("2011/").open_end
    assert parse("../2011").open_start and not parse("/2011").open_start


@pytest.mark.parametrize("text", [
    "", "..", "/", "../..", "2016-13", "2016-00", "2016-02-30", "2015-02-29", "2015-20", "2015-25", "2015-33", "2015-40",
    "2015-22-03", "2016-5", "16-05", "May 2016", "2016-05/2015-05", "2016-05-20/2016-05-10", "2016/2017/2018", "0000",
    "２０１６", "2016-05 ", "201X-05", "Y20000", "[2015,2016]", "20X6", "2015-22~",
])
def test_anything_else_is_refused_with_the_allowed_forms(text):
    with pytest.raises(ValueError, match="write 2016, 2016-05"):
        parse(text)


def test_a_backward_interval_is_named_as_such():
    with pytest.raises(ValueError, match="runs backwards"):
        parse("2016-06/2015-06")


@pytest.mark.parametrize(("text", "expected"), [
    ("2016", "2016"),
    ("2016-05", "May 2016"),
    ("2016-05-19", "19 May 2016"),
    ("2016-05-19/2016-05-23", "19–23 May 2016"),
    ("2016-04-29/2016-05-01", "29 April – 1 May 2016"),
    ("2015-12-30/2016-01-02", "30 December 2015 – 2 January 2016"),
    ("2015-09/2015-10", "September–October 2015"),
    ("2015-06/2016-05", "June 2015 – May 2016"),
    ("2011/2014", "2011–2014"),
    ("2015-05~", "part of May 2015"),
    ("2015~/..", "since some time in 2015"),
    ("2011/..", "since 2011"),
    ("../2016-02", "until February 2016"),
    ("2013/", "from 2013, end unknown"),
    ("2015-22", "summer 2015"),
    ("2016?", "perhaps 2016"),
    ("201X", "the 2010s"),
])
def test_words_for_readers(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(("text", "printed", "expected"), [
    ("2016~", "early 2016", "early 2016"),
    ("2015-06~", "late June", "late June 2015"),
    ("2016~", "in mid-2016", "mid-2016"),
    ("2016-05~", "in mid-May", "mid May 2016"),
    ("2015~/..", "Since late 2015", "since late 2015"),
    ("2015~/2016~", "late 2015 and early", "late 2015 – early 2016"),
    ("2015-05~/2015-06~", "early May 2015", "some time in May 2015 – some time in June 2015"),
    ("2016~", "beginning of the year", "part of 2016"),
    ("2016", "late 2016", "2016"),
    ("2016-05-19~", "late on May 19", "about 19 May 2016"),
])
def test_the_part_of_a_month_or_year_is_told_where_it_is_printed_for_every_end(text, printed, expected):
    assert words(text, printed) == expected


@pytest.mark.parametrize(("text", "printed", "expected"), [
    ("2015~/2016~", "late 2015 and early", "some time in late 2015 – early 2016"),
    ("2015~/2016~", "", "some time in 2015–2016"),
    ("2015-05~/2015-06~", "", "some time in May–June 2015"),
    ("2015-06/2016-05", "", "some time in June 2015 – May 2016"),
])
def test_what_happened_once_within_an_interval_is_said_so_once(text, printed, expected):
    assert words_within(text, printed) == expected


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(days, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]), st.sampled_from(["", "~", "?"]))
def test_a_day_lies_within_its_own_date_at_any_precision(day, form, mark):
    parsed = parse(day.strftime(form) + mark)
    assert parsed.earliest <= day <= parsed.latest


@given(days, st.integers(min_value=1, max_value=4000))
def test_intervals_are_accepted_forwards_and_refused_backwards(day, length):
    end = day + timedelta(days=length)
    assert parse(f"{day}/{end}").latest == end
    with pytest.raises(ValueError, match="runs backwards"):
        parse(f"{end}/{day}")


@pytest.mark.parametrize("text", [
    "2016", "2016-02", "2016-05-19", "2015-21", "2015-24", "201X", "2016-05-19/2016-05-23", "2011/..", "../2016-02", "2013/",
    "/2013", "2015-05~", "2015~/..", "2015-05~/2015-06~", "2016?", "2016%", "2015-12/2016",
])
def test_every_form_we_accept_is_edtf_to_the_library(text):
    validate(text)
    assert parse_edtf(text) is not None


def test_the_library_reads_more_than_we_accept():
    for text in ("2015-40", "2015-33", "2016-05/2015-05", "[2015,2016]"):
        parse_edtf(text)
        with pytest.raises(ValueError, match="write 2016"):
            validate(text)


@given(days)
def test_a_month_ends_on_its_last_day(day):
    assert parse(day.strftime("%Y-%m")).latest.day == calendar.monthrange(day.year, day.month)[1]
