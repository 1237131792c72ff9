"""The index holds the figures that the chapters rest on: numbers computed by hand, or printed, elsewhere."""

import pandas as pd
import pytest

from netfreedom.data.index import load_index, on_one_scale
from netfreedom.vocabulary import status_of

INDEX = load_index()


def scores(edition: int) -> pd.DataFrame:
    rows = INDEX.scores[INDEX.scores["edition"] == edition]
    return on_one_scale(rows, "zero_is_free").set_index("iso3")


def test_2016_counts_around_kazakhstan():
    totals = scores(2016)["total"]
    assert len(totals) == 65
    assert ((totals < 63).sum(), (totals == 63).sum(), (totals > 63).sum()) == (48, 2, 15)
    assert set(totals[totals == 63].index) == {"KAZ", "EGY"}
    assert totals.median() == 44
    assert scores(2016)["status"].value_counts().to_dict() == {"Not Free": 20, "Partly Free": 28, "Free": 17}


def test_2015_counts_around_kazakhstan():
    totals = scores(2015)["total"]
    assert ((totals < 61).sum(), (totals == 61).sum(), (totals > 61).sum()) == (46, 2, 17)


def test_changes_from_2015_to_2016():
    before, after = scores(2015), scores(2016)
    change = after["total"] - before["total"]
    assert ((change > 0).sum(), (change < 0).sum(), (change == 0).sum()) == (34, 14, 17)
    assert (change >= 2).sum() == 20
    parts = {part: after[part] - before[part] for part in ("access", "content", "rights")}
    assert ((parts["rights"] > 0).sum(), (parts["rights"] < 0).sum()) == (29, 5)
    assert {part: int(values.sum()) for part, values in parts.items()} == {"access": -1, "content": 8, "rights": 45}


@pytest.mark.parametrize(("part", "rank", "tied"), [("access", 17, 8), ("content", 10, 3), ("rights", 21, None)])
def test_2016_ranks_of_kazakhstan_from_the_least_free(part, rank, tied):
    points = scores(2016)[part]
    assert (points > points["KAZ"]).sum() + 1 == rank
    assert tied is None or (points == points["KAZ"]).sum() == tied


def test_user_rights_worsened_in_every_step_only_in_kazakhstan():
    rows = INDEX.scores[INDEX.scores["edition"].between(2011, 2016)]
    rights = rows.pivot(index="iso3", columns="edition", values="rights").astype("Float64")
    assert rights.loc["KAZ"].tolist() == [17, 20, 21, 22, 24, 26]

    def always_up(table):
        whole = table.dropna()
        return len(whole), set(whole.index[(whole.diff(axis=1).iloc[:, 1:] > 0).all(axis=1)])

    assert always_up(rights) == (37, {"KAZ"})
    count, countries = always_up(rights.loc[:, 2012:])
    assert count == 47 and countries == {"KAZ", "LBY", "RUS", "TUR"}
    totals = rows.pivot(index="iso3", columns="edition", values="total").astype("Float64")
    assert always_up(totals)[1] == {"AZE", "ETH", "JOR", "KAZ", "TUR", "VEN"}


def test_controls_of_kazakhstan_and_of_the_most_controlled():
    ticked = INDEX.controls.assign(ticked=INDEX.controls["value"] > 0).groupby(["edition", "iso3"])["ticked"].sum()
    assert [ticked[edition, "KAZ"] for edition in (2012, 2013, 2014, 2016)] == [8, 4, 6, 9]
    assert set(ticked[2016][ticked[2016] == 9].index) == {"CHN", "KAZ"}
    assert set(ticked[2016][ticked[2016] == 8].index) == {"BHR", "ETH", "VNM"}
    assert ticked[2016].median() == 4
    ranks = pd.DataFrame({"controls": ticked[2016], "total": scores(2016)["total"].astype(float)}).rank()
    assert round(ranks["controls"].corr(ranks["total"]), 2) == 0.88


def test_the_step_from_2018_to_2019_on_one_scale():
    change = (scores(2019)["total"] - scores(2018)["total"]).dropna().sort_values(ascending=False)
    assert change.head(2).to_dict() == {"SDN": 10, "KAZ": 6}
    before, after = scores(2018).loc["KAZ"], scores(2019).loc["KAZ"]
    parts = {part: int(after[part] - before[part]) for part in ("access", "content", "rights")}
    assert parts == {"access": 3, "content": 0, "rights": 3}


def test_regional_path_on_one_scale():
    path = on_one_scale(INDEX.scores, "zero_is_free").pivot(index="iso3", columns="edition", values="total").loc[:, 2011:]
    assert path.loc["KAZ"].tolist() == [55, 58, 59, 60, 61, 63, 62, 62, 68, 68, 67, 68, 66, 66, 63]
    assert path.loc["RUS"].tolist() == [52, 52, 54, 60, 62, 65, 66, 67, 69, 70, 70, 77, 79, 80, 83]
    assert path.loc["UZB"].tolist()[1:] == [77, 78, 79, 78, 79, 77, 75, 74, 73, 72, 73, 75, 73, 71]
    assert path.loc["KGZ"].tolist()[1:] == [35, 35, 34, 35, 35, 37, 38, 39, 44, 47, 47, 48, 52, 53]


def test_scores_are_stored_as_published():
    row = INDEX.scores.set_index(["iso3", "edition"]).loc[("KAZ", 2019)]
    assert (row["total"], row["status"]) == (32, "Not Free")


@pytest.mark.parametrize("direction", ["zero_is_free", "hundred_is_free"])
def test_one_scale_keeps_status_and_sums(direction):
    rows = on_one_scale(INDEX.scores, direction)
    assert set(rows["direction"]) == {direction}
    assert [status_of(int(total), direction) for total in rows["total"]] == rows["status"].tolist()
    whole = rows.dropna(subset=["access"])
    assert (whole["access"] + whole["content"] + whole["rights"] == whole["total"]).all()


def test_one_scale_there_and_back_is_the_same():
    rows = INDEX.scores
    forth = on_one_scale(rows, "zero_is_free")
    back = on_one_scale(forth[forth["edition"] >= 2019], "hundred_is_free")
    original = rows[rows["edition"] >= 2019]
    pd.testing.assert_frame_equal(back[original.columns], original)


def test_less_trusted_rows_are_marked():
    latest = INDEX.scores[INDEX.scores["edition"] == 2025].set_index("iso3")["trust"]
    assert latest["KAZ"] == "reported" and set(latest.drop("KAZ")) == {"third_party"}


def series(name: str) -> pd.Series:
    rows = INDEX.series[(INDEX.series["iso3"] == "KAZ") & (INDEX.series["series"] == name)]
    return rows.set_index("date_earliest")["value"]


def test_tor_users_around_the_end_of_the_period():
    direct, bridges = series("tor_users_direct"), series("tor_users_bridge")
    assert (direct["2016-06-01"], direct["2016-06-02"]) == (9274, 3974)
    assert direct["2016-05-27":"2016-06-01"].median() == 9008.5
    assert direct["2016-06-02":"2016-06-30"].median() == pytest.approx(2492, abs=0.5)
    assert bridges["2016-05-31":"2016-06-04"].tolist() == [296, 550, 1194, 1658, 1833]
    assert bridges["2016-06-25"] == 2801
    assert (direct["2016-05-15"], direct["2016-05-16"], direct["2016-05-24"], direct["2016-05-27"]) == (11719, 14912, 16643, 9033)
    assert direct["2016-05-19":"2016-05-23"].median() == 13853
    assert direct["2016-09"].median() == 2970 and bridges["2016-09"].median() == 844.5
    assert direct["2016-10"].median() == pytest.approx(1634, abs=0.5) and bridges["2016-10"].median() == 1118
    assert pd.Timestamp("2016-09-18") not in direct.index


def test_google_requests_by_half_year():
    requests = series("google_removal_requests")
    assert requests["2014-07":"2017-07"].tolist() == [1, 3, 19, 14, 10, 29, 72]
    assert series("google_removal_items")["2015-07-01"] == 274


def test_checklist_points():
    points = INDEX.checklist.groupby("category")["max"].sum().to_dict()
    assert points == {"access": 25, "content": 35, "rights": 40}
    assert INDEX.checklist.set_index("question").loc["B3", "section"] == ("Blocking and Filtering", "Content Removal")


def test_censored_topics_in_kazakhstan():
    topics = INDEX.topics[INDEX.topics["iso3"] == "KAZ"].set_index("topic")["value"]
    assert (topics > 0).sum() == 7
    assert set(topics[topics == 2].index) == {"criticism_of_authorities", "corruption", "conflict"}
    counts = INDEX.topics.assign(censored=INDEX.topics["value"] > 0).groupby("iso3")["censored"].sum()
    assert (counts > 7).sum() == 10 and counts.median() == 4
