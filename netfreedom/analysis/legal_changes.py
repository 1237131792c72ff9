"""Laws, penalties and powers: which are rules, which way they moved, who may block or cut off, what it costs whom."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd

from netfreedom.analysis.names import name_of
from netfreedom.analysis.timeline import ACROSS, FADES, HEAD, INSIDE, PERHAPS, SURE, rows_without_overlap, where_of
from netfreedom.dates import parse, words

# Only what was adopted or is in force counts as a rule; bills, plans, readings and advice without force of law do not.
RULE_STATUSES = ("adopted", "in_force")
NO_RULES = ("bill", "plan", "interpretation", "guidelines")
# A court's decision or an order to block or remove applies a rule to one case: it is kept in the register, not counted as a change of rules.
CASE_SUBJECTS = ("blocking", "removal", "shutdown")
DIRECTIONS = ("tightens", "mixed", "neutral", "loosens")
NOT_TOLD = ("", "not told")

SWITCH_OFF = ("order_blocking", "order_shutdown")
COURTS = ("no", "mixed", "yes", "not_stated")
FADE_DAYS = 60  # of each step of the fade after the period that the report knows

DAYS_IN = {"Y": 365.25, "M": 365.25 / 12, "W": 7.0, "D": 1.0}  # means: for places on a scale, never for sums
UNIT_WORDS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")

# The vocabularies as a reader meets them.
COURT_WORDS = {"no": "no court", "mixed": "a court in some cases", "yes": "a court decides", "not_stated": "court not stated"}
POWER_WORDS = {"order_blocking": "block", "order_shutdown": "cut off"}
OVER_WORDS = {"network": "networks", "domain": "domains", "market": "services"}
BINDS = ("users or everyone", "providers, hosts or owners", "officials, media or the state")
_CURRENCY_SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£"}



def is_rule(laws: pd.DataFrame) -> pd.Series:
    """Whether each row is a rule adopted or in force, and not a decision on a single case."""
    return laws["status"].isin(RULE_STATUSES) & ~laws["kind"].isin(NO_RULES) & ~is_single_case(laws)


def is_single_case(laws: pd.DataFrame) -> pd.Series:
    """Whether each row decides one case: court decisions, and orders whose subject is blocking, removal or shutdown."""
    about_a_case = pd.Series([bool(set(subjects) & set(CASE_SUBJECTS)) for subjects in laws["subject"]], index=laws.index, dtype=bool)
    return (laws["kind"] == "court_decision") | ((laws["kind"] == "order") & about_a_case)


def since(laws: pd.DataFrame) -> pd.Series:
    """The date from which each row holds: in force, else adopted; empty where neither is told."""
    return laws["in_force"].where(laws["in_force"] != "", laws["adopted"])


def rules_in_period(laws: pd.DataFrame, start: date, end: date) -> pd.DataFrame:
    """The rules that began in the coverage period, or may have: the date of some is as wide as a year.

    Columns id, instrument, direction, subject (the first one coded), since, certain.
    """
    rules = laws[is_rule(laws)]
    dates = since(rules)
    where = pd.Series([where_of(text, start, end) for text in dates], index=rules.index, dtype="str")
    frame = pd.DataFrame({
        "id": rules["id"],
        "instrument": rules["instrument"],
        "direction": rules["direction"],
        "subject": [subjects[0] if subjects else "" for subjects in rules["subject"]],
        "since": dates,
        "certain": where == INSIDE,
    })
    return frame[where.isin((INSIDE, ACROSS))].reset_index(drop=True)


def changes(laws: pd.DataFrame) -> pd.DataFrame:
    """The rules of which a change is told: a direction, or what was before. Rows of `laws`, the latest first."""
    told = (laws["direction"] != "neutral") | ~laws["before"].str.lower().isin(NOT_TOLD)
    rows = laws[is_rule(laws) & told]
    latest = rows["in_force_earliest"].fillna(rows["adopted_earliest"])
    return rows.assign(_latest=latest).sort_values(["_latest", "id"], ascending=[False, True], na_position="last").drop(columns="_latest")


def dated(laws: pd.DataFrame) -> pd.DataFrame:
    """Rows with a date of adoption or force. Columns id, instrument, direction, rule (bool), since, when, earliest, latest."""
    dates = since(laws)
    rows = laws[dates != ""]
    dates = dates[dates != ""]
    bounds = [parse(text) for text in dates]
    return pd.DataFrame({
        "id": rows["id"],
        "instrument": rows["instrument"],
        "direction": rows["direction"],
        "rule": is_rule(rows),
        "since": dates,
        "when": [words(text) for text in dates],
        "earliest": pd.to_datetime(pd.Series([edtf.earliest or edtf.latest for edtf in bounds], index=rows.index)),
        "latest": pd.to_datetime(pd.Series([edtf.latest or edtf.earliest for edtf in bounds], index=rows.index)),
    }).sort_values(["earliest", "latest", "id"], ignore_index=True)


def switch_off(powers: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Who may order a block or a shutdown.

    Columns id, actor_id, actor, office (id of the body of the same type that it belongs to, so that a prosecutor and the
    prosecutor general's office are not counted twice), power, over, court, law_id, since, earliest, until, latest,
    doubtful_from: the start of a later rule that asks for a court for the same power, after which the report may not say
    whether the power without one still holds (NaT elsewhere).
    """
    rows = powers[powers["power"].isin(SWITCH_OFF)]
    names = dict(zip(actors["id"], actors["short_name"].where(actors["short_name"] != "", actors["name"]), strict=True))
    frame = pd.DataFrame({
        "id": rows["id"],
        "actor_id": rows["actor_id"],
        "actor": [plain_name(name_of(names, actor)) for actor in rows["actor_id"]],
        "office": [office_of(actor, actors) for actor in rows["actor_id"]],
        "power": rows["power"],
        "over": rows["over"],
        "court": rows["court_order"].replace("not_applicable", "not_stated"),
        "law_id": rows["law_id"],
        "since": rows["since"],
        "earliest": rows["since_earliest"],
        "until": rows["until"],
        "latest": rows["until_latest"],
    })
    frame["doubtful_from"] = pd.to_datetime(pd.Series([_doubtful_from(row, frame) for row in frame.itertuples()], index=frame.index, dtype=object))
    return frame.sort_values(["earliest", "id"], na_position="last", ignore_index=True)


def plain_name(name: str) -> str:
    """An actor's name without what we add in brackets."""
    return re.sub(r" \((unspecified|not named[^)]*)\)$", "", name)


def office_of(actor: str, actors: pd.DataFrame) -> str:
    """The body above an actor as long as it is of the same type: prosecutors belong to the prosecutor general."""
    known = actors.set_index("id")
    seen = []
    while actor in known.index and actor not in seen:
        seen.append(actor)
        parent = known.at[actor, "parent"]
        if parent not in known.index or known.at[parent, "type"] != known.at[actor, "type"]:
            break
        actor = parent
    return actor


def _doubtful_from(row, frame: pd.DataFrame):
    """When a court was first asked for the power that this row gives without one, if that came later."""
    if row.court != "no" or pd.isna(row.earliest):
        return None
    same = frame[(frame["power"] == row.power) & (frame["over"] == row.over) & (frame["court"] == "yes")]
    later = same.loc[same["earliest"] > row.earliest, "earliest"]
    return None if later.empty else later.min()


def offices_without_court(powers: pd.DataFrame, day: pd.Timestamp, power: str = "order_blocking") -> list[str]:
    """Ids of the offices that may use a power without a court on a day, as far as its start is dated.

    Those are included of which the report does not say whether they still may.
    """
    held = powers[(powers["power"] == power) & (powers["court"] == "no") & (powers["earliest"] <= day)]
    held = held[held["latest"].isna() | (held["latest"] >= day)]
    return list(dict.fromkeys(held["office"]))


def undated_without_court(powers: pd.DataFrame, power: str = "order_blocking") -> pd.DataFrame:
    """Powers without a date for which no court is stated (rows of `switch_off`): they cannot be counted before or after a day."""
    return powers[(powers["power"] == power) & powers["court"].isin(("no", "not_stated")) & powers["earliest"].isna()]


def duration_days(text: str) -> float | None:
    """Days of an ISO 8601 duration such as `P90D` or `P2Y`, months and years at their mean length; None where it is empty."""
    if not text:
        return None
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a duration: write P90D, P18M or P2Y")
    return sum(int(number) * DAYS_IN[unit] for number, unit in zip(match.groups(), DAYS_IN, strict=True) if number)


def duration_words(text: str) -> str:
    """`90 days`, `18 months`, `1 year and 6 months`; nothing for nothing."""
    if duration_days(text) is None:
        return ""
    parts = [(int(number), UNIT_WORDS[unit]) for number, unit in zip(_DURATION.fullmatch(text).groups(), DAYS_IN, strict=True) if number]
    return " and ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts)


def fines(penalties: pd.DataFrame) -> pd.DataFrame:
    """Maximum fines in the currency that most of them are stated in, the highest first.

    Columns id, law_id, offence, binds, amount, currency.
    """
    rows = penalties[penalties["fine_max"].notna() & (penalties["currency"] != "")]
    if rows.empty:
        return pd.DataFrame(columns=["id", "law_id", "offence", "binds", "amount", "currency"])
    rows = rows[rows["currency"] == rows["currency"].mode().iloc[0]]
    frame = rows[["id", "law_id", "offence", "binds", "fine_max", "currency"]].rename(columns={"fine_max": "amount"})
    return frame.assign(binds=rows["binds"].map(bound), amount=frame["amount"].astype(float)).sort_values(["amount", "id"], ascending=[False, True], ignore_index=True)


def terms(penalties: pd.DataFrame) -> pd.DataFrame:
    """Maximum prison terms, the longest first. Columns id, law_id, offence, binds, days, words."""
    rows = penalties[(penalties["term_max"] != "")]
    frame = rows[["id", "law_id", "offence"]].assign(
        binds=rows["binds"].map(bound), days=[duration_days(text) for text in rows["term_max"]], words=[duration_words(text) for text in rows["term_max"]],
    )  # fmt: skip
    return frame.sort_values(["days", "id"], ascending=[False, True], ignore_index=True)


def passed(cases: pd.DataFrame) -> pd.DataFrame:
    """Prison sentences passed, one row per case and in order of their length. Columns person, days, words."""
    rows = cases[(cases["sanction"] == "prison") & (cases["term"] != "")]
    frame = pd.DataFrame({"person": rows["person"], "days": [duration_days(text) for text in rows["term"]], "words": [duration_words(text) for text in rows["term"]]})
    return frame.sort_values("days", ignore_index=True)


def bound(binds: tuple[str, ...]) -> str:
    """Whom a penalty binds, as people or as firms: `everyone` and `users` are people who speak online."""
    people, firms = {"everyone", "users"}, {"providers", "hosts", "owners"}
    return BINDS[0] if set(binds) & people else BINDS[1] if set(binds) & firms else BINDS[2]


def power_bars(powers: pd.DataFrame, known_until: date) -> pd.DataFrame:
    """The dated powers as stretches, one row each in order of their starts.

    Columns id, court, over, x, x2, strength, y (of the bar), start (bool, the first stretch of a row). Faint where the power
    may or may not have been there: within the precision of its start, and from the day when a later rule asks for a court.
    A power of which no end is told runs to the end of the period that the report knows, and fades.
    """
    known = pd.Timestamp(known_until) + pd.Timedelta(days=1)
    rows = []
    for number, row in enumerate(powers[powers["earliest"].notna()].itertuples()):
        for place, (x, x2, strength) in enumerate(_held(row, known)):
            rows.append((row.id, row.court, row.over, x, x2, strength, number * (HEAD + 1) + HEAD + 0.5, place == 0))
    return pd.DataFrame(rows, columns=["id", "court", "over", "x", "x2", "strength", "y", "start"])


def _held(row, known: pd.Timestamp) -> list[tuple[pd.Timestamp, pd.Timestamp, float]]:
    sure = pd.Timestamp(parse(row.since).start_max or row.earliest)
    end = row.latest + pd.Timedelta(days=1) if pd.notna(row.latest) else max(known, sure + pd.Timedelta(days=1))
    doubt = row.doubtful_from if pd.notna(row.doubtful_from) else end
    drawn = [(row.earliest, sure, PERHAPS), (sure, min(doubt, end), SURE), (max(doubt, sure), end, PERHAPS)]
    if pd.isna(row.latest):
        step = pd.Timedelta(days=FADE_DAYS)
        drawn += [(end + step * n, end + step * (n + 1), fade) for n, fade in enumerate(FADES)]
    return [(x, x2, strength) for x, x2, strength in drawn if x < x2]


def direction_lanes(laws: pd.DataFrame, first: pd.Timestamp, gap: int = 25) -> pd.DataFrame:
    """The dated instruments from a day on, in a lane per direction.

    Columns id, instrument, when, direction, rule, x, x2, y (of the bar), top (of its lane). What happened before `first`
    is left out.
    """
    rows = dated(laws)
    rows = rows[rows["latest"] >= first]
    parts, top = [], 0.0
    for direction in DIRECTIONS:
        lane = rows[rows["direction"] == direction]
        if lane.empty:
            continue
        x, x2 = lane["earliest"].clip(lower=first), lane["latest"] + pd.Timedelta(days=1)
        places = rows_without_overlap(list(zip(x, x2, strict=True)), gap)
        parts.append(lane.assign(x=x, x2=x2, y=[top + HEAD + place + 0.5 for place in places], top=top))
        top += HEAD + max(places) + 1
    columns = ["id", "instrument", "when", "direction", "rule", "x", "x2", "y", "top"]
    return pd.concat(parts)[columns].reset_index(drop=True) if parts else pd.DataFrame(columns=columns)


def plain(value: str) -> str:
    """A value of a vocabulary as words."""
    return value.replace("_", " ")


def may(power: str, over: str) -> str:
    """`block content`, `cut off networks`."""
    return f"{POWER_WORDS[power]} {OVER_WORDS.get(over, over)}"


def money(amount: float, currency: str) -> str:
    """`US$2,000`; the code stands before the amount where the currency has no sign here."""
    return f"{_CURRENCY_SIGNS.get(currency, currency + ' ')}{float(amount):,.0f}"
