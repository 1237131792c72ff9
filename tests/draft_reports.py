"""Made-up reports in the layouts of other editions: question pages from 2019 on, web text, PDF with raised note numbers."""

from __future__ import annotations

QUESTIONS = [f"{letter}{number}" for letter, count in (("A", 5), ("B", 8), ("C", 8)) for number in range(1, count + 1)]
MAXIMA = dict(zip(QUESTIONS, [6, 3, 6, 6, 4, 6, 4, 4, 4, 4, 3, 4, 6, 6, 4, 6, 4, 6, 6, 5, 3], strict=True))
_TITLES = {"A": "Obstacles to Access", "B": "Limits on Content", "C": "Violations of User Rights"}
_TEXTS = {
    "A3": "In January 2021, the Ministry of Waves shut down mobile internet service in the town of Hentzau for two days.1 Service was later restored.",
    "B1": "Telegram and Photobox.example were blocked from March 3 to March 5, 2021, on the order of the Castle Court.2",
    "C3": "In November 2020, blogger Rupert Hentzau was sentenced to two years in prison for a Facebook post.3 In April 2021, he was released.",
    "C5": "In the autumn of 2020, the Ministry of Waves bought spyware, according to the Zenda Herald.4",
}
NOTES = [
    "Anthony Hope, “Hentzau goes silent,” Zenda Herald, January 12, 2021, https://zenda.example/silent.",
    "“Castle Court bans Telegram,” Strelsau Gazette, March 4, 2021, https://strelsau.example/ban.",
    "“Hentzau sentenced,” Zenda Herald, November 21, 2020, https://zenda.example/hentzau.",
    "“Ministry buys spyware,” Zenda Herald, October 2, 2020, https://zenda.example/spy.",
]


def score_of(question: str) -> int:
    """An invented score: one less than the maximum in the first category, two elsewhere."""
    return MAXIMA[question] - 1 if question[0] == "A" else 2


def question_page(style: str = "web", edition: int = 2021, without: tuple[str, ...] = ()) -> str:
    """The page of an edition from 2019 on. `style`: `web` (points and score twice, as the site shows), `share` ("Score: 1 / 6"), `inline` (question beside its code)."""
    total = sum(map(score_of, QUESTIONS))
    lines = [f"Ruritania: Freedom on the Net {edition} Country Report", "", "Partly Free", f"{total} / 100", "", "Last Year's Score & Status", "", f"{total + 1} / 100 Partly Free", "",
             f"Key Developments, June 1, {edition - 1} – May 31, {edition}", "", f"• A blogger was sentenced to prison in November {edition - 1} (see C3).", ""]  # fmt: skip
    for question in QUESTIONS:
        if question.endswith("1"):
            lines += [f"{question[0]}. {_TITLES[question[0]]}", ""]
        if question not in without:
            lines += [*_heading(style, question), "", _TEXTS.get(question, "Conditions stayed as they were, and nothing was reported."), ""]
            if question == "A3":
                lines += ["Score Change: The score declined from 6 to 5 because mobile service was cut off in Hentzau.", ""]
    return "\n".join([*lines, "Footnotes", "", *(f"{number}. {text}" for number, text in enumerate(NOTES, 1))]) + "\n"


def _heading(style: str, question: str) -> list[str]:
    score, most = score_of(question), MAXIMA[question]
    if style == "web":
        return [f"{question} 1.00-{most}.00 pts0-{most} pts", "", "Is there such a condition?", "", f"{score}.00{score} {most}.00{most}"]
    if style == "share":
        return [question, "", "Is there such a condition?", "", f"Score: {score} / {most}"]
    return [f"{question} (0–{most} points): Is there such a condition?", f"{score}/{most}"]


WEB = """\
Ruritania
Status: Partly Free
Obstacles to Access (0-25): 10
Limits on Content (0-35): 15
Violations of User Rights (0-40): 20
TOTAL (0-100): 45
Population: 5.2 million
Internet Penetration: 54 percent
Social Media/ICT Apps Blocked: No
Key Developments: May 2012 – April 2013
In June 2012, Ruritania passed an amendment to the Press Law that obliges providers to store user data for two years (see Legal Environment).
Introduction
Ruritania has an open internet by the standards of its region, although the authorities have repeatedly used the courts against those who criticize the royal house and its ministers, and although the country's only international cable is in the hands of a company of the state.
Obstacles to Access
The number of users has grown steadily over the past few years, as prices fell and new licenses were granted to mobile operators, and by 2012 more than half of the population was online, by the count of the International Telecommunication Union and of the national statistics office.
Restrictions on Connectivity
On September 4, 2012, a cable break near Strelsau cut the north of the country off the internet for five hours.1 The operator restored service on the same day, and the regulator opened an inquiry whose outcome had not been made public by the end of the coverage period.
Limits on Content
The authorities do not filter political content on a large scale, yet the police may ask providers to delete what they hold to be an insult of the crown, and the providers comply with nearly all of these requests without waiting for the decision of a judge.
Blocking and Filtering
In late 2012, the blog platform Photobox.example was blocked on the order of the regulator because of a caricature.2 The platform was unblocked in February 2013, after its administrators had removed the drawing and had paid a fine, the amount of which was not made public.
Violations of User Rights
The constitution protects the freedom of expression, but the penal code punishes insults of the crown with up to three years in prison, and the courts have applied the article to posts on social media as well as to print, as a number of cases during the period show.
Prosecutions and Detentions for Online Activities
On April 2, 2013, journalist Flavia Elphberg was sentenced to six months in prison over a post on Facebook.3 She appealed.
1 “North cut off,” Zenda Herald, September 5, 2012, http://zenda.example/cable.
2 Anthony Hope, “A drawing too many,” [in German] Strelsau Gazette, December 1, 2012, http://strelsau.example/drawing.
3 “Elphberg sentenced,” Zenda Herald, April 3, 2013, http://zenda.example/elphberg.
"""


def html_with_raised_notes() -> str:
    """A report as a page to be printed: raised note numbers behind years and numbers, smaller notes at the foot."""
    notes = [
        "“Users grow,” Zenda Herald, May 2, 2015, http://zenda.example/1.", "“Blocked again,” Zenda Herald, May 3, 2015, http://zenda.example/2.",
        "“Flavia free,” Zenda Herald, May 4, 2015, http://zenda.example/3.",
        "“Flavia thanks her friends,” Zenda Herald, May 5, 2015, http://zenda.example/4.",
    ]  # fmt: skip
    foot = "".join(f'<p style="font-size:8pt;margin:2pt"><sup>{number}</sup> {text}</p>' for number, text in enumerate(notes, 1))
    return f"""<html><body style="font:11pt serif;width:6in">
<p>Key Developments: June 2014 – May 2015</p><p>Ruritania</p><p>2014 2015</p><p>Internet Freedom Status Partly Free Not Free</p>
<p>Obstacles to Access (0-25) 14 15</p><p>Limits on Content (0-35) 20 21</p><p>Violations of User Rights (0-40) 24 26</p><p>TOTAL* (0-100) 58 62</p>
<h2>Obstacles to Access</h2><p>Access grew.</p><h3>Availability and Ease of Access</h3>
<p>Officials of Ruritania counted 3 providers and 12 towns with access in 2014<sup>1</sup> and promised 2 more for each province that lies beyond the mountains.</p>
<h2>Limits on Content</h2><p>Little changed.</p><h3>Blocking and Filtering</h3>
<p>In May 2015, Photobox.example was blocked for 5 days at 25 Mbps.<sup>2</sup> It was restored later.</p>
<h2>Violations of User Rights</h2><p>Trials went on.</p><h3>Prosecutions and Detentions for Online Activities</h3>
<p>In April 2015, journalist Flavia Elphberg was acquitted.<sup>3</sup><sup>4</sup></p>{foot}</body></html>"""


OLD = """\
FREEDOM ON THE NET 2013

RURITANIA

2012 2013

INTERNET FREEDOM STATUS PARTLY FREE PARTLY FREE

Obstacles to Access (0-25) 9 10

Limits on Content (0-35) 15 15

Violations of User Rights (0-40) 19 20

Total (0-100) 43 45

* 0=most free, 100=least free

POPULATION: 5.2 million
INTERNET PENETRATION 2012: 54 percent
SOCIAL MEDIA/ICT APPS BLOCKED: No
PRESS FREEDOM 2013 STATUS: Partly Free

KEY DEVELOPMENTS: MAY 2012 – APRIL 2013

• Journalist Flavia Elphberg was sentenced in April 2013 (see VIOLATIONS OF USER RIGHTS).

INTRODUCTION

The state of the internet did not change much.

OBSTACLES TO ACCESS

In 2012, half of the population was online.1 In January 2013,
the operator Strelnet lowered its tariffs.

LIMITS ON CONTENT

In late 2012, Photobox.example was blocked.2

VIOLATIONS OF USER RIGHTS

On April 2, 2013, journalist Flavia Elphberg was sentenced to six
months in prison.3

1 “Half online,” Zenda Herald, January 5, 2013, http://zenda.example/half.
2 Anthony Hope, “A drawing too many,” [in German] Strelsau Gazette, December 1, 2012, http://strelsau.example/drawing.
3 “Elphberg sentenced,” Zenda Herald, April 3, 2013, http://zenda.example/elphberg.
"""
