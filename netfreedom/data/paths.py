"""Where the data lie."""

from __future__ import annotations

import os
from pathlib import Path

from netfreedom.errors import InputError, Problem


def project_root() -> Path:
    """The folder that holds `data/`: the environment variable NETFREEDOM_ROOT, else the one beside the package."""
    chosen = os.environ.get("NETFREEDOM_ROOT")
    return Path(chosen) if chosen else Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    return project_root() / "data"


def index_folder() -> Path:
    return data_folder() / "index"


def dataset_folder(country: str, edition: int | str) -> Path:
    """The folder of one report's tables, whether it exists or not; an `InputError` for a name that would lead elsewhere."""
    if Path(country).name != country or country in ("", "..") or "\\" in country:
        raise InputError(Problem("country", value=country, message="allowed: a name as in data/index/countries.csv, such as kazakhstan"))
    return data_folder() / country / str(edition)


def datasets() -> list[tuple[str, int]]:
    """Country and edition of every dataset: each folder `data/<country>/<year>` that holds a report.yml."""
    found = data_folder().glob("*/[0-9][0-9][0-9][0-9]/report.yml")
    return sorted((path.parts[-3], int(path.parts[-2])) for path in found)


def shown(path: Path) -> str:
    """A path as messages print it: from the project's folder on."""
    try:
        return path.resolve().relative_to(project_root().resolve()).as_posix()
    except ValueError:
        return path.as_posix()
