from hypothesis import given
from hypothesis import strategies as st

from personamap.gui.spelling.words_in import words_in


def words(text):
    return [word.text for word in words_in(text)]


def test_punctuation_and_apostrophes_part_words_as_unicode_says():
    assert words("“Don't,” she said: well-known!") == ["Don't", "she", "said", "well", "known"]


def test_every_script_has_words():
    assert words("नमस्ते दुनिया — über naïve שלום") == ["नमस्ते", "दुनिया", "über", "naïve", "שלום"]


def test_addresses_files_numbers_and_capitals_are_no_words():
    assert (
        words("NASA 3rd 12 https://a.example/helo me@there.example C:\\cast www.there.example")
        == []
    )


@given(st.text())
def test_every_word_stands_where_it_says_counted_in_utf_16(text):
    coded = text.encode("utf-16-le", "surrogatepass")
    for start, length, word in words_in(text):
        there = coded[2 * start : 2 * (start + length)]
        assert there.decode("utf-16-le", "surrogatepass") == word
