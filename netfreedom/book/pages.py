"""The pages of a book: which there are, their data checked, each written for Sphinx."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from netfreedom.book.inputs import program
from netfreedom.book.order import BUILD, Order
from netfreedom.book.stage import EXCERPT, stage
from netfreedom.book.toc import LANDING, is_across, toc_for
from netfreedom.data.check import check_dataset, check_index
from netfreedom.data.index import load_index
from netfreedom.data.known import Known
from netfreedom.data.load import Report, load
from netfreedom.data.paths import dataset_folder, datasets
from netfreedom.errors import InputError, UserError
from netfreedom.run.cache import Cache, write_whole
from netfreedom.run.chapters import Plan, declared_files, plan_country, plan_edition
from netfreedom.run.jobs import Job
from netfreedom.run.processes import loading

INDEX_ON_FIRST_PAGES = ("countries",)


def plan_of(order: Order) -> Plan:
    """The contents of an ordered book; an `InputError` where there is no such country or edition."""
    if order.country:
        return plan_country(load(order.country, order.edition), order.root)
    return plan_edition(order.edition, reports_of(order.edition), order.root)


def reports_of(edition: int) -> list[Report]:
    """Every country of an edition, by its folder's name: those of the index, and datasets that it does not hold."""
    index = load_index()
    rated = {row["iso3"] for row in index.records("scores") if row["edition"] == str(edition)}
    slugs = {row["slug"] for row in index.records("countries") if row["iso3"] in rated}
    if not slugs:
        there = sorted({row["edition"] for row in index.records("scores")})
        raise UserError(f"there is no edition {edition}; there are: {', '.join(there)}")
    return [load(slug, edition) for slug in sorted(slugs | {country for country, year in datasets() if year == edition})]


def contents(plan: Plan) -> dict:
    """The book's table of contents."""
    regions = {row["slug"]: row["region"] for row in load_index().records("countries")}
    first_pages = [f"pages/{report.country}/{report.edition}/{LANDING}" for report in plan.reports]
    return toc_for([*first_pages, *(job.page for job in plan.jobs)], regions)


def prepare(plan: Plan, root: Path) -> None:
    """What needs no executed notebook: check the data (an `InputError` has all that is wrong), then make countries' first pages."""
    refuse_problems(plan, root)
    kept = _kept_first_pages(root)
    for report, job in _first_pages(plan, root):
        if not kept.has(job.key):
            with loading():
                from netfreedom.book.landing import landing  # pandas comes with it

            kept.put(job.key, landing(report, job.parameters["chapters"], plan.left_out.get(job.folder, ())).encode())


def write_pages(root: Path, plan: Plan, cache: Cache) -> list[str]:
    """Stage every notebook, and every country's first page as `prepare` made it; a page that has not changed keeps its file, so that Sphinx need not read it."""
    reports = {f"{report.country}/{report.edition}": report for report in plan.reports}
    names: dict[str, list[str]] = {}
    for job in plan.jobs:
        names.setdefault(job.folder, []).append(job.chapter)
        report = None if is_across(job.chapter) else reports[job.folder]
        reading = report.commentary(job.chapter.split("-", 1)[1]) if report else None
        notice = EXCERPT if report and report.meta.extent == "excerpt" else None
        _write(root / f"{job.page}.ipynb", stage(cache.get(job.key), reading, notice))
    kept = _kept_first_pages(root)
    for _, job in _first_pages(plan, root):
        names.setdefault(job.folder, []).append(LANDING)
        _write(root / f"{job.page}.md", kept.get(job.key))
    kept.prune()
    for folder, there in names.items():
        for page in (root / "pages" / folder).iterdir():
            if page.stem not in there:
                page.unlink()
    return [f"pages/{folder}/{name}" for folder, there in names.items() for name in sorted(there)]


def _first_pages(plan: Plan, root: Path) -> Iterator[tuple[Report, Job]]:
    """Each country's first page as a job, whose key tells whether it was made before."""
    code, read = program(root), cache(Path.read_bytes)
    for report in plan.reports:
        folder = f"{report.country}/{report.edition}"
        shown = {
            "country": report.country, "edition": report.edition,
            "chapters": [job.chapter for job in plan.jobs if job.folder == folder],
            "left_out": [[chapter.title, *missing] for chapter, missing in plan.left_out.get(folder, ())],
            "coded": [table for table in report.table_names if report.coded(table)],
        }
        files = declared_files([report], ("scores",), INDEX_ON_FIRST_PAGES, root, read=read)
        yield report, Job(LANDING, b"", shown, ("scores",), files, (), code, folder)


def _kept_first_pages(root: Path) -> Cache:
    return Cache(root / BUILD / "cache", ".md")


def refuse_problems(plan: Plan, root: Path) -> None:
    """Check the datasets of a book; the index where it alone speaks of a country."""
    kept = root / BUILD / "checked.json"
    known = Known.read(kept, program(root))
    coded = [report for report in plan.reports if dataset_folder(report.country, report.edition).is_dir()]
    problems = [problem for report in coded for problem in check_dataset(report.country, report.edition, known)]
    if len(coded) < len(plan.reports):
        problems += check_index()
    write_whole(kept, known.as_text().encode())
    if problems:
        raise InputError(problems)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)
