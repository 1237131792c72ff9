"""Who is online, what a line costs, what is sold and measured: on made-up rows and on the real ones."""

import pandas as pd
import pytest
from test_analysis_restrictions import made_up

import netfreedom as nf
from netfreedom.analysis import access as analysis
from netfreedom.prose import access as sentences

PEOPLE = {"topic": "access", "indicator": "internet_penetration", "unit": "percent of people", "source_name": "ITU", "value": 40, "as_of": "2015"}
HOMES = {**PEOPLE, "indicator": "households_connected", "unit": "percent of households", "source_name": "Ministry", "value": 60}
INCOME = {"topic": "prices", "indicator": "average_monthly_income", "unit": "USD a month", "value": 200, "value_text": "US$200"}
SOLD = {"topic": "speed", "indicator": "speed_max", "unit": "Mbps", "value": 50, "value_max": 80}
MEASURED = {"topic": "speed", "indicator": "average_speed", "unit": "Mbps", "value": 4, "source_name": "Somebody", "as_of": "2015"}
LINE = {"provider": "Telecom", "segment": "fixed_broadband", "price_min": 2, "price_max": 10, "currency": "USD"}


def indicators(*rows):
    return made_up("indicators", {}, "i", rows)


def providers(*rows):
    return made_up("providers", {"provider": "Telecom", "segment": "fixed_broadband"}, "v", rows)


def boxes(*rows):
    return pd.DataFrame(rows, columns=["edition", "year", "printed", "later"])


def test_people_and_households_keep_their_bases_and_the_score_box_is_not_counted_again():
    online = analysis.online(indicators(PEOPLE, HOMES, {**PEOPLE, "topic": "score_box"}))
    assert list(online["base"]) == ["people", "households"] and list(online["percent"]) == [40, 60]
    assert sentences.online_title(online) == "Online: 40 percent of people, 60 percent of households"


def test_without_text_the_score_box_stands_and_without_rows_the_title_asks():
    assert len(analysis.online(indicators({**PEOPLE, "topic": "score_box"}))) == 1
    none = analysis.online(indicators())
    assert sentences.online_title(none) == "How many are online?" and "no share" in sentences.online_sentence(none)


def test_undated_figures_are_told_but_make_no_title():
    online = analysis.online(indicators({**PEOPLE, "as_of": ""}))
    assert sentences.online_title(online) == "How many are online?" and "undated" in sentences.online_sentence(online)


def test_only_boxes_of_editions_in_a_row_make_a_step():
    assert analysis.latest_step(boxes((2015, 2014, 50.0, 60.0), (2016, 2015, 70.0, 65.0))) == (20.0, 5.0)
    assert analysis.latest_step(boxes((2014, 2013, 50.0, 60.0), (2016, 2015, 70.0, 65.0))) is None
    assert analysis.latest_step(boxes()) is None


@pytest.mark.parametrize(("step", "found"), [((20.0, 5.0), True), ((6.0, 5.0), False), ((5.0, -1.0), False), (None, False)])
def test_an_estimate_changed_only_where_the_boxes_rose_twice_as_much(step, found):
    title = sentences.vintage_title(step)
    assert title == ("Penetration did not jump by 20 points; the estimate changed" if found else "Do the boxes of several editions show a rise?")


def test_facts_of_a_provider_in_two_rows_are_one_row():
    rows = analysis.combined(providers(LINE, {"market_share_percent": 70, "footnotes": "3"}, {"segment": "mobile"}))
    assert len(rows) == 2
    assert rows.iloc[0][["price_max", "market_share_percent", "footnotes"]].tolist() == [10, 70, (3,)]


def test_prices_are_set_against_an_income_in_the_same_currency_only():
    income = analysis.income(indicators(INCOME))
    known = analysis.prices(providers(LINE), income)
    assert known[["low", "high"]].iloc[0].tolist() == [1, 5]
    assert sentences.price_title(known) == "A fixed line cost 1 to 5 percent of an average monthly income"
    for prices in (analysis.prices(providers({**LINE, "currency": "EUR"}), income), analysis.prices(providers(LINE), None)):
        assert prices["low"].isna().all() and sentences.price_title(prices).endswith("?")


def test_nothing_coded_is_said():
    prices = analysis.prices(providers(), None)
    assert sentences.price_sentence(prices, None, False) == sentences.market_sentence(analysis.shares(providers()), False) == sentences.NOT_CODED
    assert sentences.price_sentence(prices, None, True) == "The report prints no provider’s price."


def test_sold_and_measured_are_set_side_by_side_only_where_both_are_printed():
    both, sold = analysis.speeds(indicators(MEASURED, SOLD)), analysis.speeds(indicators(SOLD))
    assert list(both["measured"]) == [False, True]
    assert sentences.speed_title(both) == "Sold: up to 80 Mbps. Measured on average: 4"
    assert sentences.speed_title(sold).endswith("?") and "only advertised" in sentences.speed_sentence(sold)


def test_shares_are_named_and_not_added():
    shares = analysis.shares(providers({"market_share_percent": 70}, {"provider": "Other", "market_share_percent": 20}))
    assert sentences.market_title(shares) == "Telecom 70 percent and Other 20 percent"
    assert sentences.market_title(analysis.shares(providers())) == "Who holds the market?"
    assert "not added" in sentences.market_sentence(shares, True) and "alone" in sentences.market_sentence(shares.head(1), True)


@pytest.fixture(scope="module")
def kazakhstan():
    return nf.load("kazakhstan", 2016)


def test_prices_of_kazakhstan(kazakhstan):
    prices = analysis.prices(kazakhstan.providers, analysis.income(kazakhstan.indicators)).round(1)
    assert prices[["provider", "low", "high"]].to_numpy().tolist() == [["Kazakhtelecom", 3.2, 5.2], ["Beeline-Kazakhstan", 1.4, 3.5]]
    assert sentences.price_title(prices) == "A fixed line cost 1.4 to 5.2 percent of an average monthly income"


def test_penetration_of_kazakhstan_in_three_editions(kazakhstan):
    index = nf.load_index()
    rows = analysis.boxes(index, "KAZ", 2016)
    assert rows["printed"].tolist() == [54, 55, 73] and rows["later"].round(1).tolist() == [63.3, 66.0, 70.8]
    assert analysis.latest_step(rows) == (18.0, 4.8)
    assert analysis.later_series(index.series, "KAZ", 2016)["year"].tolist() == list(range(2009, 2017))
    assert sorted(analysis.online(kazakhstan.indicators)["percent"]) == [18, 72.9, 73, 75, 82.2]


def test_speeds_mobile_and_market_of_kazakhstan(kazakhstan):
    assert sentences.speed_title(analysis.speeds(kazakhstan.indicators)) == "Sold: up to 120 Mbps. Measured on average: 5.9"
    assert analysis.mobile(kazakhstan.indicators, nf.load_index().series, "KAZ") == {"printed": 187, "year": 2015, "later": 149.7, "divided": 177}
    shares = analysis.shares(kazakhstan.providers)
    assert shares["share"].tolist() == [85, 13.1] and shares["state"].iloc[0] == 52


def test_a_country_without_series_has_no_line(kazakhstan):
    index = nf.load_index()
    assert analysis.later_series(index.series, "XXX", 2016).empty and analysis.boxes(index, "XXX", 2016).empty
    assert analysis.mobile(indicators(), index.series, "XXX") == {} and sentences.mobile_sentence({}) == ""
