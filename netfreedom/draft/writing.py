"""A draft into its folder: everything or nothing, and nothing that is there is overwritten."""

from __future__ import annotations

import csv
import io
import os
import shutil
from pathlib import Path

from netfreedom.data.paths import shown
from netfreedom.draft.drafting import Draft
from netfreedom.draft.scaffold import NEXT_STEPS, whole_folder
from netfreedom.errors import InputError, Problem

SIDE_FILE = "candidates.passages.md"


def write(draft: Draft, folder: Path) -> Path:
    """Write a draft as a dataset; the folder comes back.

    A folder that `netfreedom new` has made and whose tables hold no row yet is filled: what is in it stays, its report.yml
    too. Any other folder that holds something is left as it is.

    Raises InputError that lists what is there.
    """
    files = {f"{table}.csv": _csv(rows) for table, rows in draft.tables.items()} | {SIDE_FILE: draft.passages}
    if not folder.exists() or not any(folder.iterdir()):
        with whole_folder(folder) as fresh:
            _write(fresh, files | {"report.yml": draft.meta})
        return folder
    if problems := _in_the_way(folder):
        raise InputError(problems)
    if not (folder / "report.yml").exists():
        files["report.yml"] = draft.meta
    aside = folder.with_name(f".{folder.name}.before-draft")
    with whole_folder(aside.with_name(f".{folder.name}.filled")) as fresh:
        shutil.copytree(folder, fresh, dirs_exist_ok=True)
        _write(fresh, files)
    filled = aside.with_name(f".{folder.name}.filled")
    os.rename(folder, aside)
    os.rename(filled, folder)
    shutil.rmtree(aside)
    return folder


def _in_the_way(folder: Path) -> list[Problem]:
    """Why a folder may not be filled: tables with rows, or that it is no empty dataset made by `netfreedom new`."""
    with_rows = [path for path in sorted(folder.glob("*.csv")) if path.read_bytes().count(b"\n") > 1 or not path.read_bytes().strip()]
    if with_rows:
        return [Problem(shown(path), message="is there already: a draft overwrites no table; nothing was written") for path in with_rows]
    if not (folder / NEXT_STEPS).is_file():
        names = ", ".join(sorted(path.name for path in folder.iterdir()))
        return [Problem(shown(folder), message=f"is there already and holds {names}: a draft overwrites nothing; nothing was written")]
    return []


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")


def _csv(rows: list[dict[str, str]]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
