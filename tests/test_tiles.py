"""Controls and topics across countries: what is ticked where, and what is said where no table is published."""

import pytest

import netfreedom as nf
from netfreedom.analysis import controls as ticked
from netfreedom.analysis import countries, tiles
from netfreedom.analysis.focus import focus
from netfreedom.charts import tiles as drawing
from netfreedom.charts.controls_wall import editions
from netfreedom.prose import tiles as sentences

INDEX = nf.load_index()
NAMES = nf.country_names(INDEX)
KAZAKHSTAN, NOBODY = focus(INDEX, "kazakhstan", 2016, "kyrgyzstan,uzbekistan,russia"), focus(INDEX, "", 2016)
TICKS = tiles.control_ticks(INDEX.controls, NAMES, 2016)


def test_the_wall_has_a_tile_for_each_country_and_control():
    wall = drawing.country_wall(TICKS)
    assert len(wall.tiles) == 65 * 9 and wall.rows[:2] == ["China", "Kazakhstan"] and len(wall.columns) == len(set(wall.columns)) == 9
    assert len(wall.after) == 13, "ticks of after the period are drawn apart"
    assert wall.table.set_index("country")["controls"][["Kazakhstan", "Bahrain", "Ethiopia", "Vietnam"]].to_list() == [9, 8, 8, 8]
    assert tiles.control_ticks(INDEX.controls, NAMES, 2015).empty


def test_the_missing_edition_stays_a_hole_and_columns_say_their_months():
    own = ticked.ticks(INDEX.controls, "KAZ")
    wall = drawing.edition_wall(own, editions(own), countries.coverage_months(INDEX.editions))
    assert wall.columns == ["2012\n16\nmonths", "2013\n12\nmonths", "2014\n13\nmonths", "2015\nno\ntable", "2016\n12\nmonths"]
    assert not wall.tiles["column"].str.startswith("2015").any()
    assert sentences.path_title(KAZAKHSTAN, own) == "Kazakhstan: eight in 2012, four in 2013, six in 2014 and nine in 2016 of nine controls"
    said = sentences.path_sentence(editions(own), [2015], countries.coverage_months(INDEX.editions))
    assert "For 2015 no table is published" in said and "2012 covers 16 months" in said


def test_a_country_without_ticks_has_none_not_no():
    assert sentences.path_title(focus(INDEX, "iceland", 2016), ticked.ticks(INDEX.controls, "ISL")) == "Iceland: none of the nine controls was ticked in 2013, 2014 or 2016"
    assert sentences.path_title(focus(INDEX, "germany", 2016), ticked.ticks(INDEX.controls, "DEU")) == "Germany: one in 2013 and none in 2012, 2014 and 2016 of nine controls"
    icelandic = sentences.lead(focus(INDEX, "iceland", 2016), TICKS, [2016])
    assert icelandic.startswith("In the 2016 edition **none of nine** controls are ticked for Iceland.")


def test_ticks_of_after_the_period_are_counted_and_told():
    counts = tiles.control_counts(INDEX.controls).set_index(["control", "edition"])
    assert counts["countries"][:, 2016].unique().tolist() == [65] and counts["after"].groupby("edition").sum().to_dict() == {2012: 0, 2013: 5, 2014: 2, 2016: 13}
    row = drawing.counts_table(tiles.control_counts(INDEX.controls)).set_index("control").iloc[0]
    title = sentences.counts_title(tiles.control_counts(INDEX.controls))
    assert title == "User arrested, imprisoned or in long detention: ticked in 26 of 47 countries in 2012, in 46 of 65 countries in 2016"
    assert sentences.counts_title(tiles.control_counts(INDEX.controls[INDEX.controls["edition"] == 2016])).endswith("?")
    assert row["2016"] == "24 of 65 (3 only after the period)" and row["2012"] == "15 of 47"


def test_controls_and_totals_put_countries_into_nearly_the_same_order():
    rows = tiles.ticks_and_totals(INDEX.controls, INDEX.scores, NAMES, 2016)
    assert len(rows) == 65 and tiles.rank_correlation(rows, "ticks", "total") == pytest.approx(0.88, abs=0.005)
    assert "0.88" in sentences.relation_sentence(rows, tiles.rank_correlation(rows, "ticks", "total"))
    other = tiles.far_in_total(rows, "KAZ")
    assert sentences.relation_title(KAZAKHSTAN, rows, other) == "Kazakhstan: as many controls as China, 25 points better"
    assert sentences.relation_title(NOBODY, rows, tiles.far_in_total(rows, "")).endswith("?")
    assert tiles.ticks_and_totals(INDEX.controls, INDEX.scores, NAMES, 2019).empty
    dots = drawing.ticks_dots(rows, KAZAKHSTAN, "CHN")
    assert len(dots.labels) == 5 and not dots.dots.duplicated(["x", "total"]).any()


def test_topics_of_2016():
    censored = tiles.censored_topics(INDEX.topics, 2016)
    assert censored.loc["KAZ"].to_list() == [7, 3] and (censored["topics"] > 7).sum() == 10 and censored["topics"].median() == 4
    own = tiles.topics_of(INDEX.topics, KAZAKHSTAN, 2016)
    assert set(own.loc[(own["iso3"] == "KAZ") & (own["value"] == 2), "topic"]) == {"criticism_of_authorities", "corruption", "conflict"}
    assert list(dict.fromkeys(own["country"])) == ["Kazakhstan", "Kyrgyzstan", "Uzbekistan", "Russia"]
    assert sentences.topics_title(KAZAKHSTAN, censored, 2016) == "Kazakhstan in 2016: seven of ten topics censored, three of them widely"
    assert sentences.topics_title(NOBODY, censored, 2016).endswith("?")
    assert sentences.topics_title(KAZAKHSTAN, censored.assign(topics=1, widespread=1), 2016) == "Kazakhstan in 2016: one of ten topics censored"
    assert sentences.topics_title(KAZAKHSTAN, censored.assign(topics=0, widespread=0), 2016) == "Kazakhstan in 2016: none of ten topics censored"
    assert sentences.topics_sentence(KAZAKHSTAN, censored).startswith("Ten countries censor more topics than Kazakhstan.")


def test_topics_are_counted_over_all_countries():
    counts = tiles.topic_counts(INDEX.topics, 2016)
    assert counts["countries"].unique().tolist() == [65] and counts["topic"].iloc[0] == "criticism_of_authorities"
    assert sentences.distribution_title(counts).startswith("Criticism of authorities: censored in 49 of 65")
    assert sentences.distribution_title(counts.iloc[[0, 0]]).endswith("?")
    said = sentences.distribution_sentence(counts)
    assert "criticism of authorities (49 of 65, widely in 29)" in said and "ethnic and religious minorities (13, widely in 8)" in said
    assert drawing.topic_bars(counts)["countries"].sum() == counts[["widespread", "sporadic"]].sum().sum()
    assert drawing.topic_bars(tiles.topic_counts(INDEX.topics, 2019)).empty


def test_titles_ask_where_the_data_bear_no_finding():
    assert sentences.wall_title(TICKS, 2016).startswith("User arrested, imprisoned or in long detention: ticked for 46 of 65 countries")
    level = TICKS[TICKS["control"].isin(["ict_shutdown"])]
    assert sentences.wall_title(level, 2016).endswith("?")


def test_what_is_missing_is_said_with_the_editions_that_have_it():
    nineteen = focus(INDEX, "france", 2019)
    nothing = tiles.control_ticks(INDEX.controls, NAMES, 2019)
    assert sentences.lead(nineteen, nothing, tiles.published(INDEX.controls)).endswith("it has them for 2012, 2013, 2014 and 2016.")
    assert "In the 2016 edition **two of nine** controls are ticked for France." in sentences.lead(nineteen, TICKS, [2014, 2016], 2016)
    assert sentences.lead(nineteen, TICKS, [2014, 2016], 2016).endswith("for the 2019 edition in a form that this book holds; 2016, the nearest that has them, stands in.")
    assert "stands in" not in sentences.lead(KAZAKHSTAN, TICKS, [2014, 2016], 2016) and sentences.stand_in("Topics", 2016, 2016) == ""
    assert "Censored topics are not published for the 2019 edition" in sentences.no_topics(nineteen, 2019, [2016])
    dutch = focus(INDEX, "netherlands", 2016)
    assert sentences.lead(dutch, TICKS, [2016]).startswith("The 2016 table does not have the Netherlands.")
    assert "the Netherlands" in sentences.absent(dutch) and "no country in focus" in sentences.absent(NOBODY)
    assert sentences.lead(NOBODY, TICKS, [2016]).startswith("In the 2016 edition: the median of 65 countries is **four of nine**")
