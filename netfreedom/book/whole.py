"""A whole book: data checked, chapters executed, pages staged, HTML swapped in."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from netfreedom.book.build import Sphinx, build_html
from netfreedom.book.inputs import write_record
from netfreedom.book.landing import landing
from netfreedom.book.order import BUILD, Order, alone
from netfreedom.book.stage import EXCERPT, stage
from netfreedom.book.toc import LANDING, is_across, toc_for
from netfreedom.data.check import check, check_index
from netfreedom.data.index import load_index
from netfreedom.data.load import Report, load
from netfreedom.data.paths import dataset_folder, datasets
from netfreedom.errors import InputError, UserError
from netfreedom.run.cache import Cache, write_whole
from netfreedom.run.chapters import Plan, plan_country, plan_edition
from netfreedom.run.executors import workers
from netfreedom.run.progress import Quiet
from netfreedom.run.runner import Outcome, run_jobs


class ChaptersFailed(UserError):
    """Some notebooks ended with an error; the pages and the book are as they were."""

    def __init__(self, failed: list[Outcome]):
        self.failed = failed
        super().__init__("\n\n".join(str(outcome.error) for outcome in failed))


@dataclass(frozen=True)
class Made:
    """Pages as they were written, how each notebook ended, what was left out, and the seconds that each stage took."""

    pages: list[str]
    plan: Plan
    outcomes: list[Outcome]
    seconds: dict[str, float]


def make_pages(order: Order, jobs: int | None = None, scheduler: str | None = None, watch: Quiet | None = None) -> Made:
    """Check the data, execute the chapters and write `pages/`: an order's notebooks, ready for Jupyter Book."""
    watch, began = watch or Quiet(), time.monotonic()
    plan = plan_of(order)
    cache = Cache(order.root / BUILD / "cache")
    with workers(jobs, scheduler) as executor:
        if not scheduler and not all(cache.has(job.key) for job in plan.jobs):
            executor.begin()
        _refuse_problems(plan)
        checked = time.monotonic()
        watch.begin(len(plan.jobs), executor.count)
        outcomes = run_jobs(plan.jobs, cache, executor, watch.done)
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    if failed:
        raise ChaptersFailed(failed)
    executed = time.monotonic()
    pages = write_pages(order.root, plan, cache)
    cache.prune()
    return Made(pages, plan, outcomes, {"check": checked - began, "execute": executed - checked, "stage": time.monotonic() - executed})


def build_book(order: Order, jobs: int | None = None, scheduler: str | None = None, watch: Quiet | None = None) -> Made | None:
    """Make the pages and the HTML of a book; None where the book that lies there is already the one ordered."""
    watch = watch or Quiet()
    with alone(order.root, watch.stage):
        inputs = order.inputs()
        if order.is_current():  # another build may have made it while this one waited
            return None
        with Sphinx(order.root) as sphinx:  # it loads while the notebooks run
            made = make_pages(order, jobs, scheduler, watch)
            watch.stage("building the pages")
            began = time.monotonic()
            build_html(sphinx, contents(made.plan), order.html, order.doctrees)
        made.seconds["html"] = time.monotonic() - began
        write_record(order.record, order.html, inputs, told(made))
    return made


def contents(plan: Plan) -> dict:
    """The book's table of contents."""
    index = load_index().countries
    regions = dict(zip(index["slug"], index["region"], strict=True))
    first_pages = [f"pages/{report.country}/{report.edition}/{LANDING}" for report in plan.reports]
    return toc_for([*first_pages, *(job.page for job in plan.jobs)], regions)


def told(made: Made) -> dict:
    """What a build tells of itself: counts, seconds per stage, key and seconds per notebook."""
    states = [outcome.state for outcome in made.outcomes]
    return {
        "counts": {"pages": len(made.pages), **{state: states.count(state) for state in ("executed", "cached")}},
        "seconds": {stage: round(seconds, 3) for stage, seconds in made.seconds.items()},
        "notebooks": {
            outcome.job.page: {"key": outcome.job.key, "state": outcome.state, "seconds": round(outcome.seconds, 3)} for outcome in made.outcomes
        },
    }


def plan_of(order: Order) -> Plan:
    """The contents of an ordered book; an `InputError` where there is no such country or edition."""
    if order.country:
        return plan_country(load(order.country, order.edition), order.root)
    return plan_edition(order.edition, reports_of(order.edition), order.root)


def reports_of(edition: int) -> list[Report]:
    """Every country of an edition, by its folder's name: those of the index, and datasets that it does not hold."""
    index = load_index()
    rated = index.scores.loc[index.scores["edition"] == edition, "iso3"]
    slugs = set(index.countries.loc[index.countries["iso3"].isin(rated), "slug"])
    if not slugs:
        raise UserError(f"there is no edition {edition}; there are: {', '.join(map(str, sorted(set(index.scores['edition']))))}")
    return [load(slug, edition) for slug in sorted(slugs | {country for country, year in datasets() if year == edition})]


def write_pages(root: Path, plan: Plan, cache: Cache) -> list[str]:
    """Stage every notebook and every country's first page; a page that has not changed keeps its file, so that Sphinx need not read it."""
    reports = {f"{report.country}/{report.edition}": report for report in plan.reports}
    chapters: dict[str, list[str]] = {folder: [] for folder in reports}
    for job in plan.jobs:
        chapters.setdefault(job.folder, []).append(job.chapter)
        report = None if is_across(job.chapter) else reports[job.folder]
        reading = report.commentary(job.chapter.split("-", 1)[1]) if report else None
        notice = EXCERPT if report and report.meta.extent == "excerpt" else None
        _write(root / f"{job.page}.ipynb", stage(cache.get(job.key), reading, notice))
    for folder, report in reports.items():
        _write(root / "pages" / folder / f"{LANDING}.md", landing(report, chapters[folder], plan.left_out.get(folder, ())).encode())
        chapters[folder].append(LANDING)
    for folder, names in chapters.items():
        for page in (root / "pages" / folder).iterdir():
            if page.stem not in names:
                page.unlink()
    return [f"pages/{folder}/{name}" for folder, names in chapters.items() for name in sorted(names)]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)


def _refuse_problems(plan: Plan) -> None:
    """Check the datasets of a book; the index where it alone speaks of a country."""
    coded = [report for report in plan.reports if dataset_folder(report.country, report.edition).is_dir()]
    problems = [problem for report in coded for problem in check(report.country, report.edition)]
    if len(coded) < len(plan.reports):
        problems += check_index()
    if problems:
        raise InputError(problems)
