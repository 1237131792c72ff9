"""The chapter notebooks as templates: what each reads, which parameters it has, whether a dataset can fill it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netfreedom.errors import InputError, Problem

if TYPE_CHECKING:
    from netfreedom.data.load import Report

FIRST_ACROSS = 20  # chapters from this number on compare countries


@dataclass(frozen=True)
class Chapter:
    """A notebook template.

    Attributes
    ----------
    path : the template, `notebooks/NN-topic.ipynb`.
    title : its heading.
    topic : the part of the file name after the number; names its commentary.
    tables : tables of the dataset that the notebook reads.
    requires : those of them without which the chapter has nothing to tell.
    index : tables of `data/index` that it reads.
    files : further files of the dataset that it reads, such as `verification.json`.
    parameters : names in its `parameters` cell.
    """

    path: Path
    title: str
    topic: str
    tables: tuple[str, ...]
    requires: tuple[str, ...]
    index: tuple[str, ...]
    files: tuple[str, ...]
    parameters: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def across(self) -> bool:
        """Whether it compares countries: such a chapter needs no dataset of the country that it looks from."""
        return int(self.name[:2]) >= FIRST_ACROSS

    def missing(self, report: Report) -> list[str]:
        """Tables that the chapter requires and the dataset has not coded."""
        return [table for table in self.requires if not report.coded(table)]


def chapters(folder: Path) -> list[Chapter]:
    """All templates of a folder in the order of their numbers."""
    return [read_chapter(path) for path in sorted(folder.glob("[0-9][0-9]-*.ipynb"))]


def read_chapter(path: Path) -> Chapter:
    """One template; an `InputError` names the file where it is not a chapter notebook."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        declared = notebook["metadata"]["netfreedom"]
    except (OSError, ValueError, KeyError) as error:
        raise InputError([Problem(
            path.name, None, "metadata.netfreedom", str(error),
            "a chapter is a notebook whose metadata has netfreedom: {tables, requires, index, files}",
        )]) from error
    return Chapter(
        path=path,
        title=heading(notebook),
        topic=path.stem.split("-", 1)[1],
        tables=tuple(declared.get("tables", ())),
        requires=tuple(declared.get("requires", ())),
        index=tuple(declared.get("index", ())),
        files=tuple(declared.get("files", ())),
        parameters=parameter_names(notebook),
    )


def heading(notebook: dict) -> str:
    """The notebook's first heading, empty where there is none."""
    lines = ("".join(cell["source"]).splitlines() for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return next((line[2:].strip() for text in lines for line in text if line.startswith("# ")), "")


def parameter_names(notebook: dict) -> tuple[str, ...]:
    """Names assigned in the cell tagged `parameters`."""
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", ()):
            lines = "".join(cell["source"]).splitlines()
            return tuple(line.split("=")[0].strip() for line in lines if "=" in line and not line.startswith("#"))
    return ()


def check_parameters(chapter: Chapter, parameters: dict) -> None:
    """Refuse parameters that the notebook does not have: papermill alone would only warn."""
    unknown = [name for name in parameters if name not in chapter.parameters]
    if unknown:
        raise InputError([
            Problem(chapter.path.name, None, "parameters", name, f"allowed: {', '.join(chapter.parameters)}")
            for name in unknown
        ])
