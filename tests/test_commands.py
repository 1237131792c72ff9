"""The very commands that the README and the design give, as a newcomer would type them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def command(*words, cwd=PROJECT, **environment):
    # a make around the tests would add lines of its own
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NETFREEDOM_", "MAKE", "MFLAGS"))}
    return subprocess.run([str(word) for word in words], cwd=cwd, env={**clean, **environment}, capture_output=True, text=True)


def test_the_data_are_a_typed_frame_in_one_line(tmp_path):
    program = "import netfreedom as nf; print(nf.load('kazakhstan', 2016).events[['date_earliest', 'date_latest']].dtypes)"
    done = command(sys.executable, "-c", program, cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.count("datetime64") == 2


def test_any_frictionless_client_validates_the_package():
    done = command(BIN / "frictionless", "validate", "data/kazakhstan/2016/datapackage.json")
    assert done.returncode == 0 and "INVALID" not in done.stdout, done.stdout


def test_check_passes_on_all_committed_data():
    done = command(BIN / "netfreedom", "check")
    assert (done.returncode, done.stdout) == (0, "No problems found.\n"), done.stdout + done.stderr


@pytest.mark.parametrize(("words", "said"), [
    (("build", "nowhere", "2016"), "data/nowhere/2016: there is no dataset nowhere 2016, and no country nowhere"),
    (("run", "kazakhstan", "1999"), "data/kazakhstan/1999: there is no dataset kazakhstan 1999, and the index rates Kazakhstan only in 2011,"),
    (("check", "nowhere", "2016"), "nowhere"),
    (("verify", "kazakhstan", "2016", "--report", "no-such-file.txt"), "no-such-file.txt"),
    (("verify", "kazakhstan", "2016", "--report", "README.md"), "no row matches"),
])  # fmt: skip
def test_bad_input_gets_one_clear_message(words, said):
    stored = (PROJECT / "data/kazakhstan/2016/verification.json").read_bytes()
    done = command(BIN / "netfreedom", *words)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    assert (PROJECT / "data/kazakhstan/2016/verification.json").read_bytes() == stored


def test_help_gives_examples():
    assert "netfreedom build kazakhstan 2016" in command(BIN / "netfreedom", "build", "--help").stdout


def test_the_stored_verification_speaks_of_the_data_as_they_are():
    import netfreedom as nf
    from netfreedom.evidence.stored import is_current, load_result

    result = load_result(PROJECT / "data/kazakhstan/2016")
    assert is_current(result, nf.load("kazakhstan", 2016)) and result["matched"] == result["rows"]
    assert result["notes"]["with_rows"] >= 108 and result["sentences_without_row"]["unexplained"] == 0


@pytest.mark.skipif("NETFREEDOM_REPORT_DIR" not in os.environ, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")
def test_every_row_matches_the_report(tmp_path):
    for part in ("schemas", "index", "kazakhstan"):
        shutil.copytree(PROJECT / "data" / part, tmp_path / "data" / part)
    report = Path(os.environ["NETFREEDOM_REPORT_DIR"]) / "kazakhstan-2016.txt"
    done = command(BIN / "netfreedom", "verify", "kazakhstan", "2016", "--report", report, NETFREEDOM_ROOT=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.notebooks
def test_papermill_alone_runs_a_notebook_and_shows_charts_outside_the_book(tmp_path):
    notebook = PROJECT / "notebooks/02-scores.ipynb"
    done = command(BIN / "papermill", notebook, "out.ipynb", "-p", "country", "kazakhstan", "-p", "edition", "2016", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    cells = json.loads((tmp_path / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    charts = [out["data"] for cell in cells for out in cell.get("outputs", ()) if "application/vnd.vegalite.v6+json" in out.get("data", ())]
    assert len(charts) >= 4 and all("text/html" in chart for chart in charts)


@pytest.mark.browser
def test_stock_jupyter_book_builds_the_executed_pages(html, tmp_path):
    done = command(BIN / "jupyter-book", "build", ".", "--path-output", tmp_path, "-W", "-n", "--keep-going")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    page = "pages/kazakhstan/2016/02-scores.html"
    assert "fig-ladder" in (tmp_path / "_build/html" / page).read_text(encoding="utf-8")


def test_make_says_in_one_line_what_is_missing(tmp_path):
    shutil.copy(PROJECT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path)
    done = command("make", "book", "PYTHON=no-such-python", cwd=tmp_path)
    assert done.returncode != 0 and done.stdout.splitlines() == [
        "Python is missing: version 3.11 or later is needed (Debian: apt-get install python3 python3-venv)."
    ]
    assert "There is no book yet: run make book first." in command("make", "serve", cwd=_ready(tmp_path)).stdout


def _ready(folder):
    """The folder with an environment that counts as made."""
    (folder / ".venv").mkdir()
    (folder / ".venv" / "ready").touch()
    return folder
