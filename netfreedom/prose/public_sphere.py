"""Sentences and titles of the public-sphere chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.public_sphere import TOLD, by_question
from netfreedom.dates import words
from netfreedom.prose.words import capital, counted, in_words, listed, noted, notes, of_them

CAMPAIGN_KEY = "One symbol per campaign; the bar is as wide as its date, solid where the report says that it lasted so long. Shaded: the period covered."
MEDIA = "media"  # topic of indicators
RARE = 0.25  # up to that share of the judgements a note is the exception that a title may name
FEW = 3  # under so many campaigns a title states no share
THEMES = {"B4": "self-censorship", "B5": "steered discussion", "B6": "money", "B7": "the choice of sources", "B8": "organizing online"}


def lead(coded: bool, findings: pd.DataFrame, campaigns: pd.DataFrame | None) -> str:
    """The chapter's findings: what the report judges, what was organized and what came of it (None where events are not coded), how few notes."""
    if not coded:
        return "This report was not coded for findings."
    return " ".join(filter(None, (opening_sentence(findings), "" if campaigns is None else campaign_sentence(campaigns), judgement_sentence(findings))))


OPENING = ("B4", "B5", "B8")  # self-censorship, steered discussion, organizing: what is said, by whom, and what comes of it


def opening_sentence(findings: pd.DataFrame) -> str:
    """The report's first judgement on each of these questions alone; nothing where it makes none in its own name."""
    own = findings[findings["attributed_to"].isin(["the report", ""])]
    said = [own.loc[own["question"].map(lambda codes, code=code: tuple(codes) == (code,)).astype(bool), "statement"].head(1) for code in OPENING]
    told = [within(statement, findings["statement"]) for rows in said for statement in rows]
    return f"**In the report's judgement, {listed(told)}.**" if told else ""


def within(statement: str, others) -> str:
    """A statement as part of a sentence: its first letter small, unless its first word has a capital elsewhere as well."""
    word = statement.split(" ")[0]
    name = not word[1:].islower() and "-" not in word or any(f" {word}" in other for other in others)
    return statement if name else f"{statement[:1].lower()}{statement[1:]}"


def judgement_sentence(findings: pd.DataFrame) -> str:
    """How many judgements, and how many of them a note supports."""
    if findings.empty:
        return f"The report makes no judgement on {listed(THEMES.values(), 'or')}."
    noted = noted_number(findings)
    first = f"The report makes {counted(len(findings), 'judgement')} on {listed(THEMES.values())}"
    if len(findings) == 1:
        return f"{first}, {'which has a note' if noted else 'which has no note'}."
    return f"{first}; {'only ' if noted and noted <= RARE * len(findings) else ''}{of_them(noted, len(findings))} {'has' if noted < 2 else 'have'} a note."


def counting_sentence(findings: pd.DataFrame) -> str:
    """Why the questions add up to more than the judgements; nothing where they do not."""
    total = int(by_question(findings)["findings"].sum())
    if total <= len(findings):
        return ""
    return f"A judgement that bears on two questions is counted under both: the questions add up to {in_words(total)}, the judgements to {in_words(len(findings))}."


def noted_number(findings: pd.DataFrame) -> int:
    """How many findings have a note."""
    return int(findings["footnotes"].map(len).gt(0).sum())


def findings_title(findings: pd.DataFrame) -> str:
    """That hardly any judgement has a note, where it is so; else what the list holds."""
    noted = noted_number(findings)
    if len(findings) < 5 or noted > RARE * len(findings):
        return "What the report judges, and on what it rests"
    few = "None" if not noted else f"Only {in_words(noted)}"
    return f"{few} of {in_words(len(findings))} judgements {'has' if noted < 2 else 'have'} a note"


def others_sentence(findings: pd.DataFrame) -> str:
    """How many judgements the report gives to others than itself."""
    own = findings["attributed_to"].isin(["the report", ""])
    others = listed(f"“{whose}”" for whose in dict.fromkeys(findings.loc[~own, "attributed_to"]))
    if findings.empty:
        return ""
    number = int((~own).sum())
    if len(findings) == 1:
        given = f"The report gives it as the view of others ({others})." if number else "The report states it itself."
        return f"{given} A judgement without a note is not wrong: it rests on the report's authors, and a reader cannot follow it further."
    given = f"The report gives {of_them(number, len(findings))} as the view of others ({others}){'' if number == len(findings) else ' and states the rest itself'}." if number else "The report states all of this itself."
    return f"{given} A judgement without a note is not wrong: it rests on the report's authors, and a reader cannot follow it further."


def figures_sentence(indicators: pd.DataFrame) -> str:
    """The figures that the report prints on media and money, with their dates and notes; nothing without any."""
    rows = indicators[indicators["topic"] == MEDIA]
    said = "; ".join(f"{row.label}: {row.value_text} ({words(row.as_of) if row.as_of else 'no date'}){notes(row.footnotes)}" for row in rows.itertuples())
    return f"{'Figures' if len(rows) > 1 else 'A figure'} that the report prints on this: {said}; {noted(rows)}." if said else ""


NO_CAMPAIGN = "The report describes no campaign or rally."
NOTHING_BESIDE = "No other entry bears on what people organize."


def campaign_sentence(campaigns: pd.DataFrame) -> str:
    """How many campaigns, and for how many a result is told."""
    if campaigns.empty:
        return NO_CAMPAIGN
    told = int((campaigns["told"] == TOLD).sum())
    if len(campaigns) == 1:
        return f"The report describes one campaign or rally {'and says' if told else 'but does not say'} what came of it."
    return f"The report describes {counted(len(campaigns), 'campaign or rally', 'campaigns and rallies')} {f'and says what came of {of_them(told, len(campaigns))}' if told else 'but does not say what came of any of them'}."


def campaigns_title(campaigns: pd.DataFrame) -> str:
    """Of how many campaigns the report says what came, where it is of one among three or more; else what is shown."""
    told = int((campaigns["told"] == TOLD).sum())
    if not told:
        return "What people organized online"
    if len(campaigns) < FEW:
        return "What people organized online, and what came of it"
    which = f"all {in_words(told)}" if told == len(campaigns) else f"{in_words(told)} of {in_words(len(campaigns))}"
    return f"The report says what came of {which} campaigns"


def campaigns_limits(campaigns: pd.DataFrame, around: pd.DataFrame) -> str:
    """Order is not cause; what is not drawn."""
    if campaigns.empty and around.empty:
        return ""
    undated = int((campaigns["date"] == "").sum())
    missing = f"{capital(counted(undated, 'campaign'))} without a date {'stands' if undated == 1 else 'stand'} in the table only. " if undated else ""
    beside = "Where no outcome is told with a campaign, what followed may be an entry of its own, in the list of related events. " if len(around) and (campaigns["told"] != TOLD).any() else ""
    return f"{missing}{beside}What came after a campaign did not therefore come of it: the report mostly gives the order of events, seldom the reason. Campaigns that it does not mention are not here."


def description(campaigns: pd.DataFrame) -> str:
    """The campaigns in words."""
    return "Campaigns in order of time: " + "; ".join(f"{row.title} ({row.result or 'outcome not told with it'})" for row in campaigns.itertuples()) + "."
