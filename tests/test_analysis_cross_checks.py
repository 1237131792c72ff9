"""The report's figures against other series: verdicts, Tor users; the check numbers of the plan on the real data."""

from types import SimpleNamespace

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import cross_checks as analysis
from netfreedom.analysis import tor_users as tor
from netfreedom.data.load import load


@pytest.fixture(scope="module")
def kazakhstan():
    report, index = load("kazakhstan", 2016), nf.load_index()
    direct, bridge = (tor.daily(index.series, "KAZ", name) for name in (tor.DIRECT, tor.BRIDGE))
    claims = analysis.claims(report, index)
    return SimpleNamespace(report=report, index=index, direct=direct, bridge=bridge, claims=claims, verdicts=dict(zip(claims["claim"], claims["verdict"], strict=True)))


@pytest.mark.parametrize(("printed", "other", "same", "verdict"), [
    (18, 18.2, True, analysis.MATCHES), (73, 70.83, True, analysis.REVISED), (18.2, 18.24, True, analysis.MATCHES), (18.2, 18.3, True, analysis.REVISED),
    (-40, -44.98, False, analysis.AGREES), (-40, -45, False, analysis.DIFFERS), (800, 32.4, False, analysis.DIFFERS), (0, 0, True, analysis.MATCHES),
    (73, None, True, analysis.CANNOT), (pd.NA, 70, True, analysis.CANNOT), (73, float("nan"), False, analysis.CANNOT),
])  # fmt: skip
def test_a_verdict_follows_from_the_two_figures_and_their_source(printed, other, same, verdict):
    assert analysis.verdict_of(printed, other, same) == verdict


def test_every_verdict_given_is_defined(kazakhstan):
    assert set(kazakhstan.claims["verdict"]) <= set(analysis.VERDICTS)
    untested = kazakhstan.claims[kazakhstan.claims["verdict"] == analysis.CANNOT]
    assert (untested["could"] != "").all()


def test_later_vintages_of_the_same_source(kazakhstan):
    rows = kazakhstan.claims.set_index("id")
    later = {id_: (rows.loc[id_, "printed"], round(rows.loc[id_, "other"], 1), rows.loc[id_, "verdict"]) for id_ in ("i007", "i008", "i014")}
    assert later == {"i007": (18, 18.2, analysis.MATCHES), "i008": (73, 70.8, analysis.REVISED), "i014": (187, 149.7, analysis.REVISED)}


def test_company_figures_are_a_check_of_copying(kazakhstan):
    assert kazakhstan.verdicts["Requests to Google"] == kazakhstan.verdicts["Requests to Twitter"] == analysis.MATCHES
    assert kazakhstan.verdicts["Requests that Google met"] == kazakhstan.verdicts["Requests that Twitter met"] == analysis.MATCHES
    assert kazakhstan.verdicts["What Facebook restricted"] == analysis.CANNOT


def test_context_carries_no_verdict(kazakhstan):
    context = analysis.context(kazakhstan.index.series, "KAZ", 2016)
    assert "verdict" not in context
    assert set(context.loc[context["inferred"], "date"]) == {"2015", "2017"}
    assert not set(kazakhstan.claims["series"]) & set(analysis.CONTEXT)


def test_penetration_of_the_boxes_against_the_later_series(kazakhstan):
    rows = analysis.penetration_vintages(kazakhstan.index, "KAZ")
    assert list(zip(rows["year"], rows["printed"], rows["later"].round(1), strict=True)) == [(2013, 54, 63.3), (2014, 55, 66.0), (2015, 73, 70.8)]


def test_the_break_of_june(kazakhstan):
    fall = tor.sharpest_fall(kazakhstan.direct, kazakhstan.report.meta.coverage_end)
    assert (f"{fall.day:%Y-%m-%d}", fall.before, fall.after, round(fall.change), fall.days_after) == ("2016-06-02", 9274, 3974, -57, 2)
    before, after = tor.around(kazakhstan.direct, fall)
    assert (before, after, round(100 * (after / before - 1))) == (9008.5, 2492, -72)
    bridge = [kazakhstan.bridge[f"2016-{day}"] for day in ("05-31", "06-01", "06-02", "06-04", "06-25")]
    assert bridge == [296, 550, 1194, 1833, 2801]
    assert round(100 * (bridge[-1] / bridge[0] - 1)) == 846


def test_runs_of_march_and_may(kazakhstan):
    meta = kazakhstan.report.meta
    march, may = tor.runs(kazakhstan.direct, kazakhstan.report.restrictions, meta.coverage_start, meta.coverage_end)
    days = [f"{day:%m-%d}" for run in (march, may) for day in (run.first, run.last)]
    assert days == ["03-09", "03-13", "05-16", "05-25"]
    assert (march.median, march.peak, round(march.rise), march.restrictions) == (15894, 16222, 38, 0)
    assert (may.base, round(may.rise), may.peak, f"{may.peak_day:%m-%d}", f"{may.back:%m-%d}") == (9391, 27, 16643, "05-24", "05-27")
    assert (kazakhstan.direct["2016-05-15"], kazakhstan.direct["2016-05-16"], kazakhstan.direct["2016-05-27"]) == (11719, 14912, 9033)
    beside = tor.beside(kazakhstan.direct, kazakhstan.report.restrictions, [march, may])
    assert 13853 in set(beside.loc[beside["first"] == "2016-05-19", "median"])


def test_the_day_without_a_figure_is_a_gap(kazakhstan):
    assert [f"{day:%Y-%m-%d}" for day in kazakhstan.direct[kazakhstan.direct.isna()].index] == ["2016-09-18"]


def test_the_claim_of_october(kazakhstan):
    said = analysis.tor_claims(kazakhstan.claims)
    assert list(said["verdict"]) == [analysis.AGREES, analysis.DIFFERS]
    assert said[["before", "other"]].to_numpy().tolist() == [[2970, 1634], [844.5, 1118]]
    found = analysis.claimed_pairs(kazakhstan.direct, kazakhstan.bridge, said)
    assert (found.count, found.in_month) == (1377, 0)
    assert [f"{day:%Y-%m}" for day in (*found.starts, *found.ends)] == ["2015-06", "2016-02", "2016-06", "2016-09"]


def test_a_country_without_series_has_no_curve(kazakhstan):
    meta, index = kazakhstan.report.meta, kazakhstan.index
    days = tor.daily(index.series, "UZB", tor.DIRECT)
    assert days.empty
    assert tor.sharpest_fall(days, meta.coverage_end) is None
    assert tor.runs(days, kazakhstan.report.restrictions, meta.coverage_start, meta.coverage_end) == []
    assert not analysis.has_series(index.series, "UZB")
    assert analysis.has_series(index.series, "KAZ")


def test_a_report_of_a_country_without_series_gets_only_what_could_test_it(kazakhstan):
    report = SimpleNamespace(meta=SimpleNamespace(iso3="UZB"), indicators=kazakhstan.report.indicators, removal_requests=kazakhstan.report.removal_requests,
                             restrictions=kazakhstan.report.restrictions)  # fmt: skip
    assert set(analysis.claims(report, kazakhstan.index)["verdict"]) == {analysis.CANNOT}


def test_runs_need_three_days_and_know_when_restrictions_are_not_coded(kazakhstan):
    flat = pd.Series(100.0, index=pd.date_range("2016-01-01", periods=60))
    period = (pd.Timestamp("2016-01-01").date(), pd.Timestamp("2016-02-29").date())
    restrictions = kazakhstan.report.restrictions
    two, three = flat.copy(), flat.copy()
    two.iloc[40:42], three.iloc[40:43] = 130, 130
    assert tor.runs(two, restrictions, *period) == []
    [run] = tor.runs(three, restrictions, *period, coded=False)
    assert (run.restrictions, run.back) == (None, flat.index[43])
