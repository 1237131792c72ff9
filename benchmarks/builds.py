"""Measure the builds side by side and print a table in Markdown: medians, spread, ratios.

    python benchmarks/builds.py                       # one country, 5 rounds
    python benchmarks/builds.py --countries 10 --rounds 3
    python benchmarks/builds.py --countries 65 --rounds 1
    python benchmarks/builds.py --memory --countries 10

Each round measures every way once, in turn, so that a slow moment of the machine meets all of them.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from books import PROJECT, fresh_project, own, own_execution, pages_of, slugs, stock
from memory import peak
from scale import EDITION, peak_of_own

FIRST = "kazakhstan"


def countries(count: int) -> list[str]:
    """Kazakhstan alone, or the first so many countries of the edition with it."""
    return [FIRST, *[slug for slug in slugs(EDITION) if slug != FIRST]][:count]


def edit(root: Path, table: str) -> None:
    """Change a cell that no rule looks at, as a correction would: a remark."""
    path = root / "data" / FIRST / str(EDITION) / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    rows[0]["note"] += " Seen again."
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def measure(rounds: int, chosen: list[str], folder: Path) -> dict[str, list[float]]:
    """Seconds of each way, a value per round."""
    pages = pages_of(PROJECT, chosen, EDITION)
    ways: dict[str, Callable[[Path], float]] = {
        "(b) papermill in a loop, then jupyter-book": lambda root: stock(root, pages),
        "(c) jupyter-book executes": lambda root: own_execution(root, pages),
    }
    found: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)
        print(f"  {name}: {value:.1f} s", file=sys.stderr, flush=True)

    for _ in range(rounds):
        for name, way in ways.items():
            note(name, way(fresh_project(folder / "stock")))
        root = fresh_project(folder / "own")
        note("(a) clean build", own(root, chosen, EDITION))
        note("nothing changed", own(root, chosen, EDITION))
        for table in ("removal_requests", "events"):
            edit(root, table)
            note(f"one edit of {table}.csv", own(root, chosen, EDITION))
    return found


def table(found: dict[str, list[float]]) -> str:
    """Medians, lowest and highest, and ratios of medians to (a) and of (a) to the stock ways."""
    medians = {name: statistics.median(values) for name, values in found.items()}
    clean = medians["(a) clean build"]
    lines = ["| way | median s | lowest–highest | times (a) |", "|---|---:|---:|---:|"]
    for name, values in found.items():
        lines.append(f"| {name} | {medians[name]:.2f} | {min(values):.2f}–{max(values):.2f} | {medians[name] / clean:.2f} |")
    for name in medians:
        if name.startswith(("(b)", "(c)")):
            lines.append(f"\n(a) takes {clean / medians[name]:.2f} of {name[:3]}.")
    return "\n".join(lines)


def memory(chosen: list[str], folder: Path) -> str:
    """Peak memory of the three ways, one run each."""
    pages = [(page.notebook, page.parameters, page.name) for page in pages_of(PROJECT, chosen, EDITION)]
    lines = ["| way | peak MB |", "|---|---:|"]
    for name, call in (("(b)", "stock"), ("(c)", "own_execution")):
        root = fresh_project(folder / "stock")
        program = (
            f"import sys; sys.path.insert(0, {str(PROJECT / 'benchmarks')!r}); from pathlib import Path; import books;"
            f"books.{call}(Path({str(root)!r}), [books.Page(*page) for page in {pages!r}])"
        )
        lines.append(f"| {name} | {peak([sys.executable, '-c', program]).total:.0f} |")
    lines.append(f"| (a) | {peak_of_own(fresh_project(folder / 'own'), EDITION, chosen).total:.0f} |")
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--countries", type=int, default=1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--memory", action="store_true", help="measure peak memory instead of time")
    given = options.parse_args()
    chosen = countries(given.countries)
    print(f"{len(chosen)} of the {EDITION} edition; Python {platform.python_version()}, {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        print(memory(chosen, Path(folder)) if given.memory else table(measure(given.rounds, chosen, Path(folder))))


if __name__ == "__main__":
    main()
