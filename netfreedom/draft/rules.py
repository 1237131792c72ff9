"""Sentences that tell a rule or a system of surveillance → draft rows of `laws` and `systems`."""

from __future__ import annotations

import re

from netfreedom.draft.candidates import Candidate
from netfreedom.draft.kinds import first_of
from netfreedom.report.headings import heading_key

_INSTRUMENT = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:(?:of|on|and|for|the|against) )*){1,5}(?:Law|Act|Code|Bill|Decree|Regulations?|Rules|Order|Ordinance|Constitution)\b"
    r"|\b(?:Law|Act|Decree|Rules|Regulations?|Bill|Order|Resolution) (?:on|for|of|No\.?|#)\s?(?:the )?(?:[A-Z0-9][\w’'/-]*(?: (?:and|of|the|on) )?\s?){1,4}"
    r"|\b(?:criminal|civil|penal|administrative|electoral|tax) (?:procedure )?code\b"
    r"|\b(?:media|press|telecommunications?|communications?|cybercrime|counterterrorism|antiterrorism|antiterror|libel|defamation|privacy|data protection|surveillance|security|information|copyright|internet|extremism) (?:law|act|bill|legislation)\b"
)
_RULE = re.compile(
    r"\b(?:must|requires?|required|obliges?|obliged|prohibits?|prohibited|punish(?:able|es|ed)|penaliz\w*|criminaliz\w*|mandat\w*|imposes?|empower\w*|holds? [^.,;]{0,40}liable|bars|barred|forbid\w*|allows? authorities|authoriz\w*|is a criminal offen[cs]e|is illegal|may be (?:fined|imprisoned|jailed))\b",
    re.IGNORECASE,
)
_LAW_WORD = re.compile(r"\b(?:laws?|acts?|bill|amendments?|legislation|code|decree|circular|reforms?|regulations?|rules?|directive|ordinance|order|constitution|guidelines|proclamation|article \d+)\b", re.IGNORECASE)
# Words that tell a duty or a punishment by themselves, whether or not the rule is named.
_DUTY = re.compile(
    r"\b(?:is|are|was|were|been|be) (?:also |legally |now )?(?:required|obliged|obligated|prohibited|forbidden|mandatory|obligatory|compelled) |\bmust\b|\bpunishable\b"
    r"|\bcriminal offen[cs]e\b|\b(?:is|are|was|been|became|remains?) (?:no longer |still |also )?an? (?:\w+ )?(?:crime|offen[cs]e)\b|\b(?:mandatory|obligatory|compulsory) (?:\w+ )?registration\b|\b(?:government|regulator|authorities|state) (?:has |have |now )?require[sd]?\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:pass(?:ed|ing)|adopt\w*|sign(?:ed|ing)|enact\w*|approv\w*|introduc\w*|amend\w*|repeal\w*|propos\w*|draft|reject\w*|in force|took effect|came into|went into|issued|released|notified|promulgated|gazetted)\b", re.IGNORECASE)
_KINDS = (
    ("bill", r"\b(?:bill|draft (?:law|legislation|bill|amendments?)|proposed (?:law|legislation|amendments?))\b"), ("amendment", r"\bamend\w*"),
    ("guidelines", r"\bguidelines\b"), ("decree", r"\bdecrees?\b"), ("rules", r"\b(?:rules|regulations?|directive|requirements?)\b"),
    ("order", r"\b(?:issued|released|signed) an? order\b|\border (?:prohibit|requir|ban)\w*"),
    ("court_decision", r"\b(?:court|council) (?:ruled|decided|decision|ruling|rejected|upheld)\b"),
    ("code_article", r"\barticle \d+|\b(?:criminal|civil|penal|administrative) code\b"), ("plan", r"\bplans? to\b"),
)  # fmt: skip
_STATUS = (
    ("rejected", r"\b(?:rejected|vetoed|withdrawn|struck down|voted down)\b"), ("suspended", r"\bsuspended the\b|\bwas suspended\b"),
    ("in_force", r"\b(?:in force|took effect|came into (?:force|effect)|went into (?:force|effect)|entered? into force|takes? effect)\b"),
    ("planned", r"\b(?:plans? to|draft|proposed|pending|under discussion|would)\b"),
    ("adopted", r"\b(?:adopted|passed|signed|enacted|approved|issued|introduced|amended|amendments?)\b"), ("announced", r"\bannounced\b"),
)  # fmt: skip
_SUBJECTS = (
    ("blocking", r"\bblock\w*|\bfilter\w*"), ("shutdown", r"\bshut ?down|\bsuspend telecom\w*|\bcut off\b|\bsuspend\w* (?:communication|network)"),
    ("removal", r"\bremov\w*|\bdelet\w*|\btake down"), ("retention", r"\bretain\b|\bretention\b|\bstor(?:e|ing) (?:user|personal|data)"),
    ("encryption", r"\bencrypt\w*"), ("anonymity", r"\banonym\w*|\breal[- ]name|\bSIM\b|\bVPN"), ("monitoring", r"\bmonitor\w*|\bsurveill\w*|\bintercept\w*"),
    ("registration", r"\bregist(?:er|ration)\b"), ("domain", r"\bdomain\b"), ("liability", r"\bliab\w+|\bresponsible for\b"),
    ("speech", r"\b(?:libel|defam\w*|insult\w*|extremis\w*|rumou?rs|hate|false (?:news|information)|expression|blasphem\w*|propaganda|incit\w*)\b"),
    ("market", r"\b(?:licens\w*|market|operators|tariff)\b"), ("institutions", r"\b(?:regulator|ministry|agency|commission)\b"),
)  # fmt: skip
_SUBJECT_OF_CATEGORY = {"A": "access", "B": "blocking", "C": "speech"}
_BINDS = (
    ("providers", r"\b(?:ISPs?|providers?|operators?|telecom\w*)\b"), ("users", r"\b(?:users?|individuals|citizens|customers|subscribers)\b"),
    ("owners", r"\b(?:website owners?|owners?|administrators?)\b"), ("media", r"\b(?:media|journalists?|news|bloggers?|publishers?)\b"),
    ("officials", r"\b(?:officials|civil servants)\b"), ("hosts", r"\bhost(?:s|ing)\b|\bplatforms?\b"),
)  # fmt: skip
# Where a proceeding or an attack is told, a law is only mentioned.
_TELL_OF_RULES = ("law", "regulation", "blocking", "shutdown", "content_removal", "surveillance", "institution", "market", "statement")
_HOURS = re.compile(r"\b(?:within )?(?P<number>\d+|one|two|three|six|twelve|twenty-four|24|48|72) hours?\b", re.IGNORECASE)
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12, "twenty-four": 24}

_SYSTEMS = (
    ("certificate", r"\b(?:(?:national )?security|root) certificates?\b"), ("dpi", r"\bdeep packet\b|\bDPI\b"),
    ("spyware", r"\bspyware\b|\b(?:FinFisher|FinSpy|Hacking Team|Pegasus|NSO Group|Cellebrite|Intellexa|Remote Control System|Candiru|Predator|Gamma)\b|\bmalware sold\b"),
    ("registration", r"\bSIM cards?\b[^.]{0,40}\bregist\w+|\bregist\w+[^.]{0,40}\bSIM\b|\breal[- ]name\b|\bsubscriber registration\b"),
    ("retention", r"\bdata retention\b|\b(?:retain|store|keep)\b[^.]{0,60}\b(?:(?:meta)?data|records|logs|traffic|information)\b"),
    ("registration", r"\bbiometric\b[^.]{0,40}\b(?:database|register|registration|ID)\b"),
    ("interception", r"\bSORM\b|\bdirect access to\b[^.]{0,30}\b(?:networks?|data|traffic|communications?|servers?)\b|\bintercept\w*|\bwiretap\w*|\blawful access\b"),
    ("monitoring", r"\bmonitor\w*\b[^.]{0,60}\b(?:system|software|center|centre|unit|platform|technology|online|internet|social|traffic|content)\b|\b(?:system|software|center|centre) (?:for|of|to) monitor\w*"),
)  # fmt: skip


def law_row(candidate: Candidate, questions: dict[str, str], event_id: str) -> dict[str, str] | None:
    """A row where the sentence names a rule and tells that it was made or what it demands; else None."""
    text = candidate.sentence
    named = _INSTRUMENT.search(text)
    made = bool(_MADE.search(text))
    acts = candidate.guess.kind in ("law", "regulation")  # "amendments increased penalties": the rule is what the sentence is about
    if not is_rule(text) and not ((made or acts) and _LAW_WORD.search(text) and candidate.guess.kind in _TELL_OF_RULES):
        return None
    kind = first_of(_KINDS, text, "law")
    status = first_of(_STATUS, text, "in_force" if _RULE.search(text) else "unclear")
    question = questions.get(heading_key(candidate.heading), "")
    subjects = [value for value, pattern in _SUBJECTS if re.search(pattern, text, re.IGNORECASE)][:3] or [_SUBJECT_OF_CATEGORY.get(question[:1], "access")]
    hours = _HOURS.search(text)
    day = candidate.mention.date if candidate.mention and "/" not in candidate.mention.date else ""
    return {
        "instrument": _short(named.group()) if named else f"{kind.replace('_', ' ')} (not named)", "kind": kind,
        "adopted": day if status != "in_force" or made else "", "in_force": "", "status": status, "subject": ";".join(subjects),
        "binds": ";".join(value for value, pattern in _BINDS if re.search(pattern, text)),
        "deadline_hours": str(_NUMBER_WORDS.get(hours["number"].lower(), hours["number"])) if hours else "", "before": "", "after": "", "direction": "neutral",
        "event_id": event_id, **candidate.common(questions, f"guessed {kind} and {status} from its words; decide all, direction stands on neutral"),
    }  # fmt: skip


def is_rule(text: str) -> bool:
    """Whether a sentence tells what a rule demands or threatens: by a rule that it names, or by a duty or punishment."""
    return bool(_DUTY.search(text) or (_LAW_WORD.search(text) and _RULE.search(text)))


def system_row(candidate: Candidate, questions: dict[str, str]) -> dict[str, str] | None:
    """A row where the sentence names a capability for surveillance; None else."""
    text = candidate.sentence
    kind = next((value for value, pattern in _SYSTEMS if re.search(pattern, text)), None)
    if kind is None:
        return None
    status = "alleged" if re.search(r"\b(?:alleged\w*|reportedly|suspect\w*|suggest\w*|appear\w*|apparent\w*|may have|might have)\b", text) else (
        "planned" if re.search(r"\b(?:plans?|planned|planning|intends?|would|will)\b", text) else "announced" if re.search(r"\bannounc\w*|\bintroduc\w*", text) else "in_use")  # fmt: skip
    since = candidate.mention.date if candidate.mention and "/" not in candidate.mention.date else ""
    acknowledged = "denied" if re.search(r"\bden(?:y|ies|ied)\b", text) else "yes" if re.search(r"\b(?:acknowledg|admit|confirm)\w*", text) else "not_stated"
    name = next(iter(candidate.names), "")
    return {
        "name": f"{kind.replace('_', ' ')}: {name}" if name else f"{kind.replace('_', ' ')} (not named)", "kind": kind,
        "operator": "", "supplier": "", "since": since, "status": status, "acknowledged": acknowledged, "law_id": "",
        **candidate.common(questions, f"guessed {kind} and {status} from its words; decide name, operator and supplier"),
    }  # fmt: skip


def _short(name: str) -> str:
    return " ".join(name.split()[:6]).strip(" ,;")
