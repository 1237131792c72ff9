"""The build as a whole: what it need not do again, what it leaves behind when it is stopped, the same bytes each time."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from small_project import SmallProject

pytestmark = pytest.mark.notebooks

# A build with nothing to do may load neither pandas nor Sphinx.
GUARD = """
import builtins, runpy, sys
real = builtins.__import__
def guarded(name, *rest, **more):
    if name.split('.')[0] in ('pandas', 'sphinx', 'altair', 'papermill', 'docutils'):
        raise ImportError('loaded ' + name)
    return real(name, *rest, **more)
builtins.__import__ = guarded
sys.argv = ['netfreedom', 'build', 'ruritania', '2016']
runpy.run_module('netfreedom.cli', run_name='__main__')
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project that was built once; tests take copies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFREEDOM_ROOT", "")
        project = SmallProject(tmp_path_factory.mktemp("small"))
        done = project.build()
        assert done.returncode == 0, done.stdout + done.stderr
        yield project


@pytest.fixture
def project(built, tmp_path, monkeypatch):
    root = tmp_path / "project"
    shutil.copytree(built.root, root)
    monkeypatch.setenv("NETFREEDOM_ROOT", str(root))
    own = object.__new__(SmallProject)
    own.root = root
    own.dataset = object.__new__(type(built.dataset))
    own.dataset.folder = root / "data" / "ruritania" / "2016"
    return own


def clean_book(project):
    """The book that a build from nothing makes of the same inputs."""
    shutil.rmtree(project.root / "_build")
    shutil.rmtree(project.root / "pages")
    done = project.build("--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    return project.book()


def test_a_build_with_nothing_to_do_says_so_and_loads_nothing(project):
    done = subprocess.run([sys.executable, "-c", GUARD], cwd=project.root, capture_output=True, text=True,
                          env={**os.environ, "NETFREEDOM_ROOT": str(project.root)})  # fmt: skip
    # the copy lies elsewhere, but its inputs are the same
    assert done.returncode == 0 and done.stdout.startswith("Nothing has changed"), done.stdout + done.stderr


def test_a_book_that_lost_a_file_is_built_again(project):
    (project.root / "_build/html/about/cite.html").unlink()
    done = project.build()
    assert done.returncode == 0 and "3 cached" in done.stdout
    assert (project.root / "_build/html/about/cite.html").is_file()


def test_one_table_reruns_only_the_notebooks_that_read_it(project):
    project.edit("laws", "Licences", "Licences for all")
    assert project.build().returncode == 0
    assert project.states() == {"01-overview": "cached", "05-legal-changes": "executed", "12-evidence": "cached"}


def test_prose_about_the_book_reruns_no_notebook(project):
    (project.root / "about/cite.md").write_text("# About cite\n\nOther words.\n")
    assert project.build().returncode == 0
    assert set(project.states().values()) == {"cached"}
    assert b"Other words." in project.book()["_build/html/about/cite.html"]


def test_a_clean_build_with_another_number_of_jobs_gives_the_same_bytes(project):
    before = project.book()
    assert clean_book(project) == before


def test_after_random_edits_the_book_is_the_one_that_a_clean_build_makes(project):
    seed = random.randrange(10**6)
    dice = random.Random(seed)

    def commentary():
        folder = project.dataset.folder / "commentary"
        folder.mkdir(exist_ok=True)
        (folder / f"{dice.choice(['overview', 'evidence'])}.md").write_text(f"## Reading\n\nWords {dice.random()}.\n")

    def notebook():
        project.notebook("01-overview", ["scores"], f"report.scores['total'].sum() + {dice.randrange(99)}")

    def drop_or_add():
        path = project.root / "notebooks" / "07-content-removal.ipynb"
        path.unlink() if path.exists() else project.notebook("07-content-removal", ["cases"], "len(report.cases)")

    edits = [
        lambda: project.edit("events", "Minister denies", f"Minister {dice.randrange(99)} denies"),
        lambda: (project.root / "about/glossary.md").write_text(f"# Words {dice.randrange(99)}\n\nSee {{doc}}`cite`.\n"),
        lambda: (project.root / "index.md").write_text(f"# Book {dice.randrange(99)}\n\n```{{book-contents}}\n```\n"),
        commentary, notebook, drop_or_add,
    ]  # fmt: skip
    dice.shuffle(edits)
    for number, edit in enumerate(edits):
        edit()
        done = project.build()
        assert done.returncode == 0, f"seed {seed}: {done.stdout}{done.stderr}"
        if number in (2, 5):
            incremental = project.book()
            clean = clean_book(project)
            different = sorted(name for name in {*incremental, *clean} if incremental.get(name) != clean.get(name))
            assert different == [], f"seed {seed}, after edit {number}"


def test_a_failing_notebook_is_shown_and_the_others_finish(project):
    before = project.book()
    project.notebook("05-legal-changes", ["laws"], "nf.load(country, edition).events")
    project.notebook("01-overview", ["scores"], "report.scores.shape, 'again'")
    done = project.build()
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "05-legal-changes: cell" in done.stderr and "reads this table without declaring it" in done.stderr
    assert project.book() == before
    project.notebook("05-legal-changes", ["laws"], "len(report.laws)")
    assert project.build().returncode == 0
    assert project.states()["01-overview"] == "cached"  # it was finished beside the failing one


@pytest.fixture
def temporary(monkeypatch):
    """A folder of its own for what builds write for a moment; its name is short, since kernels' sockets lie in it."""
    with tempfile.TemporaryDirectory(prefix="t-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_build_leaves_the_book_and_the_next_one_goes_on(project, temporary, stop):
    before = project.book()
    project.notebook("01-overview", ["scores"], "report.scores.shape")
    project.notebook("12-evidence", ["sources", "events"], "import time; time.sleep(60)")
    build = project.start("--jobs", "1", start_new_session=True)
    try:
        for line in build.stdout:
            if "01-overview: executed" in line:
                break
        if stop == signal.SIGINT:
            os.killpg(build.pid, stop)  # as Ctrl-C does
        else:
            build.send_signal(stop)  # the command alone, as the system does when memory runs out
        build.wait(30)
        said = build.stderr.read()
    finally:
        build.stdout.close()
        build.stderr.close()
    if stop != signal.SIGKILL:
        assert (build.returncode, said) == (130, "Interrupted: the last good book is as it was.\n")
        assert list(temporary.iterdir()) == []
    assert build.returncode != 0
    assert project.book() == before
    assert _ended(project), "a worker or a kernel outlived the build"
    project.notebook("12-evidence", ["sources", "events"], "len(report.sources)")
    done = project.build()
    assert done.returncode == 0, done.stderr
    assert project.states()["01-overview"] == "cached" and project.states()["12-evidence"] == "executed"


def test_a_build_killed_while_sphinx_writes_leaves_the_last_book(project):
    before = {name: content for name, content in project.book().items() if name.startswith("_build")}
    (project.root / "about/cite.md").write_text("# About cite\n\nNew.\n")
    build = project.start()
    fresh = project.root / "_build" / ".html.fresh"
    end = time.monotonic() + 60
    while not fresh.exists() and time.monotonic() < end:
        time.sleep(0.01)
    build.kill()
    build.communicate()
    assert {name: content for name, content in project.book().items() if name.startswith("_build")} == before
    time.sleep(1)  # Sphinx notices that its parent is gone
    done = project.build()
    assert done.returncode == 0, done.stderr
    assert b"New." in project.book()["_build/html/about/cite.html"] and not fresh.exists()


def test_a_full_disk_is_told_in_one_line_and_leaves_the_last_book(project):
    before = project.book()
    project.edit("laws", "Licences", "Licences for all")

    def small_files_only():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))  # a file that grows beyond fails as on a full disk

    done = project.build(preexec_fn=small_files_only)
    assert done.returncode == 1 and "Traceback" not in done.stderr and done.stderr.strip(), done.stderr
    assert project.book() == before
    assert project.build().returncode == 0


def test_two_builds_at_once_do_each_other_no_harm(project):
    project.edit("laws", "Licences", "Licences for all")
    one, two = project.start(), project.start()
    said = [build.communicate(timeout=180) for build in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0), said
    assert clean_book(project) == project.book()


def _ended(project) -> bool:
    """Whether all processes that know the project's folder are gone, within ten seconds."""
    end = time.monotonic() + 10
    while _alive(project) and time.monotonic() < end:
        time.sleep(0.1)
    return not _alive(project)


def _alive(project) -> list[str]:
    """Commands of other processes whose environment names the project's folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            variables = (folder / "environ").read_bytes().split(b"\0")
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if f"NETFREEDOM_ROOT={project.root}".encode() in variables and int(folder.name) != os.getpid():
            found.append(command.replace(b"\0", b" ").decode())
    return found
