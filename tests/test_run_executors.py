"""Workers on this machine: what they leave behind, and what is refused."""

import os
import tempfile
import time

import pytest

from netfreedom.errors import UserError
from netfreedom.run import executors
from netfreedom.run.executors import PREFIX, temporary_folder, workers


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_behind(folder, age):
    folder.mkdir()
    (folder / "lock").touch()
    (folder / "half a notebook").touch()
    os.utime(folder, (time.time() - age, time.time() - age))
    return folder


def test_what_a_killed_build_left_is_swept_by_the_next(temporary):
    old = left_behind(temporary / f"{PREFIX}old", 3600)
    young = left_behind(temporary / f"{PREFIX}young", 1)
    with temporary_folder() as folder:
        assert not old.exists() and young.exists() and folder.is_dir()
    assert not folder.exists()


def test_the_folder_of_a_build_that_runs_is_not_swept(temporary):
    with temporary_folder() as running:
        os.utime(running, (0, 0))
        with temporary_folder():
            assert running.is_dir()


@pytest.mark.notebooks
def test_a_worker_keeps_its_files_in_the_builds_folder(temporary):
    with workers(1) as executor:
        pool = executor()
        assert pool.submit(tempfile.gettempdir).result().startswith(f"{temporary}/{PREFIX}")
        pool.shutdown()
    assert list(temporary.iterdir()) == []


@pytest.mark.notebooks
def test_a_stopped_pool_ends_at_once(temporary):
    began = time.monotonic()
    with workers(1) as executor:
        pool = executor()
        future = pool.submit(time.sleep, 300)
        while not future.running():
            time.sleep(0.01)
        executors.stop(pool)
        pool.shutdown()
    assert time.monotonic() - began < 60 and list(temporary.iterdir()) == []


@pytest.mark.parametrize("address", ["nonsense", "foo://x:1", "tcp://host", ""])
def test_what_is_no_schedulers_address_is_told_at_once(address):
    with pytest.raises(UserError, match="is no address such as tcp://host:8786"), workers(scheduler=address):
        pass
