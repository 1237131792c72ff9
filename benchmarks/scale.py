"""How a clean build grows with the book: seconds and peak memory of executing and of Sphinx, as a table in Markdown.

    python benchmarks/scale.py                  # books of 10, 20, 40 and 65 countries of one edition
    python benchmarks/scale.py --editions       # one book for every edition of the index, all its countries
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
from pathlib import Path

from books import PROJECT, fresh_project, slugs
from memory import Peak, peak

EDITION = 2016
SIZES = (10, 20, 40, 65)


def editions() -> list[int]:
    """Every edition of the index."""
    with (PROJECT / "data/index/scores.csv").open(encoding="utf-8") as scores:
        return sorted({int(row["edition"]) for row in csv.DictReader(scores)})


def peak_of_own(root: Path, edition: int, chosen: list[str]) -> Peak:
    """Memory of this project's build of the countries' book."""
    words = [sys.executable, PROJECT / "benchmarks" / "own_build.py", edition, ",".join(chosen)]
    return peak(words, cwd=root, env={**os.environ, "NETFREEDOM_ROOT": str(root)})


def row(edition: int, chosen: list[str], folder: Path) -> str:
    """One clean build as a row of the table."""
    root = fresh_project(folder / "own")
    highest = peak_of_own(root, edition, chosen)
    told = json.loads((root / "_build" / "build.json").read_text(encoding="utf-8"))
    jobs, took = len(told["notebooks"]), told["seconds"]
    return (
        f"| {edition} | {len(chosen)} | {jobs} | {took['execute']:.1f} | {took['execute'] / jobs:.2f} | {highest.rest:.0f} "
        f"| {told['counts']['pages']} | {took['html']:.1f} | {took['html'] / told['counts']['pages']:.3f} | {highest.sphinx:.0f} |"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--editions", action="store_true", help="all countries of every edition")
    given = options.parse_args()
    books = [(edition, slugs(edition)) for edition in editions()] if given.editions else [(EDITION, slugs(EDITION)[:size]) for size in SIZES]
    print("| edition | countries | notebooks | executing s | s a notebook | executing MB | pages | Sphinx s | s a page | Sphinx MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for edition, chosen in books:
            print(row(edition, chosen, Path(folder)), flush=True)


if __name__ == "__main__":
    main()
