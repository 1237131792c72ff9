"""What each chapter answers, in a few words: the lists of contents print it behind the chapter's name."""

from __future__ import annotations

ANSWERS = {
    "01-overview": "where the country stands, what moved, what eased",
    "02-scores": "how the total is made, and how near the next status is",
    "03-timeline": "what the report dates, and how exactly",
    "04-restrictions": "which sites, services and networks failed, and what is known of each",
    "05-legal-changes": "which rules changed, which way, and what a breach costs",
    "06-prosecutions": "who was tried or held, for what, and with what outcome",
    "07-content-removal": "what was to be taken down, and what came of it",
    "08-access": "who is online, at what price and speed, and who owns the lines",
    "09-powers": "which office may block, cut off, watch or appoint",
    "10-surveillance": "what watches the network, and which attacks the report tells of",
    "11-public-sphere": "self-censorship, paid comment, and what people organized",
    "12-evidence": "what the report rests on, and where it does not fit together",
    "13-cross-checks": "which of the report's claims other series can test",
    "20-countries": "all countries and editions on one scale",
    "21-controls": "which kinds of control were ticked where",
    "22-questions": "which answers the points are made of",
    "23-side-by-side": "reports set beside each other, month by month",
}


def answers(page: str) -> str:
    """`: ` and what a chapter answers, for a page such as `kazakhstan/2016/02-scores`; nothing for a chapter that the table lacks."""
    words = ANSWERS.get(page.rpartition("/")[2], "")
    return f": {words}" if words else ""
