"""Sentences of the overview."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import overview as analysis
from netfreedom.analysis.countries import coverage_months
from netfreedom.analysis.overview import Turn
from netfreedom.analysis.powers import readable
from netfreedom.analysis.restrictions import close_up, torn_restrictions
from netfreedom.analysis.surveillance import system_state
from netfreedom.analysis.world import Standing
from netfreedom.dates import words
from netfreedom.prose.prosecutions import groups_words, sentenced
from netfreedom.prose.restrictions_who import NAMED, bare_sentence, both_sides, told_sentence, torn_sentence, who_sentence
from netfreedom.prose.scores import place_words
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, notes_or_none, of_them, the
from netfreedom.vocabulary import CATEGORIES, CONTROLS


def period(meta) -> str:
    """The coverage period in words, beside the edition's year; says so where only the index speaks and does not document it."""
    if meta.coverage_start is None:
        return f"The index does not document which months the {meta.edition} edition covers."
    said = f"The {meta.edition} edition covers **{meta.coverage_start:%B %Y} to {meta.coverage_end:%B %Y}**."
    kept = " What it says about earlier or later months stands in this book too, marked as before or after."
    return said + (kept if meta.tables else "")


def standing_title(country: str, place: Standing | None) -> str:
    """How many of the countries assessed are freer; the question where the index does not hold the country."""
    if place is None:
        return "Where do the countries of this edition stand?"
    number, way = (place.freer, "freer") if place.freer >= place.less_free else (place.less_free, "less free")
    verb = "was" if number == 1 else "were"
    return f"{number} of the {place.countries} countries assessed {verb} {way} online than {the(country)}"


# What the questions of each category are about, in our words.
COVERS = {
    "access": "can people get online and afford it, are networks cut or services blocked, who owns and regulates the lines",
    "content": "what is blocked or taken down, how free and varied is what people read, write and organize online",
    "rights": "what may be punished, who is tried, watched or attacked for what they do online",
}


def covers() -> str:
    """What each category asks, a line for each."""
    return "\n".join(f"- **{category.title}:** {COVERS[category.key]}?" for category in CATEGORIES)


NO_EDITION = "The index holds no country in this edition."


def standing_key(edition: int, dots: pd.DataFrame) -> str:
    """What the dots mean and which of them are labelled; `dots` has the columns country and role."""
    own, peers = list(dots.loc[dots["role"] == "own", "country"]), int((dots["role"] == "peer").sum())
    labelled = listed([*own, *([f"{counted(peers, 'country', 'countries')} chosen for comparison"] if peers else [])])
    return f"One dot per country of the {edition} edition{f'; labelled: {labelled}' if labelled else ''}"


def standing_sentence(country: str, place: Standing | None, before: Standing | None, names: dict[str, str]) -> str:
    """Place, ties and median; the 65 countries are a selection, not the world."""
    if place is None:
        return f"The index does not hold {the(country)} in this edition."
    tied = listed(the(names.get(iso3, iso3)) for iso3 in place.tied_iso3) if place.tied <= 4 else f"{in_words(place.tied)} others"
    tie = f"; {tied} had the same total" if place.tied else ""
    was = f" In the edition before it was {place_words(before)}." if before else ""
    return (
        f"{_either_side(place.freer, place.less_free)}{tie}. With {counted(place.value, 'point')} "
        f"{the(country)} was {place_words(place)}; the median was {place.median:g}.{was} The countries assessed are a selection, not the world."
    )


def _either_side(freer: int, less_free: int) -> str:
    """`48 countries were freer and 15 less free`, `No country was freer; 14 were less free`."""
    if not freer:
        return f"No country was freer; {in_words(less_free) if less_free else 'none'} {'was' if less_free == 1 else 'were'} less free"
    return f"{capital(counted(freer, 'country', 'countries'))} {'was' if freer == 1 else 'were'} freer and {in_words(less_free) if less_free else 'none'} less free"


LIST_ONLY = "What the report describes for the period, as a list. It is no comparison with the year before."


MORE, LESS = ("laws", "restrictions", "cases", "systems"), ("laws", "restrictions", "cases", "removal_orders")  # the tables that tell of each


def control(report) -> tuple[str, ...]:
    """What the report tells of more and of less control, or one sentence where it was read for neither."""
    if not any(report.coded(table) for table in (*MORE, *LESS)):
        return ("What tightened and what eased control is not coded for this report.",)
    text = "excerpt" if report.meta.extent == "excerpt" else "report"
    less = less_control(report.coded("laws"), analysis.better(report), not_coded(report, LESS), text, report.coded("sources"))
    return "**Control that the report describes**", more_control(report), "**What eased**", less


def more_control(report) -> str:
    """A list of what the report tells of more control in the period, a line for each coded table, each with a link to its chapter."""
    lines = []
    if report.coded("laws"):
        lines.append(f"{_tightened(analysis.worse_rules(report))} ({chapter('legal changes', '05-legal-changes')}).")
    if report.coded("restrictions"):
        lines.append(_restrictions(report))
    if report.coded("cases"):
        lines.append(f"{sentenced(analysis.sentences_of_period(report)) or 'nobody in the coded cases was sentenced to prison or to restricted freedom in the period'}{_held(report)} "
                     f"({chapter('prosecutions', '06-prosecutions')}).")
    if report.coded("systems"):
        fresh = analysis.new_systems(report)
        named = "; ".join(f"{row.title} ({system_state(row, report.laws)}){notes_or_none(row.footnotes, report.coded('sources'))}" for row in fresh.rename(columns={"name": "title"}).itertuples())
        lines.append(f"{'for surveillance or monitoring' if len(fresh) else 'no system for surveillance or monitoring was announced or planned'}{': ' + named if named else ''} "
                     f"({chapter('surveillance', '10-surveillance')}).")
    unread = not_coded(report, MORE)
    if not lines:
        return "What tightened control is not coded for this report."
    return LIST_ONLY + "\n\n" + "\n".join(f"- {capital(line)}" for line in [*lines, *([unread] if unread else [])])


def _restrictions(report) -> str:
    """How many restrictions bear on the period; below that, a line each: who is behind them, how they are told, where the report is torn, which days they share."""
    rows = analysis.restrictions_of_period(report)
    one, torn = len(rows) == 1, torn_restrictions(rows, report.discrepancies)
    first = f"{counted(len(rows), 'restriction')} of a service, site or place {'is' if one else 'are'} dated to the period or {'overlaps' if one else 'overlap'} it ({chapter('restrictions', '04-restrictions')})."
    below = (f"{who_sentence(rows, readable(report.actors))} {bare_sentence(rows) if report.coded('sources') else ''}".strip(), told_sentence(rows), torn_sentence(torn), _same_days(report, torn["target"]))
    return "\n".join([first, *(f"  - {line}" for line in below if line)])


def _same_days(report, named: pd.Series) -> str:
    """The services that the report tells for the same exact days, where there are enough to be shown close up; `named`: those that the line before has named."""
    window = close_up(report.restrictions, report.meta.coverage_start, report.meta.coverage_end)
    if window is None:
        return ""
    rows = report.restrictions[report.restrictions["id"].isin(window.ids)]
    span = words(f"{window.first:%Y-%m-%d}/{window.last:%Y-%m-%d}" if window.days > 1 else f"{window.first:%Y-%m-%d}")
    what = listed(dict.fromkeys(rows["measure"].str.replace("_", " ")))
    if set(rows["target"]) == set(named):
        return f"The same {in_words(len(rows))} are told for the same days: {span} ({what})."
    many = listed(rows["target"]) if len(rows) <= NAMED else counted(len(rows), "service, site or place", "services, sites and places")
    return f"Told for the same days ({span}: {what}): {many}."


def _held(report) -> str:
    """The groups of people told with a word, such as dozens who were held; they are counted apart."""
    groups = groups_words(analysis.groups_of_period(report))
    return f". {groups}" if groups else ""


def _tightened(rules: pd.DataFrame) -> str:
    sure, perhaps = int(rules["certain"].sum()), int((~rules["certain"].astype(bool)).sum())
    if not sure and perhaps:
        return f"{counted(perhaps, 'rule')} that {'tightens' if perhaps == 1 else 'tighten'} control may have begun in the period"
    more = f", and perhaps {in_words(perhaps)} more with a date too wide to tell" if perhaps else ""
    return f"{counted(sure, 'rule')} that {'tightens' if sure == 1 else 'tighten'} control began in the period{more}"


def not_coded(report, tables: tuple[str, ...]) -> str:
    """`Not coded for this report: laws and cases.`; nothing where all are."""
    missing = [table.replace("_", " ") for table in tables if not report.coded(table)]
    return f"Not coded for this report: {listed(missing)}." if missing else ""


def less_control(coded: bool, turns: list[Turn], unread: str = "", text: str = "report", noted: bool = True) -> str:
    """A list of what eased control in the period, each with when, by whom and its notes, and one of what lies outside, or perhaps does.

    Says so where no row tells of any, or part of the report is `unread`.

    `noted`: whether the report's notes are coded, so that a line without one says that there is none.
    """
    if not coded:
        return "What eased control is not coded for this report."
    if not turns:
        return f"No row of this {text} tells of control that eased. {unread}".strip()
    inside, outside = ([_eased(turn, noted) for turn in turns if bool(turn.side) is away] for away in (False, True))
    said = ["\n".join(inside or ["- Nothing that is dated to the period, or has no date."])]
    said += ["**Outside the period, or perhaps outside it**", "\n".join(outside)] if outside else []
    return "\n\n".join([*said, *([unread] if unread else [])])


def _eased(turn: Turn, noted: bool) -> str:
    return f"- {chapter(turn.what, turn.chapter, turn.anchor)} ({_when_and_who(turn)}){notes_or_none(turn.notes, noted)}"


def _when_and_who(turn: Turn) -> str:
    """`February 2016, by Almaty court`, `May 2015, before the period covered, by whom is not told`."""
    side = f", {turn.side} the period covered" if turn.side else ""
    return f"{turn.when or 'no date told'}{side}, by {listed(turn.who) or 'whom is not told'}"


NO_CONTROLS = "The nine key internet controls were not published for this country and edition."


def controls_title(iso3: str, edition: int, totals: pd.Series, names: dict[str, str]) -> str:
    """How many of the nine controls were ticked for the country; the question where none were published."""
    if iso3 not in totals.index:
        return "How broad is control?"
    count = int(totals[iso3])
    number = "all nine controls" if count == len(CONTROLS) else f"{in_words(count) if count else 'none'} of nine controls"
    return f"{capital(number)} {'was' if count == 1 else 'were'} ticked for {the(names.get(iso3, iso3))} in {edition}"


def others_with_all(iso3: str, totals: pd.Series, names: dict[str, str]) -> str:
    """Which other countries had all nine controls ticked, as words that follow a title; nothing where the country had fewer."""
    if totals.get(iso3, 0) < len(CONTROLS):
        return ""
    others = sorted(the(names.get(code, code)) for code in totals[totals == len(CONTROLS)].index if code != iso3)
    assessed = f"the {counted(len(totals), 'country', 'countries')} assessed"
    if len(others) > 3:
        return f", as for {in_words(len(others))} others of {assessed}"
    return f", as for {listed(others)} alone among {assessed}" if others else f", as for no other of {assessed}"


def controls_sentence(iso3: str, totals: pd.Series, worse_with_fewer: int) -> str:
    """What a tick is worth: breadth, not depth."""
    if iso3 not in totals.index:
        return NO_CONTROLS
    middle = f"The median of {len(totals)} countries is {totals.median():g} controls."
    if not totals[iso3]:
        return f"{middle} A tick means that something happened at least once; here there is none."
    return (
        f"{middle} A tick means that something happened at least once, not how often: "
        f"{counted(worse_with_fewer, 'country', 'countries')} with fewer ticks {'has' if worse_with_fewer == 1 else 'have'} a worse total."
    )


def unlike_editions(editions: pd.DataFrame, shown: list[int]) -> str:
    """Editions between those shown without a table of controls; editions that cover clearly more than a year, in which a tick had more time.

    `editions` is the index's table.
    """
    hole = [str(edition) for edition in sorted(editions["edition"]) if shown and min(shown) < edition < max(shown) and edition not in shown]
    gap = f"For {listed(hole)} no table of controls was published, which says nothing of {'that year' if len(hole) == 1 else 'those years'}." if hole else ""
    long = {edition: int(count) for edition, count in coverage_months(editions).items() if edition in shown and count > 13}
    more = f"{capital(listed(f'the {edition} edition covers {in_words(count)} months' for edition, count in long.items()))}, so that what a tick stands for had more time to happen there."
    return " ".join(filter(None, (gap, more if long else "")))


def look_sentence(rows: pd.DataFrame, missing: list[tuple[str, int, int]], torn: pd.DataFrame | None = None) -> str:
    """That rows are found by category and prove no tick; which ticked controls have no row in the period, and where the report itself does not agree (`torn`)."""
    found = int((rows["place"] == "in").sum())
    if not found and not missing:
        return ""
    where = "The table under the chart links each control to rows of this report where a reader can look. They are found by category: a row need not be what Freedom House had in mind." if found else ""
    if not missing:
        return where
    if len(missing) > 3:
        return f"{where} For {in_words(len(missing))} of the ticked controls this book has no row in the period; what those ticks rest on cannot be seen here.".strip()
    titles = listed(f"“{title}”" for title, _, _ in missing)
    sides = listed(f"{in_words(count)} {side} it" for count, side in zip(missing[0][1:], ("before", "after"), strict=True) if count) if len(missing) == 1 else ""
    ticks = "that tick rests" if len(missing) == 1 else "those ticks rest"
    return f"{where} For {titles} this book has no row in the period{f', only {sides}' if sides else ''}; what {ticks} on cannot be seen here.{_torn(torn)}".strip()


def _torn(rows: pd.DataFrame | None) -> str:
    if rows is None or rows.empty:
        return ""
    return f" On this the report contradicts itself ({chapter('evidence', '12-evidence', rows['id'].iloc[0])}). {both_sides(rows)}"


def thin_sentence(found: pd.DataFrame, missing: list[tuple[str, int, int]]) -> str:
    """Which ticks rest on no row in the period (`missing`), on a single one, or on rows of which fewer than half have a note (`controls.rows_in_period`)."""
    thin = found[(found["rows"] == 1) | (2 * found["noted"] < found["rows"])]
    if thin.empty or len(thin) > 3 or len(missing) > 3:
        return ""
    none = [f"“{title}” (no row)" for title, *_ in missing]
    some = listed(f"“{row.title}” ({counted(row.rows, 'row')}, {_with_notes(row.noted, row.rows)})" for row in thin.itertuples())
    return f"Least is told about {listed(none)}, then about {some}." if none else f"Least is told about {some}."


def _with_notes(number: int, rows: int) -> str:
    return ("with a note" if number else "without a note") if rows == 1 else f"{of_them(number, rows)} with a note"
