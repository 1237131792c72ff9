"""What a build prints while it runs: a line for each finished notebook."""

from __future__ import annotations

from netfreedom.run.runner import Outcome


def line(outcome: Outcome) -> str:
    """One finished job as a line."""
    took = f" in {outcome.seconds:.1f} s" if outcome.state == "executed" else ""
    return f"{outcome.job.parameters.get('country', '')} {outcome.job.chapter}: {outcome.state}{took}"


def show(outcome: Outcome) -> None:
    """Print a finished job at once."""
    print(line(outcome), flush=True)
