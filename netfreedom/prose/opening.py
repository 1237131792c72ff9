"""What opens a book: the strongest findings of the scores, why the total moved, how sure that is, where it comes from."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis import overview as analysis
from netfreedom.analysis.evidence_base import Match, kinds_by_language
from netfreedom.analysis.scores import Change, only_flip
from netfreedom.charts.evidence_base import in_plain_words
from netfreedom.analysis.signs import signed
from netfreedom.dates import words
from netfreedom.prose.cross_checks import claims_sentence, set_beside_others
from netfreedom.prose.evidence_base import discrepancy_title, match_sentence
from netfreedom.prose.words import capital, chapter, counted, glossary, in_words, listed, notes_or_none
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


def controls_finding(title: str, others: str) -> str:
    """The title of the controls as a sentence, with the `others` that had all of them."""
    return f"{title}{others} ({glossary('what a control is', 'the-report')})."


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


# What else happens in a field, as words for one entry and for several.
ELSE = {
    "restricted_freedom": ("case that ended in {0}", "cases that ended in {0}"), "arrest": ("entry on arrests or detentions", "entries on arrests or detentions"),
    "violence": ("entry on violence against a user", "entries on violence against users"), "intimidation": ("entry on intimidation", "entries on intimidation"),
    "technical_attack": ("entry on technical attacks", "entries on technical attacks"),
}


def beside(report, categories: list[str], named: set[str]) -> str:
    """What else the report tells of the categories in the period, counted, and where its restrictions are judged; nothing where neither is told.

    `named`: ids of the candidates, which are told already.
    """
    told = listed(counted(count, *ELSE[kind]).format(glossary("restricted freedom", "law-and-courts")) for kind, count in analysis.others_in_field(report, categories, named))
    also = f"In the same field and period the report also tells of {told}; these are judged in the same category." if told else ""
    others = [category.title for category in CATEGORIES if category.key in ("access", "content")]
    apart = len(report.restrictions) and categories and not {"access", "content"} & set(categories)
    return " ".join(filter(None, (also, f"What is blocked, disrupted or cut off is judged in other categories ({listed(others)}), whose points did not change." if apart else "")))


def candidates(report, categories: list[str]) -> str:
    """What the report's own opening names in the categories that moved: the report's choice, and no cause; nothing where it names nothing."""
    turns = analysis.named_in_opening(report, categories) if report.meta.tables else []
    if not turns:
        return ""
    alike = analysis.like_those_in_opening(report, categories)
    also = ["Cases that ended like those named, in the same period, but that the report tells only further on:", *_lines(report, alike)] if alike else []
    more = beside(report, categories, {turn.anchor for turn in (*turns, *alike)})
    said = "\n\n".join(["\n".join(part) for part in (_lines(report, turns), also[:1], also[1:], [more] * bool(more)) if part])
    return f" Candidates are what the report's own opening names in this field; whether they counted for the points, it does not say:\n\n{said}\n\n"


def _lines(report, turns: list[analysis.Turn]) -> list[str]:
    """A line for each, with its notes or that it has none; so many at most, the rest counted."""
    lines = [f"- {chapter(turn.what, turn.chapter, turn.anchor)}{notes_or_none(turn.notes, report.coded('sources'))}{_remark(turn)}" for turn in turns[:NAMED]]
    return [*lines, *([f"- {in_words(len(turns) - NAMED)} more"] if len(turns) > NAMED else [])]


def _remark(turn: analysis.Turn) -> str:
    """That a candidate is told under another category, and that the report is contradicted on it."""
    remarks = [f"told under {turn.told_under}"] * bool(turn.told_under) + [f"contradicted: see {chapter('prosecutions', '06-prosecutions')}"] * turn.torn
    return f" ({'; '.join(remarks)})" if remarks else ""


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


def how_sure(report, change: Change | None, robust: pd.DataFrame, match: Match | None = None, claims: pd.DataFrame | None = None) -> str:
    """The verdict first: how sure it is that the report says so, that it is so, and of the score; then what each rests on.

    `match` as from `evidence_base.match_with_report`, `claims` as from `cross_checks.claims`; None where there was no check and
    no claims could be looked for.
    """
    bare, facts = analysis.without_note(report) if report.meta.tables else (0, 0)
    others = claims is not None and set_beside_others(claims) > 0
    verdict = [text_verdict(match), truth_verdict(report, others)] if facts else ["The report was read and no fact was found in it, so there is only the score to weigh."]
    if not report.meta.tables:
        verdict = ["The report's text is not coded here, so there is only the score to weigh."]
    score = f"The score is {report.meta.publisher}'s judgement, which cannot be checked from the report."
    told = [
        ("What the report says", f"{match_sentence(match)}{OWN_READING if match and match.current else ''}" if facts else ""),
        ("Whether it is so", _sources(report, bare, facts) if facts else ""),
        ("What others say", f"{claims_sentence(claims, analysis.in_box(report))} ({chapter('cross-checks', '13-cross-checks')})." if facts and claims is not None else ""),
        ("The score", _score(report.scores, change, robust)),
        ("Least sure", _least_sure(report) if facts else ""),
    ]  # fmt: skip
    lines = "\n".join(f"- **{what}:** {said}" for what, said in told if said)
    return f"**How sure?** {' '.join([*verdict, score])}\n\n{lines}"


def text_verdict(match: Match | None) -> str:
    """How sure it is that the report says what the tables hold."""
    if match is None or not match.current or not match.rows:
        return "Whether the report says what stands here has not been checked by a program."
    if match.matched == match.rows:
        return "That the report says what stands here is sure."
    return f"That the report says what stands here is {'mostly sure' if 2 * match.matched > match.rows else 'not sure'}."


OWN_READING = " How they are sorted, by kind or direction for instance, is this book's own reading."


def truth_verdict(report, others: bool) -> str:
    """How sure it is that things are as the report says, by what it rests on; `others`: whether other sources say anything of it."""
    kind, number, total = _commonest(report.sources)
    mostly = f", and most of what that cites is {kind}" if 2 * number > total > 1 else ""
    return f"Whether it is true this book {'mostly ' if others else ''}cannot tell: it has {_read(report.meta)}{mostly}."


def _commonest(sources: pd.DataFrame) -> tuple[str, int, int]:
    """The commonest kind of source in words, how many there are of it, how many sources in all."""
    kinds = kinds_by_language(sources)
    kinds = kinds[kinds["kind"] != ""]
    return (in_plain_words(kinds["kind"].iloc[0]), int(kinds["total"].iloc[0]), int(kinds["sources"].sum())) if len(kinds) else ("", 0, 0)


def _sources(report, bare: int, facts: int) -> str:
    """How many facts have a note that a reader could follow."""
    if not report.coded("sources"):
        return "The report's notes are not coded here, so its claims cannot be followed to their sources."
    if facts == 1:
        return f"The one fact coded from the report has {'no note' if bare else 'a note'} that a reader could follow."
    who = f"{'each' if not bare else 'none'} of the {facts:,} facts coded from the report has a note" if bare in (0, facts) else (
        f"{in_words(bare)} of the {facts:,} facts coded from the report {'has' if bare == 1 else 'have'} no note")
    kind, number, total = _commonest(report.sources)
    cited = f"; {in_words(number)} of the {counted(total, 'source')} in its notes {'is' if number == 1 else 'are'} {kind}" if number > 1 else ""
    return f"{capital(who)} that a reader could follow{cited} ({chapter('evidence', '12-evidence')})."


def _score(scores: pd.DataFrame, change: Change | None, robust: pd.DataFrame) -> str:
    step = abs(change.total_worse_by) if change else 0
    moved = f"{capital(counted(step, 'point'))} {'is' if step == 1 else 'are'} a judgement, not a measurement." if step in (1, 2) else "Every point is a judgement, not a measurement."
    return " ".join(filter(None, (moved, flip_sentence(scores, robust) if len(robust) else "")))


def _least_sure(report) -> str:
    """What has no date, what is not told as a fact, and how often the report and its notes do not fit together."""
    events = report.events
    undated, doubtful = int((events["date"] == "").sum()), int(events["standing"].isin(("alleged", "disputed")).sum())
    parts = []
    if undated or doubtful:
        one = len(events) == 1
        said = [f"{'' if one else in_words(number)} {singular if number == 1 else plural} {what}".strip() for number, singular, plural, what in (
            (undated, "has", "have", "no date"), (doubtful, "is", "are", "only alleged, or disputed")) if number]
        parts.append(f"{'The one entry' if one else f'Of {in_words(len(events))} entries'} of the timeline {listed(said)} ({chapter('timeline', '03-timeline')}).")
    if len(report.discrepancies):
        torn = discrepancy_title(report.discrepancies, True)
        parts.append(f"This book counts {torn[:1].lower()}{torn[1:]} ({chapter('the list', '12-evidence', report.discrepancies['id'].iloc[0])}).")
    elif not report.coded("discrepancies"):
        parts.append("Whether the report contradicts itself was not looked for.")
    return " ".join(parts)


def flip_sentence(scores: pd.DataFrame, robust: pd.DataFrame) -> str:
    """What a point more or less in each category would do to the latest status, in words where one combination decides (`robust` as from `scores.robustness_table`)."""
    last = robust.iloc[-1]
    if last["same"] == last["combinations"]:
        return f"A point more or less in each of the three categories would leave the status at {last['status']}."
    flip = only_flip(scores)
    if flip:
        return (f"A total {counted(len(CATEGORIES), 'point')} {flip[0]} would be {flip[1]}. With each category one point lower, the same or one point higher "
                f"there are {last['combinations']} combinations; only the one with all {in_words(len(CATEGORIES))} categories one point {flip[0]} gets there.")
    return f"With each category one point lower, the same or one point higher, the status stays {last['status']} in {last['same']} of {last['combinations']} combinations."


def where_from(meta) -> str:
    """The report with its address and date, or the index where nothing else is known; how the tables were made."""
    if not meta.tables:
        return f"**Where from?** From {meta.publisher}'s scores alone; the report's text is not coded here ({chapter('methods', '/about/methods')})."
    title = f"[{meta.title}]({meta.url})" if meta.url else meta.title
    published = f", published {words(meta.published)}" if meta.published else ""
    return (f"**Where from?** From {_read(meta)}: {title} ({meta.publisher}{published}). Its facts were put into tables, and a program looked whether they stand in the text; "
            f"that does not make them true ({chapter('methods', '/about/methods')}).")


def _read(meta) -> str:
    return "an excerpt of one report" if meta.extent == "excerpt" else "one report"
