"""Every country of the index has a book at once: sampled over editions, both directions of the scale, and by chance."""

import json
import random
import re

import pytest
from small_project import SmallProject

from netfreedom.data.index import load_index
from netfreedom.data.load import load
from netfreedom.data.paths import project_root
from netfreedom.run.cache import Cache
from netfreedom.run.chapters import plan_country
from netfreedom.run.executors import workers
from netfreedom.run.runner import run_jobs

pytestmark = pytest.mark.notebooks

# The pilot without sub-scores, the first regular one, one of sixteen months, either side of the turned scale, the last.
SAMPLE = [("brazil", 2009), ("brazil", 2011), ("tunisia", 2012), ("france", 2016), ("sudan", 2018), ("sudan", 2019), ("iceland", 2022), ("iran", 2025)]
UNSAID = re.compile(r"\bnan\b|\bNone\b(?! of)|\bNaT\b|<NA>|\(\)|\b1 countries\b|  \S")
CHARTS = "application/vnd.vegalite.v6+json"


def all_of_the_index():
    index = load_index()
    slugs = dict(zip(index.countries["iso3"], index.countries["slug"], strict=True))
    return [(slugs[row.iso3], int(row.edition)) for row in index.scores.itertuples()]


def test_every_country_of_the_index_has_chapters_to_make():
    for country, edition in all_of_the_index():
        report = load(country, edition)
        if not report.from_index:
            continue
        assert not report.coded("events") and len(report.scores) in (1, 2)
        assert set(report.scores["direction"]) == {report.meta.direction}


def test_sampled_countries_are_told_without_gaps(tmp_path):
    seed = random.randrange(10**6)
    sample = SAMPLE + random.Random(seed).sample(all_of_the_index(), 3)
    jobs = [job for country, edition in sample for job in plan_country(load(country, edition), project_root()).jobs]
    cache = Cache(tmp_path / "cache")
    with workers() as executor:
        outcomes = run_jobs(jobs, cache, executor)
    failed = [str(outcome.error) for outcome in outcomes if outcome.state == "failed"]
    assert failed == [], f"seed {seed}"
    for job in jobs:
        outputs = [output["data"] for cell in json.loads(cache.get(job.key))["cells"] for output in cell.get("outputs", ()) if "data" in output]
        said = "\n".join("".join(data["text/markdown"]) for data in outputs if "text/markdown" in data)
        assert said and UNSAID.findall(said) == [], f"seed {seed}, {job.page}"
        for data in outputs:
            if CHARTS in data:
                assert '"datasets": {}' not in json.dumps(data[CHARTS]), f"seed {seed}, {job.page}"


def test_a_book_of_all_countries_of_an_edition(tmp_path, monkeypatch):
    monkeypatch.setenv("NETFREEDOM_ROOT", "")
    (tmp_path / "small").mkdir()
    project = SmallProject(tmp_path / "small")
    done = project.build("--all", "--edition", "2009", country=())
    assert done.returncode == 0, done.stdout + done.stderr
    book = project.root / "_build" / "editions" / "2009" / "html"
    assert len(list(book.glob("pages/*/2009/01-overview.html"))) == 15
    front = (book / "index.html").read_text(encoding="utf-8")
    assert "15 countries" in front and 'href="pages/brazil/2009/index.html"' in front
    # a page's sidebar folds the other countries: their chapters would make the book grow with the square of its countries
    page = (book / "pages/brazil/2009/01-overview.html").read_text(encoding="utf-8")
    assert "../../china/2009/01-overview.html" not in page
    landing = (book / "pages/brazil/2009/index.html").read_text(encoding="utf-8")
    assert "Legal-Changes</strong> needs the table laws" in landing and "netfreedom new brazil 2009" in re.sub(r"<[^>]+>", "", landing)
