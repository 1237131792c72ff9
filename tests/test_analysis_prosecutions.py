"""Persons, groups, entities and proceedings counted apart: on made-up rows and on the real ones."""

import pytest
from test_analysis_restrictions import events, made_up

import netfreedom as nf
from netfreedom.analysis import prosecutions as analysis
from netfreedom.charts import prosecutions as drawing

CASE = {"person": "A. Person", "persons_min": 1, "role": "blogger", "custody": "not_stated", "stage": "convicted", "decided": "2016-02", "about": "a post"}
PRISON, RESTRICTED = {"sanction": "prison", "term": "P18M"}, {"sanction": "restricted_freedom", "term": "P2Y"}
OUTLET = {"person": "Gazette", "persons_min": ""}


def cases(*rows, told=()):
    return analysis.in_date_order(made_up("cases", CASE, "c", rows), events(*told))


def test_rows_stand_in_date_order_by_decision_arrest_or_event_and_undated_ones_last():
    rows = cases({"decided": ""}, {"decided": "2016-03"}, {"decided": "", "arrested": "2015-10"}, {"decided": "", "event_id": "e001"}, told=[{"date": "2015-12"}])
    assert list(rows["id"]) == ["c003", "c004", "c002", "c001"]
    assert list(rows["date"]) == ["2015-10", "2015-12", "2016-03", ""]


def test_a_named_person_in_two_proceedings_is_one_person_at_the_graver_stage():
    counted = analysis.tally(cases({"stage": "acquitted"}, {"stage": "charged"}))
    assert len(counted.people) == 1 and len(counted.proceedings) == 2
    assert counted.people.iloc[0][["id", "stage", "named"]].tolist() == ["c002", "charged", True]


def test_two_people_left_unnamed_stay_two():
    counted = analysis.tally(cases(*[{"person": "User (not named)"}] * 2))
    assert len(counted.people) == 2 and not counted.people["named"].any()


def test_somebody_within_a_group_is_not_counted_again():
    counted = analysis.tally(cases({"person": "Three users (not named)", "persons_min": 3, "stage": "charged"}, {"person": "One of them (not named)", "part_of": "c001"}))
    assert counted.people["stage"].value_counts().to_dict() == {"charged": 2, "convicted": 1}
    assert len(counted.proceedings) == 1


def test_dozens_are_a_group_and_an_outlet_is_nobody():
    counted = analysis.tally(cases({"person": "Activists (not named)", "persons_min": 24, "persons_text": "Dozens", "term": "P15D", "sanction": "administrative_arrest"}, OUTLET))
    assert counted.people.empty and counted.groups["text"].tolist() == ["Dozens"] and counted.groups["at_least"].tolist() == [24]
    assert counted.groups["outcome"].tolist() == ["administrative arrest, up to 15 days"]
    assert counted.entities["person"].tolist() == ["Gazette"] and counted.proceedings["person"].tolist() == ["Activists (not named)"]


def test_prison_and_restricted_freedom_stand_in_panels_of_their_own():
    passed = analysis.sentences(cases(RESTRICTED, PRISON, {"sanction": "fine", "amount": 5, "currency": "USD"}, {**OUTLET, "sanction": "ban"}))
    panels = analysis.panels(passed)
    assert list(panels) == ["prison", "restricted_freedom"]
    assert panels["prison"]["months"].tolist() == [18] and panels["restricted_freedom"]["months"].tolist() == [24]


def test_a_sentence_without_a_term_is_told_but_not_drawn():
    passed = analysis.sentences(cases({**PRISON, "term": ""}))
    assert len(passed) == 1 and analysis.panels(passed) == {}


def test_a_part_counts_only_where_its_group_has_no_such_sentence():
    group = {"person": "Two users (not named)", "persons_min": 2}
    part = {"person": "One of them (not named)", "part_of": "c001", "persons_text": "At least one", **PRISON}
    assert analysis.sentences(cases({**group, "stage": "charged"}, part))["vague"].tolist() == [True]
    assert analysis.sentences(cases({**group, **PRISON}, part))["id"].tolist() == ["c001"]


@pytest.mark.parametrize(("about", "named"), [("call to join Russia", "Russia"), ("on Russian speakers", "Russia"), ("on Kazakhs", ""), ("a post on prussian blue", "")])
def test_the_country_that_a_matter_names_is_a_foreign_one(about, named):
    passed = analysis.sentences(cases({**PRISON, "about": about}))
    assert analysis.mentions(passed, ["Kazakhstan", "Russia"], "Kazakhstan").tolist() == [named]


@pytest.mark.parametrize(("row", "words"), [
    (PRISON, "prison, 18 months"), ({"sanction": "damages", "amount": 107000, "currency": "USD"}, "damages, US$107,000"), ({"stage": "acquitted", "sanction": "none"}, "acquitted"),
    ({"sanction": "other", "other_sanction": "to remove a video"}, "to remove a video"), ({**RESTRICTED, "other_sanction": "a ban"}, "restricted freedom, 2 years; a ban"),
])  # fmt: skip
def test_outcomes_in_words(row, words):
    assert analysis.outcome(next(cases(row).itertuples())) == words


def test_nothing_is_drawn_for_no_cases():
    counted = analysis.tally(cases())
    assert counted.people.empty and drawing.people_dots(counted).dots.empty and analysis.held(cases()).empty
    assert analysis.sentences(cases()).empty and analysis.laws_applied(cases()).empty


def test_sentences_of_a_panel_stand_below_one_another():
    frame = drawing.panel_frame(analysis.sentences(cases(PRISON, {**PRISON, "about": "a very long matter " * 6})))
    assert (frame["name_y"] < frame["about_y"]).all() and (frame["about_y"] < frame["y"]).all()
    assert frame["name_y"].iloc[1] > frame["bottom"].iloc[0] and drawing.panel_height(frame) == frame["bottom"].iloc[1]


@pytest.fixture(scope="module")
def kazakhstan():
    report = nf.load("kazakhstan", 2016)
    return analysis.in_date_order(report.cases, report.events)


def test_the_real_count(kazakhstan):
    counted = analysis.tally(kazakhstan)
    assert len(counted.people) == 14 and counted.people["named"].sum() == 8
    assert counted.groups["at_least"].tolist() == [21, 55]
    assert len(counted.entities) == 3 and len(counted.proceedings) == 15
    assert (counted.people["stage"] == "convicted").sum() == 9


def test_the_real_sentences(kazakhstan):
    panels = analysis.panels(analysis.sentences(kazakhstan))
    assert panels["prison"]["months"].tolist() == [36, 60, 48, 18]
    assert sorted(panels["restricted_freedom"]["months"]) == [24, 30, 36, 36, 36]
    mentioned = analysis.mentions(analysis.sentences(kazakhstan), list(nf.load_index().countries["country"]), "Kazakhstan")
    assert mentioned.value_counts()["Russia"] == 5 and len(analysis.held(kazakhstan)) == 3
