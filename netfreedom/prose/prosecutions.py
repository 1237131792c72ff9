"""Sentences and finding titles of the prosecutions chapter."""

from __future__ import annotations

import re

import pandas as pd

from netfreedom.analysis import prosecutions as analysis
from netfreedom.prose.words import all_of, capital, chapter, counted, in_words, listed

DIGNITY = (
    "People are listed by date, with their names only where the report prints them, and with nothing beyond what the report says"
    " of the case. What became of them afterwards is not followed."
)

SENTENCES_KEY = "One line per person sentenced, by date. The two kinds of sentence are never added and no average is drawn"
PEOPLE_KEY = "One dot per individual, at the latest stage reported. Filled: named in the report; hollow: not named. Boxes are groups; their size has no meaning"

KINDS = {"prison": "prison", "suspended": "a suspended prison term", "restricted_freedom": "restricted freedom"}


def people_of(passed: pd.DataFrame, sanction: str) -> tuple[int, bool]:
    """How many people a sanction fell on, and whether that is only the lowest number."""
    rows = passed[passed["sanction"] == sanction]
    return int(rows["people"].sum()), bool(rows["vague"].any())


def sentenced(passed: pd.DataFrame) -> str:
    """`Four people were sentenced to prison, at least five to restricted freedom`; nothing where nobody was."""
    said = []
    for sanction, name in KINDS.items():
        number, vague = people_of(passed, sanction)
        if number:
            who = f"{'at least ' if vague else ''}{in_words(number)}"
            said.append(f"{who} to {name}" if said else f"{who} {'person was' if number == 1 else 'people were'} sentenced to {name}")
    return capital(", ".join(said))


def sentences_title(passed: pd.DataFrame) -> str:
    """`Four people were sentenced to prison, at least five to restricted freedom, according to the report`; the question where nobody was sentenced so."""
    return f"{sentenced(passed)}, according to the report" if sentenced(passed) else "What sentences were passed?"


def lead(cases: pd.DataFrame, passed: pd.DataFrame, tally: analysis.Tally) -> str:
    """The chapter's findings: the sentences, the individuals, the groups, the entities."""
    if cases.empty:
        return "The report was read for prosecutions and names none."
    said = f"**{sentenced(passed)}** for something said online, according to the report." if sentenced(passed) else "The report names nobody sentenced to prison or to restricted freedom."
    return " ".join(filter(None, (said, people_sentence(tally))))


def people_sentence(tally: analysis.Tally) -> str:
    """Individuals (named and not), groups, proceedings and entities, each counted as what it is."""
    people, groups = tally.people, tally.groups
    number, named = len(people), int(people["named"].sum())
    if not number:
        first = f"The cases concern no {'person' if groups.empty else 'individual'}."
    else:
        who = ("named" if number == 1 else "all named") if named == number else "not named" if not named else f"{in_words(named)} of them named"
        first = f"The cases concern {counted(number, 'individual')}, {who}."
    many = f" {groups_words(groups)}." if len(groups) else ""
    entities = f" {capital(counted(len(tally.entities), 'further case'))} {'concerns an outlet or association' if len(tally.entities) == 1 else 'concern outlets and associations'}, not a person." if len(tally.entities) else ""
    return first + many + entities


def groups_words(groups: pd.DataFrame) -> str:
    """Groups in the report's words, what came of them, and the least number that the report or its notes support; nothing for none."""
    if groups.empty:
        return ""
    said = listed(f"{row.text[:1].lower()}{row.text[1:]} ({row.outcome})" for row in groups.itertuples())
    least = listed(f"at least {in_words(row.at_least)}" for row in groups.itertuples())
    return f"Counted apart {'is a group' if len(groups) == 1 else 'are groups'}: {said}. The exact number is not told; the report and its notes support {least}"


def people_title(tally: analysis.Tally) -> str:
    """`Fourteen individuals, and dozens …`: the individuals in figures, the groups in the report's words; else the question."""
    number = len(tally.people)
    if not number:
        return "How many people, at what stage?"
    groups = [f"{row.text[:1].lower()}{row.text[1:]}" for row in tally.groups.itertuples()]
    return f"{capital(counted(number, 'individual'))}{', and ' + listed(groups) if groups else ''}"


def double_sentence(cases: pd.DataFrame) -> str:
    """Who stands in several proceedings, and which rows lie inside another: neither is counted twice."""
    people = cases[cases["persons_min"].notna() & analysis.is_named(cases)]
    several = people["person"].value_counts()
    twice = [person for person in dict.fromkeys(people["person"]) if several[person] > 1]
    said = []
    if twice:
        said.append(f"{listed(twice)} {'appears' if len(twice) == 1 else 'each appear'} in more than one proceeding and {'is' if len(twice) == 1 else 'are'} counted once.")
    inside = cases[cases["part_of"] != ""]
    if len(inside):
        of = listed(dict.fromkeys(cases.set_index("id")["persons_text"].reindex(inside["part_of"]).replace("", None).dropna()))
        said.append(f"{capital(counted(len(inside), 'row'))} {'tells' if len(inside) == 1 else 'tell'} what became of {'one' if len(inside) == 1 else 'some'} of {of or 'a group'}, already counted there.")
    return " ".join(said)


def panels_description(passed: pd.DataFrame) -> str:
    """The sentences in words, one by one."""
    known = passed[passed["months"].notna()]
    parts = [f"{analysis.PANELS[sanction]}: " + listed(f"{row.person}, {row.months:g} months ({row.when})" for row in rows.itertuples())
             for sanction, rows in analysis.panels(known).items()]  # fmt: skip
    return ". ".join(parts) + "." if parts else "The report gives no term."


def sentences_sentence(passed: pd.DataFrame) -> str:
    """The range of terms by sanction, what is missing, and which sentence has no note."""
    if passed.empty:
        return NO_TERMS
    said = []
    for sanction, rows in analysis.panels(passed).items():
        low, high = rows["months"].min(), rows["months"].max()
        span = f"{low:g} to {high:g} months" if low != high else f"{low:g} months{' each' if len(rows) > 1 else ''}"
        said.append(f"{analysis.PANELS[sanction]}: {span}.")
    first = " ".join(said)
    missing = int(passed["months"].isna().sum())
    untold = f" For {counted(missing, 'sentence')} no term is given." if missing else ""
    vague = passed[passed["vague"]]
    least = f" {capital(counted(len(vague), 'line'))} marked “at least” may stand for more people." if len(vague) else ""
    bare = passed[passed["footnotes"].map(len) == 0]
    note = f" {capital(counted(len(bare), 'sentence'))} {'has' if len(bare) == 1 else 'have'} no note: {listed(bare['person'])}." if len(bare) else ""
    return f"{first}{untold}{least}{note}".strip()


def torn_sentence(torn: pd.DataFrame, coded: bool = True) -> str:
    """Where the report and its notes do not fit together, person by person, each with a link to the list of all; nothing where nowhere."""
    if torn.empty:
        return "" if coded else "Whether the report and its notes agree on these cases is not coded."
    places = {person: tuple(rows["id"]) for person, rows in torn.groupby("person", sort=False)}
    said = {row.id: f"{row.statement}; but: {row.conflicts_with} ({chapter('evidence', '12-evidence', row.id)})." for row in torn.itertuples()}
    lines = [
        f"- **{capital(listed(person for person, own in places.items() if own == ids))}:** {' '.join(said[id_] for id_ in ids)}" for ids in dict.fromkeys(places.values())
    ]  # fmt: skip
    return "What the report says of a case in one place, in another and in the titles of its notes does not always fit together:\n\n" + "\n".join(lines)


def sentences_limits(passed: pd.DataFrame) -> str:
    """What the two panels do not say."""
    if passed.empty:
        return ""
    kinds = passed["sanction"].nunique()
    apart = f" Restricted freedom is not prison: it is served outside, under supervision and with limits on movement ({chapter('glossary', '/about/glossary#law-and-courts')}), and the two are not added here." if kinds > 1 and "restricted_freedom" in set(passed["sanction"]) else ""
    return f"These are the sentences that the report describes, not all that were passed.{apart} So few cases cannot show what a court would do next."


def about_title(passed: pd.DataFrame, mentioned: pd.Series) -> str:
    """`Five of nine sentences concerned Russia or Russian speakers`, where one country is named by half of five or more; else the question."""
    named = mentioned[mentioned != ""].value_counts()
    if len(passed) < 5 or named.empty or named.iloc[0] < len(passed) / 2:
        return "What was it about, and what followed?"
    country = named.index[0]
    return f"{capital(in_words(int(named.iloc[0])))} of {in_words(len(passed))} sentences concerned {listed([country, *_called_after(passed, mentioned, country)], last='or')}"


def _called_after(passed: pd.DataFrame, mentioned: pd.Series, country: str) -> list[str]:
    """What is called after a country (`Russian speakers`) in the rows that do not name the country itself."""
    rows = passed.loc[(mentioned == country) & ~passed["about"].str.contains(rf"\b{re.escape(country)}\b", regex=True), "about"]
    return list(dict.fromkeys(word for about in rows for word in re.findall(rf"\b{re.escape(country)}\w+(?: \w+)?", about)))


def about_sentence(passed: pd.DataFrame, mentioned: pd.Series) -> str:
    """What the grid shows and that it shows no rule."""
    if passed.empty:
        return "There is no sentence to set beside what it was about."
    named = mentioned[mentioned != ""].value_counts()
    found = ""
    if len(named):
        country = named.index[0]
        number = int(((mentioned == country) & passed["about"].str.contains(rf"\b{re.escape(country)}\b", regex=True)).sum())
        other, after = int(named.iloc[0]) - number, listed(_called_after(passed, mentioned, country), last="or")
        of = f"{capital(in_words(number) if number else 'none')} of {counted(len(passed), 'row')} {'names' if number == 1 else 'name'}" if len(passed) > 1 else f"The row {'names' if number else 'does not name'}"
        more = f", {in_words(other) if len(passed) > 1 else 'but'} {after}" if other else ""
        found = f"{of} {country} itself{more}; the words of the table are ours. "
    return f"{found}Side by side, {'the row shows' if len(passed) == 1 else 'the rows show'} what was punished and how; {counted(len(passed), 'sentence')} cannot show why one was harsher than another."


def held_sentence(held: pd.DataFrame) -> str:
    """Arrest and decision, person by person, where the report dates both."""
    if held.empty:
        return "The report dates both arrest and decision for nobody, so that nothing can be said about the time between."
    said = listed(f"{row.person} ({row.arrested}, then {row.decided})" for row in held.itertuples())
    return f"Both arrest and decision are dated for {counted(len(held), 'person', 'people')} only: {said}. That is too little for a length of time."


NO_ENTITIES = "The report describes no case against an outlet or an association."
NO_TERMS = "The report describes no sentence that takes or limits freedom."


def laws_sentence(cases: pd.DataFrame) -> str:
    """How many proceedings name a law, and which one is applied most."""
    rows = cases[cases["persons_min"].notna()]
    named = int((rows["law_id"] != "").sum())
    if rows.empty:
        return "There is no proceeding against a person."
    if len(rows) == 1:
        return f"The one proceeding {'can' if named else 'cannot'} be matched with a law in the report."
    if named in (0, len(rows)):
        return f"{capital(all_of(named, 'proceedings')) if named else f'None of {len(rows)} proceedings'} can be matched with a law in the report."
    return f"{capital(in_words(named))} of {in_words(len(rows))} proceedings can be matched with a law in the report; for the other {in_words(len(rows) - named)} it names none."


def register_title(cases: pd.DataFrame) -> str:
    """The title of the register."""
    return "Every proceeding against people, in date order"


def untold_sentence(cases: pd.DataFrame) -> str:
    """How many rows have no note."""
    rows = cases[cases["persons_min"].notna()]
    bare = rows[rows["footnotes"].map(len) == 0]
    if rows.empty:
        return ""
    if bare.empty:
        return "Every row has a note."
    if len(rows) == 1:
        return "The one row has no note: the report states it without a source."
    if len(bare) == len(rows):
        return f"None of the {in_words(len(rows))} rows has a note: the report states them without a source."
    return f"{capital(in_words(len(bare)))} of {in_words(len(rows))} rows {'has' if len(bare) == 1 else 'have'} no note: the report states {'it' if len(bare) == 1 else 'them'} without a source."


def panel_title(passed: pd.DataFrame, sanction: str) -> str:
    """`Prison: four people`, `Restricted freedom: at least five people`."""
    number, vague = people_of(passed, sanction)
    return f"{analysis.PANELS[sanction]}: {'at least ' if vague else ''}{counted(number, 'person', 'people')}"
