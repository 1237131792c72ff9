"""What a build shows: a bar on a terminal, lines elsewhere, nothing if so wished, and a summary."""

import io

from rich.console import Console

from netfreedom.run import progress
from netfreedom.run.jobs import Job
from netfreedom.run.progress import Lines, Quiet, summary_line
from netfreedom.run.runner import Outcome
from netfreedom.run.terminal import Bar, summary_table


def outcome(chapter, state="executed", seconds=1.25):
    return Outcome(Job(chapter, b"{}", {}, (), {}, folder="ruritania/2016"), state, seconds)


OUTCOMES = [outcome("01-one"), outcome("02-two", "cached", 0.0), outcome("03-three", "failed", 0.0)]


def test_elsewhere_than_on_a_terminal_each_notebook_is_a_plain_line(capsys):
    lines = Lines()
    lines.begin(3, 2)
    for one in OUTCOMES:
        lines.done(one)
    lines.stage("building the pages")
    lines.end()
    assert capsys.readouterr().out.splitlines() == [
        "ruritania/2016 01-one: executed in 1.2 s", "ruritania/2016 02-two: cached", "ruritania/2016 03-three: failed", "building the pages",
    ]  # fmt: skip


def test_on_a_terminal_a_bar_counts_what_is_done_running_cached_and_failed():
    screen = io.StringIO()
    bar = Bar(Console(file=screen, force_terminal=True, width=140))
    bar.begin(5, 2)
    for one in OUTCOMES:
        bar.done(one)
    bar.bar.refresh()
    bar.end()
    shown = screen.getvalue()
    assert "3/5" in shown and "running 2, cached 1, failed 1" in shown and "left:" in shown
    assert "ruritania/2016 03-three: failed" in shown  # a failure stays on the screen


def test_quiet_shows_nothing(capsys):
    quiet = progress.watch(quiet=True)
    assert type(quiet) is Quiet
    quiet.begin(1, 1)
    quiet.done(OUTCOMES[0])
    quiet.end()
    assert capsys.readouterr().out == ""
    assert type(progress.watch(quiet=False)) is Lines  # the tests are no terminal


def test_the_summary_counts_and_a_large_book_shows_its_slowest_notebooks():
    assert summary_line(OUTCOMES) == "3 notebooks: 1 executed, 1 cached, 1 failed"
    screen = io.StringIO()
    many = [outcome(f"{number:03d}-x", seconds=float(number)) for number in range(1, 61)]
    Console(file=screen, width=100).print(summary_table(many))
    assert "The 40 slowest of 60" in screen.getvalue()
    assert "060-x" in screen.getvalue() and "020-x" not in screen.getvalue()
