"""Who is online, what a line costs, what is sold and measured: on made-up rows and on the real ones."""

import pandas as pd
import pytest
from test_analysis_restrictions import made_up

import netfreedom as nf
from netfreedom.analysis import access as analysis
from netfreedom.charts import access as drawing
from netfreedom.prose import access as sentences

PEOPLE = {"topic": "access", "indicator": "internet_penetration", "unit": "percent of people", "source_name": "ITU", "value": 40, "as_of": "2015"}
HOMES = {**PEOPLE, "indicator": "households_connected", "unit": "percent of households", "source_name": "Ministry", "value": 60}
INCOME = {"topic": "prices", "indicator": "average_monthly_income", "unit": "USD a month", "value": 200, "value_text": "US$200"}
SOLD = {"topic": "speed", "indicator": "speed_max", "unit": "Mbps", "value": 50, "value_max": 80}
MEASURED = {"topic": "speed", "indicator": "average_speed", "unit": "Mbps", "value": 4, "source_name": "Somebody", "as_of": "2015"}
NO_SERIES = pd.DataFrame({"year": [], "percent": []})
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
    assert sentences.online_title(online) == "40 percent were online; 60 percent of households"
    later = pd.DataFrame({"year": [2014, 2015], "percent": [30.0, 44.0]})
    assert sentences.online_title(analysis.online(indicators(PEOPLE, {**PEOPLE, "value": 44}))) == "40 to 44 percent were online, depending on who counts"
    assert sentences.again_sentence(online, later) == " For 2015 ITU has since put 44 percent in place of the 40 that the report prints."
    assert sentences.again_sentence(online, later.assign(percent=40.0)) == sentences.again_sentence(online, NO_SERIES) == ""
    assert list(drawing.online_dots(online, later)["percent"]) == [40, 60, 44]
    assert drawing.online_table(online, later)["ITU later"].tolist()[0] == 44 and pd.isna(drawing.online_table(online, later)["ITU later"].iloc[1])  # of people, not of households


def test_the_part_of_a_year_that_the_evidence_prints_is_told():
    assert analysis.online(indicators({**PEOPLE, "as_of": "2015~", "evidence": "late 2015"}))["when"].tolist() == ["late 2015"]
    assert analysis.online(indicators({**PEOPLE, "as_of": "2015~", "evidence": "ITU"}))["when"].tolist() == ["part of 2015"]


def test_without_text_the_score_box_stands_and_without_rows_the_title_asks():
    assert len(analysis.online(indicators({**PEOPLE, "topic": "score_box"}))) == 1
    none = analysis.online(indicators())
    assert sentences.online_title(none) == "How many were online?" and "no share" in sentences.online_sentence(none)


def test_undated_figures_are_told_but_make_no_title():
    online = analysis.online(indicators({**PEOPLE, "as_of": ""}))
    assert sentences.online_title(online) == "How many were online?" and "undated" in sentences.online_sentence(online)


def test_itu_is_spelled_out_where_it_is_named():
    assert sentences.words_sentence(analysis.online(indicators(PEOPLE))).startswith("ITU is the International Telecommunication Union. Technical words")
    assert sentences.words_sentence(analysis.online(indicators(HOMES))).startswith("Technical words")


def test_only_boxes_of_editions_in_a_row_make_a_step():
    assert analysis.latest_step(boxes((2015, 2014, 50.0, 60.0), (2016, 2015, 70.0, 65.0))) == (20.0, 5.0)
    assert analysis.latest_step(boxes((2014, 2013, 50.0, 60.0), (2016, 2015, 70.0, 65.0))) is None
    assert analysis.latest_step(boxes()) is None


@pytest.mark.parametrize(("step", "found"), [((20.0, 5.0), True), ((6.0, 5.0), False), ((5.0, -1.0), False), (None, False)])
def test_an_estimate_changed_only_where_the_boxes_rose_twice_as_much(step, found):
    title = sentences.vintage_title(step)
    assert title == ("The printed share online rose by 20 points; by later figures for the same years, by 5" if found else "Do the score boxes of several editions show a rise?")


def test_facts_of_a_provider_in_two_rows_are_one_row():
    rows = analysis.combined(providers(LINE, {"market_share_percent": 70, "footnotes": "3"}, {"segment": "mobile"}))
    assert len(rows) == 2
    assert rows.iloc[0][["price_max", "market_share_percent", "footnotes"]].tolist() == [10, 70, (3,)]


def test_a_provider_s_owner_and_figures_are_told_as_far_as_known():
    rows = drawing.provider_table(providers({"owner": "Fund", "state_owned_percent": 52, "market_share_percent": 70}, {"speed_mbps_max": 20}, {"provider": "Other"}))
    assert rows["Owner"].tolist() == ["Fund (52 percent the state’s)", "not stated"]
    assert rows["In figures"].tolist() == ["70 percent of the market; up to 20 Mbps", ""]
    assert drawing.provider_table(providers()).empty


def test_prices_are_set_against_an_income_in_the_same_currency_only():
    income = analysis.income(indicators(INCOME))
    known = analysis.prices(providers(LINE), income)
    assert known[["low", "high"]].iloc[0].tolist() == [1, 5]
    assert sentences.price_title(known) == "The fixed lines whose prices are named cost 1 to 5 percent of an average monthly income"
    for prices in (analysis.prices(providers({**LINE, "currency": "EUR"}), income), analysis.prices(providers(LINE), None)):
        assert prices["low"].isna().all() and sentences.price_title(prices).endswith("?")


def test_nothing_coded_is_said():
    prices = analysis.prices(providers(), None)
    assert sentences.price_sentence(prices, None, False) == sentences.market_sentence(analysis.shares(providers()), False) == sentences.NOT_CODED
    assert sentences.price_sentence(prices, None, True) == "The report prints no provider’s price."


def test_sold_and_measured_are_set_side_by_side_only_where_both_are_printed():
    both, sold = analysis.speeds(indicators(MEASURED, SOLD)), analysis.speeds(indicators(SOLD))
    assert list(both["measured"]) == [False, True]
    assert sentences.speed_title(both) == "Up to 80 Mbps sold, 4 Mbps measured on average"
    assert sentences.speed_finding(both) == "Providers sold up to 80 Mbps; 4 Mbps were measured on average."
    assert sentences.speed_title(sold).endswith("?") and "only advertised" in sentences.speed_sentence(sold)


def test_shares_are_named_and_not_added():
    shares = analysis.shares(providers({"market_share_percent": 70}, {"provider": "Other", "market_share_percent": 20}))
    assert sentences.market_title(shares) == "Telecom 70 percent and Other 20 percent"
    assert sentences.market_title(analysis.shares(providers())) == "Who holds the market?"
    assert "have one date" in sentences.market_sentence(shares, True) and "not added" in sentences.market_sentence(shares.assign(stated=["2015", "2016"]), True)
    assert "alone" in sentences.market_sentence(shares.head(1), True)


def test_the_state_as_owner_is_a_finding_only_where_it_holds_most_of_most():
    row = {"market_share_percent": 70, "state_owned_percent": 52}
    assert sentences.market_title(analysis.shares(providers(row))) == "The state owns 52 percent of Telecom, which holds 70 percent of fixed broadband"
    for less in ({**row, "state_owned_percent": 40}, {**row, "market_share_percent": 30}):
        assert sentences.market_title(analysis.shares(providers(less))).startswith("Telecom ")


def test_few_values_make_no_chart():
    two = analysis.prices(providers(LINE, {**LINE, "price_max": 2}), analysis.income(indicators(INCOME)))
    assert drawing.values(drawing.price_bars(two)) == 3
    assert drawing.price_bars(two)["text"].tolist() == ["1–5", "1"]
    assert drawing.values(drawing.price_bars(analysis.prices(providers(LINE), None))) == 0
    assert drawing.values(drawing.speed_bars(analysis.speeds(indicators(SOLD, MEASURED)))) == 3


def made_up_events(*rows):
    return made_up("events", {"kind": "market", "date_kind": "within", "title": "Tariffs fall", "question": "A2"}, "e", rows)


def test_moves_are_of_the_market_and_in_date_order():
    rows = analysis.moves(made_up_events({}, {"date": "2016"}, {"date": "2015", "kind": "regulation"}, {"kind": "statement"}, {"question": "B1"}))
    assert rows["id"].tolist() == ["e003", "e002", "e001"]


def test_moves_are_told_for_not_coded_none_one_and_many():
    assert sentences.moves_sentence(analysis.moves(made_up_events()), False) == "Events are not coded for this report."
    assert sentences.moves_sentence(analysis.moves(made_up_events()), True).startswith("The report mentions nothing")
    assert sentences.moves_sentence(made_up_events({}), True).startswith("The report describes one such change, without a note. What it meant")
    assert sentences.moves_sentence(made_up_events({}, {"footnotes": "3"}), True).startswith("The report describes two such changes, one of them with a note.")


def test_figures_without_date_or_note_are_counted():
    bare, full = {**PEOPLE, "as_of": ""}, {**PEOPLE, "footnotes": "1"}
    assert sentences.register_sentence(analysis.figures(indicators())).startswith("The report prints no figures")
    assert sentences.register_sentence(indicators(bare)) == "The one figure has no date and no note."
    assert sentences.register_sentence(indicators(full)) == "The one figure has a date and a note."
    assert sentences.register_sentence(indicators(full, full)) == "Both figures have a date and a note."
    assert sentences.register_sentence(indicators(bare, full, PEOPLE)) == "Of three figures, one has no date and two have no note."


@pytest.fixture(scope="module")
def kazakhstan():
    return nf.load("kazakhstan", 2016)


def test_prices_of_kazakhstan(kazakhstan):
    prices = analysis.prices(kazakhstan.providers, analysis.income(kazakhstan.indicators)).round(1)
    assert prices[["provider", "low", "high"]].to_numpy().tolist() == [["Kazakhtelecom", 3.2, 5.2], ["Beeline-Kazakhstan", 1.4, 3.5]]
    assert sentences.price_title(prices) == "The fixed lines whose prices are named cost 1.4 to 5.2 percent of an average monthly income"


def test_penetration_of_kazakhstan_in_three_editions(kazakhstan):
    index = nf.load_index()
    rows = analysis.boxes(index, "KAZ", 2016)
    assert rows["printed"].tolist() == [54, 55, 73] and rows["later"].round(1).tolist() == [63.3, 66.0, 70.8]
    assert analysis.latest_step(rows) == (18.0, 4.8)
    assert analysis.later_series(index.series, "KAZ", 2016)["year"].tolist() == list(range(2009, 2017))
    assert sorted(analysis.online(kazakhstan.indicators)["percent"]) == [18, 72.9, 73, 75, 82.2]


def test_speeds_mobile_and_market_of_kazakhstan(kazakhstan):
    assert sentences.speed_title(analysis.speeds(kazakhstan.indicators)) == "Up to 120 Mbps sold, 5.9 Mbps measured on average"
    assert analysis.mobile(kazakhstan.indicators, nf.load_index().series, "KAZ") == {"printed": 187, "year": 2015, "later": 149.7, "divided": 177}
    shares = analysis.shares(kazakhstan.providers)
    assert shares["share"].tolist() == [85, 13.1] and shares["state"].iloc[0] == 52
    assert sentences.market_title(shares) == "The state owns 52 percent of Kazakhtelecom, which holds 85 percent of fixed broadband"
    assert "do not come from one count" in sentences.market_sentence(shares, True)


def test_a_country_without_series_has_no_line(kazakhstan):
    index = nf.load_index()
    assert analysis.later_series(index.series, "XXX", 2016).empty and analysis.boxes(index, "XXX", 2016).empty
    assert analysis.mobile(indicators(), index.series, "XXX") == {} and sentences.mobile_sentence({}) == ""
