"""Sentences and finding titles of the restrictions chapter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import restrictions as analysis
from netfreedom.analysis.periods import place_in_period
from netfreedom.dates import words
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, notes

CHAPTER = "04-restrictions"
MOST = 0.75  # from that share on a title may call the missing reason the rule

WALL_KEY = "One tile per restriction, those of which most is told first. Filled: the report states it. Pale: in part. Hollow: not stated, which is not “not given”"
EPISODES_KEY = (
    "Solid: lasted throughout. Hollow: at some time within. Faint: may reach so far, or an open end."
    " Shaded: the period covered. No bar: no date that falls here, not proof that the service worked"
)
CLOSE_KEY = "Filled: exact days. Hollow: some time in the month. Diamonds: notes of the report by their date of publication"


def lead(restrictions: pd.DataFrame, meta) -> str:
    """The chapter's findings: how many, in how many services, without reason, without note, restored, outside the period."""
    number = len(restrictions)
    if not number:
        return "The report was read for restrictions and names none."
    targets = restrictions["target"].nunique()
    are = "is" if number == 1 else "are"
    unit = "one row per service and episode" if targets == number else f"one row per service and episode, {counted(targets, 'service, site or place', 'services, sites or places')} in all"
    first = f"**{capital(counted(number, 'restriction'))}** of services, sites and networks {are} coded from the report ({unit})."
    return " ".join(filter(None, (first, unexplained_sentence(restrictions), restored_sentence(restrictions), period_sentence(restrictions, meta))))


def without_reason(restrictions: pd.DataFrame) -> int:
    """How many restrictions the report gives no official reason for."""
    return int((analysis.known(restrictions).query("aspect == 'reason'")["state"] == analysis.OPEN_QUESTION).sum())


def unexplained_sentence(restrictions: pd.DataFrame) -> str:
    """How many have no official reason and how many no note."""
    number, bare = len(restrictions), int((restrictions["footnotes"].map(len) == 0).sum())
    silent = without_reason(restrictions)
    if number == 1:
        return f"The report gives {'no' if silent else 'an'} official reason for it and {'no' if bare else 'a'} note to follow."
    if not silent:
        reason = "The report gives an official reason for each"
    else:
        reason = f"For {in_words(silent)} of {in_words(number)} it reports no official reason"
    note = f"{in_words(bare)} {'has' if bare == 1 else 'have'} no note to follow" if bare else "each has a note"
    return f"{reason}, and {note}."


def restored_sentence(restrictions: pd.DataFrame) -> str:
    """Which restrictions are told to have ended, and which not to."""
    back = list(dict.fromkeys(restrictions.loc[restrictions["restored"] == "yes", "target"]))
    if not back:
        return "That access came back is not told" + (" of any." if len(restrictions) != 1 else ".")
    rest = int((restrictions["restored"] == "not_stated").sum())
    other = f" of the other {in_words(rest)} it tells neither" if rest else ""
    return f"Access is told to have come back for {listed(back)}{';' + other if other else ''}."


def period_sentence(restrictions: pd.DataFrame, meta) -> str:
    """How many lie outside the period covered."""
    places = place_in_period(restrictions, meta)
    said = [f"{in_words(int((places == side).sum()))} {side} it" for side in ("before", "after") if (places == side).any()]
    if not said:
        return ""
    one = int(places.isin(("before", "after")).sum()) == 1
    return f"Outside the period covered {'lies' if one else 'lie'} {listed(said)}: kept and marked."


def wall_title(restrictions: pd.DataFrame) -> str:
    """`For 48 of 54 restrictions, no official reason is reported`, where that holds for most of five or more; else the question."""
    number, silent = len(restrictions), without_reason(restrictions)
    if number < 5 or silent < MOST * number:
        return "What is known of each restriction?"
    return f"For {silent if silent < number else 'all'} {'of ' if silent < number else ''}{number} restrictions, no official reason is reported"


def wall_sentence(restrictions: pd.DataFrame) -> str:
    """What is stated of how many, in one sentence; the circumstance apart from the reason."""
    counts = analysis.known_counts(analysis.known(restrictions)).set_index("aspect")
    number = len(restrictions)
    if not number:
        return ""
    said = [f"{analysis.ASPECTS[aspect]} for {in_words(int(row['stated'])) if row['stated'] else 'none'}" for aspect, row in counts.iterrows()]
    return f"Of {counted(number, 'restriction')} the report states {listed(said)}. “Not stated” is what a reader does not learn; it does not say that no reason was given or that no court decided."


def trigger_sentence(restrictions: pd.DataFrame) -> str:
    """In which circumstances the restrictions without an official reason happened."""
    silent = [not any(reason not in analysis.NOT_STATED for reason in reasons) for reasons in restrictions["reason"]]
    rows = restrictions[pd.Series(silent, index=restrictions.index, dtype=bool) & ~restrictions["trigger"].isin(analysis.NOT_STATED)]
    if rows.empty:
        return ""
    counts = rows["trigger"].value_counts()
    said = listed(f"{name.replace('_', ' ')} ({in_words(int(count))})" for name, count in counts.items())
    return f"For {in_words(len(rows))} without an official reason the report names a circumstance instead: {said}. That is its reading, not an answer of those who blocked."


COURT_WORDS = {
    "yes": "a court ordered {0}", "no": "there was no court for {0}", "mixed": "a court ordered {0} in part",
    "not_applicable": "the law applied needs no court for {0}",
}


def court_sentence(restrictions: pd.DataFrame) -> str:
    """What is told of courts, as counts of rows, never as a rate."""
    if restrictions.empty:
        return ""
    counts = restrictions["court_order"].value_counts()
    known = {value: int(counts[value]) for value in COURT_WORDS if value in counts}
    if not known:
        return f"The report does not tell what part a court had in {'it' if len(restrictions) == 1 else 'any of them'}."
    said = listed(COURT_WORDS[value].format(in_words(number)) for value, number in known.items())
    silent = len(restrictions) - sum(known.values())
    rest = f"; of the other {in_words(silent)} nothing is told, so that this is no rate" if silent else ""
    return f"By the report, {said}{rest}."


def episodes_title(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """The title of the bars, which claims no more than what the report says."""
    return f"What was reported blocked or out of reach, {start:%B %Y} – {end:%B %Y}"


def episodes_sentence(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many are drawn, how many of them to the day, and how many are told as an act."""
    bars = analysis.episodes(restrictions, start, end).bars.drop_duplicates("id")
    drawn = len(bars)
    if not drawn:
        return "No restriction has a date near the period covered."
    rows = restrictions[restrictions["id"].isin(bars["id"])]
    exact, act = int((rows["date_precision"] == "day").sum()), int((bars["told"] == analysis.ACT).sum())
    days = f"{in_words(exact) if exact else 'none'} of them to the day"
    acts = f"{in_words(act) if act else 'none'} of them as something done (blocked, banned, cut off), {in_words(drawn - act) if drawn > act else 'none'} as something that users met (disrupted, unreachable, slowed)"
    return f"{capital(counted(drawn, 'restriction'))} can be drawn, {days}. The report tells {acts}. Lengths of bars are not added up: a month with a bar is not a month without the service."


def undrawn_sentence(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many have no bar, and why."""
    rows = analysis.not_drawn(restrictions, start, end)
    if rows.empty:
        return "Every restriction has a bar." if len(restrictions) else ""
    counts = rows["why"].value_counts()
    said = []
    if wide := int(counts.get(analysis.WIDE, 0)):
        said.append(f"{in_words(wide)} only told to have happened at some time in a long period, such as the one covered")
    if undated := int(counts.get(analysis.UNDATED, 0)):
        said.append(f"{in_words(undated)} without any date")
    if outside := len(rows) - wide - undated:
        said.append(f"{in_words(outside)} outside the months drawn")
    number = len(rows)
    return f"{capital(counted(number, 'restriction'))} {'has' if number == 1 else 'have'} no bar: {listed(said)}. A bar as long as the period would claim a length that nobody reported."


def close_title(window: analysis.CloseUp | None) -> str:
    """`Five days in May, as far as the report dates them`."""
    if window is None:
        return "Which days are told most closely?"
    days = counted(window.days, "day")
    months = f"{window.first:%B}" if window.first.month == window.last.month else f"{window.first:%B} and {window.last:%B}"
    return f"{capital(days)} in {months}, as far as the report dates them"


def close_none() -> str:
    """Why there is no close-up."""
    return f"The report does not date {in_words(analysis.LEAST_CLOSE_UP)} or more restrictions to the same days, so no days can be shown close up."


def close_source(source: str, tor: pd.DataFrame) -> str:
    """The report and, where its curve is drawn, the Tor Project."""
    return f"{source}; Tor users: Tor Metrics, The Tor Project" if len(tor) else source


def close_sentence(window: analysis.CloseUp | None, found: pd.DataFrame, cited: pd.DataFrame) -> str:
    """What is exact in the window, what only the month tells, and how near its sources are."""
    if window is None:
        return ""
    exact, rough = int(found["exact"].sum()), int((~found["exact"].astype(bool)).sum())
    span = words(f"{window.first:%Y-%m-%d}/{window.last:%Y-%m-%d}") if window.days > 1 else words(f"{window.first:%Y-%m-%d}")
    first = f"{capital(counted(len(window.ids), 'restriction'))} {'has' if len(window.ids) == 1 else 'have'} the same days, {span}."
    month = (
        f" {capital(counted(rough, 'other entry', 'other entries'))} of the same weeks {'is' if rough == 1 else 'are'} dated to the month only:"
        " whether before, during or after those days, the report does not say." if rough else ""
    )  # fmt: skip
    days = list(dict.fromkeys(f"{day.day} {day:%B}" for day in cited["day"]))
    note = f" The notes behind them were published on {listed(days)}." if days else " No note behind them has a date in the window."
    others = exact - len(window.ids)
    more = f" {capital(counted(others, 'further entry', 'further entries'))} {'has' if others == 1 else 'have'} an exact day." if others > 0 else ""
    return first + more + month + note


def tor_sentence(tor: pd.DataFrame) -> str:
    """What the curve below shows, without a cause; nothing where the index holds no figures."""
    if tor.empty:
        return ""
    top = tor.loc[tor["users"].idxmax()]
    return (
        f"Below stand the estimated direct users of Tor a day, from another source than the report; they were most on {top['day'].day} {top['day']:%B}"
        f" ({top['users']:,.0f}). That the two lie side by side shows no cause: {chapter('cross-checks', '13-cross-checks')} tells where the curve moves without any reported restriction."
    )


def contested_sentence(restrictions: pd.DataFrame, names: dict[str, str]) -> str:
    """The restrictions that are denied, told as both sides tell them; says so where there are none."""
    rows = analysis.contested(restrictions)
    if rows.empty:
        return "The report tells of no restriction that those said to be behind it deny."
    lines = []
    for (text, executed), part in rows.groupby(["date", "executed_by"], sort=False):
        who = listed(names.get(actor, actor).replace(" (unspecified)", "") for actor in executed)
        targets = listed(chapter(row.target, CHAPTER, row.id) for row in part.itertuples())
        dated = f" ({words(text)})" if text else ""
        by = f", by the report through {who}" if who else ""
        back = " Access came back." if (part["restored"] == "yes").all() else ""
        numbers = sorted({number for row in part.itertuples() for number in row.footnotes})
        measure = listed(dict.fromkeys(part["measure"].str.replace("_", " ")))
        lines.append(f"- {targets}{dated}: {measure}{by}; those said to have done it deny it.{back}{notes(numbers)}")
    head = f"{capital(counted(len(rows), 'restriction'))} {'is' if len(rows) == 1 else 'are'} told by the report and denied by the other side. The data keep both:"
    return head + "\n\n" + "\n".join(lines)


def standing_sentence(restrictions: pd.DataFrame) -> str:
    """How firmly the report tells them."""
    counts = restrictions["standing"].value_counts()
    if counts.empty:
        return ""
    said = [f"{in_words(int(counts[value]))} {words_}" for value, words_ in STANDING_WORDS.items() if value in counts]
    return f"By how firmly the report tells them: {listed(said)}."


STANDING_WORDS = {
    "confirmed": "confirmed by an authority or operator", "reported": "reported as a fact or by users", "alleged": "with a hedge of the report's own",
    "disputed": "disputed", "announced": "only announced",
}


def register_title(restrictions: pd.DataFrame) -> str:
    """The title of the register."""
    return "All restrictions in the report" if len(restrictions) != 1 else "The one restriction in the report"


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Legal changes', '05-legal-changes')}: the rules under which sites are blocked."
        f" {chapter('Powers', '09-powers')}: who may order it, with or without a court. {chapter('Content removal', '07-content-removal')}: what was"
        f" taken down rather than blocked. {chapter('Evidence', '12-evidence')}: the notes."
    )
