"""Date words become EDTF at the precision that is printed, and what is not printed is said to be inferred."""

import pytest

from netfreedom.draft.dating import Period, coverage_period, dates_in

PERIOD = coverage_period("June 2015 – May 2016")


@pytest.mark.parametrize(
    "printed, period",
    [
        ("June 2015 – May 2016", Period((2015, 6), (2016, 5))), ("June 1, 2017 – May 31, 2018", Period((2017, 6), (2018, 5))),
        ("May 2012 - April 2013", Period((2012, 5), (2013, 4))), ("January – December 2014", Period((2014, 1), (2014, 12))),
        ("May 2016 – June 2015", Period()), ("the past year", Period()),
    ],
)  # fmt: skip
def test_a_coverage_period_is_two_months_in_order_or_nothing(printed, period):
    assert coverage_period(printed) == period


@pytest.mark.parametrize(
    "printed, date, kind",
    [
        ("On April 3, 2016, it rained.", "2016-04-03", "within"), ("On 3 April 2016, it rained.", "2016-04-03", "within"), ("In April 2016 it rained.", "2016-04", "within"),
        ("In 2014, it rained.", "2014", "within"), ("In early May 2015, it rained.", "2015-05~", "within"), ("In late 2014, it rained.", "2014~", "within"),
        ("By mid-2014, it rained.", "2014~", "within"), ("In summer 2015, it rained.", "2015-22", "within"), ("In the fall of 2014 it rained.", "2014-23", "within"),
        ("In the third quarter of 2015 it rained.", "2015-07/2015-09", "within"), ("In the first half of 2014 it rained.", "2014-01/2014-06", "within"),
        ("Since 2011, it has rained.", "2011/..", "lasted"), ("Since early 2011, it has rained.", "2011~/..", "lasted"), ("It rained until March 2015.", "../2015-03", "lasted"),
        ("From July to December 2014 it rained.", "2014-07/2014-12", "lasted"), ("It rained between May 19 and May 23, 2015.", "2015-05-19/2015-05-23", "lasted"),
        ("It rained in September and October 2014.", "2014-09/2014-10", "lasted"), ("It rained in December and January 2015.", "2014-12/2015-01", "lasted"),
        ("It rained from April 29 to May 1, 2015.", "2015-04-29/2015-05-01", "lasted"), ("It rained from 2010 to 2012.", "2010/2012", "lasted"),
        ("It rained 3–5 April 2015.", "2015-04-03/2015-04-05", "lasted"), ("It rained during the coverage period.", "2015-06/2016-05", "within"),
        ("Repeatedly between May 2014 and June 2015 it rained.", "2014-05/2015-06", "repeated"), ("In the 1990s it rained.", "199X", "within"),
    ],
)  # fmt: skip
def test_printed_words_give_one_date(printed, date, kind):
    assert [(mention.date, mention.kind) for mention in dates_in(printed, period=PERIOD, latest=2016)] == [(date, kind)]


@pytest.mark.parametrize(
    "printed",
    ["It may have rained.", "A fine of $2,000 was paid.", "The EXPO-2017 was closed.", "2000 users were told.", "The 2022 Winter Olympics come.", "They march on.", "It fell by 2015 percent."],
)
def test_numbers_and_verbs_are_no_dates(printed):
    assert dates_in(printed, period=PERIOD, latest=2016) == []


def test_two_dates_that_do_not_adjoin_stay_two():
    found = dates_in("Adopted on January 28 and in force from April 12, 2014.", period=PERIOD, latest=2014)
    assert [mention.date for mention in found] == ["2014-01-28", "2014-04-12"]


@pytest.mark.parametrize(
    "before, printed, date",
    [
        ("", "In September, it rained.", "2015-09"), ("", "In April, it rained.", "2016-04"), ("It began in March 2014.", "In May, it rained.", "2014-05"),
        ("It began in December 2015.", "In February, it rained.", "2016-02"), ("", "After the end of the coverage period, on June 5-6, it rained.", "2016-06-05/2016-06-06"),
    ],
)  # fmt: skip
def test_a_missing_year_is_inferred_and_told(before, printed, date):
    (found,) = dates_in(printed, before, PERIOD, 2016)
    assert found.date == date and found.inferred


def test_no_year_is_made_up_where_nothing_gives_one():
    assert dates_in("In September, it rained.") == []


def test_printed_words_are_four_at_most_and_stand_in_the_sentence():
    sentence = "Between early September 2014 and late February 2015, it rained."
    (found,) = dates_in(sentence, period=PERIOD, latest=2016)
    assert found.date == "2014-09~/2015-02~" and len(found.words.split()) <= 4 and found.words in sentence
