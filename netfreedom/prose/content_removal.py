"""Sentences and finding titles of the chapter on content removal."""

from __future__ import annotations

import pandas as pd

from netfreedom.analysis.content_removal import routes
from netfreedom.prose.words import capital, chapter, counted, in_words, listed, the

KEY = "One square per request; filled: granted, by the printed share. What is not a count of requests is given in words only."
HALVES_KEY = "Half-years. Requests; share granted; items named in them, on a logarithmic scale. Shaded: the period covered. Pale: an upper limit."
FEWEST_HALVES = 5  # fewer half-years are a table
_OUTCOMES = {
    "removed": "ended in removal", "restored": "ended in removal that was undone", "refused": "met a refusal",
    "pending": "was not decided yet", "not_stated": "has no stated outcome",
}  # fmt: skip
_OUTCOMES_MANY = _OUTCOMES | {"pending": "were not decided yet", "not_stated": "have no stated outcome"}


def lead(companies: pd.DataFrame | None, told: pd.DataFrame | None, step: tuple[int, int] | None) -> str:
    """The chapter's findings; None stands for a table that is not coded."""
    return " ".join(filter(None, (companies_lead(companies), jump_sentence(step), orders_lead(told))))


def companies_lead(companies: pd.DataFrame | None) -> str:
    """What companies granted of what they were asked."""
    if companies is None:
        return "What companies were asked to remove is not coded for this report."
    if companies.empty:
        return "The report was read for requests to companies and prints none."
    when = set(companies["when"])
    told = "; ".join(company_clause(row) for row in companies.itertuples())
    own = f"{'the companies' if len(companies) > 1 else 'the company'}' own {'figures' if len(companies) > 1 else 'figure'}".replace("company'", "company's")
    return f"**{told}**, by {own}{f' for {when.pop()}' if len(when) == 1 else ''}."


def companies_description(companies: pd.DataFrame) -> str:
    """The same in plain words, for those who do not see the squares."""
    return companies_lead(companies).replace("**", "")


# What a company tells, by case: as a clause of a sentence, and as a label.
_CLAUSES = {
    "nothing": "{company} gives no number", "restricted": "{company} restricted {restricted} (the number of requests is not printed)",
    "asked": "{company} received {asked} (how many it granted is not printed)", "none": "{company} received {asked}",
    "refused": "{company} received {asked} and refused it", "met": "{company} received {asked} and granted it", "share": "{company} granted {granted} of {asked}",
}  # fmt: skip
_LABELS = {
    "nothing": "{company}: no number printed", "restricted": "{company}: {restricted} restricted, number of requests not printed",
    "asked": "{company}: {asked}, granted share not printed", "none": "{company}: {asked}",
    "refused": "{company}: {asked}, refused", "met": "{company}: {asked}, granted", "share": "{company}: {asked}, {granted} granted",
}  # fmt: skip


def company_clause(row) -> str:
    """`Google granted about one of 19 requests`; `Facebook restricted 25 posts, of a number of requests that is not printed`."""
    return _company(row, _CLAUSES)


def company_words(row) -> str:
    """`Google: 19 requests, about one granted`; `Facebook: 25 posts restricted, number of requests not printed`."""
    return _company(row, _LABELS)


def _company(row, forms: dict[str, str]) -> str:
    if pd.isna(row.requests):
        restricted = "" if pd.isna(row.restricted) else restricted_words(row)
        return forms["restricted" if restricted else "nothing"].format(company=row.company, restricted=restricted)
    told = {"company": row.company, "asked": counted(int(row.requests), "request")}
    if pd.isna(row.granted):
        return forms["asked"].format(**told)
    if row.requests <= 1:
        return forms["none" if not row.requests else "met" if row.granted else "refused"].format(**told)
    return forms["share"].format(**told, granted=granted_words(int(row.granted), int(row.requests), row.percent))


def restricted_words(row) -> str:
    """`25 posts`; `one item` where the report does not say of what."""
    return f"{in_words(int(row.restricted))} {row.unit}" if row.unit else counted(int(row.restricted), "item")


def granted_words(granted: int, asked: int, percent: float) -> str:
    """`none`, `one`, `all`: of several requests; `about one` where the rounded share fits another number as well, or none."""
    fits = [number for number in range(asked + 1) if abs(100 * number / asked - percent) <= 0.5]
    exact = fits == [granted]
    return "none" if not granted else "all" if granted == asked else f"{'' if exact else 'about '}{in_words(granted)}"


def companies_title(companies: pd.DataFrame) -> str:
    """What each company granted, where at most three print both numbers; else the question."""
    known = companies[companies["granted"].notna() & (companies["requests"] > 1)]
    if not 1 <= len(known) <= 3 or known["company"].duplicated().any():
        return "What were companies asked to remove, and what did they grant?"
    words = [f"{row.company} {'granted ' if place == 0 else ''}{granted_words(int(row.granted), int(row.requests), row.percent)} of {in_words(int(row.requests))}"
             + (" requests" if place == 0 else "") for place, row in enumerate(known.itertuples())]  # fmt: skip
    return listed(words)


def companies_sentence(companies: pd.DataFrame) -> str:
    """Where the comparison stops."""
    if companies.empty:
        return ""
    limits = []
    if len(set(companies["unit"])) > 1:
        limits.append("The companies do not count the same thing, so their numbers cannot be added or compared")
    if companies["granted"].notna().any():
        limits.append("a percentage is shown as the number of requests that it stands for, rounded")
    first = f"{capital('; '.join(limits))}. " if limits else ""
    return f"{first}What a company does not publish, and what a user takes down after a call, is in no such count."


def jump_sentence(step: tuple[int, int] | None) -> str:
    """The step to the half-year of the report; nothing where it cannot be told."""
    if step is None:
        return ""
    before, after = step
    if before == after:
        return f"In the latest half-year that lies wholly in the period covered Google counted {counted(after, 'request')}, as many as in the half-year before."
    return f"In the latest half-year that lies wholly in the period covered Google counted {counted(after, 'request')}, after {in_words(before)} in the half-year before."


def halves_title(step: tuple[int, int] | None) -> str:
    """That requests at least doubled, where they did; else the question."""
    if step is None or step[0] == 0 or step[1] < 2 * step[0]:
        return "Were requests to Google new?"
    return f"Requests to Google rose from {step[0]:,} to {step[1]:,} in half a year"


def halves_sentence(country: str, halves: pd.DataFrame) -> str:
    """The extremes of the series and what a request is not; says so where the index has no series."""
    if halves.empty:
        return f"{capital(the(country))} has no series of requests to companies in the index, so it cannot be told whether the report's figures were usual."
    said = []
    exact = halves[~halves["below"]]
    if len(exact) > 1:
        most = exact.loc[exact["requests"].astype(float).idxmax()]
        named = f", and named {counted(int(most['items']), 'item')}: one request can name many" if pd.notna(most["items"]) and most["items"] > most["requests"] else ""
        said.append(f"The most, {in_words(int(most['requests']))}, came in {most['when']}{named}.")
        said.append("Where requests are few, the share granted jumps.")
    missing = missing_halves(halves)
    if missing:
        said.append(f"For {counted(missing, 'half-year')} in between the company's file has no entry, which need not mean that nothing was asked.")
    said.append("The file counts what reached the company, not what was posted or why it was asked for.")
    return " ".join(said)


def missing_halves(halves: pd.DataFrame) -> int:
    """Half-years without an entry between the first and the last."""
    if len(halves) < 2:
        return 0
    months = lambda column: halves[column].dt.year * 12 + halves[column].dt.month  # noqa: E731
    return int((months("end").iloc[-1] - months("start").iloc[0]) // 6 - len(halves))


def halves_description(halves: pd.DataFrame) -> str:
    """The series in words."""
    return "Requests by half-year: " + "; ".join(
        f"{row.when} {'fewer than ' if row.below else ''}{int(row.requests):,}" + ("" if pd.isna(row.percent) else f", {float(row.percent):g} percent granted")
        for row in halves.itertuples()) + "."  # fmt: skip


def twitter_sentence(halves: pd.DataFrame) -> str:
    """What Twitter withheld; nothing without a series."""
    if halves.empty:
        return ""
    counts = halves[halves[["court", "other"]].notna().any(axis=1)]
    asked = int(counts[["court", "other"]].fillna(0).to_numpy().sum())
    accounts, posts = int(halves["accounts_withheld"].fillna(0).sum()), int(halves["posts_withheld"].fillna(0).sum())
    withheld = "no account or post" if not accounts + posts else f"{counted(accounts, 'account')} and {counted(posts, 'post')}"
    silent = len(halves) - len(counts)
    without = f" and gives no number of requests for {in_words(silent)} more" if silent and len(counts) else ""
    return f"Twitter counts {counted(asked, 'request')} in {counted(len(counts), 'half-year')}{without}; it withheld {withheld}."


def twitter_title(halves: pd.DataFrame) -> str:
    """That nothing was withheld, where it is so in three half-years or more; else what is shown."""
    withheld = halves[["accounts_withheld", "posts_withheld"]]
    if len(halves) >= 3 and withheld.notna().any(axis=1).all() and not withheld.fillna(0).to_numpy().sum():
        return f"Twitter withheld nothing in the {in_words(len(halves))} half-years that it reports on"
    return "Requests to Twitter by half-year"


def no_twitter(country: str) -> str:
    """What stands in place of the table of requests to Twitter."""
    return f"The index holds no requests to Twitter from {the(country)}."


def orders_lead(told: pd.DataFrame | None) -> str:
    """How many single cases, and what came of them: not each tells of a demand."""
    if told is None:
        return "Single cases of removal are not coded for this report."
    if told.empty:
        return "The report describes no single case of removal."
    return f"The report describes **{counted(len(told), 'case')} of removal asked or done**: {outcome_counts(told)}."


def outcome_counts(told: pd.DataFrame) -> str:
    """`three ended in removal, one met a refusal and one has no stated outcome`; `it met a refusal`."""
    counts = told["outcome"].value_counts()
    if len(told) == 1:
        return f"it {_OUTCOMES[counts.index[0]]}"
    return listed(f"{in_words(int(counts[key]))} {(_OUTCOMES if counts[key] == 1 else _OUTCOMES_MANY)[key]}" for key in _OUTCOMES if counts.get(key))


def orders_title(told: pd.DataFrame) -> str:
    """That no two cases took the same route, where three or more are told; else the question."""
    if len(told) < 3 or routes(told) < len(told):
        return "Who asked whom to remove what, and what came of it?"
    number = in_words(len(told))
    return f"{capital(number)} cases of removal asked or done, {number} different routes"


def orders_sentence(told: pd.DataFrame) -> str:
    """How many came with a court, how many with no asker named, and what the list is not."""
    if told.empty:
        return ""
    court, nobody = int((told["court"] == "yes").sum()), int((told["by"].map(len) == 0).sum())
    if court:
        ordered = "A court ordered " + ("it" if len(told) == 1 else f"{in_words(court)} of them")
    else:
        ordered = f"The report mentions no court order for {'it' if len(told) == 1 else 'any of them'}"
    asked = f"; {'the report' if court else 'it'} names nobody who asked {'for it' if len(told) == 1 else f'for {in_words(nobody)} of them'}" if nobody else ""
    these = "This is a case" if len(told) == 1 else "These are the cases"
    return (
        f"{ordered}{asked}. {these} that became known: what is taken down quietly leaves no row, and a removal is not a block"
        f" ({chapter('restrictions', '04-restrictions')})."
    )


def rules_sentence(rules: pd.DataFrame) -> str:
    """How many rules bear on removal and the shortest deadline."""
    if rules.empty:
        return "The report mentions no rule on the removal of content."
    one = len(rules) == 1
    hours = rules["deadline_hours"].dropna()
    some = "It" if one else f"{capital(in_words(len(hours)))} of them"
    least = counted(int(hours.min()), "hour") if len(hours) else ""
    within = "" if hours.empty else f" {some} {'sets' if len(hours) == 1 else 'set'} a deadline{': ' if len(hours) == 1 else ', the shortest '}{least}."
    return f"{capital(counted(len(rules), 'rule'))} {'bears' if one else 'bear'} on the removal of content.{within}"
