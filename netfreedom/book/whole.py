"""A whole book: data checked, chapters executed, pages staged, HTML swapped in.

What is slow to load is loaded while the workers and Sphinx load as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netfreedom.book.build import Sphinx
from netfreedom.book.inputs import write_record
from netfreedom.book.order import BUILD, Order, alone
from netfreedom.errors import UserError
from netfreedom.run.cache import Cache
from netfreedom.run.executors import workers
from netfreedom.run.processes import loading
from netfreedom.run.progress import Quiet
from netfreedom.run.runner import Outcome, run_jobs

if TYPE_CHECKING:
    from netfreedom.run.chapters import Plan


class ChaptersFailed(UserError):
    """Some notebooks ended with an error; the pages and the book are as they were."""

    def __init__(self, failed: list[Outcome]):
        self.failed = failed
        super().__init__("\n\n".join(str(outcome.error) for outcome in failed))


@dataclass(frozen=True)
class Made:
    """Pages as they were written, how each notebook ended, what was left out, and the seconds that each stage took."""

    pages: list[str]
    plan: Plan
    outcomes: list[Outcome]
    seconds: dict[str, float]


def make_pages(
    order: Order, jobs: int | None = None, scheduler: str | None = None, watch: Quiet | None = None, planned: Callable[[Plan], None] = lambda plan: None
) -> Made:
    """Check the data, execute the chapters and write `pages/`: an order's notebooks, ready for Jupyter Book.

    Notebooks run while the data are checked; pages are made of them only where the check finds nothing wrong. `planned` hears
    of the plan before they begin.
    """
    watch, began = watch or Quiet(), time.monotonic()
    cache = Cache(order.root / BUILD / "cache")
    with workers(jobs, scheduler) as executor:
        if not scheduler and order.notebooks_changed():
            executor.begin()
        with loading():
            from netfreedom.book import pages

        plan = pages.plan_of(order)
        planned(plan)
        began_executing = time.monotonic()
        watch.begin(len(plan.jobs), executor.count)
        outcomes = run_jobs(plan.jobs, cache, executor, watch.done, lambda: pages.prepare(plan, order.root))
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    if failed:
        raise ChaptersFailed(failed)
    executed = time.monotonic()
    written = pages.write_pages(order.root, plan, cache)
    cache.prune()
    return Made(written, plan, outcomes, {"plan": began_executing - began, "execute": executed - began_executing, "stage": time.monotonic() - executed})


def _prepare(sphinx: Sphinx, plan: Plan, order: Order) -> None:
    from netfreedom.book.pages import contents

    sphinx.prepare(contents(plan), order.html, order.doctrees)


def build_book(order: Order, jobs: int | None = None, scheduler: str | None = None, watch: Quiet | None = None) -> Made | None:
    """Make the pages and the HTML of a book; None where the book that lies there is already the one ordered."""
    watch = watch or Quiet()
    with alone(order.root, watch.stage), Sphinx(order.root) as sphinx:  # it loads while the notebooks run
        inputs, executed_from = order.inputs(), order.executed_from()
        if order.is_current():  # another build may have made it while this one waited
            return None
        made = make_pages(order, jobs, scheduler, watch, lambda plan: _prepare(sphinx, plan, order))
        watch.stage("building the pages")
        began = time.monotonic()
        sphinx.build()
        made.seconds["html"] = time.monotonic() - began
        write_record(order.record, order.html, inputs, {"executed_from": executed_from, **told(made)})
    return made


def told(made: Made) -> dict:
    """What a build tells of itself: counts, seconds per stage, key and seconds per notebook."""
    states = [outcome.state for outcome in made.outcomes]
    return {
        "counts": {"pages": len(made.pages), **{state: states.count(state) for state in ("executed", "cached")}},
        "seconds": {stage: round(seconds, 3) for stage, seconds in made.seconds.items()},
        "notebooks": {
            outcome.job.page: {"key": outcome.job.key, "state": outcome.state, "seconds": round(outcome.seconds, 3)} for outcome in made.outcomes
        },
    }
