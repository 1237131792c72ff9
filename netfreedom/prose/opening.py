"""What opens a book: the strongest findings of the scores, why the total moved, how sure that is, where it comes from."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import overview as analysis
from netfreedom.analysis.scores import Change, only_flip
from netfreedom.charts.parts import signed
from netfreedom.dates import words
from netfreedom.prose.evidence_base import discrepancy_title
from netfreedom.prose.words import capital, chapter, counted, glossary, in_words, listed, notes
from netfreedom.vocabulary import CATEGORIES

# Where a reader finds what the report says in the field of each category.
FIELDS = {
    "access": (("access", "08-access"), ("powers", "09-powers")),
    "content": (("restrictions", "04-restrictions"), ("content removal", "07-content-removal"), ("public sphere", "11-public-sphere")),
    "rights": (("legal changes", "05-legal-changes"), ("prosecutions", "06-prosecutions"), ("surveillance", "10-surveillance")),
}
NAMED = 8  # more things than that are counted, not named


def status_sentence(path: pd.DataFrame, edition: int) -> str:
    """The status of the edition and when it changed in the editions before (`path` as from `world.path`); nothing where the index lacks it."""
    rows = path[path["edition"] <= edition].dropna(subset=["status"])
    if rows.empty or int(rows["edition"].iloc[-1]) != edition:
        return ""
    now, first = rows["status"].iloc[-1], int(rows["edition"].iloc[0])
    if len(rows) == 1:
        return f"Its status is **{now}**."
    turns = [(old.status, new.status, new.edition) for old, new in zip(rows.iloc[:-1].itertuples(), rows.iloc[1:].itertuples(), strict=True) if old.status != new.status]
    if not turns:
        return f"Its status is **{now}**, as in every edition since {first}."
    said = listed(f"in the {year} edition from {old} to {new}" for old, new, year in turns)
    times = counted(len(turns), "time").replace("one time", "once").replace("two times", "twice")
    return f"Its status is **{now}**; since {first} it changed {times}, {said}."


def findings(*sentences: str) -> str:
    """The findings that a reader should take along, as a list; nothing where there are none."""
    return "\n".join(f"- {sentence}" for sentence in sentences if sentence)


def controls_finding(title: str, totals: pd.Series, iso3: str) -> str:
    """The title of the controls as a sentence; nothing where none were published."""
    return f"{title}, of {counted(len(totals), 'country', 'countries')} assessed ({glossary('what a control is', 'the-report')})." if iso3 in totals.index else ""


def why(report, change: Change | None) -> str:
    """What the points show about their reasons, what the report's opening names in the field that moved, and where more is told."""
    if change is None:
        return "**Why?** There is no earlier score here, so there is no change to explain."
    moved = change.categories[change.categories["worse_by"] != 0] if len(change.categories) else change.categories
    if not change.total_worse_by and moved.empty:
        return "**Why?** The total did not change, so there is no change to explain."
    keys = list(moved.get("category", ()))
    links = [chapter(*link) for key in keys for link in FIELDS[key] if report.meta.tables]
    named = candidates(report, keys)
    read = f" More in this field: {listed(links)}." if links else ""
    return f"**Why?** {_points_by_question(report, change)}{named}{read.strip() if named else read}"


def candidates(report, categories: list[str]) -> str:
    """What the report's own opening names in the categories that moved: the report's choice, and no cause; nothing where it names nothing."""
    turns = analysis.named_in_opening(report, categories) if report.meta.tables else []
    if not turns:
        return ""
    lines = [f"- {chapter(turn.what, turn.chapter, turn.anchor)}{notes(turn.notes)}" for turn in turns[:NAMED]]
    more = [f"- {in_words(len(turns) - NAMED)} more"] if len(turns) > NAMED else []
    return " Candidates are what the report's own opening names in this field; whether they counted for the points, it does not say:\n\n" + "\n".join([*lines, *more]) + "\n\n"


def _points_by_question(report, change: Change) -> str:
    points = "the point" if abs(change.total_worse_by) == 1 else f"the {in_words(abs(change.total_worse_by))} points" if change.total_worse_by else "the points that moved"
    if report.meta.layout == "sections":
        return f"The report gives its points by category, not by question. They do not show which of its findings made the difference, so this book names no cause for {points}."
    rows = report.question_scores
    rows = rows[rows["change"].notna() & (rows["change"] != 0)]
    if rows.empty:
        coded = report.coded("question_scores")
        return "No question is printed with a change." if coded else "The points of each question are not coded here, so this book names no cause."
    return f"Points moved on {listed(f'{row.question} ({signed(int(row.change))})' for row in rows.itertuples())}; the report argues each question in a section of its own."


def how_sure(report, change: Change | None, robust: pd.DataFrame, bare: int, facts: int) -> str:
    """That a point or two are a judgement, what a point more or less would do to the status, how many facts have no note, how often the report contradicts itself."""
    step = abs(change.total_worse_by) if change else 0
    parts = [f"{capital(counted(step, 'point'))} {'is' if step == 1 else 'are'} a judgement, not a measurement." if step in (1, 2) else "Every point is a judgement, not a measurement."]
    parts.append(flip_sentence(report.scores, robust) if len(robust) else "")
    if facts > 1 and not report.coded("sources"):
        parts.append("The report's notes are not coded here, so its claims cannot be followed to their sources.")
    elif facts > 1:
        many = f"{in_words(bare)} of the {facts:,} facts coded from the report {'has' if bare == 1 else 'have'} no note that a reader could check"
        every = f"{'each' if not bare else 'none'} of the {facts:,} facts coded from the report has a note"
        parts.append(f"{capital(every if bare in (0, facts) else many)} ({chapter('evidence', '12-evidence')}).")
    if report.coded("discrepancies") and len(report.discrepancies):
        torn = discrepancy_title(report.discrepancies, True)
        parts.append(f"This book counts {torn[:1].lower()}{torn[1:]} ({chapter('the list', '12-evidence', report.discrepancies['id'].iloc[0])}).")
    if facts > 1:
        parts.append(f"Other sources can be set beside some of its figures ({chapter('cross-checks', '13-cross-checks')}).")
    return f"**How sure?** {' '.join(filter(None, parts))}"


def flip_sentence(scores: pd.DataFrame, robust: pd.DataFrame) -> str:
    """What a point more or less in each category would do to the latest status, in words where one combination decides (`robust` as from `scores.robustness_table`)."""
    last = robust.iloc[-1]
    if last["same"] == last["combinations"]:
        return f"A point more or less in each of the three categories would leave the status at {last['status']}."
    flip = only_flip(scores)
    if flip:
        return (f"A total {counted(len(CATEGORIES), 'point')} {flip[0]} would be {flip[1]}. With each category up to a point higher or lower, "
                f"one of {last['combinations']} combinations gets there: all of them {flip[0]}.")
    return f"With each category one point lower, the same or one point higher, the status stays {last['status']} in {last['same']} of {last['combinations']} combinations."


def where_from(meta) -> str:
    """The report with its address and date, or the index where nothing else is known; how the tables were made."""
    if not meta.tables:
        return f"**Where from?** From {meta.publisher}'s scores alone; the report's text is not coded here ({chapter('methods', '/about/methods')})."
    title = f"[{meta.title}]({meta.url})" if meta.url else meta.title
    part = "an excerpt of one report" if meta.extent == "excerpt" else "one report"
    published = f", published {words(meta.published)}" if meta.published else ""
    return (f"**Where from?** From {part}: {title} ({meta.publisher}{published}). Its facts were put into tables, and a program looked whether they stand in the text; "
            f"that does not make them true ({chapter('methods', '/about/methods')}).")
