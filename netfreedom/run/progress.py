"""What a build shows while it works: a progress bar on a terminal, plain lines elsewhere, nothing if so wished."""

from __future__ import annotations

import sys
from collections import Counter

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from netfreedom.run.runner import Outcome

MOST_ROWS = 40  # of the summary; of a larger book the slowest notebooks are shown


class Quiet:
    """Shows nothing."""

    def begin(self, jobs: int, workers: int) -> None:
        """So many notebooks are to be made by so many workers."""

    def done(self, outcome: Outcome) -> None:
        """One notebook is finished."""

    def stage(self, words: str) -> None:
        """The next stage begins."""

    def end(self) -> None:
        """All stages are finished, or one failed."""


class Lines(Quiet):
    """A line for each finished notebook and each stage."""

    def done(self, outcome: Outcome) -> None:
        print(line(outcome), flush=True)

    def stage(self, words: str) -> None:
        print(words, flush=True)


class Bar(Quiet):
    """A bar with what is done, running, cached and failed, and the time left; then a table of seconds."""

    def __init__(self, console: Console):
        self.console = console
        self.counts: Counter[str] = Counter()
        self.task = None
        self.bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TextColumn("{task.fields[counts]}"), TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn(),
            console=console, transient=True,
        )

    def begin(self, jobs: int, workers: int) -> None:
        self.jobs, self.workers = jobs, workers
        self.bar.start()
        self.task = self.bar.add_task("notebooks", total=jobs, counts=self._counts())

    def done(self, outcome: Outcome) -> None:
        self.counts[outcome.state] += 1
        self.bar.update(self.task, advance=1, counts=self._counts())
        if outcome.state == "failed":
            self.bar.console.print(line(outcome), markup=False, highlight=False)

    def stage(self, words: str) -> None:
        if self.task is None:
            self.bar.console.print(words)
        else:
            self.bar.update(self.task, description=words, counts="")

    def end(self) -> None:
        self.bar.stop()

    def _counts(self) -> str:
        running = min(self.workers, self.jobs - sum(self.counts.values()))
        return f"running {running}, cached {self.counts['cached']}, failed {self.counts['failed']}"


def watch(quiet: bool) -> Quiet:
    """The right one for where the output goes."""
    if quiet:
        return Quiet()
    return Bar(Console()) if sys.stdout.isatty() else Lines()


def show_summary(outcomes: list[Outcome]) -> None:
    """Seconds per notebook as a table on a terminal; how many ended in which way everywhere."""
    if sys.stdout.isatty():
        Console().print(summary_table(outcomes))
    print(summary_line(outcomes))


def line(outcome: Outcome) -> str:
    """One finished notebook as a line."""
    took = f" in {outcome.seconds:.1f} s" if outcome.state == "executed" else ""
    return f"{outcome.job.folder} {outcome.job.chapter}: {outcome.state}{took}"


def summary_line(outcomes: list[Outcome]) -> str:
    """How many notebooks ended in which way."""
    states = Counter(outcome.state for outcome in outcomes)
    said = ", ".join(f"{states[state]} {state}" for state in ("executed", "cached", "failed") if states[state])
    return f"{len(outcomes)} notebooks: {said}"


def summary_table(outcomes: list[Outcome]) -> Table:
    """Seconds per notebook; of many the slowest."""
    rows = outcomes if len(outcomes) <= MOST_ROWS else sorted(outcomes, key=lambda outcome: -outcome.seconds)[:MOST_ROWS]
    table = Table("Notebook", "State", "Seconds", title=None if len(rows) == len(outcomes) else f"The {len(rows)} slowest of {len(outcomes)}")
    table.columns[2].justify = "right"
    for outcome in rows:
        table.add_row(f"{outcome.job.folder} {outcome.job.chapter}", outcome.state, f"{outcome.seconds:.1f}" if outcome.seconds else "")
    return table
