"""A country's first page: where it stands, what was coded, what is missing and how to add it."""

from __future__ import annotations

from collections.abc import Sequence

from netfreedom.analysis.scores import latest_change
from netfreedom.book.in_words import answers
from netfreedom.data.index import country_name, load_index
from netfreedom.data.load import Report
from netfreedom.data.meta import coder_named
from netfreedom.prose.overview import period
from netfreedom.prose.scores import lead
from netfreedom.prose.words import chapter, counted, listed
from netfreedom.run.notebooks import Chapter

NOT_CODABLE = ("question_scores",)  # reports before 2019 print none


def landing(report: Report, pages: Sequence[str], left_out: Sequence[tuple[Chapter, list[str]]]) -> str:
    """The page as Markdown: `pages` are the chapters that the book has, `left_out` those that lack tables."""
    name = country_name(load_index(), report.meta)
    said = [
        f"# {name} {report.edition}",
        lead(name, report.scores, latest_change(report.scores)),
        period(report.meta),
        "## Chapters",
        "\n".join(f"- {{chapter}}`{page}`{answers(page)}" for page in pages),
        "## What these pages rest on",
        *rests_on(report),
    ]
    if left_out:
        said += ["## What is missing, and how to add it", *missing(report, left_out)]
    return "\n\n".join(part for part in said if part) + "\n"


def rests_on(report: Report) -> list[str]:
    """What was coded, from which text, by whom."""
    if report.from_index:
        return ["No report was coded for this country and edition. These pages use the index of scores alone, so they say how the country "
                "was rated and not why."]
    complete = [table for table, state in report.meta.tables.items() if state == "complete"]
    partial = [table for table, state in report.meta.tables.items() if state == "partial"]
    source = "an excerpt of the report" if report.meta.extent == "excerpt" else "the whole report"
    said = [f"The tables were coded from {source}, {_titled(report)}, by {coder_named(report.meta.coder)} ({report.meta.coded_on:%-d %B %Y})."]
    if complete:
        said.append(f"Complete: {_tables(complete)}.")
    if partial:
        said.append(f"Partial, so that nothing follows from what they lack: {_tables(partial)}.")
    absent = [table for table in report.table_names if not report.coded(table) and table not in NOT_CODABLE]
    if absent:
        said.append(f"Not coded, which does not mean that there is nothing: {_tables(absent)}.")
    return said


def missing(report: Report, left_out: Sequence[tuple[Chapter, list[str]]]) -> list[str]:
    """The chapters left out with what each lacks, and the commands that begin the work."""
    place = f"{report.country} {report.edition}"
    chapters = "\n".join(f"- **{chapter.title}** needs {_named(tables)}." for chapter, tables in left_out)
    begin = (
        f"```\nnetfreedom new {place}\nnetfreedom draft {place} --report FILE\n```\n\nThe first makes the folder with empty tables; the second "
        "reads the report's text or PDF and proposes rows for a person to confirm."
        if report.from_index else f"Add the tables to `data/{report.country}/{report.edition}/` and run `netfreedom check {place}`."
    )
    how = chapter("adding a country", "/about/adapt")
    return [f"{counted(len(left_out), 'chapter').capitalize()} cannot be made from what there is:", chapters, begin, f"The whole way is told in {how}."]


def _titled(report: Report) -> str:
    return f"[{report.meta.title}]({report.meta.url})" if report.meta.url else f"*{report.meta.title}*"


def _named(tables: Sequence[str]) -> str:
    return f"the {'table' if len(tables) == 1 else 'tables'} {_tables(tables)}"


def _tables(names: Sequence[str]) -> str:
    return listed(name.replace("_", " ") for name in names)
