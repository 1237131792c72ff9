"""Sentences and finding titles of the chapter that sets country-editions side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netfreedom.analysis.side_by_side import Beside, Part, Side, shared_targets
from netfreedom.analysis.timeline import when
from netfreedom.prose.timeline import BARS_KEY
from netfreedom.prose.words import capital, counted, in_words, listed, possessive, source_line, the

Rules = Sequence[tuple[Side, pd.DataFrame]]

NAMED_UP_TO = 3  # services that a title names one by one
UNDATED_NAMED_UP_TO = 6
VERBS = {"tightens": ("tightens", "tighten"), "loosens": ("loosens", "loosen"), "mixed": ("does both", "do both"), "neutral": ("does neither", "do neither")}
ONE_OF = {"events": "event", "laws": "legal instrument", "cases": "case", "restrictions": "restriction"}
TIMELINE_KEY = f"One lane per country, one axis for all. {BARS_KEY}"
RULES_KEY = "One symbol per rule that began in the period that its report covers, or may have. The reports were read whole, so the numbers can be set against each other."


def lead(compared: Beside, parts: Sequence[Part]) -> str:
    """What stands side by side, how much of it, and what is refused."""
    if len(compared.sides) < 2:
        there = f"Only {the(compared.sides[0].name)} has a dataset" if compared.sides else "None of the countries named has a dataset"
        return f"{there}, and it takes two to set something side by side: this page compares nothing."
    names = listed(the(side.name) for side in compared.sides)
    first = f"**{names[:1].upper()}{names[1:]}** side by side, each as its own report tells it."
    alone = f"Of {listed(the(side.name) for side in compared.scores_only)} the index holds a score alone, which cannot be set beside these tables." if compared.scores_only else ""
    caution = "An entry is what a report chose to tell: more entries do not mean that more happened."
    return " ".join(filter(None, (first, scope(compared, parts), refused(parts), alone, caution)))


def scope(compared: Beside, parts: Sequence[Part]) -> str:
    """Whether whole reports are compared, or only the section that all have."""
    cut = [part for part in parts if part.sides and not part.whole]
    if not cut:
        return "Their tables are complete, so all rows are compared."
    excerpts = [the(side.name) for side in compared.sides if side.report.meta.extent != "full"]
    why = f"Of the {'report' if len(excerpts) == 1 else 'reports'} on {listed(excerpts)} only an excerpt was read" if excerpts else f"Not everybody's {listed(part.table for part in cut)} are complete"
    what = "" if len(cut) == len([part for part in parts if part.sides]) else f" in {listed(part.table for part in cut)}"
    return f"{why}, so{what} like is compared with like: of every report only what stands among its **key developments**, and rows are not counted against each other."


def refused(parts: Sequence[Part]) -> str:
    """Which tables are not coded for whom."""
    missing = [f"{part.table} for {listed(the(side.name) for side in part.refused)}" for part in parts if part.refused]
    return f"Not coded, so not compared and not read as zero: {'; '.join(missing)}." if missing else ""


def source(compared: Beside) -> str:
    """The reports as the source of a chart."""
    return "; ".join(source_line(side.report) for side in compared.sides) or "No report"


def about(part: Part) -> str:
    """For one table: who is left out, and who has no row here; or that there is nothing to compare."""
    out = f"Not coded for {listed(the(side.name) for side in part.refused)}, which does not mean that its report tells of none." if len(part.refused) == 1 else (
        f"Not coded for {listed(the(side.name) for side in part.refused)}, which does not mean that their reports tell of none." if part.refused else "")
    if not part.sides:
        return f"Fewer than two of these datasets have coded {part.table}, so there is nothing to compare. {out}".strip()
    return " ".join(filter(None, (out, *(_none(part, side) for side, rows in part.pairs if rows.empty))))


def _none(part: Part, side: Side) -> str:
    if part.whole:
        return f"{capital(possessive(side.name))} report names no {ONE_OF[part.table]}."
    elsewhere = "; other sections of its report do" if len(side.report.table(part.table)) else ""
    return f"{capital(possessive(side.name))} key developments name no {ONE_OF[part.table]}{elsewhere}."


def timeline_title(events: Part) -> str:
    """The title of the lanes; it claims no more than what is drawn."""
    return "What the reports date, on one axis" if events.whole else "What the key developments date, on one axis"


def timeline_description(events: Part, entries: int) -> str:
    """The lanes in words, for those who do not see them."""
    return f"{capital(counted(entries, 'dated entry', 'dated entries'))} on one time axis, in a lane each for {listed(the(side.name) for side in events.sides)}. The table lists them in order of time."


def undated_sentence(events: Part) -> str:
    """Which entries stand in the table only, since they have no date; many are only counted."""
    undated = [(row.title, side) for side, rows in events.pairs for row in rows[rows["date"] == ""].itertuples()]
    if not undated:
        return ""
    if len(undated) > UNDATED_NAMED_UP_TO:
        return f"{capital(counted(len(undated), 'entry', 'entries'))} without a date stand in the table only."
    return f"Without a date, and so in the table only: {'; '.join(f'{title} ({side.name})' for title, side in undated)}."


def rules_title(laws: Part, rules: Rules) -> str:
    """That no rule loosens, where two countries have rules and none does; else the question."""
    found = [rows for _, rows in rules if len(rows)]
    directions = {direction for rows in found for direction in rows["direction"]}
    where = "" if laws.whole else " among the key developments"
    if len(found) < 2 or "loosens" in directions:
        return f"Which way did the rules{where} move?"
    return f"Every new rule{where} tightens" if directions == {"tightens"} else f"No new rule{where} loosens"


def rules_sentence(laws: Part, rules: Rules) -> str:
    """The rules by country and direction, as numbers only where whole reports are compared."""
    if not laws.sides:
        return ""
    if laws.whole:
        told = [f"for {the(side.name)} {counted(len(rows), 'rule')}{_directions(rows)}" for side, rows in rules]
        return f"In the periods covered began {'; '.join(told)}.{_unlike_periods(laws.sides)}"
    named = [the(side.name) for side, rows in rules if len(rows)]
    if not named:
        return "No rule that began in the periods covered stands among the key developments."
    return f"Rules that began in the period covered stand among the key developments of {listed(named)}. They are not counted against each other."


def _directions(rows: pd.DataFrame) -> str:
    counts = rows["direction"].value_counts()
    said = [f"{in_words(int(counts[key]))} {one if counts[key] == 1 else many}" for key, (one, many) in VERBS.items() if key in counts]
    return f" ({listed(said)})" if said else ""


def _unlike_periods(sides: Sequence[Side]) -> str:
    """A warning where one report covers more months than another."""
    months = [(end.year - start.year) * 12 + end.month - start.month + 1 for start, end in (side.period for side in sides)]
    return f" The periods are not of one length: {listed(map(in_words, months))} months." if len(set(months)) > 1 else ""


def rules_description(rules: Rules) -> str:
    """The symbols in words."""
    return f"Rules by country and direction: {'; '.join(f'{side.name} {len(rows)}{_directions(rows)}' for side, rows in rules)}."


def cases_title(cases: Part) -> str:
    """What the register of cases holds."""
    return "Who was tried or held, country by country" if cases.whole else "Who was tried or held, by the key developments"


def cases_sentence(cases: Part) -> str:
    """How many proceedings each report tells of, a part of a group not counted again; only where whole reports are compared."""
    if not cases.sides or not cases.whole:
        return ""
    told = [f"{the(side.name)} {counted(int((rows['part_of'] == '').sum()), 'proceeding')}" for side, rows in cases.pairs]
    return f"Told of against people, groups and outlets: {listed(told)}. A report that names more cases need not come from a country with more."


def restrictions_title(restrictions: Part) -> str:
    """The services that several reports name, where they are few; else how many, or the question."""
    shared = shared_targets(restrictions)
    if not shared:
        return "Which services were restricted, and where?"
    sides = {tuple(names) for names in shared.values()}
    if len(shared) > NAMED_UP_TO or len(sides) > 1:
        return f"{capital(counted(len(shared), 'service is', 'services are'))} named in more than one report"
    countries = [the(name) for name in sides.pop()]
    return f"{listed(shared)} {'was' if len(shared) == 1 else 'were'} restricted in {'both ' if len(countries) == 2 else ''}{listed(countries)}"


def restrictions_sentence(restrictions: Part) -> str:
    """For the services that several reports name, what was done to them where and when; only where they are few."""
    shared = shared_targets(restrictions)
    if not shared:
        return ""
    meaning = "Blocked is something that was done; unreachable or disrupted is something that users met."
    if len(shared) > NAMED_UP_TO:
        return f"The services that several reports name stand on top of the table. {meaning}"
    return f"{'; '.join(f'{target}: {listed(_episodes(restrictions, target))}' for target in shared)}. {meaning}"


def _episodes(restrictions: Part, target: str) -> list[str]:
    return [
        f"{row.measure.replace('_', ' ')} in {the(side.name)} ({when(row.date, row.date_kind)})"
        for side, rows in restrictions.pairs for row in rows[rows["target"] == target].itertuples()
    ]


def next_chapters(compared: Beside) -> list[tuple[str, str]]:
    """Where to read on: each country's own overview, and the scores of all."""
    own = [(f"{side.folder}/01-overview", f"{the(side.name)} by itself") for side in compared.sides]
    return [*own, ("20-countries", "the scores of all countries and editions on one scale")]
