"""Fountain as fountain.io describes it."""

import pytest

from personamap.importers.script.fountain import read_fountain


def script(text):
    return read_fountain("course.fountain", text)


def said(text):
    return [(speech.label, speech.text) for speech in script(text).speeches]


def headings(text):
    return [scene.heading for scene in script(text).scenes]


def test_capitals_after_an_empty_line_speak():
    assert said("\nMARA\nGood morning.\nCome in.\n\nShe waits.\n\nIDRIS\nThanks.") == [
        ("MARA", "Good morning.\nCome in."),
        ("IDRIS", "Thanks."),
    ]


def test_a_name_in_any_letters_speaks_where_it_is_marked():
    assert said("@Mara McKay\nHere.\n\n@李明\n你好。") == [
        ("Mara McKay", "Here."),
        ("李明", "你好。"),
    ]


@pytest.mark.parametrize(
    "label", ["MARA (V.O.)", "MARA (O.S.)", "MARA (CONT'D)", "MARA (on the phone) (V.O.)", "MARA ^"]
)
def test_how_somebody_speaks_is_no_part_of_the_name(label):
    assert said(f"{label}\nYes.") == [("MARA", "Yes.")]


def test_what_stands_in_brackets_is_not_said():
    text = "MARA\n(quietly)\nI know (beat) where it is. [[check this]]\n(she\ngoes)\nBye."
    (speech,) = script(text).speeches
    assert speech.words == 6


def test_capitals_with_nothing_below_are_action():
    assert said("MARA\n\nThe door opens.") == []


def test_headings_begin_scenes_and_lose_their_numbers():
    text = (
        "INT. DESK - NIGHT #12A#\n\nMARA\nHi.\n\n"
        ".Back office\n\n..no heading\n\nEXT. YARD\n\nIDRIS\nHo."
    )
    assert headings(text) == ["INT. DESK - NIGHT", "Back office", "EXT. YARD"]
    assert [len(scene.speeches) for scene in script(text).scenes] == [1, 0, 1]


def test_a_synopsis_says_what_happens_in_a_scene():
    (scene,) = script("INT. DESK\n\n= Mara *asks* for help.\n\nMARA\nHelp?").scenes
    assert scene.synopsis == "Mara asks for help."


def test_the_title_page_gives_the_title_and_no_speech():
    text = "Title:\n    _**First week**_\nAuthor: Ada\nDraft date: 1/1\n\nMARA\nHi."
    assert script(text).title == "First week"
    assert said(text) == [("MARA", "Hi.")]


def test_transitions_sections_centred_lines_and_what_is_struck_out_say_nothing():
    text = (
        "CUT TO:\n\n# ACT ONE\n\n> THE END <\n\n/* MARA\nOld line. */\n\n!LOUD\nNOISE\n\nMARA\nNew."
    )
    assert said(text) == [("MARA", "New.")]


def test_two_spaces_keep_a_speech_going():
    assert said("MARA\nOne.\n  \nTwo.\n\nThree.")[0][1].split() == ["One.", "Two."]


def test_marks_of_emphasis_and_lyrics_are_not_said():
    assert said("MARA\n~La *la* **la** _la_ \\*star\\*") == [("MARA", "La la la la *star*")]


@pytest.mark.parametrize("text", ["", "\n\n", "Title:", "@", "(", ".", "MARA", "\x00", "= \n=="])
def test_any_text_is_a_script_if_an_empty_one(text):
    assert said(text) == []
