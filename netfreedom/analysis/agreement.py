"""How far two coders who read the same report came to the same judgements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from netfreedom.data.paths import shown
from netfreedom.errors import InputError, Problem

FOLDER = "second_coding"
JUDGEMENTS = ("table", "id", "column", "value")
CHANGES = ("table", "id", "column", "from", "to", "why")
VERDICTS = ("table", "id", "column", "right", "rule")
COLUMNS = ("table", "column", "rows", "agree", "share", "kappa")


@dataclass(frozen=True)
class SecondCoding:
    """What the folder second_coding of a dataset holds, every cell as text.

    `judgements`: what the second coder decided, one row per cell. `changes`: cells of the dataset mended afterwards, in
    the order in which it was done. `verdicts`: for each disagreement, which coding is right by the rules (first, second,
    open), and the rule in question.
    """

    judgements: pd.DataFrame
    changes: pd.DataFrame
    verdicts: pd.DataFrame


def second_coding(report) -> SecondCoding | None:
    """The second coding of a report; None where there is none."""
    folder = report.folder / FOLDER
    if not folder.is_dir():
        return None
    tables = {"judgements": JUDGEMENTS, "changes": CHANGES, "verdicts": VERDICTS}
    return SecondCoding(**{name: _read(folder / f"{name}.csv", columns) for name, columns in tables.items()})


def agreement(report, judgements: pd.DataFrame, changes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Agreement of a report's first coding with a second one, a row per column judged twice.

    Columns table, column, rows (judged by both), agree (alike), share (agree of rows), kappa. With `changes` the dataset
    is compared as it was before they were made. Cells that list several values are alike when they hold the same ones, in
    whatever order; for kappa the whole list counts as one value. An `InputError` tells what the two codings do not share.
    """
    pairs = _pairs(report, judgements, changes)
    rows = [
        (table, column, len(pair), _alike(pair), _alike(pair) / len(pair), kappa(pair["first"], pair["second"]))
        for (table, column), pair in pairs.groupby(["table", "column"], sort=False)
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.assign(kappa=frame["kappa"].astype("Float64"))


def disagreements(report, judgements: pd.DataFrame, changes: pd.DataFrame | None = None) -> pd.DataFrame:
    """The cells on which the two coders differ: columns table, id, column, first, second; lists sorted, `;` between."""
    pairs = _pairs(report, judgements, changes)
    return pairs[pairs["first"] != pairs["second"]].reset_index(drop=True)


def kappa(first, second) -> float | None:
    """Cohen's kappa: the agreement beyond what chance would give two coders who use each value as often as they did.

    None where it is undefined: nothing was judged, or both coders gave one and the same value throughout.
    """
    first, second = list(first), list(second)
    if len(first) != len(second):
        raise ValueError(f"the coders judged {len(first)} and {len(second)} cells: kappa needs the same cells")
    if not first:
        return None
    number, of_second = len(first), Counter(second)
    observed = sum(one == other for one, other in zip(first, second, strict=True))
    by_chance = sum(count * of_second[value] for value, count in Counter(first).items())  # times the number of cells
    return None if by_chance == number**2 else (observed * number - by_chance) / (number**2 - by_chance)


def agreement_markdown(result: pd.DataFrame) -> str:
    """The agreement as a Markdown table, shares as whole percents and kappa with two decimals."""
    lines = ["| Table | Column | Rows | Alike | Share | Kappa |", "|---|---|--:|--:|--:|--:|"]
    for row in result.itertuples():
        known = "undefined" if pd.isna(row.kappa) else f"{row.kappa:.2f}"
        lines.append(f"| {row.table} | {row.column} | {row.rows} | {row.agree} | {row.share:.0%} | {known} |")
    return "\n".join(lines)


def _pairs(report, judgements: pd.DataFrame, changes: pd.DataFrame | None) -> pd.DataFrame:
    """Both judgements of every cell judged twice: columns table, id, column, first, second."""
    before = _before(report, changes)
    rows, problems = [], []
    for cell in judgements.itertuples(index=False):
        key = (cell.table, cell.id, cell.column)
        first = before[key] if key in before else _coded(report, *key)
        if first is None:
            problems.append(Problem("judgements", message=f"{cell.table} has no cell {cell.id}, {cell.column}: one coder judged what the other did not"))
        else:
            rows.append((*key, _label(first), _label(cell.value)))
    if problems:
        raise InputError(problems)
    return pd.DataFrame(rows, columns=["table", "id", "column", "first", "second"])


def _before(report, changes: pd.DataFrame | None) -> dict[tuple[str, str, str], str]:
    """What each changed cell held before its first change.

    The changes must lead, step by step, to what the dataset holds now: otherwise a cell was changed without being logged
    and the first coding can no longer be told.
    """
    before, after, problems = {}, {}, []
    for change in (changes if changes is not None else pd.DataFrame(columns=list(CHANGES))).to_dict("records"):
        key = change["table"], change["id"], change["column"]
        if key in after and _label(after[key]) != _label(change["from"]):
            problems.append(_broken(key, f"was changed to {after[key]!r}, then from {change['from']!r}"))
        before.setdefault(key, change["from"])
        after[key] = change["to"]
    for key, value in after.items():
        now = _coded(report, *key)
        if now is None or _label(now) != _label(value):
            problems.append(_broken(key, f"was changed to {value!r}, but the dataset holds {now!r}"))
    if problems:
        raise InputError(problems)
    return before


def _broken(key: tuple[str, str, str], what: str) -> Problem:
    return Problem("changes", message=f"{' '.join(key)} {what}: log every change of a cell that was coded twice")


def _coded(report, table: str, identifier: str, column: str) -> str | None:
    """A cell of the dataset as text, or None where there is none."""
    frame = report.table(table)
    cells = frame.loc[frame["id"] == identifier, column] if column in frame else []
    if len(cells) != 1:
        return None
    value = cells.iloc[0]
    return ";".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _label(cell: str) -> str:
    """The cell with its values sorted, so that two lists of the same values read the same."""
    return ";".join(sorted(set(cell.split(";"))))


def _alike(pair: pd.DataFrame) -> int:
    return int((pair["first"] == pair["second"]).sum())


def _read(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise InputError(Problem(shown(path), message=f"cannot be read: {error}")) from error
    if tuple(frame.columns) != columns:
        raise InputError(Problem(shown(path), 1, message=f"the columns must be {', '.join(columns)}"))
    return frame
