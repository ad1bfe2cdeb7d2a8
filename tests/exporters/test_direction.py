import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.exporters.direction import directed_runs, runs_against


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
        ("", False, False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text, rtl, against):
    assert runs_against(text, rtl=rtl) is against
