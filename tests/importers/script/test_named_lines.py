"""Plain text in which speeches begin with a name and a colon."""

import pytest

from personamap.importers.script.named_lines import has_named_lines, read_named_lines


def script(text):
    return read_named_lines("course.txt", text)


def said(text):
    return [(speech.label, speech.text) for speech in script(text).speeches]


def test_a_name_and_a_colon_begin_a_speech():
    assert said("Mara: Good morning.\nIdris: Hello: you too.") == [
        ("Mara", "Good morning."),
        ("Idris", "Hello: you too."),
    ]


def test_a_speech_goes_on_in_the_next_line_and_ends_with_the_paragraph():
    found = script("Mara: One\ntwo.\n\nShe goes.\n\nIdris: Three.")
    assert [speech.text for speech in found.speeches] == ["One\ntwo.", "Three."]
    assert found.notes == ("1 paragraph stands under no name and was taken for a stage direction.",)


def test_brackets_say_how_and_not_what():
    assert said("Mara (V.O.): (sighs (twice).) Well [beat] then.") == [("Mara", "Well   then.")]


@pytest.mark.parametrize(
    "heading", ["Scene 3", "SCENE IV: The desk", "INT. DESK - DAY", "Zweiter Auftritt", "Slide 12"]
)
def test_headings_begin_scenes(heading):
    (scene,) = script(f"{heading}\n\nMara: Hi.").scenes
    assert (scene.heading, len(scene.speeches)) == (heading, 1)


def test_the_first_line_is_the_title_unless_it_is_said():
    assert script("First week\n\nMara: Hi.").title == "First week"
    assert script("Mara: Hi.").title == ""


@pytest.mark.parametrize(
    "line",
    ["I have only one rule, and it is this: ask.", "12:30", "See https://x.y", "Wait! Now: go"],
)
def test_a_sentence_with_a_colon_is_no_name(line):
    assert said(f"Title\n\nMara: Hi.\n\n{line}") == [("Mara", "Hi.")]


def test_a_text_with_few_names_is_another_format():
    assert has_named_lines(["Mara: Hi.", "", "Idris: Ho.", "He goes."])
    assert not has_named_lines(["INT. DESK", "MARA", "Hi.", "Note: x"])
