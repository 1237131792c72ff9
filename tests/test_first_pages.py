"""Countries' first pages are made once: beside the notebooks, without pandas where nothing that they show has changed."""

import subprocess
import sys

import pytest
from tiny_dataset import FURTHER

from netfreedom.book.order import BUILD
from netfreedom.book.pages import prepare, write_pages
from netfreedom.data.load import load
from netfreedom.errors import InputError
from netfreedom.run.cache import Cache
from netfreedom.run.chapters import Plan

PREPARE = """
import sys
from netfreedom.book.order import order
from netfreedom.book.pages import contents, plan_of, prepare
from netfreedom.data.paths import project_root
plan = plan_of(order(project_root(), "ruritania", 2016))
contents(plan)
assert "pandas" not in sys.modules, "planned with pandas"
prepare(plan, project_root())
print("pandas" in sys.modules)
"""


@pytest.fixture(autouse=True)
def a_project_without_notebooks(own_root):
    (own_root / "_config.yml").write_text("title: Small\n")
    (own_root / "notebooks").mkdir()
    (own_root / BUILD).mkdir()


def loaded_pandas(root):
    done = subprocess.run([sys.executable, "-c", PREPARE], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip() == "True"


def first_page(root, country="ruritania", edition=2016):
    plan = Plan([load(country, edition)])
    prepare(plan, root)
    written = write_pages(root, plan, Cache(root / BUILD / "cache"))
    assert written == [f"pages/{country}/{edition}/index"]
    return (root / f"{written[0]}.md").read_text(encoding="utf-8")


def test_a_first_page_that_would_be_the_same_needs_no_pandas(tiny_dataset, own_root):
    assert loaded_pandas(own_root)
    assert not loaded_pandas(own_root)
    tiny_dataset.edit("laws", 0, note="Seen again.")
    assert not loaded_pandas(own_root)
    tiny_dataset.edit("scores", -1, rights=13, total=33)
    assert loaded_pandas(own_root)
    (own_root / "_config.yml").write_text("title: Another\n")
    assert loaded_pandas(own_root)


def test_a_first_page_shows_what_has_changed(tiny_dataset, own_root):
    before = first_page(own_root)
    assert "powers" in before.partition("Not coded")[2]
    tiny_dataset.rows["powers"] = FURTHER["powers"]
    tiny_dataset.write("powers"), tiny_dataset.describe(), tiny_dataset.package()
    said = first_page(own_root)
    assert "powers" in said.partition("Not coded")[0] and "powers" not in said.partition("Not coded")[2]


def test_each_country_has_its_own(own_root):
    pages = {first_page(own_root, country, 2016).split("\n", 1)[0] for country in ("france", "germany", "iceland")}
    assert pages == {"# France 2016", "# Germany 2016", "# Iceland 2016"}


def test_no_first_page_is_made_of_data_that_are_wrong(tiny_dataset, own_root):
    tiny_dataset.edit("scores", -1, total="101")
    with pytest.raises(InputError, match="101"):
        first_page(own_root)
    assert not list((own_root / BUILD).rglob("*.md")) and not (own_root / "pages").exists()
