"""From the contents of a book to the jobs of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from netfreedom.data.from_index import TABLES_READ
from netfreedom.data.index import load_index
from netfreedom.data.load import Report, load
from netfreedom.data.paths import datasets
from netfreedom.run.jobs import Job
from netfreedom.run.notebooks import Chapter, chapters, check_parameters
from netfreedom.run.versions import code_of, code_version

ACROSS = "across"  # folder of the pages that look from no country


@dataclass
class Plan:
    """What a book is made of.

    Attributes
    ----------
    reports : the country-editions, in the order of the book.
    jobs : the notebooks to execute.
    left_out : per `country/edition`, the chapters that its dataset cannot fill, each with the tables that it lacks.
    """

    reports: list[Report]
    jobs: list[Job] = field(default_factory=list)
    left_out: dict[str, list[tuple[Chapter, list[str]]]] = field(default_factory=dict)


def plan_country(report: Report, root: Path) -> Plan:
    """One country's book: its own chapters, and those that set it beside the others."""
    plan, maker = Plan([report]), _Maker(root)
    _own_chapters(plan, report, maker)
    for chapter in maker.across():
        maker.add_across(plan, chapter, report)
    return plan


def plan_edition(edition: int, reports: Sequence[Report], root: Path) -> Plan:
    """One edition's book: every country's own chapters, and once those that compare them all."""
    plan, maker = Plan(list(reports)), _Maker(root)
    for report in reports:
        _own_chapters(plan, report, maker)
    for chapter in maker.across():
        maker.add_across(plan, chapter, None, edition)
    return plan


class _Maker:
    """Makes jobs that share what they have in common."""

    def __init__(self, root: Path):
        self.root = root
        self.chapters = chapters(root / "notebooks")
        self.read = cache(Path.read_bytes)

    def own(self) -> list[Chapter]:
        return [chapter for chapter in self.chapters if not chapter.across]

    def across(self) -> list[Chapter]:
        return [chapter for chapter in self.chapters if chapter.across]

    def job(self, chapter: Chapter, reports: Sequence[Report], parameters: dict, folder: str) -> Job:
        known = {name: value for name, value in parameters.items() if name in chapter.parameters}
        return make_job(chapter, reports, known, self.root, folder, self.read)

    def add_across(self, plan: Plan, chapter: Chapter, report: Report | None, edition: int | None = None) -> None:
        """A comparing chapter, seen from the report's country if the index holds it; side by side only where there are two datasets."""
        edition = report.edition if report else edition
        rated = report if report and report.meta.iso3 in {row["iso3"] for row in load_index().records("countries")} else None
        parameters = {"country": rated.country if rated else "", "edition": edition, "peers": ",".join(rated.meta.peers) if rated else ""}
        beside = []
        if "datasets" in chapter.parameters:
            beside = _beside(report, edition)
            if len(beside) < 2:
                return
            parameters["datasets"] = ", ".join(f"{other.country} {other.edition}" for other in beside)
        plan.jobs.append(self.job(chapter, beside, parameters, f"{report.country if report else ACROSS}/{edition}"))


def _own_chapters(plan: Plan, report: Report, maker: _Maker) -> None:
    folder = f"{report.country}/{report.edition}"
    parameters = {"country": report.country, "edition": report.edition, "peers": ",".join(report.meta.peers)}
    left_out = plan.left_out.setdefault(folder, [])
    for chapter in maker.own():
        missing = chapter.missing(report)
        if missing:
            left_out.append((chapter, missing))
        else:
            plan.jobs.append(maker.job(chapter, [report], parameters, folder))


def _beside(report: Report | None, edition: int) -> list[Report]:
    """Datasets to lay side by side: the report's and its peers' of the same edition; without a report all of the edition."""
    there = [country for country, year in datasets() if year == edition]
    if report is None:
        wanted = there
    elif report.country in there:
        wanted = [report.country, *(peer for peer in report.meta.peers if peer in there)]
    else:
        wanted = []
    return [load(country, edition) for country in wanted]


def make_job(
    chapter: Chapter, reports: Sequence[Report], parameters: dict, root: Path, folder: str = "",
    read: Callable[[Path], bytes] = Path.read_bytes,
) -> Job:
    """A chapter's notebook with its parameters and the files that it declares: tables and descriptions of its reports, schemas, tables of the index.

    `read` may hand out the same bytes again, so that many jobs together hold each file once.
    """
    check_parameters(chapter, parameters)
    files = declared_files(reports, chapter.tables, chapter.index, root, chapter.files, read)
    notebook = read(chapter.path)
    code = code_of(notebook)
    return Job(chapter.name, notebook, parameters, chapter.tables, files, code, code_version(code), folder)


def declared_files(
    reports: Sequence[Report], tables: Iterable[str], index: Iterable[str], root: Path, others: Iterable[str] = (),
    read: Callable[[Path], bytes] = Path.read_bytes,
) -> dict[str, bytes]:
    """Contents by path below `root`: of each report report.yml, its `tables` and `others`; the tables of the `index`; all their schemas."""
    data = root / "data"
    paths = sorted((data / "schemas").glob("*.json"))
    index = set(index)
    for report in reports:
        if report.from_index:
            index |= set(TABLES_READ)
            continue
        dataset = data / report.country / str(report.edition)
        paths += [dataset / name for name in ("report.yml", *(f"{table}.csv" for table in tables), *others)]
    paths += [data / "index" / f"{table}.csv" for table in sorted(index)]
    if index:
        paths += sorted((data / "index" / "schemas").glob("*.json"))
    return {path.relative_to(root).as_posix(): read(path) for path in paths if path.is_file()}
