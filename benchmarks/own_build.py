"""Build the book of one country, or of a chosen number of countries of an edition, as the command line does it.

`python own_build.py 2016 kazakhstan` or `python own_build.py 2016 kazakhstan,france,estonia`; the folder is NETFREEDOM_ROOT.
"""

from __future__ import annotations

import sys

from netfreedom.book import pages, whole
from netfreedom.book.order import Order, order
from netfreedom.data.load import load
from netfreedom.data.paths import project_root
from netfreedom.run.chapters import Plan, plan_country, plan_edition


def plan(countries: list[str], edition: int) -> Plan:
    """The contents of the book of these countries."""
    reports = [load(country, edition) for country in countries]
    return plan_country(reports[0], project_root()) if len(reports) == 1 else plan_edition(edition, reports, project_root())


def main(edition: int, countries: list[str]) -> None:
    root = project_root()
    wanted: Order = order(root, countries[0] if len(countries) == 1 else None, edition, root / "_build")
    pages.plan_of = lambda wanted: plan(countries, edition)  # the command line knows one country or all, not ten
    whole.build_book(wanted)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2].split(","))
