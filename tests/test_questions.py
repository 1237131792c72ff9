"""Answers to the 21 questions: what moved, how the region compares, what is said of countries with few editions."""

import pytest

import netfreedom as nf
from netfreedom.analysis import questions
from netfreedom.analysis.focus import focus
from netfreedom.charts import questions as drawing
from netfreedom.prose import questions as sentences

INDEX = nf.load_index()
KAZAKHSTAN, NOBODY = focus(INDEX, "kazakhstan", 2016, "kyrgyzstan,uzbekistan,russia"), focus(INDEX, "", 2016)
EVERYONE = questions.published(INDEX.questions)


def answers_of(iso3):
    return questions.answers(INDEX.questions, INDEX.checklist, iso3)


def test_three_of_kazakhstans_answers_moved_and_eighteen_did_not():
    moves = questions.moves(answers_of("KAZ")).set_index("question")
    assert set(moves.index[moves["moved"]]) == {"A3", "B8", "C8"}
    assert moves.loc["A3", "points"] == "1, 1, 2, 1, 3, 3" and moves.loc["B8", "change"] == 1 and moves.loc["C8", "change"] == -1
    assert list(moves.index[moves["last"] == 0]) == ["A5", "C2", "C8"]
    unmoved = questions.unmoved_counts(INDEX.questions)
    assert len(unmoved) == 64 and unmoved["KAZ"] == 18 and unmoved.median() == 14


def test_what_moved_is_said():
    moves, editions = questions.moves(answers_of("KAZ")), questions.published(INDEX.questions, "KAZ")
    assert sentences.heat_title(moves, editions) == "18 of 21 answers did not move in six editions"
    assert sentences.heat_title(moves.assign(moved=True), editions).endswith("?") and sentences.heat_title(moves, [2024]).endswith("?")
    assert sentences.opening(KAZAKHSTAN, moves, editions) == (
        "From the 2019 to the 2024 edition **18 of 21 answers** on Kazakhstan did not move; two gained points and one lost points.")
    assert "three moved and came back" in sentences.opening(KAZAKHSTAN, moves.assign(change=0), editions)
    assert sentences.opening(KAZAKHSTAN, moves.assign(change=0, moved=False), editions).endswith("did not move.")
    assert sentences.opening(KAZAKHSTAN, moves, [2024]) == ""
    said = sentences.heat_sentence(KAZAKHSTAN, moves, editions, questions.unmoved_counts(INDEX.questions))
    assert "A3 (1, 1, 2, 1, 3, 3)" in said and "no point on A5, C2 and C8" in said
    assert len(drawing.moves_table(moves, editions)) == 3


def test_the_heat_has_a_tile_for_each_answer_in_the_order_of_questions():
    heat = drawing.heat(answers_of("KAZ"))
    assert len(heat.tiles) == 21 * 6 and heat.order[0].startswith("A1") and heat.order[-1].startswith("C8")
    assert heat.tiles["share"].between(0, 100).all() and max(label.count("\n") for label in heat.order) <= 2
    assert drawing.heat(answers_of("")).tiles.empty


@pytest.mark.parametrize(("edition", "shown"), [(2016, 2019), (2022, 2022), (2025, 2024)])
def test_the_nearest_edition_with_answers_stands_in_and_is_named(edition, shown):
    found = focus(INDEX, "kazakhstan", edition)
    assert questions.nearest(EVERYONE, edition) == shown
    assert ("the nearest to" in sentences.lead(found, EVERYONE, EVERYONE, shown)) == (edition != shown)
    assert questions.nearest([], edition) is None


def test_the_region_leaves_out_the_focus_itself():
    compared = questions.beside_region(INDEX.questions, INDEX.checklist, INDEX.countries, KAZAKHSTAN, 2024).set_index("question")
    assert len(compared) == 21 and set(compared["countries"]) == {8} and compared.loc["A3", "own"] == 3
    rows = INDEX.questions[(INDEX.questions["edition"] == 2024) & (INDEX.questions["question"] == "C4")].set_index("iso3")["score"]
    others = rows[[code for code in ("ARM", "AZE", "BLR", "GEO", "KGZ", "RUS", "UKR", "UZB")]]
    assert compared.loc["C4", "median"] == others.median()
    assert questions.beside_region(INDEX.questions, INDEX.checklist, INDEX.countries, NOBODY, None).empty


def test_a_country_below_its_region_on_most_questions_makes_the_title():
    compared = questions.beside_region(INDEX.questions, INDEX.checklist, INDEX.countries, KAZAKHSTAN, 2019)
    assert sentences.beside_title(KAZAKHSTAN, compared, 2019) == "Kazakhstan is below the median of Eurasia on 14 of 21 questions in 2019"
    assert sentences.beside_title(KAZAKHSTAN, compared.assign(gap=0.0), 2019).endswith("?")
    assert "farthest below it on A3 (1 of 6, median 4)" in sentences.beside_sentence(KAZAKHSTAN, compared)
    assert "is level with it everywhere" in sentences.beside_sentence(KAZAKHSTAN, compared.assign(gap=0.0))


def test_moves_over_all_countries_add_up():
    net = questions.net_moves(INDEX.questions, INDEX.checklist)
    assert len(net) == 21 and (net[["freer", "less_free", "same"]].sum(axis="columns") == net["countries"]).all()
    assert set(net["countries"]) == {64}
    assert sentences.moves_title(net, 2019, 2024) == "212 answers lost points from 2019 to 2024, 136 gained", "two questions share the first place"
    assert sentences.moves_title(net.assign(less_free=2, freer=2), 2019, 2024).endswith("?")
    assert sentences.moves_title(net.assign(less_free=1, freer=2), 2019, 2024) == "42 answers gained points from 2019 to 2024, 21 lost"
    alone = net.assign(less_free=[30, *[0] * 20])
    assert sentences.moves_title(alone, 2019, 2024) == "A1 fell in 30 of 64 countries from 2019 to 2024, more than any other answer"
    assert "B8 and C7 (21)" in sentences.moves_sentence(net, 2019, 2024)
    assert drawing.net_bars(net)["countries"].abs().sum() == net[["freer", "less_free"]].sum().sum()


def test_a_country_with_one_edition_cannot_have_moved():
    chile, editions = focus(INDEX, "chile", 2024), questions.published(INDEX.questions, "CHL")
    moves = questions.moves(answers_of("CHL"))
    assert "in the 2024 edition only" in sentences.heat_sentence(chile, moves, editions, questions.unmoved_counts(INDEX.questions))
    assert "is rated in 2024 only" in sentences.lead(chile, editions, EVERYONE, 2024)
    assert "no country in focus" in sentences.absent(NOBODY)
