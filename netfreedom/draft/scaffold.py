"""An empty dataset to fill: report.yml from the index, tables with headers, questions for the commentary, what to do next."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netfreedom.data.from_index import country_row
from netfreedom.data.index import Index, load_index
from netfreedom.data.load import load
from netfreedom.data.paths import dataset_folder, shown
from netfreedom.data.schemas import schemas
from netfreedom.errors import InputError, Problem
from netfreedom.vocabulary import FIRST_INVERTED_EDITION

NEXT_STEPS = "NEXT-STEPS.md"

# For each chapter, what a reader of the country would ask and no code can answer.
QUESTIONS = {
    "overview": "What should someone who reads only one paragraph know of this year? What did the report's authors see coming?",
    "scores": "Which of the year's events does the report itself tie to the change of the score?",
    "timeline": "Which dates matter in this country's year (elections, protests), and which are missing from the report?",
    "restrictions": "Which case shows best how blocking works here: who orders, who carries it out, who admits it?",
    "legal-changes": "Which rule changed most for ordinary users, and where is its wording open?",
    "prosecutions": "What do the cases have in common, as the report tells them? Who remains unnamed, and why?",
    "content-removal": "By which route does content disappear here: court, ministry, company, a call to the editor?",
    "access": "Who owns the networks, and what does that make possible?",
    "powers": "Which office matters most, and what stands in its way?",
    "surveillance": "What is known of surveillance here, and from whom: law, leak, operator, suspicion?",
    "public-sphere": "What do people still manage to say and organize online?",
    "evidence": "On whose work does the report rest, and whose voice is missing?",
    "cross-checks": "Which other series exist for this country, and what do they agree on?",
}


def new_dataset(country: str, edition: int) -> Path:
    """Make the folder of a dataset that does not exist yet; it comes back.

    `netfreedom check` refuses the folder until report.yml says of every table that it is complete or partial, so that an
    empty table is not taken for a report that names nothing.

    Raises
    ------
    InputError
        where the folder exists, or where the index does not rate the country in that edition.
    """
    target = dataset_folder(country, edition)
    if target.exists():
        raise InputError(Problem(shown(target), message="exists already: nothing was written"))
    meta = load(country, edition).meta
    index = load_index()
    with whole_folder(target) as folder:
        (folder / "report.yml").write_text(report_text(meta, index), encoding="utf-8")
        for name in tables_for(edition):
            (folder / f"{name}.csv").write_text(",".join(schemas()[name].columns) + "\n", encoding="utf-8")
        (folder / "commentary").mkdir()
        for topic, questions in QUESTIONS.items():
            (folder / "commentary" / f"{topic}.md").write_text(stub(questions), encoding="utf-8")
        (folder / NEXT_STEPS).write_text(next_steps(country, edition), encoding="utf-8")
    return target


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A fresh folder that becomes `target` only when everything in it was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield folder
        folder.chmod(0o755)
        os.rename(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if not any(target.parent.iterdir()):
            target.parent.rmdir()


def tables_for(edition: int) -> list[str]:
    """Tables that a report of this edition can fill: scores of single questions are printed from 2019 on."""
    return [name for name in schemas() if name != "question_scores" or edition >= FIRST_INVERTED_EDITION]


def report_text(meta, index: Index) -> str:
    """report.yml with what the index knows; what a person must add is empty and says so."""
    period = index.editions.set_index("edition").loc[meta.edition]
    assumed = "" if period["coverage"] == "documented" else "  # by the pattern of other editions: look it up in the report"
    start, end = (f"{day:%Y-%m-%d}" if day == day else "" for day in (period["coverage_start"], period["coverage_end"]))
    return f"""\
# Which report these tables were coded from. Fill what is empty; `netfreedom check {meta.country} {meta.edition}` says what is left.
country: {meta.country}
iso3: {meta.iso3}
edition: {meta.edition}
title: "{meta.title}"
publisher: {meta.publisher}
published: {meta.published}
language: en
url:  # where the report can be read
coverage_start: {start}{assumed}
coverage_end: {end}{assumed}
direction: {meta.direction}
layout: {meta.layout}
extent: full  # or excerpt
peers: []  # countries to compare with; rated in the same region: {", ".join(neighbours(index, meta.country, meta.edition))}
tables: {{}}  # one line for each coded table, such as "  events: complete" or "  laws: partial"
coder:  # who coded it
coded_on:  # day, such as {meta.edition}-12-31
"""


def neighbours(index: Index, country: str, edition: int) -> list[str]:
    """Folder names of the other countries of the region that the edition rates."""
    row = country_row(index, country, edition)
    rated = set(index.scores.loc[index.scores["edition"] == edition, "iso3"])
    region = index.countries[(index.countries["region"] == row.region) & index.countries["iso3"].isin(rated)]
    return [slug for slug in region["slug"] if slug != country]


def stub(questions: str) -> str:
    """A commentary that says nothing yet: Markdown comments, which no page shows."""
    return f"% {questions}\n% Write a few lines with a heading of level two; end each claim with its note, such as {{note}}`12`. Or delete this file.\n"


def next_steps(country: str, edition: int) -> str:
    """The way from here to a book, as a list to tick."""
    place = f"{country} {edition}"
    return f"""\
# Next steps for {place}

- [ ] `netfreedom draft {place} --report FILE`: let the report's text or PDF propose rows.
- [ ] Go through the rows that are marked `draft:`. Correct each and take out the mark, or delete it. The file that ends in `.passages.md` shows the passage of each.
- [ ] Delete the tables that you do not code. A table with a header and no rows says that the report names none.
- [ ] In report.yml, say of each table whether it is complete or partial; fill what is empty.
- [ ] `netfreedom package {place}`, then `netfreedom check {place}` until it finds no problem.
- [ ] `netfreedom verify {place} --report FILE`: every row must match the report.
- [ ] Write the commentary, or delete the files in `commentary/`.
- [ ] `netfreedom build {place}`, and read the book.
- [ ] Delete this file.
"""
