"""What the synthetic report says: an invented country's facts, the rows that code them, and its score box.

Every fact table has a fact: the sentence its row rests on and a rival sentence beside it, so that tests can damage either.
"""

from __future__ import annotations

from dataclasses import dataclass, field

COUNTRY, EDITION = "ruritania", 2015
COVERAGE = "June 2014 – May 2015"


@dataclass(frozen=True)
class Fact:
    """A row of one table, the sentence on which it rests, and a rival sentence in the same passage."""

    table: str
    section: str
    sentence: str
    month: str  # in the sentence, with its year
    number: str  # in the sentence, beside the row's words
    rival: str
    rival_month: str
    rival_number: str
    row: dict = field(default_factory=dict)

    def text(self) -> str:
        """The passage: sentence with its note's mark, then the rival with the next one's."""
        return f"{self.sentence}{{}} {self.rival}{{}}"


FACTS = (
    Fact("indicators", "Availability and Ease of Access",
         "According to the Statistics Office, fixed lines reached 41 percent of homes in March 2015.", "March 2015", "41 percent",
         "Mobile subscriptions covered 77 percent of the population in April 2015, another agency said.", "April 2015", "77 percent",
         {"id": "i001", "topic": "access", "indicator": "homes_with_fixed_line", "label": "Homes with a fixed line", "value": "41",
          "value_text": "41 percent", "unit": "percent", "as_of": "2015-03", "source_name": "Statistics Office",
          "question": "A1", "evidence": "fixed lines;41 percent;March 2015"}),
    Fact("restrictions", "Blocking and Filtering",
         "Users reported that Photobox was unreachable for 9 days in January 2015.", "January 2015", "9 days",
         "In February 2015, the weather service was slow for 3 days during maintenance.", "February 2015", "3 days",
         {"id": "r001", "target": "Photobox", "target_type": "media_host", "measure": "unreachable", "date": "2015-01",
          "date_text": "January 2015", "date_kind": "within", "reason": "none_reported", "trigger": "none_reported", "acknowledged":
          "not_stated", "court_order": "not_stated", "standing": "reported", "restored": "not_stated", "question": "B1",
          "evidence": "Photobox;9 days;January 2015"}),
    Fact("events", "Restrictions on Connectivity",
         "In October 2014, Ruritel disconnected 12 districts of Zenda for two hours.", "October 2014", "12 districts",
         "In November 2014, a cable break left 30 districts of Strelsau without service.", "November 2014", "30 districts",
         {"id": "e001", "date": "2014-10", "date_text": "October 2014", "date_kind": "within", "kind": "shutdown", "cause": "not_stated",
          "title": "Ruritel disconnects districts of Zenda", "place": "Zenda", "actors": "a001", "standing": "reported",
          "question": "A3", "evidence": "Ruritel;12 districts;October 2014"}),
    Fact("providers", "ICT Market",
         "By its own estimate of September 2014, Ruritel held 85 percent of the fixed market.", "September 2014", "85 percent",
         "A second estimate of July 2014 gave Strelsau Net 13.1 percent.", "July 2014", "13.1 percent",
         {"id": "v001", "provider": "Ruritel", "segment": "fixed_broadband", "market_share_percent": "85", "as_of": "2014-09",
          "question": "A4", "evidence": "Ruritel;85 percent;September 2014"}),
    Fact("actors", "Regulatory Bodies",
         "The Media Board, which was founded in May 2012, has 7 members appointed by the king.", "May 2012", "7 members",
         "An Advisory Council with 11 members has met since June 2012 without publishing minutes.", "June 2012", "11 members",
         {"id": "a001", "name": "Media Board", "type": "regulator", "question": "A5", "evidence": "Media Board;7 members;May 2012"}),
    Fact("powers", "Content Removal",
         "Since August 2013, the Media Board may have 20 sites a day taken down without a court.", "August 2013", "20 sites",
         "Prosecutors may ask for 50 sites since September 2013.", "September 2013", "50 sites",
         {"id": "w001", "actor_id": "a001", "power": "order_removal", "over": "content", "law_id": "l001", "court_order": "no",
          "since": "2013-08", "question": "B3", "evidence": "Media Board;20 sites;August 2013"}),
    Fact("removal_requests", "Content Removal",
         "In the year to December 2014, Google received 19 requests and complied with 5 percent of them.", "December 2014",
         "19 requests", "Twitter counted 4 requests by November 2014 and complied with none.", "November 2014", "4 requests",
         {"id": "q001", "company": "Google", "period": "2014-12", "requests": "19", "complied_percent": "5", "unit": "requests",
          "question": "B2", "evidence": "Google;19 requests;December 2014"}),
    Fact("removal_orders", "Content Removal",
         "In April 2015, a court ordered the Zenda Herald to delete 6 articles about the harvest.", "April 2015", "6 articles",
         "The Strelsau Gazette was told in March 2015 to delete 2 articles about the army.", "March 2015", "2 articles",
         {"id": "o001", "date": "2015-04", "date_text": "April 2015", "date_kind": "within", "target": "Zenda Herald",
          "content": "articles about the harvest", "court_order": "yes", "outcome": "not_stated", "question": "B2",
          "evidence": "Zenda Herald;6 articles;April 2015"}),
    Fact("findings", "Media, Diversity, and Content Manipulation",
         "Since July 2014, 16 editors have said that they avoid writing about the royal family.", "July 2014", "16 editors",
         "A panel of 40 readers said in August 2014 that blogs had become less lively.", "August 2014", "40 readers",
         {"id": "f001", "statement": "Editors avoid the royal family as a subject", "attributed_to": "editors", "since": "2014-07",
          "question": "B4", "evidence": "royal family;16 editors;July 2014"}),
    Fact("laws", "Legal Environment",
         "In January 2014, parliament adopted a Hosting Act that leaves owners 6 hours to comply.", "January 2014", "6 hours",
         "The Press Act of February 2014 leaves publishers 48 hours.", "February 2014", "48 hours",
         {"id": "l001", "instrument": "Hosting Act", "kind": "law", "adopted": "2014-01", "status": "adopted", "subject": "removal",
          "binds": "owners", "deadline_hours": "6", "direction": "tightens", "question": "C2",
          "evidence": "Hosting Act;6 hours;January 2014"}),
    Fact("penalties", "Legal Environment",
         "Under the Defence of the Crown Act of May 2013, rumours may cost US$3,000 or three years in prison.", "May 2013",
         "US$3,000", "An amendment of June 2013 made libel punishable by US$9,000 or five years in prison.", "June 2013", "US$9,000",
         {"id": "p001", "offence": "spreading rumours", "binds": "everyone", "sanction": "fine;prison", "fine_max": "3000",
          "currency": "USD", "term_max": "P3Y", "question": "C2", "evidence": "rumours;US$3,000;May 2013"}),
    Fact("cases", "Prosecutions and Detentions for Online Activities",
         "In November 2014, Rudolf Rassen was sentenced to 18 months in prison for a post about the king.", "November 2014", "18 months",
         "Albert Lauengram received a sentence of 30 months in December 2014.", "December 2014", "30 months",
         {"id": "c001", "person": "Rudolf Rassen", "persons_min": "1", "proceeding": "criminal", "decided": "2014-11",
          "stage": "convicted", "sanction": "prison", "term": "P18M", "question": "C3",
          "evidence": "Rudolf Rassen;18 months;November 2014"}),
    Fact("systems", "Surveillance, Privacy, and Anonymity",
         "An interception system called Crowbar has run on 14 exchanges since March 2013.", "March 2013", "14 exchanges",
         "Older equipment stood in 22 exchanges until April 2013.", "April 2013", "22 exchanges",
         {"id": "s001", "name": "Crowbar", "kind": "interception", "since": "2013-03", "status": "in_use", "acknowledged": "not_stated",
          "question": "C5", "evidence": "Crowbar;14 exchanges;March 2013"}),
    Fact("discrepancies", "Technical Attacks",
         "The Computer Emergency Team counted 8 attacks in May 2015.", "May 2015", "8 attacks",
         "A ministry spoke of 5 attacks in January 2015.", "January 2015", "5 attacks",
         {"id": "d001", "topic": "number of attacks", "statement": "The team counts eight", "conflicts_with": "The ministry counts five",
          "kind": "numbers", "handling": "both kept", "question": "C8", "evidence": "Computer Emergency Team;8 attacks;May 2015"}),
)  # fmt: skip

INTRODUCTION = (
    "Internet freedom changed little in Ruritania, although the government’s surveillance infrastructure grew and independent"
    " journalists described an atmosphere of self-censorship across the kingdom.",
    "Self-censorship is widespread, and editors speak of uncertainty about what YouTubе channels may show.",  # a Cyrillic е
)
LEADS = {
    "Obstacles to Access": "Access became cheaper during the coverage period, while authorities interrupted connectivity now and then.",
    "Limits on Content": "The authorities continued restricting content online, often without any public justification.",
    "Violations of User Rights": "Prosecution of users went on, and nothing was done about intimidation.",
}
OUTLINE = (
    ("Obstacles to Access", ("Availability and Ease of Access", "Restrictions on Connectivity", "ICT Market", "Regulatory Bodies")),
    ("Limits on Content", ("Blocking and Filtering", "Content Removal", "Media, Diversity, and Content Manipulation")),
    ("Violations of User Rights", ("Legal Environment", "Prosecutions and Detentions for Online Activities",
                                   "Surveillance, Privacy, and Anonymity", "Technical Attacks")),
)  # fmt: skip
BOX = """Ruritania
2014 2015

Internet Freedom Status Partly 
Free

Not 
Free

Obstacles to Access (0-25) 14 15

Limits on Content (0-35) 20 21

Violations of User Rights (0-40) 24 26

TOTAL* (0-100) 58 62

* 0=most free, 100=least free

Population: \t 5.2 million

Internet Penetration 2014 (ITU): \t 54 percent

Social Media/ICT Apps Blocked: \t Yes

Political/Social Content Blocked: \t No

Bloggers/ICT Users Arrested: \t Yes

Press Freedom 2015 Status: \t Not Free"""
SCORES = [
    {"edition": "2014", "access": "14", "content": "20", "rights": "24", "total": "58", "status": "Partly Free", "direction": "zero_is_free"},
    {"edition": "2015", "access": "15", "content": "21", "rights": "26", "total": "62", "status": "Not Free", "direction": "zero_is_free"},
]
EMPTY_NOTE, DOUBLE_NOTE, NO_ADDRESS_NOTE = 8, 11, 14
