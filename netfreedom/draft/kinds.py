"""What kind of happening a sentence tells: guessed from its words and from the heading it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netfreedom.report.headings import heading_key

# The words of a kind, and how sure they are. A kind's score is the sum over the patterns that are found.
_WORDS = {
    "shutdown": [
        (r"\b(?:internet|networks?|mobile|phone|telecommunications?|broadband|services?|connections?)\b[^.]{0,40}\b(?:cut|shut|switched|turned) (?:off|down)\b", 2.0),
        (r"\bshut(?:ting)?\s*downs?\b|\bcut(?:ting)?\b[^.]{0,40}\b(?:off|from) (?:from )?the (?:internet|network)|\bblackouts?\b|\bkill switch", 2.0),
        (r"\b(?:mobile data|mobile internet|internet (?:access|service|connections?)|connectivity|text messag\w*|SMS|service)\b[^.,;]{0,30}\b(?:was|were|been|be|being) (?:\w+ )?(?:cut|suspended|shut|unavailable|disabled)\b|\b(?:cut|cuts|disabled|suspended)\b[^.,;]{0,20}\b(?:mobile data|mobile internet|internet (?:access|service)|connectivity|text messag\w*|SMS)\b", 2.2),
        (r"\b(?:suspend|disconnect|switch(?:ed)? off|turn(?:ed)? off)\w*\b[^.]{0,60}\b(?:internet|mobile|network|telecommunication|services?)\b", 2.0),
    ],
    "blocking": [
        (r"\b(?:websites?|sites?|apps?|applications?|platforms?|portals?|calls|tools?|VPNs?)\b[^.]{0,60}\bbanned\b|\bban(?:ned|ning|s)?\b", 1.0),
        (r"\bblock(?:ed|ing|s|ages?)?\b|\bunblock\w*|\bban(?:ned|ning|s)?\b[^.]{0,40}\b(?:websites?|sites?|app|apps|application|platforms?|portal|service|tools?)\b", 2.0),
        (r"\bdisabl(?:e|ed|ing)\b[^.]{0,40}\b(?:services?|access|apps?|platforms?|networks?|Facebook|Twitter|WhatsApp|Telegram|YouTube|VPNs?)\b|\bpull(?:ed)? the plug\b", 2.0),
        (r"\bsuspen(?:ded|sion)\b[^.,;]{0,30}\b(?:Twitter|Facebook|WhatsApp|Telegram|YouTube|Instagram|TikTok|social media|platforms?|apps?)\b", 2.2),
        (r"\binaccessible\b|\bunreachable\b|\bstopped working\b|\bcould not be (?:reached|accessed|opened|loaded)\b|\bunavailable\b|\bblacklist\w*|\bfilter(?:ed|ing)\b|\b(?:restrict\w*|restor\w*|limit\w*) access\b|\baccess (?:was )?restored\b", 1.5),
    ],
    "disruption": [
        (r"\bdisrupt\w*|\bslow(?:ed|down|downs|ing)?\b|\bthrottl\w*|\boutages?\b|\bcables?\b[^.]{0,40}\b(?:br[eo]a?ke?\w*|cuts?|damage\w*|fault\w*|severed)\b|\bdisconnect\w*", 1.8),
        (r"\b(?:difficult\w*|problems?|trouble)\b[^.]{0,30}\b(?:access\w*|connect\w*|download\w*|open\w*|reach\w*)\b|\binterrupt\w*|\bwithout (?:\w+ ){0,2}(?:service|internet|connection|signal)\b|\bdamaged? (?:\w+ ){0,2}(?:towers?|cables?|lines?|networks?|infrastructure)\b", 1.8),
    ],
    "content_removal": [
        (r"\b(?:remov\w+|delet\w+|retract\w*|unpublish\w*|withheld|tak(?:e|en|ing) (?:\w+ )?down|took (?:\w+ ){0,3}down|takedowns?|withdr[ae]w\w*(?! (?:\w+ ){0,3}(?:laws?|bill|amendments?|legislation|proposal|draft|plans?|charges)\b))\b|\b(?:taken|took|take|pulled)\b[^.]{0,20}\boffline\b", 1.8),
        (r"\bbann(?:ed|ing)\b[^.]{0,20}\b(?:film|video|article|song|book|page|channel|documentary)\b", 1.5),
        (r"\brequests?\b[^.]{0,50}\b(?:content|removal|data|accounts?)\b|\brestricting access to \d+", 1.0),
    ],
    "prosecution": [
        (r"\b(?:sentenced|convicted|acquitted|prosecut\w+|indict\w*|found guilty|pleaded guilty|imprison\w*|jailed)\b", 2.2),
        (r"\bcharg(?:ed|es) (?:with|under|for|against|of)\b|\bcharged\b|\bfac(?:ed|es|ing) (?:\w+ )?charges\b|\blawsuits?\b|\bsued\b|\b(?:libel|defamation) (?:suit|case|charges)|\bfined\b|\bconvict\w*|\breceived (?:an? )?(?:\w+[- ])?(?:\w+ )?(?:months?|years?|sentence|prison term)\b|\bgiven\b[^.,;]{0,30}\b(?:prison|jail|years|months|sentence)\b|\b(?:suit|lawsuit|damages)\b[^.;]{0,30}\b(?:damages|court|filed|column|article|post)\b|\b(?:criminal|civil|administrative) charges\b|\blegal sanctions\b|\bcharges?\b[^.]{0,50}\bfiled\b|\b(?:prison|jail|suspended|\w+-(?:year|month)) (?:sentences?|terms?)\b|\b(?:upheld|confirmed|overturned|reduced)\b[^.]{0,40}\b(?:sentence|verdict|conviction)\b", 1.8),
        (r"\btrials?\b|\bhearing\b|\bcriminal (?:case|investigation|complaint)\b|\bverdict\b|\bappeal\b|\bcourt (?:ordered|found|rejected|ruled|upheld)", 1.0),
    ],
    "arrest": [(r"(?<!threats of )(?<!threat of )(?<!fear of )(?<!risk of )\b(?:arrest(?:ed|s|ing)?|detain(?:ed|ing|s)?|detention|taken into custody|in custody|(?:been|was|were|is|are) held (?:since|without charge|incommunicado|by (?:the )?police|in (?:custody|detention|prison|jail|pre-?trial|solitary))|apprehended|rounded up|picked up by (?:the )?(?:police|security))\b", 2.1)],
    "violence": [
        (r"\b(?:beat(?:en|ing)?|assault\w*|murder\w*|killed|killing|stabbed|shot (?:dead|at|and|him|her|them|in)|broke into|gunned|tortur\w+|physical(?:ly)? (?:attack\w*|violence)|abduct\w*|kidnap\w*)\b", 2.2),
        (r"\bclashes\b|\briots?\b|\bviolence\b|\battack(?:er|ers)\b|\bdisappear\w*", 0.9),
        (r"\b(?:was|were|been) (?:\w+ )?attacked\b|\b(?:body|bodies|corpse)\b[^.]{0,80}\bfound\b|\bfound dead\b", 1.8),
    ],
    "intimidation": [
        (r"\b(?:intimidat\w*|harass\w*|threaten\w*|threats?|summon\w*|interrogat\w*|raid(?:ed|s)?|search(?:ed)? (?:of|the|his|her|their)|apartment searched|fled|exile|smear\w*|blackmail\w*|pressured|left the country|abusive|doxx\w*|for questioning|questioned (?:by|over|about)|confiscat\w*|seized)\b", 1.5),
    ],
    "technical_attack": [
        (r"\b(?:DDoS|denial[- ]of[- ]service|hack(?:ed|ing(?! Team)|ers?)|deface[dm]\w*|malware|phishing|cyber-?\s?attacks?|technical attacks?|compromised|ransomware|(?:hit|targeted|struck|overwhelmed) by (?:\w+ ){0,2}attacks?|went down|crashed|taken offline by (?:an? )?(?:attack|hackers))\b", 2.2),
        (r"\baccounts?\b[^.]{0,40}\b(?:accessed without|broken into|taken over|hijacked)", 2.2),
    ],
    "surveillance": [
        (r"\b(?:surveill\w*|wiretap\w*|intercept\w*|eavesdrop\w*|spyware|deep packet|DPI|SORM|spying|spied|lawful access)\b", 1.8),
        (r"\bmonitor(?:ed|ing|s)?\b|\b(?:security|root) certificates?\b|\buser data\b|\bpersonal data\b|\bSIM cards?\b|\bencrypt\w*|\bretain\b|\bdata retention|\bbiometric\w*|\bfacial recognition", 1.2),
        (r"\b(?:Hacking Team|Remote Control System|FinFisher|FinSpy|Pegasus|NSO Group|Cellebrite|Candiru|Predator|Intellexa)\b|\bdirect access to\b[^.]{0,30}\b(?:networks?|data|traffic|communications?|servers?)\b", 2.0),
    ],
    "law": [
        (r"\b(?:law|laws|act|bill|amend(?:ed|ments?)|legislation|code|constitution|proclamation|ordinance)\b[^.]{0,70}\b(?:pass(?:ed)?|adopt\w*|sign(?:ed)?|enact\w*|approv\w*|took effect|came into force|went into effect|enter\w* into force|introduc\w*|amended|reject\w*|propos\w*|draft\w*|suspended|repeal\w*|in force|tabled|gazetted|submitted|withdrawn|struck down|revis\w*)\b", 2.2),
        (r"\b(?:pass(?:ed|ing)?|adopt\w*|sign(?:ed)?|enact\w*|approv\w*|introduc\w*|propos\w*|draft\w*|reject\w*|repeal\w*|new|under(?: \w+)?|suspended|tabled|submitted|struck down|annulled|invalidated|withdr[ae]w\w*)\b[^.]{0,60}\b(?:law|laws|act|bill|amendments?|legislation|code)\b", 1.8),
        # A rule as the one that acts: "amendments to the criminal code increased penalties".
        (r"\b(?:laws?|act|bill|amendments?|legislation|code|reforms?|provisions?)\b[^.,;]{0,50}\b(?:ma[dk]es?|amend|increas|rais|toughen|strengthen|expand|broaden|tighten|extend|punish|introduc|creat|abolish|(?:de)?criminaliz|oblig|forc|lower|reduc)\w*", 2.0),
        (r"\b(?:is|are|was|were|been|be|became|become|remains?) (?:no longer )?an? (?:\w+ )?(?:crime|offen[cs]e)\b|\bdecriminaliz\w*", 1.6),
        (r"\b(?:law|legislation|act|code|amendments?|proclamation|ordinance)\b[^.]{0,60}\b(?:holds? \w+ (?:\w+ )?liable|punishes|bans|requires?|obliges?|obliged|allows?|allowed|authorizes?|authorized|grants?|granted|prohibits?|penalizes?|criminalizes?|imposes?|empowers?|permits?|gives?)\b", 1.6),
        (r"\bmust (?:be )?(?:regist|licens|obtain|stor|hand|retain|verif|identif|localiz|show|present|submit)\w*|\bempowered\b", 1.9),
        (r"\bamend(?:ed|ments?)\b|\bparliament (?:passed|adopted)", 0.8),
    ],
    "regulation": [
        (r"\b(?:issu|adopt|releas|publish|introduc|approv)\w*\b[^.]{0,50}\b(?:decree|order|orders|rules?|regulations?|directive|resolution|guidelines|requirements?)\b", 1.9),
        (r"\b(?:decree|circular|ordinance|regulations?|rules|directive|guidelines|resolution)\b[^.]{0,60}\b(?:requir\w*|adopt\w*|issu\w*|oblig\w*|prohibit\w*|took effect|came into force|published|notified|gazetted|promulgated)\b", 1.7),
        # A rule that opens the sentence and acts in it.
        (r"^(?:The |An? |Under )?(?:[\w-]+ ){0,4}?(?:circular|decree|rules|regulations?|ordinance|directive)\b[^.;]{0,60}\b(?:oblig|requir|mak|ban|bar|forbid|allow|prohibit|order|authoriz)\w*", 1.5),
        (r"\bregulator\b|\bmust (?:register|provide|be hosted)|\bgovernment (?:has )?requir\w*", 0.7),
    ],
    "market": [
        (r"\b(?:acquir\w*|merg(?:ed|er)\w*|privatiz\w*|stakes?|shares?|shareholders?|licens\w+|tariffs?|prices?|market share|subscriptions?|subscribers?|competition|monopoly|4G|LTE|3G|5G|taxes|tax|excise|fees?|merge|wealth fund|took over|takeover)\b", 1.0),
        (r"\bcables?\b[^.]{0,40}\b(?:landed|capacity|laid|completed)\b|\b(?:international|added) (?:bandwidth|capacity)\b|\bcontrolling (?:stake|interest)\b|\bunder the control of\b", 1.0),
        (r"\b(?:competition|antitrust|consumer protection) (?:authority|commission|council|tribunal|regulator)\b", 2.0),
        (r"\b(?:signed|awarded)\b[^.,;]{0,30}\b(?:agreement|contract|deal)\b|\bbegan operat\w*|\bswitched on\b|\blay(?:ing)? (?:\w+ ){0,2}cables?\b|\brent(?:ed|ing)? (?:\w+ )?capacity\b|\bright-of-way\b|\bwent live\b|\bconsortium\b|\bmobile virtual network\b|\bseparation of\b", 1.4),
        (r"\b(?:sold|bought|launch\w*|roll(?:ed)? out|retreat\w*|lower\w*|reduc\w*|doubled|expand\w*|peering|exchange point|traffic caps?|broadband|Mbps|invest\w*)\b", 0.9),
    ],
    "institution": [
        (r"\b(?:creat|establish|found|form|set up|reorganiz|dissolv|abolish|merg|appoint|dismiss|replac)\w*\b[^.]{0,60}\b(?:ministry|agency|committee|commission|council|association|authority|regulator|body|department|alliance|union|center|court|office)\b", 1.9),
        (r"\b(?:ministry|agency|committee|commission|council|association|authority|alliance|union|court)\b[^.]{0,50}\b(?:created|established|founded|formed|reorganized|dissolved|abolished|registered)\b", 1.9),
        (r"\b(?:was|were) (?:founded|established|created|set up)\b|\b(?:put|placed) in charge\b|\bappointed\b", 1.2),
    ],
    "activism": [
        (r"\b(?:marched|took to the streets|sit-ins?)\b|\bpolice (?:\w+ ){0,3}(?:disperse\w*|water cannon)\b|#\w{3,}|\bmovement\b", 1.3),
        (r"\b(?:protest(?:s|ed|ers)?|rall(?:y|ies)|demonstrat\w*|petitions?|hashtags?|mobiliz\w*|fundraising|online campaigns?|campaign(?:s|ed)?|boycott\w*|organized on)\b", 1.3),
    ],
    "statement": [
        (r"\b(?:said|stated|announced|claim(?:ed|s)?|criticiz\w*|condemn\w*|slammed|called (?:for|on|the)|urged|warned|declared|accused|denied|acknowledged|according to|expressed|reported that|revealed plans|asked)\b", 1.0),
    ],
}  # fmt: skip
_COMPILED = {kind: [(re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in patterns] for kind, patterns in _WORDS.items()}

# What a heading's passages usually tell: a small push, so that plain words decide where they are clear.
_USUAL = {
    "availability and ease of access": ("market",),
    "restrictions on connectivity": ("shutdown", "disruption"),
    "ict market": ("market",),
    "regulatory bodies": ("institution", "regulation"),
    "blocking and filtering": ("blocking", "disruption"),
    "content removal": ("content_removal",),
    "media diversity and content manipulation": ("institution",),
    "media diversity and online manipulation": ("institution",),
    "digital activism": ("activism",),
    "legal environment": ("law", "regulation"),
    "prosecutions and detentions for online activities": ("prosecution", "arrest"),
    "prosecutions and arrests for online activities": ("prosecution", "arrest"),
    "surveillance privacy and anonymity": ("surveillance",),
    "intimidation and violence": ("violence", "intimidation"),
    "technical attacks": ("technical_attack",),
    "a1": ("market",), "a2": ("market",), "a3": ("shutdown", "disruption"), "a4": ("market",), "a5": ("institution", "regulation"),
    "b1": ("blocking", "disruption"), "b2": ("content_removal",), "b3": ("blocking", "content_removal"), "b5": ("institution",),
    "b6": ("market",), "b8": ("activism",), "c1": ("law",), "c2": ("law",), "c3": ("prosecution", "arrest"), "c4": ("surveillance",),
    "c5": ("surveillance",), "c6": ("surveillance", "law"), "c7": ("violence", "intimidation"), "c8": ("technical_attack",),
}  # fmt: skip
_PUSH = 0.8
# "Service was cut off during protests" tells of the cut: protests and violence are only when it was.
_CIRCUMSTANCE = re.compile(
    r"\b(?:during|amid|amidst|after|following|ahead of|before)\s+(?:[\w’'-]+\s+){0,4}?(?:protests?|rall(?:y|ies)|demonstrations?|unrest|violence|clashes|riots?|attacks?)\b", re.IGNORECASE
)
_ALSO_CIRCUMSTANCES = ("activism", "violence")

# Kinds whose words tell of a happening even where the sentence has no date: a candidate without a date is made of these.
STRONG = (
    "shutdown", "blocking", "disruption", "content_removal", "prosecution", "arrest", "violence", "intimidation", "technical_attack",
    "law", "regulation", "institution",
)  # fmt: skip
_STRONG_SCORE = 1.5
# A habit, a possibility or a rule in general is no happening: its verbs are in the present, or it is only possible.
_TOLD_AS_DONE = re.compile(
    r"\b(?:is|are|remains?)\b[^.]{0,40}\b(?:blocked|inaccessible|unavailable|banned|filtered|suspended|detained|imprisoned)\b|\b(?:was|were|had|has been|have been|did|\w{3,}ed|took|taken|held|fell|grew|began|broke|cut|shut|sold|bought|beat(?:en)?|led|sought|fled|met"
    r"|struck|won|lost|made|put|gave|given|sent|set|came|went|found|became|said)\b"
)
# What can, may or must be done was not done by that.
# What goes up or down in general is a trend.
_TREND = re.compile(r"\b(?:multiplied|intensified|accelerated|persisted|proliferated)\b|\b(?:has|have|had) (?:also |further |steadily |gradually |sharply )?(?:intensified|increased|decreased|grown|improved|deteriorated|declined|worsened|expanded|continued|risen|fallen)\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:can|could|may|might|must|will|would|should|shall)(?: (?:not|also|only|even|still|then))? (?:be|have|have been|face)(?: \w+ly)? [\w-]+(?: or [\w-]+ed)?", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"^(?:[A-Z][\w ]{0,40}, )?(?:[Tt]here (?:were|was|are|is|have been|has been) (?:no|few)\b|(?:No|no|Few|few) (?!longer\b|later\b|sooner\b)[a-z])"
    r"|^(?:[^,;]{0,60}\b)(?:did|does|do|has|have|had) (?:not|never) (?:\w+ly )?(?:block|shut|restrict|ban|cut|impos|filter|remov|suspend|disrupt|throttl|order|interfer|censor)\w*"
    r"|\b(?:no|few) (?:[\w-]+ ){0,3}(?:shutdowns?|disruptions?|blocks|blockings?|outages?|arrests?|restrictions|cases|incidents|attacks) (?:was|were|has been|have been) (?:recorded|reported|observed|documented|known)\b"
)


@dataclass(frozen=True)
class Guess:
    """A kind, the printed word that gave it ("" where nothing did), and whether the words alone tell of a happening."""

    kind: str
    word: str
    strong: bool = False


def guess_kind(sentence: str, heading: str) -> Guess:
    """The kind whose words weigh most; `other` where none is found."""
    usual = _USUAL.get(heading_key(heading), ())
    best, most, strong = Guess("other", ""), 0.0, False
    bare = _CIRCUMSTANCE.sub(" ", sentence)
    for kind, patterns in _COMPILED.items():
        searched = bare if kind in _ALSO_CIRCUMSTANCES else sentence
        hits = [(match, weight) for pattern, weight in patterns if (match := pattern.search(searched))]
        if not hits:
            continue
        score = sum(weight for _, weight in hits)
        strong = strong or (kind in STRONG and score >= _STRONG_SCORE)
        if score + (_PUSH if kind in usual else 0) > most:
            most = score + (_PUSH if kind in usual else 0)
            best = Guess(kind, _shown(max(hits, key=lambda hit: hit[1])[0].group()))
    return Guess(best.kind, best.word, strong)


def first_of(rules, text: str, otherwise: str) -> str:
    """The value of the first (value, pattern) rule whose pattern stands in the text, else `otherwise`."""
    return next((value for value, pattern in rules if re.search(pattern, text, re.IGNORECASE)), otherwise)


def told_as_done(sentence: str) -> bool:
    """Whether the sentence tells something that was done, rather than a habit, a possibility or a rule in general."""
    return bool(_TOLD_AS_DONE.search(_TREND.sub(" ", _POSSIBLE.sub(" ", sentence))))


def told_as_not_done(sentence: str) -> bool:
    """Whether the sentence tells that there was nothing, or hardly anything, to tell."""
    return bool(_NOT_DONE.search(sentence))


def _shown(words: str) -> str:
    """The word that gave the kind: never more than four words of the report."""
    return " ".join(words.split()[:4])
