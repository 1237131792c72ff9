"""Printed forms: EDTF dates, numbers and lengths of time against the report's words."""

import pytest

from netfreedom.evidence.printed_dates import coverage_edtf, disagreement, expression, missing_parts, read_printed
from netfreedom.evidence.printed_numbers import has_duration, has_number
from netfreedom.evidence.words import stands

COVERAGE = "2015-06/2016-05"


def differs(date, words, passage=None, wider=None, explained=False):
    passage = passage or words
    start = passage.index(words)
    around = expression(passage, start, start + len(words))
    return disagreement(date, words, around, passage, wider or passage, COVERAGE, explained)


@pytest.mark.parametrize(
    "date, words, passage",
    [
        ("2016-05", "May 2016", None),
        ("2016-05-19/2016-05-23", "May 19 and May", "difficulties between May 19 and May 23 2016."),
        ("2016-04-29/2016-05-01", "April 29 to May", "On April 15 and from April 29 to May 1 2016, users"),
        ("2016-06-05/2016-06-06", "June 5-6", "cut off on June 5-6, 2016."),
        ("2014-09-10", "September 10, 2014", None),
        ("2016-05-19", "19 May 2016", None),
        ("2015-05~", "early May 2015", None),
        ("2015~", "late 2015", None),
        ("2016~", "mid-2016", None),
        ("2015-22", "summer 2015", None),
        ("2011~/..", "Since early 2011", None),
        ("2015-09/2016-02", "September 2015 and February", "between September 2015 and February 2016"),
        ("2015-09/2015-10", "September and October 2015", None),
        ("2015-01/2015-11", "January-November 2015", None),
        ("2015-07/2015-12", "second half of 2015", None),
        ("2015-07/2015-09", "third quarter of 2015", None),
        ("2015-07/2015-12", "July to December 2015", None),
        (COVERAGE, "during the coverage period", None),
        ("2014", "2014", None),
    ],
)
def test_dates_agree_with_the_printed_words(date, words, passage):
    assert differs(date, words, passage) is None


@pytest.mark.parametrize(
    "date, words, passage",
    [
        ("2016-06", "May 2016", None),
        ("2015-05", "May 2016", None),
        ("2016", "May 2016", None),
        ("2016-05-20/2016-05-23", "May 19 and May", "between May 19 and May 23 2016."),
        ("2016-05-19/2016-05-24", "May 19 and May", "between May 19 and May 23 2016."),
        ("2016-05-19", "May 2016", None),
        ("2015-05", "early May 2015", None),
        ("2015-05~", "May 2015", None),
        ("2015-23", "summer 2015", None),
        ("2015-01/2015-06", "second half of 2015", None),
        ("2015-06", "during the coverage period", None),
        ("2015-11", "two weeks later", "In October 2015 it began, and two weeks later it ended."),
    ],
)
def test_dates_that_say_something_else_are_caught(date, words, passage):
    assert differs(date, words, passage)


def test_a_year_that_the_passage_leaves_out_must_stand_in_the_section_and_be_explained():
    wider = "It began in May 2015. It was restored in late June."
    assert differs("2015-06~", "late June", "It was restored in late June.", wider, explained=True) is None
    assert differs("2015-06~", "late June", "It was restored in late June.", wider)
    assert differs("2014-06~", "late June", "It was restored in late June.", wider, explained=True)


def test_a_relative_date_needs_an_explaining_note():
    passage = "It began in October 2015, and two weeks later it ended."
    assert differs("2015-10/2015-11", "two weeks later", passage, explained=True) is None
    assert differs("2015-10/2015-11", "two weeks later", passage)


def test_prices_and_large_numbers_are_no_years():
    assert read_printed("US$2,000 and 2015 sites of 12,016").years == {2015}
    assert missing_parts("2015-05", "In May, 2,015 sites") == ["2015"]


def test_the_coverage_period_is_read_from_its_heading():
    assert coverage_edtf("June 2015 – May 2016") == COVERAGE
    assert coverage_edtf("June 1, 2017 – May 31, 2018") == "2017-06/2018-05"
    assert coverage_edtf("") == ""


@pytest.mark.parametrize(
    "text, value",
    [
        ("a fine of up to US$2,000", 2000), ("US $20,000 for", 20000), ("10.2 million and 2.1 million users", 2100000), ("17.5 million", 17.5),
        ("5.9 Mbps", 5.9), ("three hours to comply", 3), ("twenty-five posts", 25), ("zero compliance", 0), ("a dozen other sites", 12),
        ("dozens of people", 24), ("(50- 120 Mbps)", 50), ("20-100 Mbps", 100), ("KZT 43 billion", 43e9), ("half were blocked", 50),
    ],
)  # fmt: skip
def test_numbers_are_found_in_the_reports_own_form(text, value):
    assert has_number(text, value)


@pytest.mark.parametrize("text, value", [("US$2,000", 2), ("12,000", 12), ("5.9 Mbps", 9), ("4G network", 4)])
def test_a_part_of_a_number_is_no_number(text, value):
    assert not has_number(text, value)


@pytest.mark.parametrize(
    "text, iso",
    [
        ("three years in jail", "P36M"), ("to 3 years of", "P3Y"), ("18 months prison", "P18M"), ("up to 15 days of", "P15D"),
        ("two-and-a-half years of", "P30M"), ("two and three years restricted", "P24M"), ("two and three years restricted", "P36M"),
        ("up to 90 days", "P90D"), ("20 years", "P20Y"), ("one year and more", "P12M"), ("two weeks", "P14D"), ("within 24 hours", "PT24H"),
    ],
)  # fmt: skip
def test_lengths_of_time_are_found_in_the_reports_own_form(text, iso):
    assert has_duration(text, iso)


@pytest.mark.parametrize("text, iso", [("three years", "P30M"), ("15 days", "P15M"), ("15 months", "P15D"), ("three sites", "P3Y"), ("3 years", "")])
def test_other_lengths_of_time_are_not(text, iso):
    assert not has_duration(text, iso)


def test_words_stand_only_as_whole_words_and_numbers():
    assert stands("YouTube", 'via Facebook and "YouTube".') and stands("“YouTubе”", 'the "YouTube" page')
    assert not stands("Kazakh", "Kazakhtelecom") and not stands("3", "13 and 3,000 and 3.5") and not stands("2,000", "12,000")
