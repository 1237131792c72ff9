"""Sentences and titles on prosecutions: none, one, many; both branches of every title."""

import pytest
from test_analysis_prosecutions import OUTLET, PRISON, RESTRICTED, cases

import netfreedom as nf
from netfreedom.analysis import prosecutions as analysis
from netfreedom.prose import prosecutions as sentences

DOZENS = {"person": "Activists (not named)", "persons_min": 24, "persons_text": "Dozens of activists", "stage": "detained"}


def passed(*rows):
    return analysis.sentences(cases(*rows))


def lead(*rows):
    return sentences.lead(cases(*rows), passed(*rows), analysis.tally(cases(*rows)))


def test_a_report_without_cases_says_so():
    assert lead() == "The report was read for prosecutions and names none."


def test_the_lead_of_one_case_reads_as_one():
    assert lead(PRISON) == "**One person was sentenced to prison** for something said online, according to the report. The cases concern one individual, named."


def test_the_lead_without_a_sentence_and_with_groups_and_entities():
    assert lead({"stage": "charged", "person": "User (not named)"}, DOZENS, OUTLET, {**OUTLET, "person": "Herald"}) == (
        "The report names nobody sentenced to prison or to restricted freedom. The cases concern one individual, not named."
        " Counted apart is a group: dozens of activists (detained). The exact number is not told; the report and its notes support at least 24. Two further cases concern outlets and associations, not a person."
    )


def test_entities_alone_are_no_people():
    assert "The cases concern no person. One further case concerns an outlet or association" in lead(OUTLET)


@pytest.mark.parametrize(("rows", "title"), [
    ([{}], "What sentences were passed?"),
    ([PRISON], "One person was sentenced to prison, according to the report"),
    ([RESTRICTED], "One person was sentenced to restricted freedom, according to the report"),
    ([PRISON, PRISON, {**RESTRICTED, "persons_text": "At least one"}], "Two people were sentenced to prison, at least one to restricted freedom, according to the report"),
])  # fmt: skip
def test_sentences_title_is_the_finding_or_the_question(rows, title):
    assert sentences.sentences_title(passed(*rows)) == title


def test_panel_titles_count_people():
    rows = passed(PRISON, {**RESTRICTED, "persons_text": "At least one"})
    assert sentences.panel_title(rows, "prison") == "Prison: one person"
    assert sentences.panel_title(rows, "restricted_freedom") == "Restricted freedom: at least one person"


def test_terms_are_a_range_never_a_mean_and_kinds_are_never_added():
    said = sentences.sentences_sentence(passed({**PRISON, "term": "P12M"}, {**PRISON, "term": "P5Y"}, RESTRICTED))
    assert said.startswith("Prison: 12 to 60 months. Restricted freedom: 24 months.")
    assert "Restricted freedom is not prison" in sentences.sentences_limits(passed(PRISON, RESTRICTED))
    assert "Restricted freedom is not prison" not in sentences.sentences_limits(passed(PRISON))
    assert sentences.sentences_sentence(passed()) == "The report describes no sentence that takes or limits freedom."


def test_missing_terms_and_notes_are_said():
    said = sentences.sentences_sentence(passed({**PRISON, "term": "", "footnotes": "1"}))
    assert said == "For one sentence no term is given."
    assert "One sentence has no note: A. Person." in sentences.sentences_sentence(passed(PRISON))


def test_people_title_is_the_count_or_the_question():
    assert sentences.people_title(analysis.tally(cases(OUTLET))) == "How many people, at what stage?"
    assert sentences.people_title(analysis.tally(cases({}))) == "One individual"
    assert sentences.people_title(analysis.tally(cases({}, DOZENS))) == "One individual, and dozens of activists"


def test_who_stands_twice():
    assert sentences.double_sentence(cases({})) == ""
    assert sentences.double_sentence(cases({}, {})) == "A. Person appears in more than one proceeding and is counted once."
    assert sentences.double_sentence(cases(*[{}] * 2, *[{"person": "B. Other"}] * 2)).startswith("A. Person and B. Other each appear in more than one proceeding and are counted once.")


def test_about_title_names_a_country_only_where_half_of_five_sentences_do():
    def title(*abouts):
        rows = passed(*({**PRISON, "person": f"P{number}", "about": about} for number, about in enumerate(abouts)))
        return sentences.about_title(rows, analysis.mentions(rows, ["Russia"], "Ruritania"))

    assert title("on Russia", "on Russia") == title("on Russia", *["on taxes"] * 4) == title() == "What was it about, and what followed?"
    assert title(*["on Russia"] * 3, "on taxes", "on taxes") == "Three of five sentences concerned Russia"
    assert title("on Russia", "on Russia's policy", "on Russian speakers", "on taxes", "on taxes") == "Three of five sentences concerned Russia or Russian speakers"


def test_arrest_and_decision():
    assert "for nobody" in sentences.held_sentence(analysis.held(cases({})))
    said = sentences.held_sentence(analysis.held(cases({"arrested": "2015-11"})))
    assert said == "Both arrest and decision are dated for one person only: A. Person (November 2015, then February 2016). That is too little for a length of time."


def test_laws_and_notes():
    assert sentences.laws_sentence(cases(OUTLET)) == "There is no proceeding against a person."
    assert sentences.laws_sentence(cases({})) == "The one proceeding cannot be matched with a law in the report."
    assert sentences.laws_sentence(cases({"law_id": "l001"}, {})) == "One of two proceedings can be matched with a law in the report; for the other one it names none."
    assert sentences.untold_sentence(cases({"footnotes": "1"})) == "Every row has a note."
    assert sentences.untold_sentence(cases({}, {})) == "None of the two rows has a note: the report states them without a source."
    assert sentences.untold_sentence(cases({"footnotes": "1"}, {})) == "One of two rows has no note: the report states it without a source."


def test_the_real_titles():
    report = nf.load("kazakhstan", 2016)
    real = analysis.in_date_order(report.cases, report.events)
    rows = analysis.sentences(real)
    assert sentences.sentences_title(rows) == "Four people were sentenced to prison, at least five to restricted freedom, according to the report"
    assert sentences.people_title(analysis.tally(real)) == "14 individuals, and dozens of activists and dozens of journalists"
    countries = list(nf.load_index().countries["country"])
    assert sentences.about_title(rows, analysis.mentions(rows, countries, "Kazakhstan")) == "Five of nine sentences concerned Russia or Russian speakers"


def test_what_conflicts_with_a_case_is_told_at_the_person_s_name():
    report = nf.load("kazakhstan", 2016)
    torn = analysis.torn(report.cases, report.discrepancies)
    assert torn.loc[torn["person"] == "Guzyal Baydalinova", "id"].tolist() == ["d116", "d117"]
    assert not set(torn["id"]) & set(report.discrepancies.loc[report.discrepancies["kind"].eq("spelling"), "id"])
    said = sentences.torn_sentence(torn)
    assert "- **Guzyal Baydalinova:** " in said and "Note 94, of 6 June 2016" in said and "<12-evidence#d117>" in said
    assert "**Serikzhan Mambetalin and Ermek Narymbayev:**" in said
    assert sentences.torn_sentence(torn.head(0)) == ""
    assert "not coded" in sentences.torn_sentence(torn.head(0), coded=False)


def test_one_told_within_a_group_is_said_to_be_counted_there():
    assert "one of three Facebook users, already counted there" in sentences.double_sentence(nf.load("kazakhstan", 2016).cases)
