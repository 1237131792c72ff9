"""Which instruments are rules, which way they moved, who may block without a court, what it costs."""

from datetime import date

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import legal_changes as legal
from netfreedom.charts import legal_changes as drawing
from netfreedom.dates import parse

PERIOD = date(2015, 6, 1), date(2016, 5, 31)


def bounds(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    """The frame with the columns of bounds that a loaded table has."""
    for name in names:
        parsed = [parse(text) if text else None for text in frame[name]]
        for end in ("earliest", "latest"):
            days = [getattr(edtf, end) if edtf else None for edtf in parsed]
            frame[f"{name}_{end}"] = pd.Series(pd.to_datetime(days), dtype="datetime64[ns]")
    return frame


def made_up_laws(*rows: dict) -> pd.DataFrame:
    """Laws from the cells that matter; the rest is an act in force that tightens."""
    usual = {"instrument": "An act", "kind": "law", "adopted": "", "in_force": "", "status": "in_force", "subject": ("blocking",), "binds": ("users",),
             "deadline_hours": None, "before": "", "after": "A rule", "direction": "tightens", "event_id": "", "footnotes": ()}
    frame = pd.DataFrame([{"id": f"l{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])
    text = [name for name in frame.columns if name not in ("subject", "binds", "footnotes", "deadline_hours")]
    return bounds(frame.astype(dict.fromkeys(text, "str")), "adopted", "in_force")


def made_up_powers(*rows: dict) -> pd.DataFrame:
    usual = {"actor_id": "a001", "power": "order_blocking", "over": "content", "law_id": "", "court_order": "no", "since": "", "until": "", "footnotes": (), "note": ""}
    frame = pd.DataFrame([{"id": f"w{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])
    return bounds(frame.astype(dict.fromkeys([name for name in frame.columns if name != "footnotes"], "str")), "since", "until")


def made_up_actors(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["id", "name", "short_name", "type", "parent"]).astype("str")


ACTORS = made_up_actors(
    ("a001", "Prosecutor general", "", "prosecutor", "a003"), ("a002", "Prosecutors (unspecified)", "", "prosecutor", "a001"),
    ("a003", "Government", "", "government", ""), ("a004", "Committee for everything", "Regulator", "regulator", "a003"),
)


def made_up_penalties(*rows: dict) -> pd.DataFrame:
    usual = {"law_id": "l001", "offence": "libel", "binds": ("everyone",), "sanction": ("fine",), "fine_max": None, "currency": "", "term_max": "", "other": "", "footnotes": ()}
    frame = pd.DataFrame([{"id": f"p{n:03}", **usual, **row} for n, row in enumerate(rows, 1)], columns=["id", *usual])
    return frame.astype({"fine_max": "Float64"} | dict.fromkeys(("id", "law_id", "offence", "currency", "term_max", "other"), "str"))


@pytest.mark.parametrize(("row", "counts"), [
    ({}, True), ({"status": "adopted"}, True), ({"status": "rejected"}, False), ({"status": "suspended"}, False), ({"kind": "bill"}, False),
    ({"kind": "guidelines"}, False), ({"kind": "court_decision"}, False), ({"kind": "order"}, False), ({"kind": "order", "subject": ("access",)}, True),
])
def test_only_general_rules_adopted_or_in_force_count(row, counts):
    assert legal.is_rule(made_up_laws(row)).tolist() == [counts]


def test_a_rule_of_the_period_is_certain_only_where_its_date_lies_inside():
    laws = made_up_laws({"adopted": "2014", "in_force": "2016-01"}, {"adopted": "2015"}, {"adopted": "2014"}, {})
    rules = legal.rules_in_period(laws, *PERIOD)
    assert dict(zip(rules["id"], rules["certain"], strict=True)) == {"l001": True, "l002": False}


def test_a_change_has_a_direction_or_a_state_before_it():
    laws = made_up_laws({}, {"direction": "neutral"}, {"direction": "neutral", "before": "No rule"}, {"direction": "neutral", "before": "Not told"})
    assert legal.changes(laws)["id"].tolist() == ["l001", "l003"]


def test_a_body_of_the_same_type_is_one_office_with_its_parent():
    assert legal.office_of("a002", ACTORS) == "a001"
    assert legal.office_of("a004", ACTORS) == "a004"
    assert legal.office_of("a999", ACTORS) == "a999"


def test_names_lose_what_we_added_in_brackets():
    powers = legal.switch_off(made_up_powers({"actor_id": "a002"}, {"actor_id": "a004"}), ACTORS)
    assert powers["actor"].tolist() == ["Prosecutors", "Regulator"]


def test_a_power_without_a_court_is_doubtful_once_a_later_rule_asks_for_one():
    rows = {"since": "2014"}, {"since": "2016-01", "court_order": "yes", "actor_id": "a003"}, {"since": "2016-01", "actor_id": "a004"}, {"since": "2014", "over": "network"}
    powers = legal.switch_off(made_up_powers(*rows), ACTORS).set_index("id")
    assert powers.at["w001", "doubtful_from"] == pd.Timestamp("2016-01-01")
    assert powers.loc[["w002", "w003", "w004"], "doubtful_from"].isna().all()


def test_offices_count_once_and_only_while_they_hold_the_power():
    rows = {"since": "2014"}, {"since": "2014", "actor_id": "a002"}, {"since": "2014", "until": "2015", "actor_id": "a004"}, {"actor_id": "a003"}
    powers = legal.switch_off(made_up_powers(*rows), ACTORS)
    counted = [len(legal.offices_without_court(powers, pd.Timestamp(day))) for day in ("2013-01-01", "2015-06-01", "2016-05-31")]
    assert counted == [0, 2, 1]


def test_a_power_bar_is_faint_where_it_may_not_hold():
    powers = legal.switch_off(made_up_powers({"since": "2014"}, {"since": "2016-01", "court_order": "yes", "actor_id": "a003"}), ACTORS)
    bars = legal.power_bars(powers, PERIOD[1])
    first = bars[bars["id"] == "w001"]
    assert first["strength"].tolist() == [legal.PERHAPS, legal.SURE, legal.PERHAPS, *legal.FADES]
    assert first["x"].iloc[2] == pd.Timestamp("2016-01-01")
    assert (first["x"].iloc[1:].to_numpy() == first["x2"].iloc[:-1].to_numpy()).all()


@pytest.mark.parametrize(("text", "days", "words"), [
    ("P90D", 90, "90 days"), ("P1D", 1, "1 day"), ("P2Y", 730.5, "2 years"), ("P18M", 547.875, "18 months"), ("P1Y6M", 547.875, "1 year and 6 months"), ("", None, ""),
])
def test_durations(text, days, words):
    assert legal.duration_days(text) == days
    assert legal.duration_words(text) == words


@pytest.mark.parametrize("text", ["P", "2 years", "PT3H"])
def test_what_is_no_duration_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="P18M"):
        legal.duration_days(text)


def test_fines_compare_only_in_the_currency_of_most():
    fine = {"fine_max": 10, "currency": "USD"}
    penalties = made_up_penalties(fine, {**fine, "fine_max": 20}, {**fine, "currency": "EUR"}, {"fine_max": None})
    assert legal.fines(penalties)["amount"].tolist() == [20, 10]


@pytest.mark.parametrize(("binds", "group"), [(("users", "media"), 0), (("everyone",), 0), (("providers",), 1), (("media",), 2)])
def test_whom_a_penalty_binds(binds, group):
    assert legal.bound(binds) == legal.BINDS[group]


def test_money_has_the_sign_of_its_currency_or_its_code():
    assert legal.money(20000, "USD") == "US$20,000"
    assert legal.money(5, "KZT") == "KZT 5"


def test_dates_of_the_lanes_do_not_hide_each_other():
    laws = made_up_laws({"adopted": "2016-01"}, {"adopted": "2016-01"}, {"adopted": "2016"}, {"adopted": "2000"})
    lanes = legal.direction_lanes(laws, pd.Timestamp("2011-01-01"))
    assert set(lanes["id"]) == {"l001", "l002", "l003"}
    assert lanes["y"].nunique() == 3


def test_tables_without_rows_give_frames_without_rows():
    powers = legal.switch_off(made_up_powers(), made_up_actors())
    assert legal.power_bars(powers, PERIOD[1]).empty
    laws = made_up_laws()
    assert legal.rules_in_period(laws, *PERIOD).empty
    assert legal.changes(laws).empty
    assert legal.direction_lanes(laws, pd.Timestamp("2011-01-01")).empty
    assert legal.fines(made_up_penalties()).empty
    assert legal.terms(made_up_penalties()).empty


@pytest.fixture(scope="module")
def kazakhstan():
    return nf.load("kazakhstan", 2016)


def test_directions_of_the_kazakhstan_rules(kazakhstan):
    rules = legal.rules_in_period(kazakhstan.laws, *PERIOD)
    assert rules["direction"].value_counts().to_dict() == {"tightens": 6, "mixed": 2, "loosens": 2, "neutral": 1}
    assert set(rules.loc[rules["direction"] == "loosens", "subject"]) == {"market"}


def test_offices_of_kazakhstan_that_may_block_without_a_court(kazakhstan):
    powers = legal.switch_off(kazakhstan.powers, kazakhstan.actors)
    assert [len(legal.offices_without_court(powers, pd.Timestamp(day))) for day in ("2013-12-31", "2015-05-31", "2016-05-31")] == [0, 1, 3]


def test_penalties_and_sentences_of_kazakhstan(kazakhstan):
    fines = legal.fines(kazakhstan.penalties)
    assert list(zip(fines["amount"], fines["binds"] == legal.BINDS[0], strict=True)) == [(70000, True), (20000, False), (20000, True), (2000, False)]
    assert legal.terms(kazakhstan.penalties)["words"].tolist() == ["20 years", "10 years", "2 years", "90 days"]
    assert legal.passed(kazakhstan.cases)["words"].tolist() == ["18 months", "36 months", "48 months", "60 months"]


def test_long_offences_break_into_lines_above_their_dot():
    rows = pd.DataFrame({"offence": ["libel", "libel or insult of the president, officials, judges or members of parliament", "libel"],
                         "days": [90.0, 30.0, 7.0], "words": ["90 days", "30 days", "7 days"], "binds": ["users or everyone"] * 3})  # fmt: skip
    frame = drawing.term_frame(rows)
    assert [len(label.split("\n")) for label in frame["label"]] == [1, 2, 1]
    assert max(len(line) for label in frame["label"] for line in label.split("\n")) <= drawing.LABEL_LETTERS
    room = frame["y"] - frame["head"]
    assert room[1] - room[0] == pytest.approx(drawing.LINE) and room[0] == pytest.approx(room[2])
    assert (frame["head"].iloc[1:].to_numpy() > frame["y"].iloc[:-1].to_numpy()).all()


def test_what_was_before_and_after_begins_with_a_capital():
    table = drawing.changes_table(legal.changes(made_up_laws({"before": "no duty", "after": "a duty"}, {"before": "Not told", "after": "Another duty"})))
    assert table["Before"].tolist() == ["No duty", "not stated"]
    assert [cell["text"] for cell in table["After"]] == ["A duty", "Another duty"]
