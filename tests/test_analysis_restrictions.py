"""What is known of restrictions, how they are dated, which days are shown close up: on made-up rows and on the real ones."""

from datetime import date

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import restrictions as analysis
from netfreedom.charts import restrictions as drawing
from netfreedom.data.frames import typed_frame
from netfreedom.data.schemas import schemas
from netfreedom.data.tables import Table

PERIOD = (date(2015, 6, 1), date(2016, 5, 31))
RESTRICTION = {
    "target": "Gazette", "target_type": "news", "measure": "blocked", "date": "2016-05", "date_kind": "within", "reason": "none_reported",
    "trigger": "none_reported", "acknowledged": "not_stated", "court_order": "not_stated", "standing": "reported", "restored": "not_stated",
}  # fmt: skip


def made_up(table, defaults, prefix, rows):
    """Typed rows of a table with ids `r001` …; what a row leaves out is taken from the defaults, else empty."""
    schema = schemas()[table]
    full = [{**defaults, "id": f"{prefix}{number:03}", **row} for number, row in enumerate(rows, start=1)]
    cells = tuple(tuple(str(row.get(column, "")) for column in schema.columns) for row in full)
    return typed_frame(Table("made up", schema, cells, tuple(range(2, len(cells) + 2))))


def restrictions(*rows):
    return made_up("restrictions", RESTRICTION, "r", rows)


def events(*rows):
    return made_up("events", {"date_kind": "within", "kind": "arrest", "title": "Somebody held", "standing": "reported"}, "e", rows)


def sources(*rows):
    return made_up("sources", {"part": 1, "title": "A title"}, "", rows)


@pytest.mark.parametrize(("text", "kind", "expected"), [
    ("2016-05", "within", analysis.DATED), ("2016-05-19/2016-05-23", "lasted", analysis.DATED), ("2011/..", "lasted", analysis.OPEN),
    ("2015-06/2016-05", "within", analysis.WIDE), ("2015-06/2016-05", "lasted", analysis.DATED), ("", "undated", analysis.UNDATED),
])  # fmt: skip
def test_a_long_period_within_which_something_happened_is_no_date_of_it(text, kind, expected):
    assert list(analysis.dating(restrictions({"date": text, "date_kind": kind}))) == [expected]


def test_what_is_stated_most_stands_first_and_a_beginning_alone_counts_in_part():
    rows = restrictions({"date": "2015~/..", "date_kind": "lasted"}, {"reason": "extremism", "footnotes": "1", "court_order": "not_applicable"})
    known = analysis.known(rows)
    assert list(known.drop_duplicates("id")["id"]) == ["r002", "r001"]
    counts = analysis.known_counts(known).set_index("aspect")
    assert counts.loc["date", ["stated", "partly"]].tolist() == [1, 1]
    assert counts["stated"].drop("date").to_dict() == {"note": 1, "trigger": 0, "court": 1, "reason": 1, "restored": 0}


def test_no_restrictions_give_an_empty_wall():
    known = analysis.known(restrictions())
    assert known.empty and drawing.wall(known).cells.empty
    assert analysis.known_counts(known)["total"].sum() == 0


def test_a_row_within_the_whole_period_is_never_a_bar():
    rows = restrictions({"date": "2015-06/2016-05"}, {"date": "2016-05"}, {"date": "", "date_kind": "undated"})
    assert list(analysis.episodes(rows, *PERIOD).bars["id"].unique()) == ["r002"]
    assert dict(analysis.not_drawn(rows, *PERIOD)[["id", "why"]].itertuples(index=False)) == {"r001": analysis.WIDE, "r003": analysis.UNDATED}


def test_episodes_of_a_target_share_a_line_where_they_leave_room():
    apart = analysis.episodes(restrictions({"date": "2016-01"}, {"date": "2016-04"}), *PERIOD)
    together = analysis.episodes(restrictions({"date": "2016-04"}, {"date": "2016-04"}), *PERIOD)
    assert len(apart.names) == 1 and len(together.names) == 2
    assert apart.heads["count"].tolist() == [2]


def test_every_type_of_target_has_a_group():
    field = next(field for field in schemas()["restrictions"].fields if field.name == "target_type")
    assert set(analysis.GROUP_OF) == set(field.constraints["enum"])


def test_a_close_up_needs_five_restrictions_on_the_same_exact_days_of_the_period():
    day = {"date": "2016-02-03/2016-02-04", "date_kind": "lasted"}
    assert analysis.close_up(restrictions(*[day] * 4), *PERIOD) is None
    assert analysis.close_up(restrictions(*[{"date": "2016-02"}] * 9), *PERIOD) is None
    assert analysis.close_up(restrictions(*[{"date": "2016-08-01"}] * 9), *PERIOD) is None
    window = analysis.close_up(restrictions(*[day] * 5), *PERIOD)
    assert (window.first, window.days, window.start, window.end) == (date(2016, 2, 3), 2, date(2016, 1, 29), date(2016, 2, 12))


def test_a_close_up_holds_what_is_dated_to_a_month_or_closer_and_tells_nothing_twice():
    day = {"date": "2016-02-03", "event_id": "e001"}
    rows = restrictions(*[day] * 5, {"date": "2016-02"}, {"date": "2015-06/2016-05"})
    window = analysis.close_up(rows, *PERIOD)
    found = analysis.around_days(rows, events({"date": "2016-02-03"}, {"date": "2016-02"}, {"date": "2016-04"}), window)
    assert list(found["id"]) == ["r001", "r002", "r003", "r004", "r005", "r006", "e002"]
    assert list(found["exact"]) == [True] * 5 + [False] * 2


def test_without_a_close_up_its_parts_are_empty():
    found = analysis.around_days(restrictions({}), events({"date": "2016-02"}), None)
    assert found.empty and drawing.close_bars(found).empty and drawing.day_ticks(None) == []
    assert analysis.dated_notes(sources({"footnote": 1, "published": "2016-02-03"}), found, [restrictions({"footnotes": "1"})], None).empty


def test_told_of_it_names_only_what_is_told():
    row, silent = restrictions({"reason": "other", "ordered_by": "a001", "restored": "yes", "acknowledged": "denied"}, {}).itertuples()
    assert drawing.told_of(row, {"a001": "Press office"}) == "official reason: other; ordered by Press office; denied; restored"
    assert drawing.told_of(silent, {}) == "nothing more stated"


def test_a_court_that_ordered_is_named_once():
    known, unknown, other = restrictions(*({"court_order": "yes", "ordered_by": "a001"},) * 2, {"court_order": "no", "ordered_by": "a001"}).itertuples()
    assert drawing.told_of(known, {"a001": "District court (not named further)"}) == "by order of a court (District court)"
    assert drawing.told_of(unknown, {"a001": "Courts (unspecified)"}) == "by order of a court (not named)"
    assert drawing.told_of(other, {"a001": "Ministry"}) == "without a court; ordered by Ministry"


@pytest.fixture(scope="module")
def kazakhstan():
    return nf.load("kazakhstan", 2016)


def test_the_real_wall(kazakhstan):
    counts = analysis.known_counts(analysis.known(kazakhstan.restrictions)).set_index("aspect")
    assert counts["total"].eq(54).all()
    assert counts["stated"].to_dict() == {"date": 32, "note": 25, "trigger": 13, "court": 7, "reason": 6, "restored": 3}
    assert counts.loc["date", "partly"] == 3
    assert analysis.dating(kazakhstan.restrictions).value_counts()[analysis.WIDE] == 17
    assert kazakhstan.restrictions["target"].nunique() == 50


def test_the_real_close_up(kazakhstan):
    window = analysis.close_up(kazakhstan.restrictions, *PERIOD)
    assert (window.start, window.end, window.days, len(window.ids)) == (date(2016, 5, 14), date(2016, 5, 31), 5, 6)
    found = analysis.around_days(kazakhstan.restrictions, kazakhstan.events, window)
    cited = analysis.dated_notes(kazakhstan.sources, found, [kazakhstan.restrictions, kazakhstan.events], window)
    assert [day.day for day in cited["day"]] == [19, 20, 21, 26]
    tor = analysis.tor_users(nf.load_index().series, "KAZ", window).set_index("day")["users"]
    assert tor[pd.Timestamp("2016-05-15")] == 11719 and tor.idxmax() == pd.Timestamp("2016-05-24")


def test_both_outlets_of_the_real_dispute(kazakhstan):
    assert set(analysis.contested(kazakhstan.restrictions)["target"]) == {"Ratel.kz", "Zonakz.net"}
