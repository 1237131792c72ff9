"""The score box is read whatever the order in which its cells are printed."""

import pytest

from netfreedom.report.reader import read_text

EXPECTED = {
    2013: {"access": 9, "content": 15, "rights": 19, "total": 43, "status": "Partly Free"},
    2014: {"access": 10, "content": 15, "rights": 20, "total": 45, "status": "Partly Free"},
}
FACTS = {"population": "5.2 million", "internet_penetration": "54 percent", "social_media_blocked": "No", "users_arrested": "Yes", "press_freedom_status": "Not Free"}

CELLS_APART = "\n\n".join(
    "Ruritania|2013|2014|Internet Freedom Status|Partly|Partly|Free|Free|Obstacles to Access (0-25)|9|10|Limits on Content (0-35)|15|15|Violations of User Rights (0-40)|19|20"
    "|TOTAL* (0-100)|43|45|* 0=most free, 100=least free|Population:|5.2 million|Internet Penetration 2013:|54 percent|Social Media/ICT Apps Blocked:|No"
    "|Bloggers/ICT Users Arrested:|Yes|Press Freedom 2014 Status:|Not Free".split("|")
)  # fmt: skip
TWO_COLUMNS = """\
RURITANIA

2013 2014 POPULATION: 5.2 million
INTERNET FREEDOM STATUS PARTLY FREE PARTLY FREE INTERNET PENETRATION 2013: 54 percent
Obstacles to Access (0-25) 9 10 SOCIAL MEDIA/ICT APPS BLOCKED: No
Limits on Content (0-35) 15 15
Violations of User Rights (0-40) 19 20 BLOGGERS/ICT USERS ARRESTED: Yes
Total (0-100) 43 45 PRESS FREEDOM 2014 STATUS: Not Free
* 0=most free, 100=least free
"""
STATUS_BEFORE_ITS_LABEL = """\
Ruritania

2013 2014 Population: 5.2 million Partly Partly Internet Freedom Status Internet Penetration 2013: 54 percent Free Free Social Media/ICT Apps Blocked: No Obstacles to Access (0-25) 9 10 Limits on Content (0-35) 15 15 Bloggers/ICT Users Arrested: Yes Violations of User Rights (0-40) 19 20

TOTAL* (0-100) 43 45 Press Freedom 2014 Status: Not Free

* 0=most free, 100=least free
"""
ONE_LINE = "Ruritania " + " ".join(CELLS_APART.split()[1:]).replace("Partly Partly Free Free", "Partly Free Partly Free") + "\n"


@pytest.mark.parametrize("box", [CELLS_APART, TWO_COLUMNS, STATUS_BEFORE_ITS_LABEL, ONE_LINE], ids=["cells apart", "two columns", "status first", "one line"])
def test_two_editions_and_the_facts_are_read_from_every_arrangement(box):
    read = read_text(f"FREEDOM ON THE NET 2014\n\n{box}\n\nKey Developments: May 2013 – May 2014\n\n• One thing.\n").score_box
    assert read["scores"] == EXPECTED and read["country"].lower() == "ruritania"
    assert {key: fact["value"] for key, fact in read["facts"].items()} == FACTS


TABLE = """\
Country: | Ruritania |
Year: | 2016 |
Status: | Partly Free |
Total Score: | 45 (0 = Best, 100 = Worst) |
Obstacles to Access: | 10 (0 = Best, 25 = Worst) |
Limits on Content: | 15 (0 = Best, 35 = Worst) |
Violations of User Rights: | 20 (0 = Best, 40 = Worst) |
Population: | 5.2 million |
Internet Penetration: | 54 percent |
"""


@pytest.mark.parametrize("box", [TABLE, TABLE.replace("| ", "\n").replace(" |", "").replace(" (0", "\n(0")], ids=["table", "labels above values"])
def test_the_box_of_a_library_of_documents_is_read(box):
    read = read_text(f"{box}\nKey Developments, June 2015-May 2016\n\n- One thing.\n").score_box
    assert read["scores"] == {2016: {"access": 10, "content": 15, "rights": 20, "total": 45, "status": "Partly Free"}} and read["country"] == "Ruritania"
    assert read["facts"]["population"]["value"] == "5.2 million"


def test_an_edition_that_did_not_rate_the_country_has_no_scores():
    box = "Ruritania\n2013 2014\nInternet Freedom Status n/a Partly Free\nObstacles to Access (0-25) n/a 10\nLimits on Content (0-35) n/a 15\nViolations of User Rights (0-40) n/a 20\nTOTAL (0-100) n/a 45\n"
    assert read_text(box).score_box["scores"] == {2014: EXPECTED[2014]}


def test_headings_above_paragraphs_that_open_with_a_number_are_no_box():
    text = "Obstacles to Access\n\n24 percent of people use it.\n\nLimits on Content\n\n2 sites were blocked.\n\nViolations of User Rights\n\n3 people were tried.\n"
    assert read_text(text).score_box["scores"] == {}


def test_columns_that_stand_side_by_side_are_read_one_after_the_other():
    left = ["* 0=most free, 100=least", "free", "", "Population: 5.2 million", "Internet Penetration 2013:", "54 percent", "Social Media/ICT Apps", "Blocked: No"]
    right = ["                       2013         2014", "Internet Freedom Status Partly Free  Partly Free", "", "Obstacles to Access (0-25)     9      10", "Limits on Content (0-35)      15      15", "Violations of User Rights (0-40) 19   20", "TOTAL* (0-100)         43     45", ""]  # fmt: skip
    box = "\n".join(f"{one:<33}{other}".rstrip() for one, other in zip(left, right, strict=True))
    read = read_text(f"Ruritania\n\n{box}\n\nBloggers/ICT Users Arrested: Yes\n\nPress Freedom 2014 Status: Not Free\n\nKey Developments: May 2013 – May 2014\n\n• One thing.\n").score_box
    assert read["scores"] == EXPECTED and {key: fact["value"] for key, fact in read["facts"].items()} == FACTS
