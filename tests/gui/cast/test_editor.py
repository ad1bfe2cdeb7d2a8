import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from personamap.domain.persona import Evidence, Place
from personamap.gui.cast.belonging_section import BelongingSection, place_name
from personamap.gui.cast.evidence import EvidenceSection
from personamap.gui.cast.facet_section import IdentitySection, WorkSection
from personamap.gui.cast.form_sections import DosSection, NotesSection, VoiceSection, WhoSection
from personamap.gui.cast.look_section import LookSection
from tests.conftest import IDRIS, LENE, MARA


@pytest.fixture
def editor(cast):
    return cast.editor


@pytest.fixture
def mara(document):
    return lambda: document.project.persona(MARA)


def opened(editor, kind):
    section = editor.sections[kind]
    section.open()
    return section


def test_typing_a_name_is_one_undo_step(editor, document, mara, hands):
    editor.edit_name()
    hands.press(Qt.Key.Key_End)
    hands.type(" Okafor")
    assert mara().name == "Mara Okafor"
    assert editor.head.name.text() == "Mara Okafor"
    document.undo_stack.undo()
    assert mara().name == "Mara"
    assert editor.sections[WhoSection].form.fields["name"].text() == "Mara"
    assert document.undo_stack.isClean()


def test_ctrl_z_in_a_field_undoes_the_document(editor, document, mara, hands, qtbot):
    undo = document.undo_stack.createUndoAction(editor.window())
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    editor.window().addAction(undo)
    brief = opened(editor, WhoSection).form.fields["brief"]
    brief.setFocus()
    hands.type("Nights.")
    hands.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert mara().brief == ""
    assert brief.text() == ""


def test_somebody_without_a_name_is_shown_and_never_refused(editor, document, mara, hands, qtbot):
    field = opened(editor, WhoSection).form.fields["name"]
    field.setFocus()
    field.selectAll()
    with qtbot.assertNotEmitted(document.refused):
        hands.press(Qt.Key.Key_Delete)
    assert mara().name == ""
    assert editor.head.name.text() == "No name yet"


def test_an_age_may_come_and_go(editor, mara, hands):
    field = opened(editor, WhoSection).form.fields["age"]
    field.setFocus()
    hands.type("571")
    assert mara().age == 57
    assert editor.sections[IdentitySection].rows["age_band"].exactly.text() == "exactly 57"
    hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_Backspace)
    assert mara().age is None


def test_goals_are_written_line_by_line(editor, document, mara, hands):
    goals = opened(editor, WhoSection).form.fields["goals"]
    goals.lines[0].setFocus()
    hands.type("To be asked")
    hands.press(Qt.Key.Key_Return)
    hands.type("To sleep")
    assert mara().goals == ("To be asked", "To sleep")
    for _letter in "To sleep":
        hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_Backspace)
    assert mara().goals == ("To be asked",)
    assert goals.lines[0].hasFocus()


def test_a_choice_is_one_undoable_edit(editor, document, mara):
    field = opened(editor, WhoSection).form.fields["status"]
    field.activated.emit(2)
    assert mara().status == "approved"
    document.undo_stack.undo()
    assert field.currentData() == "draft"


def test_the_editor_follows_the_wall(cast, editor):
    who = opened(editor, WhoSection)
    cast.wall.select([IDRIS])
    assert editor.head.name.text() == "Idris"
    assert who.form.fields["name"].text() == "Idris"


def test_a_deleted_person_leaves_the_editor_to_the_next_until_undo(cast, editor):
    cast.person_actions.delete.trigger()
    assert editor.persona_id in (IDRIS, LENE)
    assert editor.head.name.text() in ("Idris", "Lene")
    cast.document.undo_stack.undo()
    assert editor.head.name.text() == "Mara"


def test_sections_say_what_is_in_them(editor):
    assert editor.sections[IdentitySection].header.summary == "2 of 2 facets stated"
    assert editor.sections[WhoSection].header.summary == "9 fields open"
    assert editor.sections[VoiceSection].header.summary == "nothing yet"
    assert editor.sections[BelongingSection].header.summary == "not placed yet"


def test_a_closed_section_is_built_when_it_is_opened(editor, hands):
    voice = editor.sections[VoiceSection]
    assert voice.body is None
    hands.press(Qt.Key.Key_Space, voice.header)
    assert voice.body is not None
    assert voice.body.isVisible()
    hands.press(Qt.Key.Key_Space, voice.header)
    assert not voice.body.isVisible()


@pytest.mark.parametrize(
    ("kind", "field", "read"),
    [
        (VoiceSection, "voice.tone", lambda p: p.voice.tone),
        (WorkSection, "job.title", lambda p: p.job.title),
        (NotesSection, "notes", lambda p: p.notes),
        (LookSection, "look.description", lambda p: p.look.description),
    ],
)
def test_words_land_where_they_belong(editor, mara, hands, kind, field, read):
    section = opened(editor, kind)
    section.form.fields[field].setFocus()
    hands.type("Calm")
    assert read(mara()) == "Calm"
    editor.document.undo_stack.undo()
    assert editor.document.undo_stack.isClean()


def test_dos_and_donts_are_counted(editor, hands):
    dos = opened(editor, DosSection)
    dos.form.fields["donts"].lines[0].setFocus()
    hands.type("No hero story")
    assert dos.header.summary == "0 do, 1 don't"


def test_alternative_text_counts_its_letters(editor, mara, hands):
    look = opened(editor, LookSection)
    look.alt.fields["look.alt_text"].setFocus()
    hands.type("x" * 151)
    assert look.counter.text().startswith("151 of 150")
    assert look.counter.property("role") == "warn"
    assert len(mara().look.alt_text) == 151


def test_evidence_is_added_filled_and_removed(editor, document, mara, hands):
    section = opened(editor, EvidenceSection)
    hands.click(section.field.add)
    hands.type("A talk with three night nurses")
    panel = section.field.panels[0]
    panel.fields["date"].setFocus()
    hands.type("2026-1")
    assert mara().evidence[0].date == ""
    hands.type("1-24")
    assert mara().evidence == (
        Evidence(source="A talk with three night nurses", date="2026-11-24"),
    )
    hands.click(panel.remove)
    assert mara().evidence == ()
    document.undo_stack.undo()
    assert section.field.panels[0].fields["date"].text() == "2026-11-24"


def test_poses_may_have_their_own_expression(editor, mara, hands):
    look = opened(editor, LookSection)
    hands.click(look.poses.add)
    hands.type("Listening")
    faces = look.poses.panels[0].fields["face"]
    faces.activated.emit(faces.findData("serious"))
    assert mara().look.poses[0].label == "Listening"
    assert mara().look.poses[0].face == "serious"


def test_a_place_in_belonging_is_set_with_the_arrows_and_taken_away(editor, mara, hands):
    section = opened(editor, BelongingSection)
    start = section.ends[0]
    hands.press(Qt.Key.Key_Left, start.sliders["authenticity"])
    assert mara().belonging.start == Place(authenticity=0.49, acceptance=0.5)
    assert start.where.text() == "Minimisation"
    hands.click(start.clear)
    assert mara().belonging.start is None


@pytest.mark.parametrize(
    ("authenticity", "acceptance", "name"),
    [
        (0.9, 0.9, "Belonging"),
        (0.1, 0.9, "Minimisation"),
        (0.9, 0.1, "Overbearing"),
        (0.1, 0.1, "Reclusiveness"),
    ],
)
def test_places_have_the_names_of_the_square(authenticity, acceptance, name):
    assert place_name(Place(authenticity=authenticity, acceptance=acceptance)) == name
