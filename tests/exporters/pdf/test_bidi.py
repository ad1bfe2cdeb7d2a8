"""The order of letters in mixed directions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.exporters.pdf.bidi import levels, visual_order

TABLE = Path("/usr/share/unicode/BidiCharacterTest.txt")


def test_latin_runs_left_to_right():
    assert levels("Ana") == ([0, 0, 0], 0)


def test_hebrew_sets_the_base_direction():
    assert levels("שלום") == ([1, 1, 1, 1], 1)


def test_numbers_inside_arabic_run_left_to_right():
    found, base = levels("منذ 2019")
    assert base == 1
    assert found[-4:] == [2, 2, 2, 2]


def test_brackets_follow_the_text_around_them():
    found, _ = levels("قالت (Ana)")
    assert found[5] == found[-1] == 1


def test_text_without_direction_takes_the_default():
    assert levels("123", default=1)[1] == 1


def test_runs_are_reversed_within_their_level():
    assert visual_order([1, 2, 1]) == [2, 1, 0]


@given(st.text(max_size=60))
def test_any_text_gets_one_level_per_letter(text):
    found, base = levels(text)
    assert len(found) == len(text)
    assert base in (0, 1)
    assert sorted(visual_order(found)) == list(range(len(text)))


@pytest.mark.skipif(
    not TABLE.exists(), reason="Unicode's BidiCharacterTest.txt is not here (package unicode-data)"
)
def test_agrees_with_all_of_unicodes_own_cases():
    wrong = [line for line in TABLE.read_text().splitlines() if line[:1] not in ("", "#")]
    wrong = [line for line in wrong if not _agrees(line)]
    assert wrong == []


def _agrees(line):
    codes, direction, base, expected, _ = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    found, own = levels(text, {"0": 0, "1": 1, "2": None}[direction])
    pairs = zip(expected.split(), found, strict=True)
    return own == int(base) and all(want == "x" or int(want) == got for want, got in pairs)
