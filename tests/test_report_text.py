"""Joining lines and making words comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfreedom.report.text import normalize
from netfreedom.report.notes import addresses
from netfreedom.report.score_box import find_box
from netfreedom.report.text import LineJoiner, split_sentences


def test_look_alike_letters_and_quotes_compare_equal():
    assert normalize("“YouTubе” – ’tis") == '"YouTube" - \'tis'


def test_a_word_of_one_alphabet_is_left_alone():
    assert normalize("ЗАКОН РЕСПУБЛИКИ") == "ЗАКОН РЕСПУБЛИКИ"


@given(st.text())
def test_normalizing_twice_changes_nothing(text):
    assert normalize(normalize(text)) == normalize(text)


@pytest.mark.parametrize(
    "whole, lines, joined",
    [
        ("", ["the au-", "thorities"], "the authorities"),
        ("self-censorship", ["self-", "censorship is"], "self-censorship is"),
        ("", ["Novosti-", "Kazakhstan"], "Novosti-Kazakhstan"),
        ("", ["EXPO-", "2017"], "EXPO-2017"),
        ("well-known", ["a well-", "known blogger"], "a well-known blogger"),
        ("man in the middle attacks", ["man-in-the-", "middle"], "man-in-the-middle"),
        ("", ["the owner—", "about why"], "the owner—about why"),
        ("", ["two ", "lines"], "two lines"),
    ],
)
def test_lines_are_joined_as_the_words_are_written(whole, lines, joined):
    assert LineJoiner(whole).join(lines) == joined


def test_sentences_end_at_stops_but_not_at_initials_and_abbreviations():
    text = "A U.S. court said no. Mr. A. B. Smith agreed. “It is over.” Then 5.9 Mbps came."
    assert [text[start:end].strip() for start, end in split_sentences(text)] == [
        "A U.S. court said no.", "Mr. A. B. Smith agreed.", "“It is over.”", "Then 5.9 Mbps came.",
    ]  # fmt: skip


def test_addresses_lose_the_punctuation_behind_them_and_need_no_scheme():
    assert addresses("See http://bit.ly/1A; reut.rs/20B, (https://eff.org/x.pdf) and 4G/LTE or eGov.kz.") == [
        "http://bit.ly/1A", "reut.rs/20B", "https://eff.org/x.pdf",
    ]  # fmt: skip


def test_a_text_without_scores_has_no_box():
    assert find_box(["Population: 5", "", "Some text"]) is None
