"""The same jobs on a Dask cluster of separate processes: equal bytes, and a worker that dies midway."""

import os
import re
import signal
import subprocess
import sys

import pytest
from small_project import SmallProject

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.notebooks


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("NETFREEDOM_ROOT", "")
    root = tmp_path / "small"
    root.mkdir()
    return SmallProject(root)


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, each a process that started in a folder of its own and knows nothing of the project's."""
    processes = []
    # like another machine: none of the builder's own variables
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NETFREEDOM_")}

    def begin(name, *words):
        folder = tmp_path / name
        folder.mkdir()
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)
        processes.append(process)
        return process

    scheduler = begin("scheduler", "distributed.cli.dask_scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard")
    address = next(match[0] for line in scheduler.stderr if (match := re.search(r"tcp://127\.0\.0\.1:\d+", line)))
    workers = [
        begin(name, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", tmp_path / name)
        for name in ("one", "two")
    ]
    for worker in workers:
        next(line for line in worker.stderr if "Registered to" in line)
    yield address, workers
    for process in reversed(processes):
        process.kill()
        process.wait()
        process.stderr.close()


def test_a_cluster_gives_the_same_bytes_as_this_machine(project, cluster):
    address, _ = cluster
    done = project.build("--scheduler", address)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(project.states().values()) == {"executed"}
    elsewhere = project.book()
    for path in (project.root / "_build" / "cache").glob("*.ipynb"):
        path.unlink()
    (project.root / "_build" / "build.json").unlink()
    assert project.build().returncode == 0
    assert set(project.states().values()) == {"executed"}
    assert project.book() == elsewhere


def test_the_build_finishes_though_a_worker_is_killed(project, cluster, tmp_path):
    address, workers = cluster
    for number in range(30, 36):
        project.notebook(f"0{number - 28}-slow", ["scores"], "import time; time.sleep(2); report.scores.shape")
    build = project.start("--scheduler", address)
    for line in build.stdout:
        if "executed" in line:
            break
    # the worker and its nanny, which would start another
    subprocess.run(["pkill", "-KILL", "-P", str(workers[0].pid)], check=False)
    os.kill(workers[0].pid, signal.SIGKILL)
    out, errors = build.communicate(timeout=120)
    assert build.returncode == 0, out + errors
    assert len(project.states()) == 9


def test_no_scheduler_is_told_in_one_line(project):
    done = project.build("--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 1 and "no scheduler answers at tcp://127.0.0.1:9" in done.stderr and "Traceback" not in done.stderr
