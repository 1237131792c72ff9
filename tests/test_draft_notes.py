"""Drafting bibliography from printed notes."""

import os
from pathlib import Path

import pytest
import synthetic_report as synthetic
from synthetic_facts import DOUBLE_NOTE, EMPTY_NOTE

from netfreedom.draft.notes import draft_note, draft_sources, split_parts
from netfreedom.report.reader import read, read_text


def drafted(text, **expected):
    row = draft_note(text)
    assert {key: row[key] for key in expected} == expected


def test_a_news_article_with_author_language_and_day():
    drafted(
        "Jane Roe, “What happened in Zenda,” [in German], Zenda Herald, February 02, 2016, bit.ly/1Abc.",
        author="Jane Roe", title="What happened in Zenda", publisher="Zenda Herald", language="de", published="2016-02-02",
        accessed="", url="http://bit.ly/1Abc", kind="news",
    )  # fmt: skip


@pytest.mark.parametrize(
    "printed, published, accessed",
    [
        ("“T,” Paper, April, 2016, http://x.org/a", "2016-04", ""),
        ("“T,” Paper, 7 March 2016, http://x.org/a", "2016-03-07", ""),
        ("“T,” Paper, 2015, http://x.org/a", "2015", ""),
        ("“T,” Paper, accessed on July 9, 2016, http://x.org/a", "", "2016-07-09"),
        ("“T,” Paper, http://x.org/a, accessed August 2014.", "", "2014-08"),
        ("Data of a ministry [in Russian], posted on February 5, 2016, accessed on July 9, 2016, http://x.org/a", "2016-02-05", "2016-07-09"),
        ("“Series,” 2000-2015, http://x.org/a", "", ""),
        ("“T,” Paper, http://x.org/a", "", ""),
    ],
)
def test_dates_keep_their_precision_and_access_is_not_publication(printed, published, accessed):
    drafted(printed, published=published, accessed=accessed)


@pytest.mark.parametrize(
    "printed, language",
    [
        ("“T,” [in Russian] Paper", "ru"), ("“T,” [In Kazakh] Paper", "kk"), ("“ЗАКОН РЕСПУБЛИКИ,” [Law of the Republic].", "ru"),
        ("“Қазақстан туралы заң,” Paper", "kk"), ("“T,” Paper", "en"),
    ],
)  # fmt: skip
def test_the_language_is_the_tag_or_that_of_the_letters_else_english(printed, language):
    drafted(printed, language=language)


@pytest.mark.parametrize(
    "printed, kind",
    [
        ("Email interview with a provider, March 2015.", "interview"),
        ("Tweet by @Someone, December 03, 2015, bit.ly/1K.", "social_media"),
        ("“Why it stopped” [in Russian] Yvision (blog), May 1, 2016, http://bit.ly/1T.", "blog"),
        ("Google Transparency Report page, accessed on February 17, 2016, bit.ly/1Q.", "transparency_report"),
        ("Article 637.9.5 of the Administrative Code, accessed February 17, 2016, bit.ly/1T.", "legal_text"),
        ("Operator, “Results of 2015,” Press release, February 02, 2016, bit.ly/1P.", "company"),
        ("WikiLeaks, “Hacking Team,” accessed on February 22, 2016, bit.ly/1X.", "leak"),
        ("Human Rights Foundation, “Drop the charges,” June 6, 2016, https://hrf.org/x.", "ngo"),
        ("International Telecommunication Union, “Percentage of Individuals Using the Internet,” http://bit.ly/1c.", "statistics"),
        ("“King orders creation of a ministry,” Vlast.kz, May 5, 2016, http://bit.ly/1S.", "news"),
    ],
)
def test_kinds(printed, kind):
    drafted(printed, kind=kind)


def test_a_body_that_publishes_is_no_author():
    drafted("Human Rights Foundation, “Drop the charges,” June 6, 2016.", author="", publisher="Human Rights Foundation")


def test_a_translated_title_stays_beside_the_printed_one():
    drafted("“ЗАКОН,” [The Law] Zakon, July 10, 2012.", title="ЗАКОН [The Law]", publisher="Zakon")


def test_two_sources_in_a_note_are_two_parts():
    assert len(split_parts("“One; and more,” A, http://x.org/1; “Two,” B, http://x.org/2.")) == 2


def test_an_empty_note_is_one_row_that_says_so():
    rows = draft_sources(read_text(synthetic.report_text()).notes)
    empty = [row for row in rows if row["footnote"] == EMPTY_NOTE]
    assert len(empty) == 1 and not empty[0]["title"] and "nothing" in empty[0]["comment"]
    assert [row["part"] for row in rows if row["footnote"] == DOUBLE_NOTE] == [1, 2]


@pytest.mark.skipif("NETFREEDOM_REPORT_DIR" not in os.environ, reason="NETFREEDOM_REPORT_DIR does not name the folder of the reports' texts")
def test_the_draft_of_the_real_report_needs_few_corrections():
    import csv

    report = read(Path(os.environ["NETFREEDOM_REPORT_DIR"]) / "kazakhstan-2016.txt")
    path = Path(__file__).parents[1] / "data" / "kazakhstan" / "2016" / "sources.csv"
    curated = list(csv.DictReader(path.open(encoding="utf-8")))
    rows = draft_sources(report.notes)
    assert [(str(row["footnote"]), str(row["part"])) for row in rows] == [(row["footnote"], row["part"]) for row in curated]
    for column, most in {"language": 0, "published": 0, "accessed": 0, "url": 1, "title": 5, "publisher": 8, "author": 6, "kind": 4}.items():
        differing = [row["footnote"] for row, true in zip(rows, curated, strict=True) if row[column] != true[column]]
        assert len(differing) <= most, (column, differing)


@pytest.mark.parametrize(
    "printed, expected",
    [
        ("See: “Title here,” Global Voices, 12 June 2013, http://x.org/a.", {"author": "", "title": "Title here", "publisher": "Global Voices"}),
        ("Freedom House, “Ruritania,” Freedom on the Net 2015, October 2015, http://x.org/a.", {"author": "", "publisher": "Freedom House", "published": "2015-10"}),
        ("Reporters Without Borders, “World Report: Ruritania,” March 2013, http://x.org/a.", {"author": "", "publisher": "Reporters Without Borders", "kind": "ngo"}),
        ("OpenNet Initiative, “Country Profile: Ruritania,” August 6, 2009, http://x.org/a.", {"author": "", "publisher": "OpenNet Initiative"}),
        ("Law No. 12 of 2013, Article 5, http://x.org/a.", {"title": "Law No. 12 of 2013", "publisher": "", "kind": "legal_text"}),
        ("Interviews with providers, Strelsau, March 2014.", {"publisher": "", "published": "2014-03", "kind": "interview"}),
        ("@rudolf, Twitter post, March 3, 2015, https://twitter.com/rudolf/status/1", {"author": "@rudolf", "publisher": "Twitter", "kind": "social_media"}),
        ("Facebook, post by Rupert Hentzau, accessed on May 2, 2016, http://x.org/a.", {"author": "Rupert Hentzau", "title": "Facebook post", "publisher": "Facebook"}),
        ("Rudolf Rassendyll, head of the guild, said at the Forum “On castles” in Zenda, May 4, 2014.", {"author": "Rudolf Rassendyll", "publisher": ""}),
        ("Statistics of the Ministry of Waves [in German], posted on February 5, 2016, http://x.org/a.", {"title": "Statistics", "publisher": "Ministry of Waves"}),
        ("Strelnet, “Speed,” infographic, press release, May 2015, http://x.org/a.", {"title": "Speed"}),
    ],
)  # fmt: skip
def test_forms_of_other_reports(printed, expected):
    drafted(printed, **expected)


def test_what_was_guessed_is_marked_and_what_the_note_says_is_not():
    text = "Introduction\n\nIt rained.1 And rained.2 And rained.3\n\n1  “Rain,” Paper, May 1, 2015.\n2  Tweet by @Someone, December 3, 2015, bit.ly/1K.\n3  Ibid.\n"
    comments = [row["comment"] for row in draft_sources(read_text(text).notes)]
    assert comments[0] == "draft: guessed kind; decide" and comments[1] == "" and "another note" in comments[2]


def test_a_second_source_behind_see_also_is_a_part_of_its_own():
    parts = split_parts("Human Test, “One,” Paper, May 1, 2015, http://x.org/1; see also: Jane Roe, “Two,” Zenda Herald, May 2, 2015, http://x.org/2. See also “Three,” Paper, http://x.org/3")
    assert [draft_note(part)["title"] for part in parts] == ["One", "Two", "Three"] and draft_note(parts[1])["author"] == "Jane Roe"


def test_quotation_marks_inside_a_title_belong_to_it():
    drafted("Castle Lab, “Mapping the “Untraceable” Spyware,” May 1, 2015, http://x.org/1", title="Mapping the “Untraceable” Spyware", publisher="Castle Lab", author="")
    drafted("Zenda Herald, ‘Ruritania’s bill is dead,’ May 17, 2016, http://x.org/1", title="Ruritania’s bill is dead", publisher="Zenda Herald", published="2016-05-17")


@pytest.mark.parametrize("printed, published", [("16.04.2013", "2013-04-16"), ("2016-02-03", "2016-02-03"), ("25/06/2018", "2018-06-25"), ("12/25/2015", "2015-12-25"), ("03/04/2015", ""), ("3rd March 2016", "2016-03-03"), ("last modified May 5, 2015", "2015-05-05")])
def test_dates_in_digits_are_read_where_only_one_reading_is_possible(printed, published):
    drafted(f"“T,” Paper, {printed}, http://x.org/a", published=published, publisher="Paper")


@pytest.mark.parametrize("printed, language", [("“T,” Paper (Spanish)", "es"), ("“T,” [in Swedish] Paper", "sv"), ("“T,” Paper [available in Hausa]", "ha"), ("“T,” Paper (in the Serbian language)", "sr")])
def test_a_language_is_read_in_each_wording(printed, language):
    drafted(printed, language=language, title="T", publisher="Paper")


def test_a_language_that_has_no_code_here_is_told_and_stays_out_of_the_title():
    (row,) = draft_sources(read_text("Introduction\n\nIt rained.1\n\n1  “Rain of the hills,” [in Zendan] Zenda Herald, May 1, 2015, http://x.org/1.\n").notes)
    assert row["title"] == "Rain of the hills" and "in Zendan" in row["comment"]


def test_english_is_marked_as_a_guess_where_nothing_in_the_title_shows_it():
    (row,) = draft_sources(read_text("Introduction\n\nIt rained.1\n\n1  “Cinco detenidos,” Zenda Herald, May 1, 2015, http://x.org/1.\n").notes)
    assert row["language"] == "en" and "language" in row["comment"]


@pytest.mark.parametrize(
    "printed, expected",
    [
        ("Jane Roe, A Book without Quotation Marks, Human Rights Society, March 2014, http://x.org/1", {"author": "Jane Roe", "title": "A Book without Quotation Marks", "publisher": "Human Rights Society"}),
        ("Human Rights Society, World Report 2016: Ruritania, January 27, 2016, http://x.org/1", {"title": "World Report 2016: Ruritania", "publisher": "Human Rights Society"}),
        ("Human Rights Society, No Country for Bloggers: Assaults in Ruritania, June 2015, http://x.org/1", {"title": "No Country for Bloggers: Assaults in Ruritania", "publisher": "Human Rights Society"}),
        ("Decree No. 12 on the Provision, Use, and Control of Waves, July 15, 2013, http://x.org/1", {"title": "Decree No. 12 on the Provision, Use, and Control of Waves", "publisher": "", "kind": "legal_text"}),
        ("Waves (Prohibition, Prevention, etc) Act, http://x.org/1", {"title": "Waves (Prohibition, Prevention, etc) Act", "publisher": ""}),
        ("Rules for Mobile Devices, Cabinet of Ministers, May 2, 2012, No. 212, http://x.org/1", {"title": "Rules for Mobile Devices", "publisher": "Cabinet of Ministers"}),
        ("“Waves Law,” Articles 85-100, May 2, 2012, http://x.org/1", {"publisher": ""}),
        ("“Users grow,” Novosti-Zenda, May 2, 2012, http://x.org/1", {"publisher": "Novosti-Zenda"}),
        ("Rupert H., “T,” Paper, May 2, 2012", {"author": "Rupert H."}),
        ("John Roe et al., “Mapping the Wall,” in Proceedings of Walls, August 2015, http://x.org/1", {"author": "John Roe et al.", "publisher": ""}),
    ],
)
def test_untitled_and_odd_notes_keep_their_parts_apart(printed, expected):
    drafted(printed, **expected)


@pytest.mark.parametrize(
    "printed, kind",
    [
        ("“Waves (Control) Rules, 2017,” Department of Waves, August 7, 2017, http://x.org/1", "legal_text"), ("Roe v. Ruritania, Castle Court, May 2, 2015", "legal_text"),
        ("“T,” Department of Waves, May 2, 2015, http://waves.gov.zz/1", "official"), ("Coalition for Waves, “T,” May 2, 2015, http://x.org/1", "ngo"),
        ("“Government requests to remove content,” Boogle, accessed May 2, 2015, http://x.org/1", "transparency_report"), ("Jane Roe, “T,” Medium, May 2, 2015, https://medium.com/@jane/t", "blog"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_words_publisher_or_address(printed, kind):
    drafted(printed, kind=kind)
