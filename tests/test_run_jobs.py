"""The runner on tiny notebooks: what it executes, what it refuses, what it need not do again."""

import json
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from netfreedom.data.load import load
from netfreedom.errors import InputError, Problem, UserError
from netfreedom.run.cache import Cache, write_whole
from netfreedom.run.executors import workers
from netfreedom.run.chapters import make_job
from netfreedom.run.execution import NotebookFailed, execute, timed_execute
from netfreedom.run.jobs import Job
from netfreedom.run.notebooks import check_parameters, read_chapter
from netfreedom.run.processes import in_background
from netfreedom.run.runner import Outcome, run_jobs
from netfreedom.run.versions import reached

pytestmark = pytest.mark.notebooks

OPENING = 'country = "ruritania"  # folder under data/\nedition = 2016'


def notebook_text(*cells, tables=("scores",), requires=()):
    code = [(OPENING, ["parameters"]), *((cell, []) for cell in cells)]
    return json.dumps({
        "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
                     "netfreedom": {"tables": list(tables), "requires": list(requires)}},
        "cells": [{"cell_type": "code", "id": f"c{number}", "metadata": {"tags": tags}, "source": source, "outputs": [],
                   "execution_count": None} for number, (source, tags) in enumerate(code)],
    })  # fmt: skip


@pytest.fixture
def job(tiny_dataset, tmp_path):
    def made(*cells, **declared):
        path = tmp_path / "notebooks" / "77-tiny.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(notebook_text(*cells, **declared))
        report = load("ruritania", 2016)
        return make_job(read_chapter(path), [report], {"country": "ruritania", "edition": 2016}, tmp_path)

    return made


def outputs(executed):
    return [out for cell in json.loads(executed)["cells"] for out in cell.get("outputs", [])]


def test_a_job_reads_its_declared_tables_away_from_the_project(job):
    executed = execute(job("import netfreedom as nf\nlen(nf.load(country, edition).scores)"))
    assert outputs(executed)[0]["data"]["text/plain"] == ["2"]


def test_the_same_inputs_give_the_same_bytes(job):
    one = job("print(edition)")
    assert execute(one) == execute(one)


def test_nothing_of_the_machine_stands_in_an_executed_notebook(job, tmp_path):
    text = execute(job("print(edition)")).decode()
    assert str(tmp_path) not in text and "papermill" not in text and "start_time" not in text


def test_the_injected_parameters_are_hidden(job):
    cells = json.loads(execute(job("1")))["cells"]
    injected = [cell for cell in cells if "injected-parameters" in cell["metadata"].get("tags", ())]
    assert len(injected) == 1 and "remove-cell" in injected[0]["metadata"]["tags"]


def test_reading_a_table_that_is_not_declared_is_an_error(job):
    with pytest.raises(NotebookFailed, match="without declaring it"):
        execute(job("import netfreedom as nf\nnf.load(country, edition).events"))


def test_a_failing_cell_is_shown_with_its_error(job):
    with pytest.raises(NotebookFailed) as failed:
        execute(job("x = 1", "1 / 0"))
    assert "ZeroDivisionError" in str(failed.value) and "1 / 0" in str(failed.value)


EVENTS = "import netfreedom as nf\nevents = nf.load(country, edition).events"


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        # a loop in a cell, one in a function of an earlier cell, rows as Series, rows as dictionaries
        (["for row in events.itertuples():\n    {'blocking': 1, 'law': 2}[row.kind]"], "data/ruritania/2016/events.csv:4 (e003)"),
        (["def years(rows):\n    return [int(row.date_text[-4:]) for row in rows.itertuples()]", "years(events)"], "data/ruritania/2016/events.csv:2 (e001)"),
        (["def place(row):\n    return row['place'].index('S')", "[place(row) for _, row in events.iterrows()]"], "data/ruritania/2016/events.csv:3 (e002)"),
        (["[row['place'].index('S') for row in events.to_dict('records')]"], "data/ruritania/2016/events.csv:3 (e002)"),
        # two rows at once, a row that no table holds
        (["def later(row, than):\n    return row.date > than.none", "rows = list(events.itertuples())", "later(rows[0], rows[2])"],
         "data/ruritania/2016/events.csv:2 (e001), data/ruritania/2016/events.csv:4 (e003)"),
        (["[1 / 0 for row in events.assign(id='x999').itertuples()]"], "the row x999"),
    ],
)  # fmt: skip
def test_a_failing_cell_is_shown_with_the_row_that_it_was_at(job, cells, place):
    with pytest.raises(NotebookFailed) as failed:
        execute(job(EVENTS, *cells, tables=("events",)))
    assert str(failed.value).splitlines()[0].endswith(f", at {place}")


@pytest.mark.parametrize("cells", [["1 / 0"], ["for row in events.itertuples():\n    pass", "1 / 0"], ["for row in events[['title']].itertuples():\n    1 / 0"]])
def test_no_row_is_blamed_for_what_another_cell_did(job, cells):
    with pytest.raises(NotebookFailed) as failed:
        execute(job(EVENTS, *cells, tables=("events",)))
    assert str(failed.value).splitlines()[0].endswith("ZeroDivisionError: division by zero")


def test_an_unknown_parameter_is_refused(job, tmp_path):
    job("1")
    chapter = read_chapter(tmp_path / "notebooks" / "77-tiny.ipynb")
    with pytest.raises(InputError, match="allowed: country, edition"):
        check_parameters(chapter, {"countri": "ruritania"})


def test_a_chapter_says_which_tables_it_lacks(job, tmp_path):
    job("1", requires=("scores", "laws"))
    (tmp_path / "data" / "ruritania" / "2016" / "laws.csv").unlink(missing_ok=True)
    assert read_chapter(tmp_path / "notebooks" / "77-tiny.ipynb").missing(load("ruritania", 2016)) == ["laws"]


def test_the_key_changes_with_everything_that_matters_and_nothing_else(job):
    one = job("1")
    assert one.key == job("1").key
    changed = [
        replace(one, notebook=one.notebook + b" "), replace(one, parameters={"country": "other"}),
        replace(one, code_version="w"), replace(one, tables=()), replace(one, files={**one.files, "x": b"y"}),
    ]  # fmt: skip
    assert len({one.key, *(other.key for other in changed)}) == len(changed) + 1


def fake(number):
    return Job(f"{number:02d}-x", b"{}", {}, (), {})


def test_a_finished_job_is_not_run_again_and_a_failure_stops_no_other(tmp_path, monkeypatch):
    ran = []

    def timed_execute(job):
        ran.append(job.chapter)
        if job.chapter == "02-x":
            raise NotebookFailed(job.chapter, 3, "1 / 0", "ZeroDivisionError")
        return b"done", 1.0

    monkeypatch.setattr("netfreedom.run.runner.timed_execute", timed_execute)
    cache, jobs, seen = Cache(tmp_path), [fake(1), fake(2), fake(3)], []
    outcomes = run_jobs(jobs, cache, lambda: ThreadPoolExecutor(1), seen.append)
    assert [outcome.state for outcome in outcomes] == ["executed", "failed", "executed"] and len(seen) == 3
    again = run_jobs(jobs, cache, lambda: ThreadPoolExecutor(1))
    assert [outcome.state for outcome in again] == ["cached", "failed", "cached"]
    assert ran == ["01-x", "02-x", "03-x", "02-x"]
    assert isinstance(again[1], Outcome) and "02-x: cell 3 failed" in str(again[1].error)


KILLS_ITS_WORKER = "import multiprocessing, os, signal\nos.kill(multiprocessing.parent_process().pid, signal.SIGKILL)"


def test_what_goes_wrong_beside_the_jobs_is_the_end_of_them(tmp_path, monkeypatch):
    begun, jobs = [], [fake(number) for number in range(40)]

    def slow(job):
        begun.append(job)
        time.sleep(0.05)
        return b"{}", 0.05

    def wrong():
        raise InputError([Problem("events.csv", 3, message="no date")])

    monkeypatch.setattr("netfreedom.run.runner.timed_execute", slow)
    with pytest.raises(InputError, match=r"events\.csv"):
        run_jobs(jobs, Cache(tmp_path), lambda: ThreadPoolExecutor(1), meanwhile=wrong)
    assert len(begun) < len(jobs)
    for job in jobs:
        Cache(tmp_path).put(job.key, b"{}")
    with pytest.raises(InputError):  # with nothing to execute, too
        run_jobs(jobs, Cache(tmp_path), None, meanwhile=wrong)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread has no priority of its own")
def test_a_call_in_the_background_lets_the_others_go_first():
    def priority():
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    assert in_background(priority).result() > priority()
    with pytest.raises(ZeroDivisionError):
        in_background(lambda: 1 / 0).result()


def test_a_job_that_kills_its_worker_fails_alone(job, tmp_path):
    good, bad = [job(f"print({number})") for number in range(4)], job(KILLS_ITS_WORKER)
    with workers(2) as executor:
        outcomes = run_jobs([*good[:2], bad, *good[2:]], Cache(tmp_path / "cache"), executor)
    assert [outcome.state for outcome in outcomes] == ["executed", "executed", "failed", "executed", "executed"]
    assert "the process that executed it was killed" in str(outcomes[2].error)


def test_a_worker_with_other_code_refuses(job):
    with pytest.raises(UserError, match="another version"):
        timed_execute(replace(job("1"), code_version="older"))


def test_the_code_that_a_notebook_can_reach_is_part_of_its_key(job):
    plain, loading = job("1"), job("import netfreedom as nf\nnf.load")
    assert names(plain) < names(loading) and "load.py" in names(loading) and "world.py" not in names(loading)
    assert "world.py" in names(job("from netfreedom.analysis import world"))
    assert names(job("this is no Python")) == names(plain)


def names(job):
    return {file.rpartition("/")[2] for file in reached(job.notebook)}


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "page.ipynb"
    target.write_bytes(b"old")

    def no_space(self, content):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr("pathlib.Path.write_bytes", no_space)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]
