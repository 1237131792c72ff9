"""Sentences and titles on legal changes: none, one, many; both branches of every title."""

from types import SimpleNamespace

import pandas as pd
import pytest
from test_analysis_legal_changes import ACTORS, PERIOD, made_up_laws, made_up_penalties, made_up_powers

import netfreedom as nf
from netfreedom.analysis import legal_changes as analysis
from netfreedom.prose import blocking_powers as blocking
from netfreedom.prose import legal_changes as sentences

CASES = pd.DataFrame({"person": [], "sanction": [], "term": []}).astype("str")


def made_up_report(laws=(), powers=(), penalties=(), coded=True):
    """A report that holds only what the sentences read."""
    meta = SimpleNamespace(coverage_start=PERIOD[0], coverage_end=PERIOD[1])
    return SimpleNamespace(
        meta=meta, laws=made_up_laws(*laws), powers=made_up_powers(*powers), actors=ACTORS, penalties=made_up_penalties(*penalties),
        coded=lambda table: coded,
    )  # fmt: skip


def rules(*rows):
    return analysis.rules_in_period(made_up_laws(*({"adopted": "2016-01", **row} for row in rows)), *PERIOD)


def test_a_report_without_laws_says_so():
    assert sentences.lead(made_up_report()) == "The report was read for laws and names none."


def test_the_lead_of_one_law_reads_as_one():
    lead = sentences.lead(made_up_report(laws=[{"adopted": "2016-01"}]))
    assert lead == (
        "One rule began in the period covered, June 2015 – May 2016: it tightens."
        " The report describes **one legal instrument**, which is a rule adopted or in force."
    )


def test_a_rule_that_only_may_have_begun_in_the_period_is_said_to():
    assert sentences.direction_sentence(rules({"adopted": "2015"}), *PERIOD) == "One rule began in the period covered, June 2015 – May 2016, or may have: it tightens."
    assert "two rules" in sentences.direction_sentence(rules({"adopted": "2015"}, {}), *PERIOD).lower()
    assert "two tighten (one of them perhaps)" in sentences.direction_sentence(rules({"adopted": "2015"}, {}), *PERIOD)


def test_no_rule_of_the_period():
    assert sentences.direction_sentence(rules(), *PERIOD) == "None of the dated rules began in the period covered, June 2015 – May 2016."


MARKET = {"direction": "loosens", "subject": ("market",)}


@pytest.mark.parametrize(("rows", "title"), [
    ([], "Which way did the rules move?"),
    ([MARKET], "Which way did the rules move?"),
    ([{}], "The report dates no rule that loosened to the period"),
    ([{}, MARKET], "Only the market rules loosened"),
    ([{}, MARKET, {"direction": "mixed"}], "Only the market rules loosened outright; one more is mixed"),
    ([{"subject": ("market",)}, MARKET], "Which way did the rules move?"),
    ([{}, MARKET, {**MARKET, "subject": ("access",)}], "Which way did the rules move?"),
])
def test_that_only_one_subject_loosened_is_said_only_where_it_holds(rows, title):
    assert sentences.direction_title(rules(*rows)) == title


OLD, NEW = {"since": "2014"}, {"since": "2016-01", "actor_id": "a004"}
COURT = {"since": "2016-01", "actor_id": "a003", "court_order": "yes"}


@pytest.mark.parametrize(("rows", "title"), [
    ([], "Who may block or cut off, and is a court asked?"),
    ([OLD], "Who may block or cut off, and is a court asked?"),
    ([OLD, NEW], "Powers to block or cut off: as dated, one holder could block without a court before the period, two at its end"),
    ([OLD, NEW, COURT], "Powers to block or cut off: as dated, one holder could block without a court before the period, up to two at its end"),
    ([NEW], "Powers to block or cut off: as dated, no holder could block without a court before the period, one at its end"),
])
def test_more_offices_without_a_court_are_a_finding(rows, title):
    assert blocking.offices_title(made_up_report(powers=rows)) == title


def test_offices_are_said_for_none_as_many_and_more():
    assert blocking.offices_sentence(made_up_report()) == ""
    assert blocking.offices_sentence(made_up_report(powers=[OLD], coded=False)) == ""
    assert blocking.offices_sentence(made_up_report(powers=[OLD])) == (
        "As far as the report dates such powers, one holder (Prosecutor general) could have content blocked without a court before the period; by its end no other could."
    )
    assert blocking.offices_sentence(made_up_report(powers=[OLD, NEW])) == (
        "As far as the report dates such powers, one holder (Prosecutor general) could have content blocked without a court before the period; by its end two (also Regulator) could."
    )
    assert blocking.offices_sentence(made_up_report(powers=[NEW])) == (
        "As far as the report dates such powers, nobody could have content blocked without a court before the period; by its end one (Regulator) could."
    )


def test_powers_without_a_date_are_said_not_to_be_counted():
    report = made_up_report(powers=[OLD, {"court_order": "not_stated", "actor_id": "a003"}, COURT])
    assert blocking.undated_sentence(report) == "One more power to block, without a date and so not counted here: Government. Whether a court is asked is not stated."
    assert blocking.offices_sentence(report).endswith(
        "Whether an earlier power to block without a court still held by the end of the period, the report does not say. Not counted, for want of a date: Government.")
    assert blocking.doubt_sentence(made_up_report(powers=[OLD])) == ""
    assert blocking.undated_sentence(made_up_report(powers=[OLD])) == blocking.undated_sentence(made_up_report(coded=False)) == ""


def test_abbreviations_are_spelled_out_and_many_offices_counted():
    actors = pd.concat([ACTORS, pd.DataFrame([{"id": "a005", "name": "Internet service providers (unspecified)", "short_name": "ISPs", "type": "operator", "parent": ""}])])
    report = made_up_report(powers=[OLD, {"since": "2016-01", "actor_id": "a005"}])
    report.actors = actors
    assert "(also Internet service providers) could. Operators or companies among them: Internet service providers." in blocking.offices_sentence(report)
    report = made_up_report(powers=[{"since": "2016-01", "actor_id": f"b{number}"} for number in range(5)])
    assert blocking.offices_title(report) == "Powers to block or cut off: as dated, no holder could block without a court before the period, five at its end"
    assert blocking.offices_sentence(report).endswith("by its end five could.")


def test_the_lead_is_a_paragraph_for_each_finding():
    report = made_up_report(laws=[{"adopted": "2016-01"}], powers=[OLD], penalties=[PEOPLE, FIRMS])
    assert [paragraph.split()[0] for paragraph in sentences.lead(report).split("\n\n")] == ["One", "As", "The"]


def test_the_rules_of_the_period_are_named_by_direction_unless_too_many():
    said = sentences.named_rules(rules({"adopted": "2015"}, MARKET))
    assert said.splitlines()[0].startswith("- **Tightens:** {chapter}`") and said.splitlines()[0].endswith("(perhaps)")
    assert said.splitlines()[1].startswith("- **Loosens:** {chapter}`") and "perhaps" not in said.splitlines()[1]
    assert sentences.named_rules(rules()) == sentences.named_rules(rules({})) == sentences.named_rules(rules(*[{}] * 16)) == ""


def test_powers_without_a_date_or_in_doubt_are_named():
    powers = analysis.switch_off(made_up_powers({}, OLD, COURT), ACTORS)
    sentence = blocking.powers_sentence(powers)
    assert sentence.startswith("Of three powers to block or cut off, one has no date and stands in the table only.")
    assert "(Prosecutor general) still holds: its bar turns faint from January 2016" in sentence
    assert blocking.powers_sentence(powers.head(0)) == "The report names nobody who may order a block or a shutdown."


PEOPLE = {"fine_max": 7000, "currency": "USD", "offence": "rumours"}
FIRMS = {"fine_max": 2000, "currency": "USD", "offence": "not blocking", "binds": ("providers",)}


def test_fines_compare_in_the_title_only_where_they_differ_clearly():
    question = "What does it cost, and whom?"
    assert sentences.penalties_title(made_up_penalties()) == question
    assert sentences.penalties_title(made_up_penalties(PEOPLE)) == question
    assert sentences.penalties_title(made_up_penalties(PEOPLE, FIRMS)) == "Rumours: a fine of up to 3.5 times that for not blocking"
    for people in ({**PEOPLE, "fine_max": 3000}, {**PEOPLE, "law_id": "l009"}):  # too near each other; under different rules
        assert "times" not in sentences.penalties_title(made_up_penalties(people, FIRMS))
    assert sentences.penalties_title(made_up_penalties({**PEOPLE, "law_id": "l009"}, FIRMS, {**FIRMS, "fine_max": 5000})) == (
        "Fines as stated go up to US$7,000 for people and US$5,000 for firms, for different offences")


def test_fines_are_said_with_the_range_for_firms():
    assert sentences.fines_sentence(made_up_penalties(PEOPLE)) == ""
    assert sentences.fines_sentence(made_up_penalties(PEOPLE, FIRMS)) == "The highest fine for people is US$7,000 (rumours), against US$2,000 (not blocking) for firms."


def test_terms_are_said_for_none_one_and_several():
    prison = pd.DataFrame({"person": ["A"], "sanction": ["prison"], "term": ["P18M"]})
    assert sentences.terms_sentence(made_up_penalties(), CASES) == ""
    assert sentences.terms_sentence(made_up_penalties({"term_max": "P2Y"}), CASES) == "The one prison term that the report states is at most 2 years."
    assert sentences.terms_sentence(made_up_penalties({"term_max": "P2Y"}, {"term_max": "P90D"}), CASES) == "Maximum prison terms go from 90 days to 2 years."
    assert "The prison sentence passed in the report's cases is 18 months" in sentences.terms_sentence(made_up_penalties(), prison)


def test_changes_say_of_how_many_the_state_before_is_told():
    assert sentences.changes_sentence(made_up_laws()) == "The report describes no change of a rule."
    assert sentences.changes_sentence(made_up_laws({"before": "Not told"})) == "For the one changed rule the report does not say what held before."
    assert "For all two changed rules" in sentences.changes_sentence(made_up_laws({"before": "No rule"}, {"before": "No rule"}))


def test_the_dates_are_a_finding_only_where_most_rules_are_of_the_period():
    new, old = {"adopted": "2016-01"}, {"adopted": "2012"}
    assert sentences.dates_title(made_up_laws(*[new] * 4), *PERIOD) == "When the rules came"
    assert sentences.dates_title(made_up_laws(*[new] * 3, *[old] * 3), *PERIOD) == "When the rules came"
    assert sentences.dates_title(made_up_laws(*[new] * 3, *[old] * 2), *PERIOD) == "Three of five dated rules began in the period covered"


def test_titles_of_the_kazakhstan_report():
    report = nf.load("kazakhstan", 2016)
    assert sentences.direction_title(analysis.rules_in_period(report.laws, *PERIOD)) == "Only the market rules loosened outright; two more are mixed"
    assert blocking.offices_title(report) == "Powers to block or cut off: as dated, one holder could block without a court before the period, up to three at its end"
    assert sentences.dates_title(report.laws, *PERIOD) == "Eleven of 17 dated rules began in the period covered, two of them only perhaps"
    said = sentences.dates_sentence(report.laws, pd.Timestamp(2011, 1, 1))
    assert said == "25 of 48 instruments have a date of adoption or force; 17 of these are rules. One from before 2011 stands in the register only."
    assert "six tighten (two of them perhaps)" in sentences.direction_sentence(analysis.rules_in_period(report.laws, *PERIOD), *PERIOD)
    assert sentences.penalties_title(report.penalties) == "Fines as stated go up to US$70,000 for people and US$20,000 for firms, for different offences"



def test_of_the_instruments_with_a_date_the_rules_are_counted_where_they_are_only_some():
    first, old, bill = pd.Timestamp(2011, 1, 1), {"adopted": "2016-01"}, {"adopted": "2016-01", "kind": "bill", "status": "rejected"}
    assert sentences.dates_sentence(made_up_laws(old, old), first) == "Both instruments have a date of adoption or force."
    assert sentences.dates_sentence(made_up_laws(old, bill), first) == "Both instruments have a date of adoption or force; one of these is a rule."
    assert sentences.dates_sentence(made_up_laws(bill, {"adopted": ""}), first) == "One of two instruments has a date of adoption or force."


def test_a_changed_rule_on_blocking_is_told_with_what_held_before():
    told = {"subject": ("blocking",), "before": "Prosecutors alone.", "after": "A court for some.", "footnotes": (5,)}
    said = sentences.blocking_sentence(made_up_laws(told))
    assert "Before: Prosecutors alone. Since: A court for some." in said and "{note}`5`" in said
    assert sentences.blocking_sentence(made_up_laws({**told, "before": "Not told"})) == sentences.blocking_sentence(made_up_laws({**told, "subject": ("market",)})) == ""


def test_fines_under_different_rules_are_said_not_to_be_alike():
    report = nf.load("kazakhstan", 2016)
    said = sentences.fines_sentence(report.penalties, report.laws)
    assert "do not compare like with like. For the first the report gives no note and no date." in said
    one = report.penalties.assign(law_id="l036")
    assert "like with like" not in sentences.fines_sentence(one, report.laws)


def test_the_ticks_of_the_penalties_are_explained_only_where_there_are_some():
    report = nf.load("kazakhstan", 2016)
    assert "ticks" in sentences.penalties_key(analysis.passed(report.cases)) and "ticks" not in sentences.penalties_key(analysis.passed(report.cases.head(0)))
