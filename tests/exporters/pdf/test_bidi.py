"""The order of letters in mixed directions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.exporters.pdf.bidi import levels, visual_order

TABLES = Path("/usr/share/unicode")
needs_tables = pytest.mark.skipif(
    not (TABLES / "BidiTest.txt").exists(),
    reason="Unicode's own cases are not here (apt-get install unicode-data)",
)
LETTERS = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0628",
    "EN": "1",
    "ES": "+",
    "ET": "$",
    "AN": "\u0661",
    "CS": ",",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
"""One letter of each class. The separator of paragraphs is not among them: no text here has any."""
BASES = ((1, None), (2, 0), (4, 1))


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


@needs_tables
def test_agrees_with_all_of_unicodes_cases_of_letters():
    lines = _cases("BidiCharacterTest.txt")
    assert len(lines) == 91_707
    assert [line for line in lines if not _agrees(line)] == []


@needs_tables
def test_agrees_with_all_of_unicodes_cases_of_classes_within_a_paragraph():
    wanted, wrong, asked = [], [], 0
    for line in _cases("BidiTest.txt"):
        if line.startswith("@Levels:"):
            wanted = line.removeprefix("@Levels:").split()
        if line.startswith("@"):
            continue
        classes, bases = line.split(";")
        if "B" in classes.split():
            continue
        text = "".join(LETTERS[name] for name in classes.split())
        for base in (base for bit, base in BASES if int(bases, 16) & bit):
            asked += 1
            if not _same(wanted, levels(text, base)[0]):
                wrong.append((line, base))
    assert asked > 400_000
    assert wrong == []


def _cases(name):
    lines = (TABLES / name).read_text().splitlines()
    return [line for line in lines if line[:1] not in ("", "#")]


def _agrees(line):
    codes, direction, base, expected, _ = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    found, own = levels(text, {"0": 0, "1": 1, "2": None}[direction])
    return own == int(base) and _same(expected.split(), found)


def _same(wanted, found):
    pairs = zip(wanted, found, strict=True)
    return all(want == "x" or int(want) == got for want, got in pairs)
