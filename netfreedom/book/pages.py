"""The pages of a book: which there are, their data checked, each written for Sphinx. Slow to import."""

from __future__ import annotations

from pathlib import Path

from netfreedom.book.inputs import program
from netfreedom.book.landing import landing
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
from netfreedom.run.chapters import Plan, plan_country, plan_edition


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


def contents(plan: Plan) -> dict:
    """The book's table of contents."""
    index = load_index().countries
    regions = dict(zip(index["slug"], index["region"], strict=True))
    first_pages = [f"pages/{report.country}/{report.edition}/{LANDING}" for report in plan.reports]
    return toc_for([*first_pages, *(job.page for job in plan.jobs)], regions)


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
