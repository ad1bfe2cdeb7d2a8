"""The Story workspace, driven as a person drives it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.scene_order import insert_scene
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.importing.script.dialog import ImportScriptDialog
from personamap.gui.story.part_popup import PartPopup
from personamap.gui.story.workspace import StoryWorkspace
from personamap.gui.widgets.side_by_side import SideBySide
from tests.conftest import IDRIS, LENE, MARA
from tests.gui.asking import the_dialog

FIRST, SECOND, THIRD = "scn-handover", "scn-call", "scn-canteen"
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def make_story(dressed, qtbot):
    kept = []

    def make(project):
        document = Document(project)
        watcher = CoverageWatcher(document, delay_ms=0)
        workspace = StoryWorkspace(document, watcher)
        place = SideBySide(workspace, workspace.inspector, ("Story", "Scene"))
        qtbot.addWidget(place)
        place.resize(1350, 840)
        place.show()
        qtbot.waitExposed(place)
        qtbot.waitUntil(lambda: watcher.report is not None)
        kept.append((document, place))
        return workspace

    yield make
    for document, _place in kept:
        document.deleteLater()


@pytest.fixture
def story(make_story, project):
    """Three scenes: Mara asks in the first, Mara and Idris share the second, the third is empty."""
    call = Scene(
        id=SECOND,
        title="The call",
        setting={"space": "virtual"},
        appearances=(
            Appearance(persona=MARA, words=10),
            Appearance(persona=IDRIS, presence="silent"),
        ),
    )
    project = insert_scene(project, call)
    return make_story(insert_scene(project, Scene(id=THIRD, title="Canteen")))


def ids(story):
    return [scene.id for scene in story.document.project.scenes]


def scene(story, scene_id=FIRST):
    return story.document.project.find_scene(scene_id)


def popup():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PartPopup))


def test_without_a_scene_the_first_step_is_one_press_away(make_story, qtbot):
    story = make_story(Project())
    assert story.empty.isVisible()
    assert not story.head.pages.isVisible()
    qtbot.mouseClick(story.empty.add, Qt.MouseButton.LeftButton)
    assert len(ids(story)) == 1
    assert story.scenes.isVisible()
    story.document.undo_stack.undo()
    assert story.empty.isVisible()


def test_a_script_is_asked_for_from_the_empty_story_and_from_the_head(make_story, qtbot):
    story = make_story(Project())
    for button in (story.empty.import_script, story.head.import_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = the_dialog(qtbot, ImportScriptDialog)
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()


def test_a_card_reads_as_a_sentence(story):
    index = story.scenes.cards.index_of(SECOND)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Scene 2: The call, Virtual, Mara, Idris")


def test_the_list_keeps_its_promises_to_qt(story):
    QAbstractItemModelTester(story.scenes.cards)
    QAbstractItemModelTester(story.parts.parts)
    QAbstractItemModelTester(story.meetings.pairs)
    story.scenes.select((FIRST,))
    story.scene_actions.duplicate.trigger()
    story.scene_actions.later.trigger()
    story.document.undo_stack.undo()
    story.document.undo_stack.undo()
    assert ids(story) == [FIRST, SECOND, THIRD]


def test_scenes_move_with_the_keyboard_and_back_with_undo(story, qtbot):
    story.window().activateWindow()
    story.scenes.select((FIRST,))
    story.scenes.setFocus()
    story.scene_actions.later.trigger()
    assert ids(story) == [SECOND, FIRST, THIRD]
    assert story.scenes.selected_ids == (FIRST,)
    story.scene_actions.earlier.trigger()
    assert ids(story) == [FIRST, SECOND, THIRD]
    assert not story.scene_actions.earlier.isEnabled()
    story.document.undo_stack.undo()
    assert ids(story) == [SECOND, FIRST, THIRD]


def test_a_dragged_scene_lands_where_it_is_dropped(story):
    scenes = story.scenes
    carried = scenes.cards.mimeData([scenes.cards.index_of(THIRD)])
    top = scenes.visualRect(scenes.cards.index_of(FIRST)).topLeft() + QPoint(40, 10)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    scenes.dropEvent(QDropEvent(QPointF(top), move, carried, left, NONE))
    assert ids(story) == [THIRD, FIRST, SECOND]
    story.document.undo_stack.undo()
    assert ids(story) == [FIRST, SECOND, THIRD]


def test_deleting_says_so_and_offers_a_way_back(story, qtbot):
    story.scenes.select((SECOND,))
    story.scene_actions.delete.trigger()
    assert ids(story) == [FIRST, THIRD]
    assert story.message.isVisible()
    qtbot.mouseClick(story.message.offer, Qt.MouseButton.LeftButton)
    assert ids(story) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("gone", "next_to_it"),
    [((FIRST,), SECOND), ((SECOND,), THIRD), ((THIRD,), SECOND), ((SECOND, THIRD), FIRST)],
)
def test_after_deleting_what_followed_is_selected(story, gone, next_to_it):
    story.scenes.select(gone)
    story.scene_actions.delete.trigger()
    assert story.scenes.selected_ids == (next_to_it,)
    assert story.scenes.current_id == next_to_it
    assert story.inspector.editor.scene_id == next_to_it


def test_a_title_is_typed_in_the_inspector_in_one_undo_step(story, qtbot):
    story.scenes.select((FIRST,))
    story.inspector.edit_title()
    field = story.inspector.editor.happening.form.fields["title"]
    qtbot.keyClicks(field, "Bay 4")
    assert scene(story).title == "Bay 4"
    story.document.undo_stack.undo()
    assert scene(story).title == "Hand-over"


def test_a_space_asks_its_questions_and_keeps_what_was_answered_about_another(story, qtbot):
    story.scenes.select((SECOND,))
    section = story.inspector.editor.setting
    section.open()
    assert set(section.asked.rows) == {"joining", "captions", "turns", "camera", "at-ease"}
    qtbot.keyClicks(section.asked.rows["captions"].words, "yes")
    section.asked.rows["turns"].settled.click()
    section.space.picked.emit("physical")
    assert set(section.asked.rows) == {"way-in", "sight-and-sound", "objects", "turns", "at-ease"}
    kept = {a.question: (a.answer, a.settled) for a in scene(story, SECOND).setting.inclusion}
    assert kept == {"captions": ("yes", False), "turns": ("", True)}


def test_who_takes_a_risk_is_chosen_among_those_who_are_there(story):
    story.scenes.select((SECOND,))
    section = story.inspector.editor.risk
    section.open()
    assert {row.id for row in section.takers._rows} == {MARA, IDRIS}
    section.takers.picked.emit(IDRIS)
    assert scene(story, SECOND).risk_takers == (IDRIS,)
    section.takers.chips[IDRIS].click()
    assert scene(story, SECOND).risk_takers == ()


def test_a_scene_turns_somebody(story, qtbot):
    section = story.inspector.editor.turning
    section.open()
    section._on_picked(MARA)
    qtbot.keyClicks(section.panels[MARA].form.note, "She asks")
    (turn,) = story.document.project.persona(MARA).belonging.turning_points
    assert (turn.scene, turn.note) == (FIRST, "She asks")


def test_the_grid_is_edited_where_it_stands(story, qtbot):
    story.show_page("parts")
    view, parts = story.parts.view, story.parts.parts
    view.setCurrentIndex(parts.index_of(LENE, FIRST))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert scene(story).find_appearance(LENE)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    form = popup().form
    form.functions["leads"].click()
    form.words.selectAll()
    qtbot.keyClicks(form.words, "25")
    part = scene(story).find_appearance(LENE)
    assert (part.functions, part.words) == (("leads",), 25)
    popup().close()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert scene(story).find_appearance(LENE) is None
    story.document.undo_stack.undo()
    assert scene(story).find_appearance(LENE) == part


def test_cells_say_who_does_what_where(story):
    story.show_page("parts")
    parts = story.parts.parts
    role = Qt.ItemDataRole.AccessibleTextRole
    assert parts.index_of(MARA, FIRST).data(role) == "Mara in “Hand-over”: Asks · 3 lines, 40 words"
    assert parts.index_of(LENE, FIRST).data(role) == "Lene in “Hand-over”: not there"


def test_voices_and_meetings_follow_the_story(story):
    story.show_page("voices")
    assert story.voices.people.ids[0] == MARA
    spoken = story.voices.people.index_of(MARA).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mara, 50 words in 3 lines, in 2 scenes, shares scenes with Idris"
    story.show_page("meetings")
    pairs = story.meetings.pairs
    assert pairs.spoken(pairs.index(0, 1)) == "Mara and Idris share 1 scene"
    assert pairs.spoken(pairs.index(0, 2)) == "Mara and Lene share no scene"


def test_choosing_a_person_asks_for_them_in_the_cast(story, qtbot):
    story.show_page("voices")
    story.voices.list.setCurrentIndex(story.voices.people.index_of(IDRIS))
    with qtbot.waitSignal(story.person_opened) as opened:
        qtbot.keyClick(story.voices.list, Qt.Key.Key_Return)
    assert opened.args == [IDRIS]


def test_findings_about_the_story_stand_beside_it(story, qtbot):
    story.inspector.show_side("findings")
    findings = story.inspector.findings
    qtbot.waitUntil(lambda: bool(findings.cards) and not findings.busy)
    assert any(card.finding.check == "unseen-personas" for card in findings.cards)
    assert sum(card.property("current") == "true" for card in findings.cards) == 1


def test_undo_selects_the_scenes_that_came_back(story):
    story.scenes.select((FIRST, SECOND))
    story.scene_actions.delete.trigger()
    assert story.scenes.selected_ids == (THIRD,)
    story.document.undo_stack.undo()
    assert story.scenes.selected_ids == (FIRST, SECOND)
