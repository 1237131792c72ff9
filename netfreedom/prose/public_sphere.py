"""Sentences and titles of the public-sphere chapter."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.public_sphere import TOLD
from netfreedom.prose.words import capital, chapter, counted, in_words, listed

CAMPAIGN_KEY = "One symbol per campaign; the bar is as wide as its date, solid where the report says that it lasted so long. Shaded: the period covered."
RARE = 0.25  # up to that share of the judgements a note is the exception that a title may name
THEMES = {"B4": "self-censorship", "B5": "steered discussion", "B6": "money", "B7": "the choice of sources", "B8": "organizing online"}


def lead(coded: bool, findings: pd.DataFrame, campaigns: pd.DataFrame | None) -> str:
    """The chapter's findings: how many judgements, how few notes, what was organized and what came of it (None where events are not coded)."""
    if not coded:
        return "This report was not coded for findings."
    return " ".join(filter(None, (judgement_sentence(findings), "" if campaigns is None else campaign_sentence(campaigns))))


def judgement_sentence(findings: pd.DataFrame) -> str:
    """How many judgements, and how many of them a note supports."""
    if findings.empty:
        return f"The report makes no judgement on {listed(THEMES.values(), 'or')}."
    noted = noted_number(findings)
    first = f"On {listed(THEMES.values())} the report makes **{counted(len(findings), 'judgement')}**"
    if len(findings) == 1:
        return f"{first}, {'which has a note' if noted else 'which has no note'}."
    return f"{first}; {in_words(noted) if noted else 'none'} of them {'has' if noted == 1 else 'have'} a note."


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
    others = "; ".join(dict.fromkeys(findings.loc[~own, "attributed_to"]))
    if findings.empty:
        return ""
    number = int((~own).sum())
    given = f"{capital(in_words(number))} of them {'is' if number == 1 else 'are'} put as the view of others ({others}); the rest the report states itself." if number else "All of this the report states itself."
    return f"{given} A judgement without a note is not wrong: it rests on the report's authors, and a reader cannot follow it further."


def campaign_sentence(campaigns: pd.DataFrame) -> str:
    """How many campaigns, and for how many a result is told."""
    if campaigns.empty:
        return "No campaign or rally is told of."
    told = int((campaigns["told"] == TOLD).sum())
    if len(campaigns) == 1:
        return f"It tells of one campaign or rally, {'and' if told else 'but not'} what came of it."
    each = "with each it tells what came of it" if told == len(campaigns) else f"with {in_words(told) if told else 'none'} of them it tells what came of it"
    return f"It tells of {counted(len(campaigns), 'campaign or rally', 'campaigns and rallies')}; {each}."


def campaigns_title(campaigns: pd.DataFrame) -> str:
    """The title that promises results, where one is told."""
    return "What people organized online, and what came of it" if (campaigns["told"] == TOLD).any() else "What people organized online"


def campaigns_limits(campaigns: pd.DataFrame, around: pd.DataFrame) -> str:
    """Order is not cause; what is not drawn."""
    if campaigns.empty and around.empty:
        return ""
    undated = int((campaigns["date"] == "").sum())
    missing = f"{capital(counted(undated, 'campaign'))} without a date {'stands' if undated == 1 else 'stand'} in the table only. " if undated else ""
    beside = "Where no outcome is told with a campaign, what followed may be an entry of its own, in the table beside. " if len(around) and (campaigns["told"] != TOLD).any() else ""
    return f"{missing}{beside}What came after a campaign did not therefore come of it: the report mostly gives the order of events, seldom the reason. Campaigns that it does not mention are not here."


def description(campaigns: pd.DataFrame) -> str:
    """The campaigns in words."""
    return "Campaigns in order of time: " + "; ".join(f"{row.title} ({row.result or 'outcome not told'})" for row in campaigns.itertuples()) + "."


def read_next() -> str:
    """Where to read on."""
    return (
        f"**What to read next.** {chapter('Restrictions', '04-restrictions')}: what happened to the services on which people organize."
        f" {chapter('Prosecutions', '06-prosecutions')}: what happened to those who did. {chapter('Evidence', '12-evidence')}: which judgements rest on notes."
    )
