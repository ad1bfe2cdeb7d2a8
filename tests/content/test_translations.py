"""The catalogues of all languages: complete, with the same holes, and with keys that work."""

import re
from string import Formatter

import pytest

from tests.catalogues import ROOT, tool

CATALOGUES = sorted((ROOT / "resources" / "locale").glob("*.po"))
MESSAGES = tool("messages")
SAID = MESSAGES.gathered()

pytestmark = pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)


def told(file):
    """Each text with its translation; a text for one and many comes twice."""
    for each in MESSAGES.read(file):
        if isinstance(each.id, tuple):
            yield from zip(each.id, each.string, strict=True)
        elif each.id:
            yield each.id, each.string


def holes(text):
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def test_everything_that_is_said_is_translated(file):
    catalogue = MESSAGES.read(file)
    ids = {each.id for each in catalogue if each.id}
    assert {each.id for each in SAID if each.id} - ids == set()
    assert MESSAGES.missing(catalogue) == []
    assert not [each.id for each in catalogue if each.id and each.fuzzy]


def test_a_translation_has_the_holes_of_its_text(file):
    # One person can be said without a number: "one person" for "{count} person".
    wrong = [
        (text, translation)
        for text, translation in told(file)
        if holes(text) != holes(translation) and not holes(text) - holes(translation) <= {"count"}
    ]
    assert wrong == []


def test_a_translation_has_a_key_where_its_text_has_one(file):
    key = re.compile(r"&(?=\w)")
    wrong = [
        (text, translation)
        for text, translation in told(file)
        if len(key.findall(text)) == 1 and len(key.findall(translation)) != 1
    ]
    assert wrong == []


def test_a_translation_begins_and_ends_as_its_text(file):
    def ends(text):
        return text[:1].isspace(), text[-1:].isspace(), text.count("\n"), text.endswith("…")

    assert [(a, b) for a, b in told(file) if ends(a) != ends(b)] == []
