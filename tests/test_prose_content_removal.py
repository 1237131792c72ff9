"""Sentences and titles on content removal: none, one, many; both branches of every title."""

import pandas as pd
import pytest
from test_analysis_content_removal import END, START, asked, made_up_halves, made_up_series, told

import netfreedom as nf
from netfreedom.analysis import content_removal as analysis
from netfreedom.charts import content_removal as drawing
from netfreedom.prose import content_removal as sentences

GOOGLE = {"requests": 19, "complied_percent": 5}
TWITTER = {"company": "Twitter", "requests": 4, "complied_percent": 0}
FACEBOOK = {"company": "Facebook", "restricted": 25, "unit": "posts"}


def test_not_coded_and_empty_are_told_apart():
    assert sentences.lead(None, None, None) == "What companies were asked to remove is not coded for this report. Single cases of removal are not coded for this report."
    assert sentences.lead(asked(), told(), None) == (
        "The report was read for requests to companies and prints none. The report describes no single case of removal.")


def test_the_lead_of_one_of_each_reads_as_one():
    assert sentences.lead(asked(GOOGLE), told({"outcome": "pending"}), (1, 1)) == (
        "**Google granted one of 19 requests**, by the company's own figure for July–December 2015."
        " In the latest half-year that lies wholly in the period covered Google counted one request, as many as in the half-year before."
        " The report describes **one case of removal asked or done**: it was not decided yet."
    )


@pytest.mark.parametrize(("row", "clause"), [
    (GOOGLE, "Google granted one of 19 requests"),
    ({"requests": 300, "complied_percent": 5}, "Google granted about 15 of 300 requests"),
    ({"requests": 2, "complied_percent": 100}, "Google granted all of two requests"),
    ({"requests": 1, "complied_percent": 100}, "Google received one request and granted it"),
    ({"requests": 1, "complied_percent": 0}, "Google received one request and refused it"),
    ({"requests": 0, "complied_percent": 0}, "Google received no requests"),
    ({"requests": 3}, "Google received three requests (how many it granted is not printed)"),
    (FACEBOOK, "Facebook restricted 25 posts (the number of requests is not printed)"),
    ({"restricted": 1, "unit": ""}, "Google restricted one item (the number of requests is not printed)"),
    ({}, "Google gives no number"),
])  # fmt: skip
def test_what_a_company_tells(row, clause):
    (row,) = asked(row).itertuples()
    assert sentences.company_clause(row) == clause


@pytest.mark.parametrize(("row", "words"), [
    (TWITTER, "Twitter: four requests, none granted"),
    ({"requests": 1, "complied_percent": 0}, "Google: one request, refused"),
    ({"requests": 3}, "Google: three requests, granted share not printed"),
    (FACEBOOK, "Facebook: 25 posts restricted, number of requests not printed"),
    ({}, "Google: no number printed"),
])  # fmt: skip
def test_the_words_over_a_company_s_squares(row, words):
    (row,) = asked(row).itertuples()
    assert sentences.company_words(row) == words


def test_the_title_tells_what_few_companies_granted():
    question = "What were companies asked to remove, and what did they grant?"
    assert sentences.companies_title(asked(GOOGLE, TWITTER, FACEBOOK)) == "Google granted one of 19 requests and Twitter none of four"
    assert sentences.companies_title(asked(FACEBOOK)) == question
    assert sentences.companies_title(asked(GOOGLE, GOOGLE)) == question
    assert sentences.companies_title(asked(*({**GOOGLE, "company": name} for name in "ABCD"))) == question


def test_units_are_warned_of_only_where_they_differ():
    assert "cannot be added" in sentences.companies_sentence(asked(GOOGLE, FACEBOOK))
    assert sentences.companies_sentence(asked(GOOGLE)).startswith("A percentage is shown as")
    assert sentences.companies_sentence(asked({})).startswith("What a company does not publish")
    assert sentences.companies_sentence(asked()) == ""


def test_a_rise_is_a_finding_only_from_twice_on():
    assert sentences.halves_title((3, 19)) == "Requests to Google rose from 3 to 19 in half a year"
    for step in (None, (0, 4), (10, 19), (19, 3)):
        assert sentences.halves_title(step) == "Were requests to Google new?"


def test_the_series_is_told_for_none_one_and_many():
    assert sentences.halves_sentence("Ruritania", made_up_halves()).startswith("Ruritania has no series of requests")
    assert sentences.halves_sentence("Ruritania", made_up_halves(y2015a=1)).startswith("The file counts what reached")
    said = sentences.halves_sentence("Ruritania", made_up_halves(y2015a=1, y2016a=8))
    assert "The most, eight, came in January–June 2016." in said
    assert "For one half-year in between" in said


def test_missing_half_years_are_counted_between_the_first_and_the_last():
    assert sentences.missing_halves(made_up_halves()) == 0
    assert sentences.missing_halves(made_up_halves(y2015a=1, y2015b=2)) == 0
    assert sentences.missing_halves(made_up_halves(y2014a=1, y2015b=2)) == 2


def test_limits_are_described_as_limits():
    halves = made_up_halves(y2015a=10, y2015b=2).assign(below=[True, False])
    assert sentences.halves_description(halves) == "Requests by half-year: January–June 2015 fewer than 10; July–December 2015 2."


def twitter(*rows: tuple) -> pd.DataFrame:
    return analysis.twitter(made_up_series(*((f"twitter_{name}", f"{year}-01/{year}-06", value) for name, year, value in rows)), "RUR")


def test_twitter_is_told_by_what_it_withheld():
    nothing = twitter(*(("tweets_withheld", year, 0) for year in (2014, 2015, 2016)), ("removal_request_court", 2014, 1))
    assert sentences.twitter_title(nothing) == "Twitter withheld nothing in the three half-years that it reports on"
    assert sentences.twitter_sentence(nothing) == "Twitter counts one request in one half-year and gives no number of requests for two more; it withheld no account or post."
    something = twitter(("tweets_withheld", 2014, 1), ("accounts_withheld", 2014, 2), ("removal_request_other", 2014, 3))
    assert sentences.twitter_title(something) == "Requests to Twitter by half-year"
    assert sentences.twitter_sentence(something).endswith("it withheld two accounts and one post.")
    assert sentences.twitter_sentence(twitter()) == ""


def test_a_half_year_without_a_number_of_requests_is_said_to_lack_it():
    rows = twitter(("removal_request_other", 2014, 3), ("removal_request_court", 2014, 1), ("tweets_withheld", 2015, 0), ("accounts_specified", 2014, 18))
    table = drawing.twitter_table(rows)
    assert table[["By courts", "By others", "Accounts named"]].to_numpy().tolist() == [["1", "3", "18"], [drawing.MISSING] * 3]
    assert "and gives no number of requests for one more;" in sentences.twitter_sentence(rows)
    assert drawing.twitter_table(twitter(("removal_request_other", 2014, 3)))["By others"].tolist() == [3]


def test_routes_are_a_finding_only_where_all_differ():
    many = [{"ground": ground} for ground in "abc"]
    assert sentences.orders_title(told(*many)) == "Three cases of removal asked or done, three different routes"
    assert sentences.orders_title(told(*many, {"ground": "a"})) == "Who asked whom to remove what, and what came of it?"
    assert sentences.orders_title(told(*many[:2])) == "Who asked whom to remove what, and what came of it?"


def test_outcomes_are_counted_in_words():
    rows = told({}, {}, {"outcome": "not_stated"}, {"outcome": "restored"}, {"outcome": "refused"})
    assert sentences.outcome_counts(rows) == "two ended in removal, one ended in removal that was undone, one met a refusal and one has no stated outcome"
    assert sentences.outcome_counts(told(*[{"outcome": "not_stated"}] * 2)) == "two have no stated outcome"


def test_courts_are_told_for_none_one_and_many():
    other = {"court_order": "no"}
    assert sentences.orders_sentence(told()) == ""
    assert sentences.orders_sentence(told({})).startswith("A court ordered it. ")
    assert sentences.orders_sentence(told({**other, "ordered_by": ()})).startswith("The report mentions no court order for it; it names nobody who asked for it. ")
    assert sentences.orders_sentence(told(other)).startswith("The report mentions no court order for it. ")
    assert sentences.orders_sentence(told(other, {**other, "ordered_by": ()})).startswith("The report mentions no court order for any of them; it names nobody who asked for one of them. ")
    assert sentences.orders_sentence(told({}, other)).startswith("A court ordered one of them. ")
    assert sentences.orders_sentence(told({}, {}, other)).startswith("A court ordered two of them. ")


def test_rules_are_told_for_none_one_and_many():
    rules = pd.DataFrame({"deadline_hours": pd.Series([3, 24, None], dtype="Int64")})
    assert sentences.rules_sentence(rules.iloc[:0]) == "The report mentions no rule on the removal of content."
    assert sentences.rules_sentence(rules.iloc[:1]) == "One rule bears on the removal of content. It sets a deadline: three hours."
    assert sentences.rules_sentence(rules) == "Three rules bear on the removal of content. Two of them set a deadline, the shortest three hours."
    assert sentences.rules_sentence(rules.iloc[2:]) == "One rule bears on the removal of content."


def test_kazakhstan():
    report, series = nf.load("kazakhstan", 2016), nf.load_index().series
    companies, orders = analysis.companies(report.removal_requests), analysis.orders(report.removal_orders, report.actors)
    halves = analysis.half_years(series, "KAZ")
    assert sentences.companies_title(companies) == "Google granted one of 19 requests and Twitter none of four"
    assert sentences.halves_title(analysis.jump(halves, START, END)) == "Requests to Google rose from 3 to 19 in half a year"
    assert "72, came in July–December 2017, and named 146,607 items" in sentences.halves_sentence("Kazakhstan", halves)
    assert sentences.orders_title(orders) == "Six cases of removal asked or done, six different routes"
