"""A country's first page: where it stands, what its pages rest on, what is missing and how to add it."""

import pytest

from netfreedom.book.in_words import ANSWERS, answers
from netfreedom.book.landing import landing
from netfreedom.data.load import load
from netfreedom.run.chapters import plan_country


def page(country, edition, root):
    report = load(country, edition)
    plan = plan_country(report, root)
    return landing(report, [job.chapter for job in plan.jobs], plan.left_out[f"{country}/{edition}"])


def test_a_coded_report_says_what_was_coded(project):
    said = page("kazakhstan", 2016, project)
    assert said.startswith("# Kazakhstan 2016\n") and "**63 of 100**" in said
    assert "the whole report, [Freedom on the Net 2016: Kazakhstan](https://freedomhouse.org" in said
    assert "- {chapter}`04-restrictions`: which sites, services and networks failed" in said
    assert "What is missing" not in said and "Partial" not in said


def test_every_chapter_says_what_it_answers(project):
    stems = {path.stem for path in (project / "notebooks").glob("[0-9][0-9]-*.ipynb")}
    assert set(ANSWERS) == stems
    assert answers("kazakhstan/2016/02-scores").startswith(": how the total") and answers("kazakhstan/2016/30-mine") == ""


def test_an_excerpt_says_so_and_never_that_there_is_nothing(project):
    said = page("uzbekistan", 2016, project)
    assert "an excerpt of the report" in said and "Partial, so that nothing follows from what they lack:" in said
    assert "Not coded, which does not mean that there is nothing:" in said and "cases" in said
    assert "by the netfreedom project (" in said
    assert "**Prosecutions** needs the table cases." in said and "netfreedom check uzbekistan 2016" in said


@pytest.mark.parametrize(("country", "edition", "period"), [
    ("france", 2016, "June 2015 to May 2016"), ("iceland", 2022, "does not document"), ("brazil", 2009, "does not document"),
])  # fmt: skip
def test_a_country_of_the_index_alone_says_how_to_add_a_report(project, country, edition, period):
    said = page(country, edition, project)
    assert "use the index of scores alone" in said and period in said
    assert f"netfreedom new {country} {edition}" in said and "{chapter}`adding a country </about/adapt>`" in said
    assert "- **Restrictions** needs the table restrictions." in said
    assert "nan" not in said and "None" not in said
