"""Kernels forked from a server do what plain ones do, and none outlives what it was begun for."""

import asyncio
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from netfreedom.data.load import load
from netfreedom.run import kernels
from netfreedom.run.chapters import plan_country
from netfreedom.run.execution import NotebookFailed, execute
from netfreedom.run.jobs import Job

pytestmark = pytest.mark.notebooks

SPAWN = multiprocessing.get_context("spawn")
HAS_SERVERS = "forkserver" in multiprocessing.get_all_start_methods()
IS_PRELOADED = "import sys\nprint('netfreedom.run.preload' in sys.modules)"
DIE = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"


def job(*cells, chapter="77-tiny"):
    code = ["number = 1", *cells]
    notebook = {
        "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "cells": [{"cell_type": "code", "id": f"c{number}", "metadata": {"tags": [] if number else ["parameters"]}, "source": source,
                   "outputs": [], "execution_count": None} for number, source in enumerate(code)],
    }  # fmt: skip
    return Job(chapter, json.dumps(notebook).encode(), {"number": 2}, (), {})


def printed(executed):
    return "".join(text for cell in json.loads(executed)["cells"] for out in cell["outputs"] for text in out.get("text", ()))


@pytest.fixture
def plain(monkeypatch):
    """From here on papermill's own kernels."""
    return lambda: monkeypatch.setattr(kernels, "kernel_options", lambda folder: {})


@pytest.mark.skipif(not HAS_SERVERS, reason="this system has no fork server")
def test_kernels_are_forked_from_a_server_that_has_loaded_everything(plain):
    assert printed(execute(job(IS_PRELOADED))) == "True\n"
    plain()
    assert printed(execute(job(IS_PRELOADED))) == "False\n"


def test_real_chapters_come_out_as_from_papermill_alone(project, monkeypatch, plain):
    monkeypatch.setenv("NETFREEDOM_ROOT", str(project))
    wanted = ("02-scores", "03-timeline")
    jobs = [job for job in plan_country(load("kazakhstan", 2016), project).jobs if job.chapter in wanted]
    preloaded = [execute(job) for job in jobs]
    plain()
    assert len(jobs) == len(wanted) and [execute(job) for job in jobs] == preloaded


STATE = """\
import os, sys, multiprocessing, signal, gc
import altair, pandas
print(os.path.samefile(os.getcwd(), os.environ["NETFREEDOM_ROOT"]), os.getpgid(0) == os.getpid())
print(sys.path, sys.modules["__main__"].__dict__ is globals())
print(multiprocessing.current_process().daemon, multiprocessing.get_start_method())
print(altair.theme.active, altair.renderers.active, altair.data_transformers.active)
print({name: value for name, value in pandas.options.display.__dict__["d"].items() if not isinstance(value, dict)})
print([signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE)], gc.isenabled())
print(sorted(name for name in os.environ if name not in ("JPY_PARENT_PID", "PYDEVD_USE_FRAME_EVAL")))"""


def test_a_forked_kernel_starts_as_fresh_as_a_plain_one(plain):
    preloaded = printed(execute(job(STATE)))
    plain()
    assert preloaded == printed(execute(job(STATE)))


def test_a_kernel_has_the_environment_of_its_own_job(monkeypatch):
    shown = job("import os\nprint(os.environ.get('GREETING'), os.getpid())")
    monkeypatch.setenv("GREETING", "good morning")
    first = printed(execute(shown))
    monkeypatch.delenv("GREETING")
    second = printed(execute(shown))
    assert first.startswith("good morning") and second.startswith("None") and first.split()[-1] != second.split()[-1]


def test_forked_kernels_share_neither_variables_nor_random_numbers():
    numbers = "import pandas, random, numpy\nprint(random.random(), numpy.random.rand(), pandas.options.display.max_rows)"
    draw = job(numbers, "pandas.options.display.max_rows = 7")
    first, second = printed(execute(draw)).split(), printed(execute(draw)).split()
    assert first[0] != second[0] and first[1] != second[1] and first[2] == second[2] == "60"


def test_the_server_loads_neither_vega_nor_the_theme():
    done = subprocess.run([sys.executable, "-c", "import netfreedom.run.preload, sys; print(*sys.modules)"], capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert {"pandas", "altair", "ipykernel"} <= loaded and not {"vl_convert", "netfreedom.charts"} & loaded and done.stderr == ""


@pytest.mark.parametrize("last_words", [DIE, "import os\nos._exit(3)"])
def test_a_cell_that_kills_its_kernel_fails_by_name(last_words):
    with pytest.raises(NotebookFailed) as failed:
        execute(job("print('alive')", last_words, "print('later')", chapter="05-fatal"))
    assert "05-fatal: cell 3 failed: its kernel died" in str(failed.value) and last_words.splitlines()[1] in str(failed.value)


def test_jobs_side_by_side_meet_neither_each_other_nor_one_that_dies():
    wait = "import time\nopen('mine', 'x').write(str(number))\ntime.sleep(0.5)\nprint(open('mine').read())"
    with ProcessPoolExecutor(2, mp_context=SPAWN) as pool:
        futures = [pool.submit(execute, one) for one in (job(wait), job(DIE, chapter="05-fatal"), job(wait), job(wait))]
        assert isinstance(futures[1].exception(), NotebookFailed)
        assert [printed(futures[place].result()) for place in (0, 2, 3)] == ["2\n"] * 3


def in_daemon(answer):
    answer.put(printed(execute(job(IS_PRELOADED))))


def test_a_daemonic_worker_uses_a_plain_kernel():
    answer = SPAWN.Queue()
    worker = SPAWN.Process(target=in_daemon, args=(answer,), daemon=True)
    worker.start()
    assert answer.get(timeout=60) == "False\n"
    worker.join(10)


def test_a_system_without_fork_servers_uses_plain_kernels(monkeypatch):
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert printed(execute(job(IS_PRELOADED))) == "False\n"


def test_sockets_stay_out_of_folders_with_long_names(monkeypatch, tmp_path):
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    assert "transport" not in kernels.kernel_options(long)["config"].KernelManager
    assert printed(execute(job(IS_PRELOADED))) == "False\n"


PROGRAM = """\
import sys
from test_run_kernels import job
from netfreedom.run import kernels
from netfreedom.run.execution import execute
if __name__ == "__main__":
    if sys.argv[1] == "plain":
        kernels.can_preload = lambda: False
    for source in sys.argv[2:]:
        execute(job(source))
"""


def program(folder, *words, temporary=None, **options):
    path = folder / "program.py"
    path.write_text(PROGRAM)
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TMPDIR": temporary or tempfile.gettempdir()}
    return subprocess.Popen([sys.executable, str(path), *words], env=variables, text=True, **options)


@pytest.mark.parametrize("kind", ["preloaded", "plain"])
def test_kernels_come_and_go_without_a_word(tmp_path, kind):
    done = program(tmp_path, kind, *["1 + 1"] * 4, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.communicate(timeout=60)[0] == "" and done.returncode == 0


@pytest.mark.parametrize(("shutting_down", "sent"), [(True, []), (False, [signal.SIGINT])])
def test_a_kernel_about_to_be_killed_is_not_interrupted_first(monkeypatch, shutting_down, sent):
    """It would complain of that on the terminal, if it were quick enough."""
    manager, got = kernels.Manager(), []
    manager.shutting_down = shutting_down
    monkeypatch.setattr(kernels.PreloadedKernel, "__init__", lambda self: None)
    monkeypatch.setattr(kernels.PreloadedKernel, "send_signal", lambda self, signum: got.append(signum))
    provisioner = kernels.Provisioner(parent=manager)
    provisioner.process = kernels.PreloadedKernel()
    with ThreadPoolExecutor(1) as thread:  # of its own: another test may have left a loop running in this one
        thread.submit(asyncio.run, provisioner.send_signal(signal.SIGINT)).result()
    assert got == sent


def runs(process_id):
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def within(seconds, condition):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@pytest.fixture
def short_folder():
    """For what a killed process leaves behind; sockets would not fit into pytest's own."""
    with tempfile.TemporaryDirectory(prefix="nf-") as folder:
        yield folder


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
@pytest.mark.parametrize("kind", ["preloaded", "plain"])
@pytest.mark.parametrize("busy", ["time.sleep(600)", "while True: pass"])
def test_a_kernel_dies_with_its_worker(tmp_path, short_folder, kind, busy):
    told = tmp_path / "told"
    cell = f"import os, time, pathlib\npathlib.Path({str(told)!r}).write_text(f'{{os.getpid()}} {{os.getppid()}} end')\n{busy}"
    worker = program(tmp_path, kind, cell, temporary=short_folder)
    try:
        assert within(30, lambda: told.exists() and told.read_text().endswith("end"))
        kernel, parent, _ = told.read_text().split()
        assert runs(kernel) and (parent == str(worker.pid)) == (kind == "plain")
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert within(10, lambda: not runs(kernel)) and within(10, lambda: not runs(parent))
