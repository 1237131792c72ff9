"""Which sentences become candidates, of what kind, and in which other tables: rules of the language, on made-up sentences."""

import pytest

from netfreedom.draft import draft_report
from netfreedom.draft.kinds import guess_kind

HEAD = "Ruritania\nStatus: Free\nObstacles to Access (0-25): 3\nLimits on Content (0-35): 4\nViolations of User Rights (0-40): 5\nTOTAL (0-100): 12\n\nKey Developments: June 2014 – May 2015\n\n"


@pytest.fixture
def tables_of(own_root, tmp_path):
    """Tables drafted from sentences that stand under one heading."""

    def make(*sentences, heading="Blocking and Filtering"):
        path = tmp_path / "report.txt"
        body = "\n\n".join(sentences)
        path.write_text(f"{HEAD}Introduction\n\nRuritania is a kingdom in the hills of the continent.\n\nLimits on Content\n\nLittle changed in the kingdom in the past year.\n\n{heading}\n\n{body}\n", encoding="utf-8")
        return draft_report("ruritania", 2015, path).tables

    return make


@pytest.mark.parametrize(
    "sentence",
    [
        "Internet penetration stood at 46 percent in 2014, up from 45 percent in 2013, according to the International Telecommunication Union.",
        "There were 6.4 million subscribers at the end of December 2014.",
        "A gigabyte of mobile data cost $0.26 on average in early 2015, the lowest price on the continent.",
        "The constitution of 2008 grants free speech.",
        "No deliberate disruptions were recorded during the coverage period.",
        "Content removal has also intensified.",
    ],
)
def test_measured_numbers_names_with_a_year_and_trends_are_no_events(tables_of, sentence):
    assert "events" not in tables_of(sentence, heading="Availability and Ease of Access")


def test_a_claimed_number_and_a_revelation_stay_events(tables_of):
    events = tables_of("In March 2015, the minister claimed that penetration had reached 80 percent.", "On May 2, 2015, a general revealed that a unit of the army counted more than 10,000 members.")["events"]
    assert [row["date"] for row in events] == ["2015-03", "2015-05-02"]


def test_a_measured_number_is_kept_as_indicator(tables_of):
    (row,) = tables_of("Internet penetration stood at 46 percent in 2014.")["indicators"]
    assert (row["value"], row["as_of"]) == ("46", "2014")


def test_someone_held_since_a_day_was_arrested_on_it(tables_of):
    tables = tables_of("The journalist Rupert Hentzau has been held since April 28, 2015, over a post on Facebook.", heading="Prosecutions and Detentions for Online Activities")
    assert [(row["date"], row["kind"]) for row in tables["events"]] == [("2015-04-28", "arrest")] and tables["cases"][0]["person"] == "Rupert Hentzau"


@pytest.mark.parametrize(
    "sentence, heading, kind",
    [
        ("Residents reported that mobile data had been cut for several hours.", "Restrictions on Connectivity", "shutdown"),
        ("The provincial government cut mobile data and text messages.", "A3", "shutdown"),
        ("The platform could not be reached on two providers.", "B1", "blocking"),
        ("The minister announced the suspension of Twitter, two days after the company deleted a post.", "B1", "blocking"),
        ("The flood damaged towers and left parts of the north without service.", "A3", "disruption"),
        ("The competition authority fined the incumbent for excessive fees.", "ICT Market", "market"),
        ("The columnist was given ten months in prison for a tweet.", "C3", "prosecution"),
        ("The aid worker received six months for a photograph.", "C3", "prosecution"),
        ("Thousands marched in the capital against the new law, and police used water cannon.", "Digital Activism", "activism"),
        ("Circular 12 obliges foreign sites to remove content within a day.", "Regulatory Bodies", "regulation"),
        ("The Telecom Fraud Proclamation bans the use of internet telephony.", "Legal Environment", "law"),
        ("The government withdrew the draft law in the end.", "B8", "law"),
        ("Two contributors left the country after threats.", "C7", "intimidation"),
        ("The site was hit by attacks that were traced to the capital.", "C8", "technical_attack"),
    ],
)
def test_plain_words_tell_the_kind(sentence, heading, kind):
    assert guess_kind(sentence, heading).kind == kind


@pytest.mark.parametrize(
    "sentence, target, measure",
    [
        ("Users reported that the website of the exile channel Hentzau TV was inaccessible from March 27, 2015.", "Hentzau TV", "unreachable"),
        ("In May 2015, the anonymity network Mirror stopped working.", "Mirror", "unreachable"),
        ("On May 3, 2015, a website that collected donations was blocked on two networks.", "site (not named)", "blocked"),
    ],
)
def test_a_site_with_a_name_and_no_address_is_a_restriction(tables_of, sentence, target, measure):
    assert [(row["target"], row["measure"]) for row in tables_of(sentence)["restrictions"]] == [(target, measure)]


def test_a_court_that_judges_a_block_restricts_nothing(tables_of):
    assert "restrictions" not in tables_of("On May 3, 2015, the Castle Court found that the blocking of the website Photobox had violated the right to receive information.")


def test_a_removal_is_drafted_where_it_was_asked_for_and_not_where_a_rule_demands_it(tables_of):
    tables = tables_of("In March 2015, the Election Commission asked Facebook to take down two posters.", "Circular 12, issued on May 2, 2015, obliges foreign sites to remove illegal posts within 24 hours.", heading="Content Removal")
    assert [row["content"] for row in tables["removal_orders"]] == ["posters"]


@pytest.mark.parametrize("sentence", ["Defamation is still a crime in nine provinces.", "An order of May 20, 2015, empowered ten agencies to intercept any message.", "The criminal code of 2004 holds publishers liable for defamation."])
def test_rules_are_drafted_as_laws(tables_of, sentence):
    assert len(tables_of(sentence, heading="Legal Environment")["laws"]) == 1


def test_a_trial_of_someone_told_before_is_a_case(tables_of):
    assert tables_of("Their trial opened in February 2015, with prosecutors seeking three years in prison.", heading="C3")["cases"][0]["stage"] == "tried"


def test_the_reason_of_a_changed_score_and_the_verdict_on_the_year_are_no_events(own_root, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(f"{HEAD}Introduction\n\nInternet freedom declined in Ruritania as users were jailed before the elections of March 2015.\n\nLimits on Content\n\nLittle changed.\n\nViolations of User Rights\n\nScore Change: The score declined from 3 to 2 because users were arrested for posts.\n\nIn May 2015, the Castle Court was closed.\n", encoding="utf-8")
    assert [row["date"] for row in draft_report("ruritania", 2015, path).tables["events"]] == ["2015-05"]
