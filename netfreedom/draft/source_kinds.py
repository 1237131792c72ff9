"""What sort of source a note names: told by its words, its publisher or its address, else news."""

from __future__ import annotations

import re

# The first rule that fits names the kind: what the source is comes before who publishes it.
_KINDS = (
    ("interview", r"\b(?:e-?mail|phone|telephone|skype|whatsapp|personal|author)\b.*\b(?:interview|conversation|communication|correspondence)|^interviews? with|\bsaid at the\b|conversation with|,\s*interview\b"),
    ("transparency_report", r"transparency report|government removal requests|government requests|requests for user information|requests to remove content|\bcontent restrictions\b|transparencyreport\.google|transparency\.(?:facebook|fb|meta|twitter)\.com|govtrequests\.facebook"),
    ("leak", r"wikileaks|leaked (?:emails|documents) archive"),
    ("social_media", r"^(?:tweet|facebook, post|facebook post|post by)\b|\bpost by\b|https?://(?:www\.)?(?:facebook|twitter|x|vk|instagram)\.com/\S+"),
    ("blog", r"\(blog\)|livejournal user|\bblogspot\.|wordpress\.com|//medium\.com/"),
    ("legal_text", r"^[“”\"]?(?:law (?:of|on|no|\d)|article \d|decree|rules (?:of|for|on)\b|regulations? (?:of|on|no)\b|order (?:of|no|s\.o)\b|constitution|resolution|(?:the )?(?:criminal|civil|penal|administrative) code)"
                   r"|закон\b|кодекс|governmental decree|о национальной безопасности|\[(?:the )?law (?:on|of)\b"
                   r"|^[“”\"]?[^“”\",.;]{3,90}\b(?:(?:act|ordinance|proclamation|decree|code|bill|rules|regulations?)(?:,? (?:no\.? ?)?[\w/]*\d[\w/]*)?[,.;”\"]|law no\b)|\bofficial gazette\b|\bgazette of\b|\bdiario oficial\b|\bdi[áa]rio oficial\b|\bjournal officiel\b|\bresm[iî] gazete\b|\bfederal negarit\b"
                   r"|^(?:case of |[“\"]?)[A-Z][^,;“”\"]{2,60} v\.? [A-Z]|\b(?:supreme|constitutional|high) court (?:decision|ruling|judgment)\b"),
    ("statistics", r"statistic|percentage of|subscriptions, \d{4}|key ict indicators|net index|average connection speed|internet users by|\bperformance indicators\b|\bspeedtest\b|\bmobile-cellular\b|\bsubscriptions?\b.*\bindicators?\b"),
    ("official", r"\bofficial (?:response|website)|(?:\.|//)(?:gov|gob|gouv|go|mil)\.|\.gov(?=[/\s]|$)|\bministry\b|prime minister|president(?:ial)? administration|parliament\b|\b(?:organi[sz]ation for security and co-?operation|council of europe|united nations|european (?:commission|court)|human rights council|(?:telecommunications?|communications) (?:commission|authority|institute)|gazette|senate|congress|lok sabha|national assembly|bank for reconstruction)\b"),
    ("company", r"press release|about page|\bnewsroom\b|investor (?:presentation|relations)|\btariffs?[,”]|\binternet plans[,”]|\bannual report\b.*\btelecom"),
    ("ngo", r"foundation|adil ?soz|human rights watch|amnesty|reporters without|\brsf\b|committee to protect|\bcpj\b|article 19|freedom house|access now|electronic frontier|privacy international|pen (?:international|america)|\bderechos digitales\b|"
            r"\binstitute for reporters\b|press institute|\bIPI\b|civil liberties|human rights (?:foundation|house|network|defenders)|paradigm initiative|transparency international|freedom law|\bhumanists international|\bfrontline defenders|front line defenders|organized crime and corruption|\binitiative\b|\bcoalition\b|\bjournalists[’'] (?:association|union)|\bassociation of (?:\w+ )?journalists"),
    ("research", r"\bbudde\b|\bakamai\b|citizen ?lab|university|journal of|working paper|renesys|opennet initiative|\bOONI\b|\booni\.|open observatory|institute (?:of|for)\b.*\b(?:study|studies|research)|\bsurvey\b.*\bresearch\b|pew research|\bobservatory\b|\bresearch (?:labs?|institute|cent(?:er|re))\b"),
)  # fmt: skip
# These words tell what a source is; any other kind is a guess.
_SAYS_ITS_KIND = re.compile(r"\binterview\b|\btweet\b|\bpost by\b|\btransparency report\b|\(blog\)|\bpress release\b|\bwikileaks\b", re.IGNORECASE)
_TOLD_IN_WORDS = ("interview", "social_media", "transparency_report", "blog", "company", "leak")
_TOLD_BY_PUBLISHER = {"interview", "social_media", "official", "company", "ngo", "research"}


def kind_of(text: str, title: str, publisher: str) -> str:
    """The first kind whose rule fits a note's text; a ministry in a headline does not make the news official."""
    for kind, pattern in _KINDS:
        searched = text.replace(title, " ") if title and kind in _TOLD_BY_PUBLISHER else text
        if re.search(pattern, searched, re.IGNORECASE):
            return kind
    return "news" if publisher else ""


def says_its_kind(text: str, kind: str) -> bool:
    """Whether the note tells the kind in so many words, so that nothing was guessed."""
    return kind in _TOLD_IN_WORDS and bool(_SAYS_ITS_KIND.search(text))
