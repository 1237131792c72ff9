"""A whole book: data checked, chapters executed, pages staged, HTML swapped in."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from netfreedom.book.build import build_html
from netfreedom.book.stage import stage
from netfreedom.book.toc import toc_for
from netfreedom.data.check import check
from netfreedom.data.load import Report, load
from netfreedom.data.paths import project_root
from netfreedom.errors import InputError, UserError
from netfreedom.run.cache import Cache, write_whole
from netfreedom.run.chapters import chapter_jobs
from netfreedom.run.notebooks import Chapter
from netfreedom.run.runner import Outcome, default_executor, run_jobs


class ChaptersFailed(UserError):
    """Some notebooks ended with an error; the pages and the book are as they were."""

    def __init__(self, failed: list[Outcome]):
        self.failed = failed
        super().__init__("\n\n".join(str(outcome.error) for outcome in failed))


@dataclass(frozen=True)
class Executed:
    """Pages of a dataset as they were written, and the chapters left out with the tables that they lack."""

    pages: list[str]
    outcomes: list[Outcome]
    left_out: list[tuple[Chapter, list[str]]]


def make_pages(
    country: str, edition: int, jobs: int | None = None, progress: Callable[[Outcome], None] = lambda outcome: None
) -> Executed:
    """Check a dataset, execute its chapters and write `pages/<country>/<edition>/`."""
    root = project_root()
    problems = check(country, edition)
    if problems:
        raise InputError(problems)
    report = load(country, edition)
    todo, left_out = chapter_jobs(report, root)
    outcomes = run_jobs(todo, Cache(root / "_build" / "cache"), lambda: default_executor(jobs), progress)
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    if failed:
        raise ChaptersFailed(failed)
    return Executed(_write_pages(root, report, outcomes), outcomes, left_out)


def build_book(
    country: str, edition: int, jobs: int | None = None, progress: Callable[[Outcome], None] = lambda outcome: None
) -> tuple[Path, Executed]:
    """Make the pages and the HTML of one country's book; the path of its first page comes back."""
    root = project_root()
    with alone(root / "_build" / ".lock"):
        executed = make_pages(country, edition, jobs, progress)
        index = build_html(root, toc_for(executed.pages), root / "_build" / "html", root / "_build" / "doctrees")
    return index, executed


def _write_pages(root: Path, report: Report, outcomes: list[Outcome]) -> list[str]:
    folder = root / "pages" / report.country / str(report.edition)
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        topic = outcome.job.chapter.split("-", 1)[1]
        write_whole(folder / f"{outcome.job.chapter}.ipynb", stage(outcome.notebook, report.commentary(topic)))
    names = {outcome.job.chapter for outcome in outcomes}
    for page in folder.glob("*.ipynb"):
        if page.stem not in names:
            page.unlink()
    return [f"pages/{report.country}/{report.edition}/{name}" for name in sorted(names)]


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other build works in this folder."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
