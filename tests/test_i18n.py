"""What is said in another language, and how one is chosen."""

import shutil

import pytest

from personamap import i18n
from personamap.i18n import (
    MIRRORED_PSEUDO_LANGUAGE,
    _,
    in_decimals,
    in_digits,
    is_right_to_left,
    language,
    languages_of_environment,
    languages_there,
    plural,
    use_languages,
)
from tests.catalogues import compiled

LATIN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "The name of this language in itself"
msgstr "Lingua Latina"

msgid "Cast"
msgstr "Dramatis personae"

msgid "{count} line"
msgid_plural "{count} lines"
msgstr[0] "{count} versus"
msgstr[1] "{count} versūs"
"""


@pytest.fixture
def latin(tmp_path, monkeypatch):
    """A program that speaks English and Latin."""
    folder = tmp_path / "resources" / "locale"
    folder.mkdir(parents=True)
    (folder / "la.po").write_text(LATIN, encoding="utf-8")
    compiled(tmp_path)
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path.joinpath("resources", *parts))
    yield folder
    use_languages([])


def test_the_first_language_that_is_there_is_spoken(latin):
    use_languages(["fi", "la-VA", "en"])
    assert language() == "la"
    assert _("Cast") == "Dramatis personae"
    assert plural("{count} line", "{count} lines", 1) == "1 versus"
    assert plural("{count} line", "{count} lines", 3) == "3 versūs"
    assert _("Story") == "Story"


def test_english_before_another_language_stays_english(latin):
    use_languages(["en-GB", "la"])
    assert language() == "en"
    assert _("Cast") == "Cast"


def test_a_language_that_is_not_there_is_english(latin):
    use_languages(["fi"])
    assert _("Cast") == "Cast"
    assert languages_there() == {"en": "English", "la": "Lingua Latina"}


def test_a_language_can_be_taken_away_again(latin):
    use_languages(["la"])
    shutil.rmtree(latin)
    use_languages(["la"])
    assert _("Cast") == "Cast"


def test_the_mirrored_pseudo_language_shows_what_can_be_translated():
    try:
        use_languages([MIRRORED_PSEUDO_LANGUAGE])
        assert is_right_to_left()
        assert _("Cast") == "\u200f⟦Cast⟧"
        assert plural("{count} line", "{count} lines", 2) == "\u200f⟦2 lines⟧"
    finally:
        use_languages([])
    assert not is_right_to_left()


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"LANG": "de_AT.UTF-8"}, ["de_AT"]),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "de_DE", "LC_ALL": "es_MX.utf8@euro"}, ["es_MX"]),
        ({"LANG": "de_DE", "LANGUAGE": "es:de"}, ["es", "de"]),
        ({}, []),
    ],
)
def test_commands_speak_what_the_environment_asks_for(environment, wanted):
    assert languages_of_environment(environment) == wanted


def test_digits_are_grouped_as_the_language_does(latin):
    assert in_digits(1234567) == "1,234,567"
    assert in_digits(-12) == "-12"
    use_languages(["la"])
    assert in_digits(999) == "999"


def test_fractions_have_the_sign_of_the_language(latin):
    (latin / "de.po").write_text(LATIN, encoding="utf-8")
    compiled(latin.parents[1])
    assert in_decimals(0.25) == "0.25"
    assert in_decimals(1.5, 1) == "1.5"
    use_languages(["de"])
    assert in_decimals(0.25) == "0,25"
    assert in_decimals(1.5, 1) == "1,5"
