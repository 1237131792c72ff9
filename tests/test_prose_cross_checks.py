"""Sentences and titles on cross-checks: none, one, many; both branches of every title."""

from datetime import date

import pandas as pd
import pytest

from netfreedom.analysis import cross_checks as analysis
from netfreedom.analysis.restrictions import CloseUp
from netfreedom.analysis.tor_users import Fall, Pairs, Run
from netfreedom.charts import cross_checks as drawing
from netfreedom.prose import cross_checks as sentences
from netfreedom.prose import tor_users as tor_sentences

END = date(2016, 5, 31)
MAY = CloseUp(date(2016, 5, 19), date(2016, 5, 23), date(2016, 5, 14), date(2016, 5, 31), ("r1",))


def made_up_claims(*verdicts, **cells):
    base = {"id": "i1", "claim": "Users", "when": "October 2016", "printed": 73.0, "unit": "percent", "how": analysis.LEVEL, "before": None, "other": 70.8,
            "publisher": "ITU", "could": "", "footnotes": (), "series": ""}  # fmt: skip
    return pd.DataFrame([{**base, "verdict": verdict, **cells} for verdict in verdicts], columns=analysis.COLUMNS)


def test_every_claim_is_counted_once_for_none_one_and_many():
    everything = made_up_claims(analysis.CANNOT, analysis.CANNOT, analysis.MATCHES, analysis.REVISED, analysis.AGREES, analysis.DIFFERS)
    assert sentences.claims_sentence(everything, set()) == (
        "This book looked for figures to set beside six claims of the report: two cannot be tested here, one still matches the figure of its own source, one has since been revised by its publisher, "
        "one agrees with a source that the report does not name (users) and one differs from another source (users)")
    assert sentences.claims_sentence(made_up_claims(analysis.CANNOT), set()) == "This book looked for a figure to set beside one claim of the report; it cannot be tested here"
    assert sentences.claims_sentence(made_up_claims(), set()).startswith("No figure")


def test_a_revised_figure_of_the_score_box_is_marked():
    claims = made_up_claims(analysis.REVISED, analysis.MATCHES)
    assert "revised by its publisher (in the score box: users, 73 percent, later 70.8)" in sentences.claims_sentence(claims, {"i1"})
    assert sentences.revised_in_box(claims, {"i1"}).startswith("Revised since by the publisher that the report names: users, 73 percent, later 70.8 ")
    assert sentences.revised_in_box(claims, set()) == sentences.revised_in_box(claims[1:], {"i1"}) == ""


def made_up_run(first="2016-05-16", last="2016-05-25", back="2016-05-27", restrictions=0):
    days = [pd.Timestamp(day) for day in (first, last)]
    return Run(*days, 9391.0, 27.2, 14054.5, 16643.0, days[0], pd.Timestamp(back) if back else None, restrictions)


def fall(change=-57.1, days_after=2):
    return Fall(pd.Timestamp("2016-06-02"), 9274, 3974, change, days_after)


def test_a_country_without_series_is_said_to_have_none():
    assert sentences.lead("Ruritania", made_up_claims(), False).startswith("Ruritania has no series in the index")
    assert "One claim of the report is listed below with what could test it." in sentences.lead("Ruritania", made_up_claims(analysis.CANNOT), False)


def test_the_lead_counts_verdicts_with_their_grammar():
    lead = sentences.lead("Ruritania", made_up_claims(analysis.REVISED, analysis.DIFFERS, analysis.DIFFERS), True)
    assert lead.startswith("**Two figures of the report differ from other sources (users and users).** One figure of the report has since been revised by its publisher. A match")
    many = sentences.lead("Ruritania", made_up_claims(*[analysis.DIFFERS] * 5, analysis.AGREES, analysis.CANNOT), True)
    assert many == "**Five figures of the report differ from other sources and one agrees with a source that the report does not name.** One of seven claims cannot be tested here."
    assert sentences.lead("Ruritania", made_up_claims(), True) == "The report prints none of the figures for which the index holds another."


@pytest.mark.parametrize(("verdict", "cells", "text"), [
    (analysis.REVISED, {}, "70.8 − 73 = −2.2"),
    (analysis.MATCHES, {"printed": 18.0, "other": 18.2}, "18.2 rounds to 18"),
    (analysis.MATCHES, {"printed": 19.0, "other": 19.0}, "19 = 19"),
    (analysis.MATCHES, {"how": analysis.WITHHELD, "printed": 0.0, "other": 0.0}, "no accounts or posts withheld, so 0 percent"),
    (analysis.AGREES, {"how": analysis.CHANGE, "printed": -40.0, "before": 2970.0, "other": 1634.0},
     "Median of the month 1,634 ÷ median of the month before 2,970 − 1 = −45 percent; printed about −40"),
    (analysis.DIFFERS, {"how": analysis.PER_HUNDRED, "printed": 31.0, "before": 17.5, "other": 143.21},
     "143.2 per 100 people × 17.5 million people = 25.1 million; 25.1 − 31 = −5.9"),
    (analysis.CANNOT, {"could": "A survey"}, "None. Could test it: a survey."),
])  # fmt: skip
def test_the_arithmetic_is_shown(verdict, cells, text):
    assert sentences.arithmetic(made_up_claims(verdict, **cells).iloc[0]) == text


def test_restrictions_stand_as_a_claim_or_two_and_are_said_to():
    claims = pd.concat([made_up_claims(analysis.REVISED), made_up_claims(analysis.CANNOT, id="", printed=51.0), made_up_claims(analysis.CANNOT, id="", printed=3.0)])
    assert sentences.lead("Ruritania", claims, True).endswith("The 54 restrictions of services and networks count as two claims, since none of them can be tested here.")
    assert "restriction" not in sentences.lead("Ruritania", claims[:1], True)


def test_what_was_set_beside_another_source_comes_first():
    claims = made_up_claims(analysis.CANNOT, analysis.MATCHES, analysis.REVISED, analysis.AGREES, analysis.DIFFERS)
    table = drawing.claims_table(claims, [""] * 5, [""] * 5)
    assert table["Verdict"].tolist() == [analysis.DIFFERS, analysis.AGREES, analysis.REVISED, analysis.MATCHES, analysis.CANNOT]


def test_a_figure_from_unnamed_records_may_be_no_independent_test():
    assert "may be the very series set beside it" in sentences.verdict_sentence(made_up_claims(analysis.AGREES))
    assert "very series" not in sentences.verdict_sentence(made_up_claims(analysis.REVISED))


def test_titles_of_claims_and_vintages():
    assert sentences.claims_title(made_up_claims(analysis.CANNOT)) == "Which claims can be set beside another figure?"
    assert sentences.claims_title(made_up_claims(analysis.CANNOT, analysis.REVISED)) == "One of two claims can be set beside another figure"
    assert sentences.claims_title(made_up_claims(analysis.CANNOT, analysis.REVISED, analysis.AGREES)).endswith("another figure; for one it comes from another source")
    assert sentences.claims_title(made_up_claims(analysis.CANNOT, analysis.REVISED, analysis.REVISED)).endswith("another figure; for none it comes from another source")
    rows = pd.DataFrame({"edition": [2015, 2016], "year": [2014, 2015], "printed": [55.0, 73.0], "later": [66.0, 70.8]})
    assert sentences.vintage_title(rows) == "The printed share online rose by 18 points; by later figures for the same years, by 4.8"
    assert sentences.vintage_title(rows.assign(printed=[66.0, 71.0])) == sentences.vintage_title(rows[:1]) == "What became of the printed share online?"
    assert "no later figures" in sentences.vintage_sentence(rows[:0])


def test_a_fall_is_a_finding_only_where_it_is_by_half():
    assert tor_sentences.fall_title(fall()) == "Estimated direct Tor use fell by 57 percent in one day, two days after the period covered"
    assert tor_sentences.fall_title(fall(days_after=-9)).endswith("within the period covered")
    assert tor_sentences.fall_title(fall(change=-20)) == tor_sentences.fall_title(None) == "What did Tor users do?"


def test_a_run_is_set_beside_the_days_told_most_closely():
    assert tor_sentences.run_title([made_up_run()], MAY) == "Estimated direct Tor use rose three days before the reported disruptions and was back at its earlier level four days after"
    question = "When was Tor used more than before?"
    assert tor_sentences.run_title([], MAY) == tor_sentences.run_title([made_up_run()], None) == question
    assert tor_sentences.run_title([made_up_run("2016-03-09", "2016-03-13", "2016-03-16")], MAY) == question
    assert tor_sentences.run_title([made_up_run(back="2016-05-22")], MAY).endswith("was back at its earlier level before they ended")


def test_runs_name_what_the_report_has_and_what_it_has_not():
    assert "; the report dates no restriction to these days or to a month that includes them." in tor_sentences.run_sentence([made_up_run()])
    assert " and was back at its earlier level on 27 May; " in tor_sentences.run_sentence([made_up_run()])
    assert "rose by 27 percent on the first day and reached 16,643 on 16 May; " in tor_sentences.run_sentence([made_up_run(back=None)])
    assert "the report dates two restrictions to these days or to a month that includes them" in tor_sentences.run_sentence([made_up_run(restrictions=2)])
    assert "the report dates one restriction to these days or to a month that includes them" in tor_sentences.run_sentence([made_up_run(restrictions=1)])
    assert "restrictions are not coded" in tor_sentences.run_sentence([made_up_run(restrictions=None)])
    assert "is not known" not in tor_sentences.run_sentence([made_up_run(restrictions=None)])
    assert tor_sentences.run_sentence([]).startswith("Within the period no run")


def test_each_half_of_a_claim_gets_its_month_only_where_it_fits():
    claims = pd.concat([made_up_claims(analysis.AGREES, printed=-40.0, before=2970.0, other=1634.0), made_up_claims(analysis.DIFFERS, printed=800.0, before=844.5, other=1118.0)])
    bridge = pd.Series([296.0, 2801.0], index=pd.to_datetime(["2016-05-31", "2016-06-25"]))
    days = (pd.Timestamp("2016-01-01"), pd.Timestamp("2016-02-01"))
    found = Pairs(2, 0, days, days)
    assert tor_sentences.claim_title(claims, found, bridge, END) == "The fall fits October; a rise of that size lies in June"
    question = "Does the printed change in Tor use fit the series?"
    assert tor_sentences.claim_title(claims, Pairs(2, 1, days, days), bridge, END) == question
    assert tor_sentences.claim_title(claims[:0], None, bridge, END) == tor_sentences.claim_title(claims, found, bridge / [1, 2], END) == question
    assert tor_sentences.claim_finding(claims, found, bridge, END) == "The report prints a fall and a rise of Tor use for October 2016: the fall fits October; a rise of that size lies in June."
    assert tor_sentences.claim_finding(claims[:0], None, bridge, END) == ""
    said = tor_sentences.claim_sentence(claims, found, bridge, END)
    assert "Of the 2 pairs of days that fit, none ends in October 2016: they start " in said
    assert "No pair fits both halves." in tor_sentences.claim_sentence(claims, Pairs(0, 0, None, None), bridge, END)
    assert tor_sentences.claim_sentence(claims[:0], None, bridge, END).startswith("The report prints no change")


@pytest.mark.parametrize(("first", "last", "text"), [
    ("2016-04-15", "2016-04-15", "15 April 2016"), ("2016-05-19", "2016-05-23", "19–23 May 2016"), ("2016-04-29", "2016-05-01", "29 April – 1 May 2016"),
    ("2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
])  # fmt: skip
def test_days_in_words(first, last, text):
    assert tor_sentences.days_words(pd.Timestamp(first), pd.Timestamp(last)) == text


def test_stretches_dated_to_the_day():
    rows = pd.DataFrame({"what": ["A", ""], "change": [41.0, 69.0]})
    assert tor_sentences.beside_sentence(rows).endswith("lay a quarter or more above that.")
    assert tor_sentences.beside_sentence(rows[1:]).startswith("No restriction is dated to the day")
    assert "in one a quarter or more above that and in one less than" in tor_sentences.beside_sentence(pd.DataFrame({"what": ["A", "B"], "change": [41.0, 2.0]}))


def test_what_comes_after_the_fall_is_not_its_cause():
    rows = pd.DataFrame({"what": ["A", "B"], "change": [41.0, -64.0], "first": pd.to_datetime(["2016-05-19", "2016-06-05"]), "last": pd.to_datetime(["2016-05-23", "2016-06-06"])})
    assert tor_sentences.beside_sentence(rows, fall()).endswith("The fall of 2 June comes before 5–6 June 2016 and cannot be an effect of what the report describes then.")
    assert "effect" not in tor_sentences.beside_sentence(rows, fall(change=-20))


def test_context_says_what_is_inferred():
    assert sentences.context_sentence(pd.DataFrame({"inferred": []})) == ""
    assert "One figure is of an inferred year" in sentences.context_sentence(pd.DataFrame({"inferred": [True, False]}))


def test_the_lead_on_tor_tells_runs_without_restrictions():
    assert tor_sentences.lead(None, []) == ""
    assert tor_sentences.lead(fall(), [], "It fits.").startswith("It fits. Estimated direct use of Tor fell")
    assert tor_sentences.lead(fall(), []).startswith("Estimated direct use of Tor fell")
    assert "One run of higher use lies within the period" in tor_sentences.lead(fall(), [made_up_run()])
    assert "Two runs" in tor_sentences.lead(fall(), [made_up_run(), made_up_run(restrictions=3)])
    assert "run" not in tor_sentences.lead(fall(), [made_up_run(restrictions=None)])


def test_a_report_may_hold_no_bridge_figures():
    none = pd.Series(dtype=float, index=pd.DatetimeIndex([]))
    direct = pd.Series([9000.0, 9274.0, 3974.0], index=pd.date_range("2016-05-31", periods=3))
    assert "Users over bridges" not in tor_sentences.fall_sentence(fall(), direct, none)
    assert tor_sentences.fall_sentence(None, none, none) == tor_sentences.NONE
