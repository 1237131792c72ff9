"""What a build shows on a terminal: a bar while it works, a table of seconds at its end. Slow to import."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from netfreedom.run.progress import Quiet, line
from netfreedom.run.runner import Outcome

MOST_ROWS = 40  # of the summary; of a larger book the slowest notebooks are shown


class Bar(Quiet):
    """A bar with what is done, running, cached and failed, and the time left; then a table of seconds."""

    def __init__(self, console: Console | None = None):
        self.counts: Counter[str] = Counter()
        self.task = None
        self.bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TextColumn("{task.fields[counts]}"), TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn(),
            console=console or Console(), transient=True,
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


def show_table(outcomes: list[Outcome]) -> None:
    """Print `summary_table`."""
    Console().print(summary_table(outcomes))


def summary_table(outcomes: list[Outcome]) -> Table:
    """Seconds per notebook; of many the slowest."""
    rows = outcomes if len(outcomes) <= MOST_ROWS else sorted(outcomes, key=lambda outcome: -outcome.seconds)[:MOST_ROWS]
    table = Table("Notebook", "State", "Seconds", title=None if len(rows) == len(outcomes) else f"The {len(rows)} slowest of {len(outcomes)}")
    table.columns[2].justify = "right"
    for outcome in rows:
        table.add_row(f"{outcome.job.folder} {outcome.job.chapter}", outcome.state, f"{outcome.seconds:.1f}" if outcome.seconds else "")
    return table
