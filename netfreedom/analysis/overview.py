"""A report at a glance: the facts of its score box, what it reports as more and as less control in the period it covers."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from netfreedom.analysis.evidence_base import BEARS_ON, HAPPENED, NOT_A_CLAIM, fact_rows, fact_tables
from netfreedom.analysis.legal_changes import rules_in_period
from netfreedom.analysis.names import name_of
from netfreedom.analysis.periods import place_in_period
from netfreedom.analysis.powers import readable
from netfreedom.analysis.prosecutions import in_date_order, outcome, sentences, tally, torn
from netfreedom.analysis.restrictions import has_end
from netfreedom.analysis.timeline import ACROSS, AFTER, BEFORE, INSIDE, when, where_of
from netfreedom.analysis.surveillance import rule_state, system_state
from netfreedom.dates import words
from netfreedom.report.headings import SCORE_BOX, part_of
from netfreedom.vocabulary import CATEGORIES


@dataclass(frozen=True)
class Turn:
    """Something to be listed: the row's own words, its notes, the chapter that tells it, its anchor there.

    Of what eased control also when (in words; empty where no date is told), its `side` of the period covered (`SIDES`,
    empty for what lies in it) and who granted or refused it (names). Of what the opening names, the category under which
    the row itself stands where that is another (`told_under`) and whether the report is contradicted on it (`torn`).
    """

    what: str
    notes: tuple[int, ...]
    chapter: str
    anchor: str = ""
    when: str = ""
    side: str = ""
    who: tuple[str, ...] = ()
    told_under: str = ""
    torn: bool = False


def box_facts(indicators: pd.DataFrame) -> pd.DataFrame:
    """The facts of the score box as printed: columns fact, value."""
    rows = indicators[indicators["topic"] == "score_box"]
    return pd.DataFrame({"fact": rows["label"], "value": rows["value_text"]}).reset_index(drop=True)


def in_box(report) -> set[str]:
    """Ids of the figures that the score box prints, alone or beside another section."""
    return {row.id for row in report.indicators.itertuples() if SCORE_BOX in (row.section, *row.also_in)}


def better(report) -> list[Turn]:
    """What improved: rules that loosen, at least in part, bills refused, services restored, people acquitted, demands refused or undone."""
    acts = _acts(report)
    rules = [(row, part) for direction, part in (("loosens", ""), ("mixed", "Only in part: ")) for row in _rules_of_period(report, direction).itertuples()]
    turns = [_turn(report, f"{part}{row.instrument}", row, "05-legal-changes", row.in_force or row.adopted, acts.get(row.event_id, NOBODY).makers) for row, part in rules]
    refused = report.laws[(report.laws["status"] == "rejected") & report.laws["kind"].isin(("bill", "plan"))]
    turns += [_turn(report, f"Rejected: {row.instrument}", row, "05-legal-changes", (act := acts.get(row.event_id, NOBODY)).date, act.actors) for row in refused.itertuples()]
    restored = report.restrictions[report.restrictions["restored"] == "yes"]
    turns += [_turn(report, f"Restored: {row.target}", row, "04-restrictions", row.date.rpartition("/")[2] if ended else "")
              for row, ended in zip(restored.itertuples(), has_end(restored), strict=True)]
    acquitted = report.cases[report.cases["stage"] == "acquitted"]
    turns += [_turn(report, f"Acquitted: {row.person}", row, "06-prosecutions", row.decided, acts.get(row.event_id, NOBODY).courts) for row in acquitted.itertuples()]
    undone = report.removal_orders[report.removal_orders["outcome"].isin(("refused", "restored"))]
    ruled = {row.person: row for row in report.cases[report.cases["stage"] == "dismissed"].itertuples()}  # a demand that went to court is also a case
    for row in undone.itertuples():
        case = ruled.get(row.target) if row.outcome == "refused" else None
        what = f"{'Removal refused' if row.outcome == 'refused' else 'Put back'}: {row.target}"
        who = acts.get(case.event_id, NOBODY).courts if case else ()
        done = _turn(report, what, row, "07-content-removal", case.decided if case and case.decided else row.date, who)
        undated = row.date and not (case and case.decided)  # the row's own date is that of the demand
        turns.append(replace(done, when=f"case of {when(row.date, row.date_kind, row.date_text)}, outcome not dated") if undated else done)
    return turns


def _turn(report, what: str, row, chapter: str, date: str, who: tuple[str, ...] = ()) -> Turn:
    side = SIDES.get(where_of(date, report.meta.coverage_start, report.meta.coverage_end), "")
    return Turn(what, row.footnotes, chapter, row.id, words(date) if date else "", side, who)


SIDES = {BEFORE: "before", ACROSS: "perhaps outside", AFTER: "after"}


@dataclass(frozen=True)
class Act:
    """Who acts in an event (names), and when (EDTF): `makers` is empty for a law, in which actors are those whom it concerns."""

    date: str
    actors: tuple[str, ...]
    makers: tuple[str, ...]
    courts: tuple[str, ...]


NOBODY = Act("", (), (), ())


def _acts(report) -> dict[str, Act]:
    names, courts = readable(report.actors), set(report.actors.loc[report.actors["type"] == "court", "id"])
    found = {}
    for row in report.events.itertuples():
        actors = tuple(name_of(names, actor) for actor in row.actors)
        found[row.id] = Act(row.date, actors, () if row.kind == "law" else actors, tuple(name_of(names, actor) for actor in row.actors if actor in courts))
    return found


OPENING = ("Introduction", "Key Developments", "Overview")  # the headings under which a report says first what matters to it


def named_in_opening(report, categories: list[str]) -> list[Turn]:
    """Sentences, rules, systems and restrictions that bear on the categories and that the report names in its opening, each once."""
    letters, titles = ({getattr(category, name) for category in CATEGORIES if category.key in categories} for name in ("letter", "title"))
    found = {table: _in_opening(report.table(table), letters) for table in ("cases", "laws", "systems", "restrictions") if report.coded(table)}
    turns = _cases(report, found["cases"]) if "cases" in found else []
    rules = found.get("laws", report.laws.head(0))
    turns += [Turn(f"{row.instrument} ({rule_state(row, report.systems)})", row.footnotes, "05-legal-changes", row.id, told_under=_elsewhere(row.section, titles))
              for row in rules.itertuples()]
    if "systems" in found:  # a system that a rule above brings in is named with it
        turns += [Turn(f"{row.name_} ({system_state(row, report.laws)})", row.footnotes, "10-surveillance", row.id, told_under=_elsewhere(row.section, titles))
                  for row in found["systems"].rename(columns={"name": "name_"}).itertuples() if row.law_id not in set(rules["id"])]
    if "restrictions" in found:
        for (measure, numbers), part in found["restrictions"].groupby(["measure", "footnotes"], sort=False):
            turns.append(Turn(f"{', '.join(part['target'])} ({measure.replace('_', ' ')})", numbers, "04-restrictions", part["id"].iloc[0],
                              told_under=_elsewhere(part["section"].iloc[0], titles)))
    return turns


def _elsewhere(section: str, titles: set[str]) -> str:
    """The category under which a section stands, where that is none of `titles`."""
    part = part_of(section)
    return part if part in {category.title for category in CATEGORIES} - titles else ""


def like_those_in_opening(report, categories: list[str]) -> list[Turn]:
    """Cases of the period that ended like one named in the opening (the same sanction) and bear on the categories, told elsewhere only.

    An opening speaks of a kind of thing, such as prison sentences, and names examples: the others of that kind are no worse candidates.
    """
    letters = {category.letter for category in CATEGORIES if category.key in categories}
    cases = in_date_order(report.cases, report.events)
    opening = _in_opening(cases, letters)
    alike = cases["sanction"].isin(set(opening["sanction"]) - {"", "none"}) & ~cases["id"].isin(opening["id"]) & _bears_on(cases, letters)
    return _cases(report, cases[alike & _where(report, cases["date"]).isin((INSIDE, ACROSS))])


def _cases(report, rows: pd.DataFrame) -> list[Turn]:
    """The cases of `rows`; the report is contradicted on one if it is on any case of that person."""
    weighty = report.discrepancies[report.discrepancies["kind"].isin(BEARS_ON[HAPPENED])]
    contradicted = set(torn(report.cases[report.cases["person"].isin(rows["person"])], weighty)["person"])
    return [
        Turn(f"{row.person}: {outcome(row)}{f' ({row.about})' if row.about else ''}", row.footnotes, "06-prosecutions", row.id, torn=row.person in contradicted)
        for row in rows.itertuples()
    ]


def others_in_field(report, categories: list[str], named: set[str]) -> list[tuple[str, int]]:
    """What else the report tells of the categories in the period: what it is (a key of `prose.opening.ELSE`) and how many entries.

    `named`: ids of the candidates, which are left out.

    Sentences to restricted freedom are cases; the rest are entries of the timeline. Violence counts where it is about users
    (question C7), which leaves out riots; an arrest counts where it is not, which leaves out arrests of those who attacked.
    """
    letters = {category.letter for category in CATEGORIES if category.key in categories}
    found = []
    if report.coded("cases"):
        cases = in_date_order(report.cases, report.events)
        limited = (cases["sanction"] == "restricted_freedom") & ~cases["id"].isin(named) & _bears_on(cases, letters)
        found.append(("restricted_freedom", int((limited & _where(report, cases["date"]).isin((INSIDE, ACROSS))).sum())))
    if report.coded("events"):
        events = report.events[_bears_on(report.events, letters) & _where(report, report.events["date"]).isin((INSIDE, ACROSS))]
        against_users = events["question"].map(lambda codes: "C7" in codes).astype(bool)
        events = events[~events["kind"].isin(("violence", "arrest")) | (against_users == (events["kind"] == "violence"))]
        found += [(kind, int((events["kind"] == kind).sum())) for kind in ("arrest", "violence", "intimidation", "technical_attack")]
    return [(kind, count) for kind, count in found if count]


def _in_opening(rows: pd.DataFrame, letters: set[str]) -> pd.DataFrame:
    told = [bool({section, *also} & set(OPENING)) for section, also in zip(rows["section"], rows["also_in"], strict=True)]
    return rows[pd.Series(told, index=rows.index, dtype=bool) & _bears_on(rows, letters)]


def _bears_on(rows: pd.DataFrame, letters: set[str]) -> pd.Series:
    return pd.Series([any(code[0] in letters for code in codes) for codes in rows["question"]], index=rows.index, dtype=bool)


def groups_of_period(report) -> pd.DataFrame:
    """Groups of people told with a word (dozens of activists) whose case lies in the period, or may: rows of `prosecutions.Tally.groups`."""
    cases = in_date_order(report.cases, report.events)
    return tally(cases[_where(report, cases["date"]).isin((INSIDE, ACROSS))]).groups


def worse_rules(report) -> pd.DataFrame:
    """Rules that tighten and began in the period, or may have (`certain`): rows of `rules_in_period`, counted as the legal changes chapter does."""
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    return rules[rules["direction"] == "tightens"]


def restrictions_of_period(report) -> pd.DataFrame:
    """Restrictions dated to the period or overlapping it; undated ones are left out."""
    return report.restrictions[place_in_period(report.restrictions, report.meta) == "in"]


def sentences_of_period(report) -> pd.DataFrame:
    """Sentences that take or limit freedom and were passed in the period, or may have been: rows of `prosecutions.sentences`."""
    cases = in_date_order(report.cases, report.events)
    return sentences(cases[_where(report, cases["date"]).isin((INSIDE, ACROSS))])


def new_systems(report) -> pd.DataFrame:
    """Surveillance systems announced or planned, those left out that are dated before or after the period (rows of `systems`)."""
    rows = report.systems[report.systems["status"].isin(("announced", "planned"))]
    return rows[~_where(report, rows["since"]).isin((BEFORE, AFTER))]


def _where(report, dates: pd.Series) -> pd.Series:
    places = [where_of(text, report.meta.coverage_start, report.meta.coverage_end) for text in dates]
    return pd.Series(places, index=dates.index, dtype="str")


def without_note(report) -> tuple[int, int]:
    """How many coded facts have no note, and how many facts there are; our remarks on contradictions are no facts of the report."""
    facts = fact_rows(fact_tables(report))
    facts = facts[facts["table"] != NOT_A_CLAIM]
    return int((facts["footnotes"].map(len) == 0).sum()), len(facts)


def _rules_of_period(report, direction: str) -> pd.DataFrame:
    rules = rules_in_period(report.laws, report.meta.coverage_start, report.meta.coverage_end)
    return report.laws[report.laws["id"].isin(rules.loc[rules["direction"] == direction, "id"])]



