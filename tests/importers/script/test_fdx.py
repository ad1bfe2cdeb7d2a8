"""Final Draft's XML."""

import pytest

from personamap.errors import ScriptRefused
from personamap.importers.script.reading import read_script


def fdx(*paragraphs):
    body = "".join(
        f'<Paragraph Type="{kind}"><Text>{text}</Text></Paragraph>' for kind, text in paragraphs
    )
    return f'<FinalDraft DocumentType="Script"><Content>{body}</Content></FinalDraft>'.encode()


@pytest.fixture
def read(tmp_path):
    def read_bytes(content):
        path = tmp_path / "course.fdx"
        path.write_bytes(content)
        return read_script(path)

    return read_bytes


def said(script):
    return [(speech.label, speech.text) for speech in script.speeches]


def test_scenes_speakers_and_what_they_say(read):
    content = fdx(
        ("Scene Heading", "INT. DESK - NIGHT"),
        ("Action", "She waits."),
        ("Character", "MARA (V.O.)"),
        ("Parenthetical", "(quietly)"),
        ("Dialogue", "Good evening."),
        ("Scene Heading", "EXT. YARD"),
        ("Character", "IDRIS"),
        ("Dialogue", "Hello."),
        ("Transition", "CUT TO:"),
    )
    script = read(content)
    assert [(s.heading, [(p.label, p.text) for p in s.speeches]) for s in script.scenes] == [
        ("INT. DESK - NIGHT", [("MARA", "Good evening.")]),
        ("EXT. YARD", [("IDRIS", "Hello.")]),
    ]


def test_pieces_of_a_paragraph_belong_together_and_notes_do_not_count(read):
    content = (
        '<FinalDraft><Content><Paragraph Type="Character"><Text>MA</Text><Text Style="Bold">RA'
        '</Text></Paragraph><Paragraph Type="Dialogue"><ScriptNote><Paragraph Type="Dialogue">'
        "<Text>Check this</Text></Paragraph></ScriptNote><Text>So </Text><Text>it is.</Text>"
        "</Paragraph></Content></FinalDraft>"
    )
    assert said(read(content.encode())) == [("MARA", "So it is.")]


def test_two_who_speak_at_the_same_time_both_speak(read):
    content = (
        "<FinalDraft><Content><Paragraph><DualDialogue>"
        '<Paragraph Type="Character"><Text>MARA</Text></Paragraph>'
        '<Paragraph Type="Dialogue"><Text>Yes!</Text></Paragraph>'
        '<Paragraph Type="Character"><Text>IDRIS</Text></Paragraph>'
        '<Paragraph Type="Dialogue"><Text>No!</Text></Paragraph>'
        "</DualDialogue></Paragraph></Content></FinalDraft>"
    )
    assert said(read(content.encode())) == [("MARA", "Yes!"), ("IDRIS", "No!")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<FinalDraft><Content>", "damaged"),
        (b"<Other/>", "no Final Draft script"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><FinalDraft>&b;</FinalDraft>', "other files"),
    ],
)
def test_what_is_no_script_is_refused(read, content, why):
    with pytest.raises(ScriptRefused, match=why):
        read(content)
