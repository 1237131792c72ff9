"""What the commands `build` and `run` do: find out which books are ordered, make each, stop cleanly when told to.

What is slow to load is imported only where there is something to make.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from netfreedom.book.order import Order, alone, order
from netfreedom.data.paths import dataset_folder, project_root
from netfreedom.run.processes import end_soon

STOPPED = 130  # the exit code of a program that Ctrl-C ended


def orders(country: str | None, edition: int | None, everything: bool, one_edition: int | None, out: Path | None = None) -> list[Order]:
    """The books that the arguments ask for: a country's, an edition's, or one for every edition."""
    if everything == (country is not None) or (one_edition is not None and not everything):
        raise typer.BadParameter("name a country and an edition (kazakhstan 2016), or --all with --edition 2016")
    root = project_root()
    if not everything:
        dataset_folder(country, edition)  # refuses what is no name
        return [order(root, country, edition, out)]
    if one_edition is not None:
        return [order(root, None, one_edition, out)]
    from netfreedom.data.index import load_index

    editions = sorted(int(year) for year in set(load_index().scores["edition"]))
    return [order(root, None, year, out / str(year) if out else None) for year in editions]


def build_one(wanted: Order, jobs: int | None, scheduler: str | None, quiet: bool) -> None:
    """Build a book, unless the one that lies there is already what its inputs make."""
    current = f"Nothing has changed: {wanted.html / 'index.html'} is the book that these data, notebooks and program make."
    if wanted.is_current():
        _say(quiet, current)
        return
    from netfreedom.book.whole import build_book
    from netfreedom.run.progress import watch

    shown = watch(quiet)
    try:
        made = build_book(wanted, jobs, scheduler, shown)
    finally:
        shown.end()
    if made is None:
        _say(quiet, current)
        return
    _say_made(quiet, made)
    _say(quiet, f"The book is at {wanted.html / 'index.html'}")


def run_one(wanted: Order, jobs: int | None, scheduler: str | None, quiet: bool) -> None:
    """Make the pages of a book."""
    from netfreedom.book.whole import make_pages
    from netfreedom.run.progress import watch

    shown = watch(quiet)
    try:
        with alone(wanted.root, shown.stage):
            made = make_pages(wanted, jobs, scheduler, shown)
    finally:
        shown.end()
    _say_made(quiet, made)


@contextmanager
def stoppable() -> Iterator[None]:
    """Take a request to end (SIGTERM, a closed terminal) like Ctrl-C: clean up, say that nothing is lost, end with 130."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        print("Interrupted: the last good book is as it was.", file=sys.stderr)
        raise typer.Exit(STOPPED) from None
    finally:
        end_soon()


def _interrupt(signum: int, frame) -> None:
    raise KeyboardInterrupt


def _say(quiet: bool, words: str) -> None:
    if not quiet:
        print(words)


def _say_made(quiet: bool, made) -> None:
    """How the notebooks went, and which chapters a country's book lacks."""
    if quiet:
        return
    from netfreedom.run.progress import show_summary

    show_summary(made.outcomes)
    for folder, chapters in made.plan.left_out.items():
        if len(made.plan.reports) == 1:
            for chapter, missing in chapters:
                print(f"{chapter.name} is left out: not coded: {', '.join(missing)}")
        elif chapters:
            print(f"{folder}: {len(chapters)} chapters are left out, since their tables are not coded")
