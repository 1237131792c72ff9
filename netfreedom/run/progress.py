"""What a build shows while it works: a progress bar on a terminal (`terminal.py`), plain lines elsewhere, nothing if so wished."""

from __future__ import annotations

import sys
from collections import Counter

from netfreedom.run.runner import Outcome


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


def watch(quiet: bool) -> Quiet:
    """The right one for where the output goes."""
    if quiet:
        return Quiet()
    if not sys.stdout.isatty():
        return Lines()
    from netfreedom.run.terminal import Bar

    return Bar()


def show_summary(outcomes: list[Outcome]) -> None:
    """Seconds per notebook as a table on a terminal; how many ended in which way everywhere."""
    if sys.stdout.isatty():
        from netfreedom.run.terminal import show_table

        show_table(outcomes)
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
