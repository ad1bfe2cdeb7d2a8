import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.coverage import check_coverage
from personamap.exporters.direction import (
    directed_runs,
    joined_at_end,
    marked_against,
    runs_against,
)
from personamap.exporters.wording import labelled
from tests.exporters.cast import project


def test_spaces_and_digits_go_with_what_stands_before_them():
    assert list(directed_runs("Ana 12 ליאת 34 said")) == [
        ("Ana 12 ", False),
        ("ליאת 34 ", True),
        ("said", False),
    ]


def test_a_text_without_direction_is_one_run():
    assert list(directed_runs("12 – 34")) == [("12 – 34", False)]


@given(st.text())
def test_nothing_is_lost(text):
    assert "".join(piece for piece, _runs_left in directed_runs(text)) == text


@pytest.mark.parametrize(
    ("text", "rtl", "against"),
    [
        ("4 people.", True, True),
        ("سلمى and Jun", True, False),
        ("سلمى and Jun", False, True),
        ("Jun سلمى", False, False),
        ("12 – 14", True, False),
        ("\u2068سلمى\u2069: said so", False, False),
        ("\u2068سلمى\u2069: said so", True, True),
        ("\u2068سلمى\u2069", True, False),
        ("", False, False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text, rtl, against):
    assert runs_against(text, rtl=rtl) is against


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("Have colleagues shout.", True, "Have colleagues shout.\u200e"),
        ("“Face me.”", True, "\u200e“Face me.”\u200e"),
        ("Kofi", True, "Kofi"),
        ("قالت.", True, "قالت."),
        ("قالت.", False, "قالت.\u200f"),
        ("12", True, "12"),
        ("", True, ""),
    ],
)
def test_a_text_in_a_page_of_the_other_direction_keeps_its_signs_at_its_ends(text, rtl, expected):
    assert marked_against(text, rtl=rtl) == expected


def test_a_name_from_right_to_left_does_not_turn_a_finding_around():
    titles = [found.title for found in check_coverage(project()).findings]
    named = [title for title in titles if title.lstrip("\u2068").startswith("سلمى")]
    assert named
    assert not any(runs_against(title, rtl=False) for title in named)


def test_a_full_stop_stays_with_a_text_that_runs_against_its_label():
    assert labelled("Feels", "وحيدة.") == "Feels: \u2068وحيدة.\u2069"
    assert labelled("Feels", "Alone.") == "Feels: Alone."
    assert labelled("الشعور", "وحيدة.") == "الشعور: وحيدة."


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Ana · \u2068we say «سلمى»\u2069", "Ana · we say «سلمى»"),
        ("Feels: \u2068وحيدة.\u2069", "Feels: \u2068وحيدة.\u2069"),
        ("\u2068we say «سلمى»\u2069", "\u2068we say «سلمى»\u2069"),
        ("Ana · \u2068we say «سلمى»\u2069 · 3", "Ana · \u2068we say «سلمى»\u2069 · 3"),
    ],
)
def test_only_an_end_that_runs_the_way_of_the_whole_is_joined_to_it(text, joined):
    assert joined_at_end(text) == joined
