"""From a dataset to the jobs of its chapters."""

from __future__ import annotations

from pathlib import Path

from netfreedom.data.load import Report
from netfreedom.run.jobs import Job, make_job, package_version
from netfreedom.run.notebooks import Chapter, chapters


def chapter_jobs(report: Report, root: Path) -> tuple[list[Job], list[tuple[Chapter, list[str]]]]:
    """The jobs of all chapters that the dataset can fill, and the chapters left out with the tables that they lack."""
    jobs, left_out = [], []
    version = package_version()
    for chapter in chapters(root / "notebooks"):
        missing = chapter.missing(report)
        if missing:
            left_out.append((chapter, missing))
        else:
            parameters = {"country": report.country, "edition": report.edition}
            jobs.append(make_job(chapter, report, parameters, root, version))
    return jobs, left_out
