"""Fixtures that several test modules share."""

import subprocess
import sys
from pathlib import Path

import pytest
from tiny_dataset import TinyDataset, make_root

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project() -> Path:
    """The project's own folder."""
    return PROJECT


@pytest.fixture
def own_root(tmp_path, monkeypatch) -> Path:
    """A project folder of its own, with schemas and index and no dataset."""
    monkeypatch.setenv("NETFREEDOM_ROOT", str(tmp_path))
    monkeypatch.delenv("NETFREEDOM_TABLES", raising=False)
    make_root(tmp_path, PROJECT)
    return tmp_path


@pytest.fixture
def tiny_dataset(own_root) -> TinyDataset:
    """Ruritania 2016, in a project folder of its own."""
    return TinyDataset(own_root)


@pytest.fixture(scope="session")
def html() -> Path:
    """The HTML of the Kazakhstan book, built by its own command."""
    done = subprocess.run(
        [sys.executable, "-m", "netfreedom.cli", "build", "kazakhstan", "2016"], cwd=PROJECT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return PROJECT / "_build" / "html"
