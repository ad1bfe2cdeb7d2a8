"""Storyboard tables and screenplay paragraphs in Word documents."""

import io
import zipfile

import docx
import pytest

from personamap.errors import ScriptRefused
from personamap.importers.script.reading import read_script
from personamap.importers.script.word import script_in_blocks


def said(script):
    return {s.heading: [(p.label, p.text) for p in s.speeches] for s in script.scenes}


def paragraphs(*texts):
    return said(script_in_blocks("a.docx", [("p", "normal", text) for text in texts]))


def table(*rows):
    return said(script_in_blocks("a.docx", [("t", rows)]))


def test_capitals_above_a_speech_say_who_speaks():
    assert paragraphs(
        "INT. DESK", "She waits.", "MARA (V.O.)", "Good day.", "And you?", "IDRIS", "Hm."
    ) == {"INT. DESK": [("MARA", "Good day.\nAnd you?"), ("IDRIS", "Hm.")]}


def test_styles_say_what_capitals_would():
    blocks = [
        ("p", "scene heading", "The desk"),
        ("p", "character", "Mara"),
        ("p", "parenthetical", "quietly"),
        ("p", "dialogue", "NO!"),
        ("p", "action", "She goes."),
    ]
    script = script_in_blocks("a.docx", blocks)
    assert said(script) == {"The desk": [("Mara", "NO!")]}
    assert script.notes == (
        "1 paragraph stands under no name and was taken for a stage direction.",
    )


def test_names_with_colons_are_read_as_in_plain_text():
    assert paragraphs("First week", "Mara: Hi.", "Idris: Ho.") == {
        "": [("Mara", "Hi."), ("Idris", "Ho.")]
    }


def test_a_storyboard_tells_scenes_who_and_what():
    rows = (
        ("Slide", "On screen", "Speaker", "Audio / narration"),
        ("1", "A desk", "Mara", "Hi."),
        ("", "", "", "And welcome."),
        ("2", "A yard", "", "Music"),
        ("2", "", "Idris", "Ho. (beat) Ha."),
    )
    assert table(*rows) == {
        "Scene 1": [("Mara", "Hi.\nAnd welcome.")],
        "Scene 2": [("Idris", "Ho.   Ha.")],
    }


def test_a_table_that_does_not_say_who_speaks_is_no_storyboard():
    assert table(("Name", "Price"), ("Desk", "12")) == {}


def test_a_document_is_read_as_it_was_written(tmp_path):
    document = docx.Document()
    document.add_paragraph("MARA")
    document.add_paragraph("Good morning.")
    path = tmp_path / "course.docx"
    document.save(path)
    assert said(read_script(path)) == {"": [("MARA", "Good morning.")]}


@pytest.mark.parametrize("cut", [30, 2_000])
def test_a_damaged_document_is_refused(tmp_path, cut):
    whole = io.BytesIO()
    docx.Document().save(whole)
    path = tmp_path / "course.docx"
    path.write_bytes(whole.getvalue()[:cut])
    with pytest.raises(ScriptRefused, match="damaged"):
        read_script(path)


def test_a_document_that_defines_words_of_its_own_is_refused(tmp_path):
    document, path = io.BytesIO(), tmp_path / "course.docx"
    docx.Document().save(document)
    trap = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    with zipfile.ZipFile(document, "a") as archive:
        archive.writestr("word/notes.xml", trap)
    path.write_bytes(document.getvalue())
    with pytest.raises(ScriptRefused, match="refers to other files"):
        read_script(path)
