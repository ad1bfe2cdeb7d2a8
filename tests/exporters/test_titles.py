"""Headings speak of a person as the person does, in every language of the window."""

import pytest

from personamap.exporters.titles import titles_for


@pytest.mark.parametrize(
    ("pronouns", "heading"),
    [
        ("she/her", "In her own words"),
        ("sie/ihr", "In her own words"),
        ("Ella", "In her own words"),
        ("he, they", "In his own words"),
        ("er/ihm", "In his own words"),
        ("él/lo", "In his own words"),
        ("dey/deren", "In their own words"),
        ("xier", "In their own words"),
        ("", "In their own words"),
        ("/", "In their own words"),
    ],
)
def test_the_first_pronoun_decides_and_no_other_word_does(pronouns, heading):
    assert titles_for(pronouns).own_words == heading
