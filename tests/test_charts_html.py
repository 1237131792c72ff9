"""The HTML of figures: readable without the drawing, safe with any text, links where the place has them."""

import re

import altair as alt
import pandas as pd

from netfreedom.charts import figure, table, to_address, to_chapter, with_notes
from netfreedom.figures.html import figure_html
from netfreedom.figures.place import Place

HOSTILE = '</script><!--<script>alert(1)</script> & "quoted"'
SAID = {"id": "hostile", "title": HOSTILE, "description": HOSTILE, "source": HOSTILE, "subtitle": HOSTILE}
IN_BOOK = Place(note=lambda number: f"12-evidence.html#note-{number}", chapter=lambda target: f"{target}.html", csv="hostile.csv")


def html_of(frame, place=IN_BOOK, **more):
    chart = alt.Chart(frame[["what"]].astype(str)).mark_point().encode(y="what:N")
    shown = figure(chart, **SAID, table=frame, **more)
    return figure_html(shown.identity, shown.spec, place)


def test_no_text_of_the_data_becomes_markup():
    html = html_of(pd.DataFrame({"what": [HOSTILE], HOSTILE: [1]}))
    assert "<!--" not in html and "alert(1)</" not in html
    assert html.count("<script") == html.count("</script>") == 1
    assert "<" not in re.search(r'class="nf-spec">(.*?)</script>', html, re.DOTALL)[1]


def test_numbers_have_a_true_minus_and_large_ones_their_thousands_apart():
    html = html_of(pd.DataFrame({"what": ["a", "b"], "year": [2015, 2016], "users": [9378.0, 14054.5], "bridges": [297, 1667], "change": [-3, 0]}))
    assert all(f">{text}</td>" in html for text in ("2015", "9,378", "14,054.5", "297", "1,667", "−3"))


def test_the_drawing_is_hidden_from_screen_readers_and_told_in_words():
    html = html_of(pd.DataFrame({"what": ["a"]}))
    assert '<div class="nf-chart" aria-hidden="true"></div>' in html
    assert 'aria-describedby="fig-hostile-words"' in html and 'id="fig-hostile-words"' in html


def test_links_are_real_where_the_place_has_their_target_and_words_elsewhere():
    frame = pd.DataFrame({"what": [with_notes("cut", (7,)), to_chapter("law", "05-legal-changes"), to_address("site", "https://example.org/?a&b")]})
    linked, plain = html_of(frame), html_of(frame, Place())
    assert '<a href="12-evidence.html#note-7" title="Note 7" aria-label="Note 7">7</a>' in linked
    assert '<a href="05-legal-changes.html">law</a>' in linked
    assert '<a href="https://example.org/?a&amp;b" rel="noopener noreferrer external">site</a>' in linked
    assert "12-evidence" not in plain and 'cut <span class="nf-notes">[7]</span>' in plain


def test_an_address_that_runs_code_is_no_link():
    html = html_of(pd.DataFrame({"what": [to_address("site", "javascript:alert(1)")]}))
    assert ">site</td>" in html and "javascript:" not in html.partition("<details")[2]


def test_addresses_in_the_data_of_a_chart_are_resolved():
    rows = pd.DataFrame({"what": ["a", "b"], "to": ["chapter:05-legal-changes", "note:3"]})
    shown = figure(alt.Chart(rows).mark_point().encode(y="what:N", href="to:N"), id="x", title="x", description="x", source="x")
    linked, plain = figure_html(shown.identity, shown.spec, IN_BOOK), figure_html(shown.identity, shown.spec, Place())
    assert '"to":"05-legal-changes.html"' in linked and '"to":"12-evidence.html#note-3"' in linked
    assert '"to":null' in plain


def test_rows_carry_anchor_dates_and_the_values_of_filters_but_not_hidden_columns():
    frame = pd.DataFrame({"what": ["cut"], "_id": ["e001"], "_start": ["2016-05-19"], "_end": [None], "_kind": [("a", "b")]})
    shown = table(frame, id="x", title="x", source="x", filters=["_kind"])
    html = figure_html(shown.identity, None, IN_BOOK)
    assert '<tr role="row" id="e001" data-start="2016-05-19" data-values="{&quot;_kind&quot;: [&quot;a&quot;, &quot;b&quot;]}">' in html
    assert html.count("<td") == 1 and "2016-05-19</td>" not in html


def test_a_linked_table_stands_open_and_the_verification_is_shown():
    html = html_of(pd.DataFrame({"what": ["a"]}), Place(verified="Matches the report: 1 of 1"), linked_table=True)
    assert '<details class="nf-details" open>' in html
    assert "Matches the report: 1 of 1" in html


def test_links_to_notes_say_whose_they_are():
    frame = pd.DataFrame({"what": [with_notes("a", [7])]})
    titled = Place(note=IN_BOOK.note, note_title=lambda number: f"Note {number}: Gazette, May 2016")
    assert 'title="Note 7: Gazette, May 2016"' in html_of(frame, titled)
    assert 'title="Note 7"' in html_of(frame, Place(note=IN_BOOK.note))


def test_how_many_rows_match_leads_to_what_that_means():
    frame = pd.DataFrame({"what": ["a"]})
    checked = Place(chapter=lambda target: "methods.html" if target.startswith("/about/methods#") else None, verified="Matches the report: 2 of 2")
    assert '<a href="methods.html">Matches the report: 2 of 2</a>' in html_of(frame, checked)
    assert ">Matches the report: 2 of 2</span>" in html_of(frame, Place(verified="Matches the report: 2 of 2"))


def test_sentences_have_the_apostrophes_of_the_prose_around_them():
    chart = figure(alt.Chart(pd.DataFrame({"x": [1]})).mark_point().encode(x="x:Q"), **{**SAID, "title": "Ruritania's total"})
    assert "Ruritania’s total</h3>" in figure_html(chart.identity, chart.spec, Place())
