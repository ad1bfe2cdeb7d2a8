from hypothesis import given
from hypothesis import strategies as st

from personamap.gui.palette.entry import entry, found
from personamap.gui.palette.matching import Searched, fit, plain


def best(words, *texts):
    entries = [entry("value", str(at), text) for at, text in enumerate(texts)]
    return [each.text for each in found(entries, words, ())]


def test_words_are_found_in_any_order_and_without_their_accents():
    assert best("nguyen thuy", "Thùy Nguyễn", "Grant Asante") == ["Thùy Nguyễn"]


def test_what_begins_with_the_words_comes_before_what_only_has_them():
    texts = ("Stamina or breathing", "Team lead", "Tamil", "Tam Ashdown")
    assert best("tam", *texts) == ["Tam Ashdown", "Tamil", "Stamina or breathing"]


def test_a_slip_of_the_finger_is_forgiven_in_words_that_are_long_enough():
    assert best("covergae", "Coverage", "Cast") == ["Coverage"]
    assert best("coverga", "Coverage", "Cast") == ["Coverage"]
    assert best("cst", "Coverage", "Cast") == []


def test_first_letters_find_an_action_of_several_words():
    assert best("oc", "Older copies", "Quit") == ["Older copies"]


def test_what_stands_beside_a_text_finds_it_too_but_later():
    named, beside = entry("value", "a", "Hearing"), entry("value", "b", "Loop", "Hearing")
    assert found([beside, named], "hearing", ()) == [named, beside]


def test_every_word_must_be_found():
    assert best("save nothing", "Save", "Save as") == []


@given(st.text(min_size=1))
def test_a_text_is_found_by_the_whole_of_itself(text):
    assert fit(plain(text), Searched.of(text)) > 0 or not plain(text)


@given(st.lists(st.from_regex(r"[a-zéß]{1,9}", fullmatch=True), min_size=1), st.randoms())
def test_a_text_is_found_by_its_words_in_any_order(words, random):
    shuffled = list(words)
    random.shuffle(shuffled)
    assert fit(plain(" ".join(shuffled)), Searched.of(" ".join(words))) > 0
