"""Sentences that tell a block, a disruption or a removal → draft rows of `restrictions` and `removal_orders`."""

from __future__ import annotations

import re

from netfreedom.draft.candidates import Candidate, place_in, standing
from netfreedom.draft.kinds import first_of, told_as_not_done

# Services that reports name again and again, by what they are. What is not in the list is left to the coder.
SERVICES = {
    "social_media": "Facebook Twitter VKontakte VK Instagram LinkedIn Pinterest Snapchat TikTok Tumblr Odnoklassniki Weibo Reddit Clubhouse Threads MySpace Google+",
    "messenger": "WhatsApp Viber Skype Telegram Signal WeChat LINE KakaoTalk Imo Messenger FaceTime Zello Tango ICQ",
    "media_host": "YouTube Vimeo Dailymotion SoundCloud Flickr Twitch Netflix Spotify Imgur",
    "blog_host": "WordPress Blogspot Blogger LiveJournal Medium Wix",
    "search": "Google Yahoo Bing Yandex Baidu DuckDuckGo",
    "app_store": "PlayMarket",
    "email": "Gmail Hotmail Outlook ProtonMail Tutanota",
    "tool": "Tor Psiphon Lantern TunnelBear NordVPN ExpressVPN Ultrasurf VPN VPNs",
    "reference": "Wikipedia Archive.org Scribd Wikileaks Wikimedia",
    "storage": "Dropbox SlideShare Mega OneDrive",
    "petition_site": "Avaaz Avaaz.org Change.org",
    "transport_app": "Uber InDriver Lyft Bolt Grab Careem Taxify",
}
_TYPE = {name: kind for kind, names in SERVICES.items() for name in names.split()}
_SERVICE = re.compile(r"(?<![\w.@])(?:" + "|".join(sorted(map(re.escape, _TYPE), key=len, reverse=True)) + r")(?![\w])")
_WEBSITE = re.compile(r"(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,}\b(?!\.\w)")
_WHAT_IT_IS = (
    ("news", r"\b(?:news|newspaper|magazine|media outlet|publication|broadcaster|radio|journalis\w*)\b"),
    ("ngo_site", r"\b(?:NGO|human rights|civil society|foundation|nongovernmental)\b"),
    ("network", r"\b(?:internet|network|mobile|telephone|telecommunication|connectivity|broadband)\b"),
    ("social_media", r"\bsocial (?:media|network)"),
    ("messenger", r"\bmessag(?:ing|ers?)\b|\bcommunication apps?\b|\bVoIP\b"),
    ("tool", r"\b(?:circumvention|prox(?:y|ies)|anonymiz\w*|VPNs?|virtual private)\b"),
    ("blog_host", r"\bblog\w*\b"),
    ("content_category", r"\b(?:pornograph\w*|extremis\w*|gambling|content|LGBT\w*)\b"),
)
_REASONS = {
    "extremism": r"\bextremis\w*", "terrorism": r"\bterroris\w*", "pornography": r"\bpornograph\w*", "unrest": r"\b(?:public order|prevent unrest|stability)\b",
    "law_breach": r"\bviolat\w* (?:the )?(?:\w+ )?(?:law|legislation|rules|regulations)\b|\billegal\b",
}  # fmt: skip
_TRIGGERS = {
    "election": r"\b(?:election\w*|referendum|polls? day|voting)\b", "protest": r"\b(?:protest\w*|rall(?:y|ies)|demonstration\w*)\b",
    "violence": r"\b(?:violence|clashes|riots?|attacks?|unrest|coup)\b", "court_case": r"\btrial of\b|\bduring the trial\b",
}  # fmt: skip
_MEASURES = (
    ("slowed", r"\b(?:slow\w*|throttl\w*)\b"),
    ("cut_off", r"\b(?:cut off|shut ?(?:down|off)|switched off|turned off|disconnect\w*|suspend\w*|blackout|switched off)\b"),
    ("banned", r"\bbann(?:ed|ing)\b"),
    ("blocked", r"\bblock\w*|\bfilter\w*|\bblacklist\w*"),
    ("disrupted", r"\bdisrupt\w*|\boutage|\binterrupt\w*|\bintermittent\w*|\bdifficult\w*"),
    ("unreachable", r"\b(?:inaccessible|unavailable|unreachable|stopped working|could not be)\b"),
)
# What a law lets somebody do is no measure that was taken.
_RULE = re.compile(r"\b(?:laws?|legislation|amendments?|bill|code|decree|circular|rules|regulations?|ordinance|act|proclamation)\b[^.]{0,90}\b(?:authoriz|allow|compel|requir|oblig|empower|permit|grant)\w*|\bis authorized to\b", re.IGNORECASE)
# A court that judges a measure takes none.
_JUDGED = re.compile(r"\b(?:court|tribunal|judges?)\b[^.]{0,60}\b(?:found|held|ruled|declared)\b[^.]{0,120}\b(?:violat\w*|unconstitutional|unlawful|illegal|disproportionate|breach\w*)\b", re.IGNORECASE)
# "the website of the exile channel Meydan TV", "the news portal T24": a site that has a name and no address.
_NAMED_SITE = re.compile(
    r"\b(?:websites?|sites?|portals?|apps?|applications?|platforms?|pages?|blogs?|outlets?|services?|networks?)(?: (?:of|called|named))?(?: the| an?)?(?: [a-z][\w-]*){0,4} (?P<name>(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})"
)
_SITE = re.compile(r"\b(?:websites?|sites?|portals?|apps?|applications?|platforms?|pages?|URLs?|blogs?)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:was|were|been|is|are|had|has|have|began|became|stopped|announced|could not be|blocked|banned|disrupted|restricted|shut|cut|suspended|reported|ordered|directed|instructed|disabled)\b")


def restriction_rows(candidate: Candidate, questions: dict[str, str]) -> list[dict[str, str]]:
    """A row per service or site that the sentence names, or one for a network or an unnamed target."""
    text = candidate.sentence
    if candidate.guess.kind not in ("blocking", "disruption", "shutdown") or told_as_not_done(text) or not _DONE.search(text) or _RULE.search(text) or _JUDGED.search(text):
        return []
    named = targets_in(text) or _named_site(text)
    kind, what = (None, None) if named else _described(text, candidate.guess.kind)
    if not named and not kind:
        return []
    rows = []
    for target, target_type in named or [(what, kind)]:
        remark = f"one row for {target}; decide target_type, measure and what the passage says of reason, court and restoration"
        common = candidate.common(questions, remark)
        if named and target not in common["evidence"].split(";"):
            common["evidence"] = ";".join([target, *common["evidence"].split(";")[:4]])
        rows.append({
            "target": target, "target_type": target_type, "measure": first_of(_MEASURES, text, "unreachable"),
            **candidate.dating, "place": place_in(text),
            "reason": ";".join(key for key, pattern in _REASONS.items() if re.search(pattern, text, re.IGNORECASE)) or "none_reported",
            "trigger": next((key for key, pattern in _TRIGGERS.items() if re.search(pattern, text, re.IGNORECASE)), "none_reported"),
            "requested_by": "", "ordered_by": "", "executed_by": "", "acknowledged": "denied" if standing(text) == "disputed" else "not_stated",
            "court_order": court_order(text), "standing": standing(text), "restored": "yes" if re.search(r"\brestored\b|\bunblocked\b", text) else "not_stated",
            "event_id": candidate.id, **common,
        })  # fmt: skip
    return rows


# Where an election commission or a company acts, other words of the sentence may weigh more.
_ASKED_TO_REMOVE = re.compile(r"\b(?:order\w*|request\w*|ask\w*|demand\w*|forced|made|told|instructed)\b[^.]{0,60}\b(?:remov\w*|delet\w*|tak(?:e|ing) (?:\w+ )?down)\b", re.IGNORECASE)


def removal_row(candidate: Candidate, questions: dict[str, str]) -> dict[str, str] | None:
    """A row where content was removed, or ordered or asked to be removed; None where the sentence tells no such thing."""
    text = candidate.sentence
    if not re.search(r"\b(?:remov|delet|retract|unpublish|withh[eo]ld)\w*|\btak(?:e|en|ing) (?:\w+ )?down\b|\btook (?:\w+ ){0,3}down\b|\b(?:taken|took) offline\b|\bto close its\b", text, re.IGNORECASE):
        return None
    if not re.search(r"\b(?:order\w*|request\w*|forced?|demand\w*|court|ask\w*|told|pressur\w*|instruct\w*|removed|deleted|retracted|unpublished|took|agreed)\b", text, re.IGNORECASE):
        return None
    if _RULE.search(text) or candidate.guess.kind != "content_removal" and not _ASKED_TO_REMOVE.search(text):
        return None
    what = re.search(r"\b(?:articles?|videos?|posts?|comments?|photos?|images?|reports?|stor(?:y|ies)|tweets?)\b", text, re.IGNORECASE)
    what = what or re.search(r"\b(?:pages?|accounts?|blogs?|websites?|materials?|content|items?|posters?|links?|URLs?|clips?|footage|channels?|groups?|songs?|films?|apps?|listings?)\b", text, re.IGNORECASE)
    what = what or re.search(r"\b(?:requests|demands)\b", text, re.IGNORECASE) or re.search(r"\boffline\b", text)
    if not what:
        return None
    platform = _SERVICE.search(text)
    outcome = next((value for value, pattern in (
        ("refused", r"\b(?:refus\w+|rejected|declin\w+|did not comply|zero compliance)\b"), ("restored", r"\b(?:restored|put back|reinstated)\b"),
        ("removed", r"\b(?:removed|deleted|retracted|unpublished|took (?:\w+ ){0,3}down|taken down|complied)\b")) if re.search(pattern, text, re.IGNORECASE)), "not_stated")
    return {
        **candidate.dating, "target": ", ".join(candidate.names[:1]) or "not named",
        "content": "content" if what.group().lower() in ("requests", "demands", "offline") else what.group().lower(), "platform": platform.group() if platform else "", "ordered_by": "", "ground": "",
        "court_order": court_order(text), "outcome": outcome, "event_id": candidate.id,
        **candidate.common(questions, "decide target, content, who ordered it and the outcome"),
    }  # fmt: skip


def targets_in(text: str) -> list[tuple[str, str]]:
    """Services and sites named in a sentence, each once, with what they are."""
    found: dict[str, tuple[int, str]] = {}
    for match in [*_SERVICE.finditer(text), *_WEBSITE.finditer(text)]:
        name = match.group()
        site_name = next((known for known in _TYPE if name.lower().startswith(f"{known.lower()}.")), None)
        if name not in found and not any(name in other for other in found):
            found[name] = (match.start(), _TYPE.get(name) or _TYPE.get(site_name or "") or first_of(_WHAT_IT_IS, text, "unnamed"))
    return [(name, kind) for name, (_, kind) in sorted(found.items(), key=lambda item: item[1][0])]


def _named_site(text: str) -> list[tuple[str, str]]:
    """The first site or service whose name stands behind the word for what it is."""
    match = _NAMED_SITE.search(text)
    return [(" ".join(match["name"].split()[:4]), first_of(_WHAT_IT_IS, text, "unnamed"))] if match else []


def court_order(text: str) -> str:
    """Whether a court stands behind the measure, by the sentence's own words."""
    if re.search(r"\bwithout (?:a |any )?(?:proper )?court\b", text, re.IGNORECASE):
        return "no"
    return "yes" if re.search(r"\bcourt(?:’s|'s)? (?:order|decision|ruling|ordered|ruled|decided|authorized|had authorized)|\bcourt (?:in [A-Z]\w+ )?(?:\([^)]*\) )?(?:had )?(?:ordered|authorized|ruled)", text) else "not_stated"


def _described(text: str, kind: str) -> tuple[str | None, str | None]:
    """Type and name of a target that has no name of its own."""
    if kind == "shutdown":
        return "network", "networks (not named)"
    found = first_of(_WHAT_IT_IS, text, "")
    if not found and _SITE.search(text):
        return "unnamed", "site (not named)"
    return (found, f"{found.replace('_', ' ')} (not named)") if found else (None, None)
