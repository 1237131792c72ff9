"""Sentences and finding titles of the restrictions chapter."""

from __future__ import annotations

from datetime import date

import pandas as pd

from netfreedom.analysis import restrictions as analysis
from netfreedom.analysis.names import name_of
from netfreedom.analysis.periods import place_in_period
from netfreedom.dates import words
from netfreedom.prose.restrictions_who import told_sentence, who_sentence
from netfreedom.prose.words import absent, capital, chapter, counted, in_words, listed, notes, of_them

CHAPTER = "04-restrictions"
MOST = 0.75  # from that share on a title may call the missing reason the rule

WALL_KEY = "One tile per restriction, the best documented first. Filled: the report states it. Pale: in part. Hollow: the report does not say, which does not mean that there was none"
EPISODES_KEY = (
    "Solid: lasted throughout. Hollow: at some time within. Faint: may reach so far, or an open end."
    " Shaded: the period covered. No bar: no date that falls here, not proof that the service worked"
)


def lead(restrictions: pd.DataFrame, meta, events: pd.DataFrame | None = None, names: dict[str, str] | None = None) -> str:
    """The chapter's findings: how many without reason and note, in how many services, by whom, told in two ways, restored, outside the period.

    `names` of the actors by id; without them nothing is said of who is behind the restrictions.
    """
    number = len(restrictions)
    if not number:
        return "The report was read for restrictions and names none."
    targets = restrictions["target"].nunique()
    of = "of a service, site or network" if number == 1 else f"of {counted(targets, 'service, site or network', 'services, sites and networks')}"
    again = "" if targets == number else " (some more than once)"
    silent = 0 < without_reason(restrictions) and number > 1
    first = f"It describes {counted(number, 'restriction')} {of}{again}." if silent else f"The report describes **{counted(number, 'restriction')}** {of}{again}."
    finding = unexplained_sentence(restrictions)
    said = (f"**{finding}**", first) if silent else (first, finding)
    two = two_ways_sentence(restrictions, events) if events is not None else ""
    by = who_sentence(restrictions, names) if names is not None else ""
    return "\n\n".join(filter(None, (" ".join(filter(None, (*said, by, restored_sentence(restrictions), period_sentence(restrictions, meta)))), two)))


def two_ways_sentence(restrictions: pd.DataFrame, events: pd.DataFrame) -> str:
    """Which restrictions the report tells both as a block by somebody and as trouble that users had: one sentence that all chapters can lean on."""
    blocked = set(events.loc[events["kind"] == "blocking", "id"])
    rows = restrictions[restrictions["event_id"].isin(blocked) & ~restrictions["measure"].isin(analysis.DONE)]
    parts = [
        f"{listed(part['target'])}{f' ({words(text)})' if text else ''}: the report says that {'it was' if len(part) == 1 else 'they were'} blocked, and also that users found "
        f"{'it' if len(part) == 1 else 'them'} {listed(dict.fromkeys(part['measure'].str.replace('_', ' ')))}. The tables follow the second, which names the services."
        for text, part in rows.groupby("date", sort=False)
    ]  # fmt: skip
    return f"Told in two ways: {' '.join(parts)}" if parts else ""


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
        reason = f"For {f'{in_words(silent)} of {in_words(number)} restrictions' if silent < number else f'none of {in_words(number)} restrictions'} the report gives {'no' if silent < number else 'an'} official reason"
    note = "none has a note to follow" if bare == number else f"{in_words(bare)} {'has' if bare == 1 else 'have'} no note to follow" if bare else "each has a note"
    return f"{reason}, and {note}."


def restored_sentence(restrictions: pd.DataFrame) -> str:
    """Which restrictions are said to have ended; of the others the report says nothing."""
    back = list(dict.fromkeys(restrictions.loc[restrictions["restored"] == "yes", "target"]))
    if not back:
        return f"It does not say that access came back{' to any of them' if len(restrictions) != 1 else ''}."
    silent = restrictions[restrictions["restored"] == "not_stated"]
    ended = int(analysis.has_end(silent).sum())
    rest = len(silent) - ended
    over = f" For {in_words(ended)} more it gives a last day or month, but does not say in words that access came back" if ended else ""
    other = f"{'; for' if over else ' For'} the other {in_words(rest)} it says neither" if rest else ""
    return f"It says that access came back to {listed(back)}.{over}{other}{'.' if over or other else ''}"


def period_sentence(restrictions: pd.DataFrame, meta) -> str:
    """How many lie outside the period covered."""
    places = place_in_period(restrictions, meta)
    said = [(int((places == side).sum()), side) for side in ("before", "after") if (places == side).any()]
    if not said:
        return ""
    (first, side), rest = said[0], "".join(f" and {in_words(count)} {where} it" for count, where in said[1:])
    one = first == 1 and not rest
    return f"{capital(in_words(first))} {'lies' if first == 1 else 'lie'} {side} the period covered{rest}; {'it is' if one else 'they are'} kept and marked."


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
    if number == 1:
        return _wall_of_one(counts)
    said = [f"{analysis.ASPECTS[aspect]} for {in_words(int(row['stated'])) if row['stated'] else 'none'}" for aspect, row in counts.iterrows()]
    return f"Of {counted(number, 'restriction')} the report states {listed(said)}. {NOT_STATED_MEANS}"


NOT_STATED_MEANS = "“Not stated” is what a reader does not learn; it does not say that no reason was given or that no court decided."


def _wall_of_one(counts: pd.DataFrame) -> str:
    stated = [analysis.ASPECTS[aspect] for aspect, row in counts.iterrows() if row["stated"]]
    silent = [analysis.ASPECTS[aspect] for aspect, row in counts.iterrows() if not row["stated"] and not row["partly"]]
    partly = " Of the date it tells a beginning or an end only." if counts["partly"].any() else ""
    unsaid = f" Not stated: {listed(silent)}." if silent else ""
    return f"Of the one restriction the report states {listed(stated) or 'nothing of what is asked here'}.{partly}{unsaid} {NOT_STATED_MEANS}"


def trigger_sentence(restrictions: pd.DataFrame) -> str:
    """In which circumstances the restrictions without an official reason happened."""
    silent = [not any(reason not in analysis.NOT_STATED for reason in reasons) for reasons in restrictions["reason"]]
    rows = restrictions[pd.Series(silent, index=restrictions.index, dtype=bool) & ~restrictions["trigger"].isin(analysis.NOT_STATED)]
    if rows.empty:
        return ""
    counts = rows["trigger"].value_counts()
    said = listed(f"{name.replace('_', ' ')} ({in_words(int(count))})" for name, count in counts.items())
    return f"For {in_words(len(rows))} without an official reason the report names a circumstance instead: {said}. That is the report's reading, not a statement by those who blocked."


COURT_WORDS = {
    "yes": "a court ordered {0}", "no": "there was no court order for {0}", "mixed": "a court ordered {0} in part",
    "not_applicable": "the law applied needs no court for {0}",
}


def court_sentence(restrictions: pd.DataFrame) -> str:
    """What the report says of courts, as counts of rows, never as a rate."""
    if restrictions.empty:
        return ""
    counts = restrictions["court_order"].value_counts()
    known = {value: int(counts[value]) for value in COURT_WORDS if value in counts}
    if not known:
        return f"The report does not say what part a court had in {'it' if len(restrictions) == 1 else 'any of them'}."
    said = listed(COURT_WORDS[value].format("it" if len(restrictions) == 1 else in_words(number)) for value, number in known.items())
    silent = len(restrictions) - sum(known.values())
    rest = f" For the other {in_words(silent)} it mentions no court either way, so these counts are no rate." if silent else ""
    return f"The report says that {said}.{rest}"


def episodes_title(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many of five or more can be put on the calendar, and how many to the day; else the plain subject."""
    bars = analysis.episodes(restrictions, start, end).bars
    rows = restrictions[restrictions["id"].isin(bars["id"])]
    drawn, exact = len(rows), int((rows["date_precision"] == "day").sum())
    if drawn < 5:
        return f"What was reported blocked or out of reach, {start:%B %Y} – {end:%B %Y}"
    which = f"{capital(in_words(drawn))} of {in_words(len(restrictions))}" if drawn < len(restrictions) else f"All {in_words(drawn)}"
    return f"{which} restrictions can be put on a calendar, {of_them(exact, drawn)} to the day"


def episodes_sentence(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many are drawn, how many of them to the day, and how many are told as an act."""
    bars = analysis.episodes(restrictions, start, end).bars.drop_duplicates("id")
    drawn = len(bars)
    if not drawn:
        return "No restriction has a date near the period covered."
    rows = restrictions[restrictions["id"].isin(bars["id"])]
    exact = int((rows["date_precision"] == "day").sum())
    days = ("to the day" if exact else "though not to the day") if drawn == 1 else f"{of_them(exact, drawn)} to the day"
    return f"{capital(counted(drawn, 'restriction'))} can be put on the calendar, {days}. {acts_sentence(restrictions, start, end)}"


def acts_sentence(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many of those on the calendar are told as an act, how many as what users experienced, and that lengths are not added up."""
    bars = analysis.episodes(restrictions, start, end).bars.drop_duplicates("id")
    rows = restrictions[restrictions["id"].isin(bars["id"])]
    return f"{told_sentence(rows)} Lengths of time are not added up: what is dated to a month need not have lasted a month." if len(rows) else ""


WORDS = f"What “blocked”, “disrupted” and “unreachable” mean here: {chapter('glossary', '/about/glossary#interference-with-the-network')}."


def undrawn_sentence(restrictions: pd.DataFrame, start: date, end: date) -> str:
    """How many have no bar, and why."""
    rows = analysis.not_drawn(restrictions, start, end)
    if rows.empty:
        return ""
    counts = rows["why"].value_counts()
    said = []
    if wide := int(counts.get(analysis.WIDE, 0)):
        said.append(f"{in_words(wide)} dated only to a long period, such as the one covered")
    if undated := int(counts.get(analysis.UNDATED, 0)):
        said.append(f"{in_words(undated)} without any date")
    if outside := len(rows) - wide - undated:
        said.append(f"{in_words(outside)} outside the months drawn")
    number = len(rows)
    if len(restrictions) == 1:
        return f"The one restriction cannot be put on the calendar: it is {said[0].removeprefix('one ')}."
    return f"{capital(counted(number, 'restriction'))} cannot be put on the calendar: {listed(said)}. A bar as long as the period would claim a length that nobody reported."


def counts_sentence(restrictions: pd.DataFrame, meta) -> str:
    """How the counts of this chapter and of others fit together: all, dated, drawn, in the period; nothing for fewer than two or where they are one number."""
    dated = analysis.dating(restrictions)
    whole, part = int((dated == analysis.DATED).sum()), int((dated == analysis.OPEN).sum())
    drawn = analysis.episodes(restrictions, meta.coverage_start, meta.coverage_end).bars["id"].nunique()
    places = place_in_period(restrictions, meta).value_counts()
    if len({len(restrictions), whole, drawn, int(places.get("in", 0))}) == 1 or len(restrictions) < 2:
        return ""
    rest = [f"{in_words(int(places[side]))} {words_}" for side, words_ in (("before", "before it"), ("after", "after it"), ("undated", "without a date")) if side in places]
    opened = f", {in_words(part)} more a beginning or an end only" if part else ""
    return (f"How the numbers fit together: of {in_words(len(restrictions))} restrictions {in_words(whole)} {'has' if whole == 1 else 'have'} a date{opened}, and {in_words(drawn)} of these "
            f"{'lies' if drawn == 1 else 'lie'} in the months drawn. {capital(in_words(int(places.get('in', 0))))} may belong to the period covered{', ' + listed(rest) if rest else ''}.")


def all_drawn(restrictions: pd.DataFrame) -> str:
    """What stands in place of the list of those without a bar where there are none."""
    return "No restriction is left out for want of a date." if len(restrictions) else "The report names none."


def contested_sentence(restrictions: pd.DataFrame, names: dict[str, str]) -> str:
    """The restrictions that are denied, with both sides; says so where there are none."""
    rows = analysis.contested(restrictions)
    if rows.empty:
        return "No restriction in the report is denied by those said to be behind it."
    lines = []
    for (text, executed), part in rows.groupby(["date", "executed_by"], sort=False):
        who = listed(name_of(names, actor).replace(" (unspecified)", "") for actor in executed)
        targets = listed(chapter(row.target, CHAPTER, row.id) for row in part.itertuples())
        dated = f" ({words(text)})" if text else ""
        by = f" by {who}, according to the report" if who else ", according to the report"
        back = " Access came back." if (part["restored"] == "yes").all() else ""
        numbers = sorted({number for row in part.itertuples() for number in row.footnotes})
        measure = listed(dict.fromkeys(part["measure"].str.replace("_", " ")))
        lines.append(f"- {targets}{dated}: {measure}{by}; those said to be behind it deny that.{back}{notes(numbers)}")
    head = f"{capital(counted(len(rows), 'restriction'))} in the report {'is' if len(rows) == 1 else 'are'} denied by those said to be behind {'it' if len(rows) == 1 else 'them'}. The data keep both sides:"
    return head + "\n\n" + "\n".join(lines)


def standing_sentence(restrictions: pd.DataFrame) -> str:
    """How firmly the report tells them."""
    counts = restrictions["standing"].value_counts()
    if counts.empty:
        return ""
    said = [f"{in_words(int(counts[value]))} {words_}" for value, words_ in STANDING_WORDS.items() if value in counts]
    if len(restrictions) == 1:
        return f"How firmly the report says so: {STANDING_WORDS[counts.index[0]]}."
    return f"How firmly the report says so: {listed(said)}."


STANDING_WORDS = {
    "confirmed": "confirmed by an authority or operator", "reported": "reported as a fact or by users", "alleged": "with a hedge of the report's own",
    "disputed": "disputed", "announced": "only announced",
}


def register_title(restrictions: pd.DataFrame) -> str:
    """The title of the register."""
    return "All restrictions in the report" if len(restrictions) != 1 else "The one restriction in the report"
