import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPalette

from personamap.edits.course import set_course
from personamap.edits.personas import set_persona_field
from personamap.gui.dialogs.about import AboutDialog
from personamap.gui.dialogs.course import CourseDialog
from personamap.gui.dialogs.preferences import PreferencesDialog
from personamap.gui.dialogs.shortcuts import ShortcutsDialog
from personamap.gui.look.theme import current_theme
from personamap.gui.window.actions import CHECKABLE, ENTRIES
from personamap.gui.window.status_bar import counts_line
from personamap.gui.window.workspaces import WORKSPACES
from tests.conftest import MARA
from tests.gui.asking import the_dialog

Ctrl = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier
ON_EVERY_KEYBOARD = re.compile(r"((Ctrl|Shift|Alt)\+)*([A-Z0-9,+-]|F\d+|[A-Z][A-Za-z]+)")


def all_actions(menu_bar):
    waiting = list(menu_bar.actions())
    while waiting:
        action = waiting.pop()
        if action.menu() is not None:
            waiting.extend(action.menu().actions())
        elif not action.isSeparator():
            yield action


def test_a_window_without_a_project_shows_the_start_page(window):
    assert window.desk.session.document is None
    assert not window.rail.isVisible()
    assert window.windowTitle() == "personamap"


def test_an_open_project_is_named_in_title_bar_and_status(open_window):
    assert open_window.windowTitle() == "harbour[*] – personamap"
    assert (open_window.bar._title, open_window.bar._client) == ("First week", "Harbour Clinics")
    assert open_window.desk.status.counts.text() == "3 people, 1 scene, 1 lived experience"


def test_counts_follow_the_project(open_window, project):
    assert counts_line(project) == open_window.desk.status.counts.text()
    open_window.offers["close"].trigger()
    assert open_window.desk.status.counts.text() == ""


def test_the_modified_mark_is_exactly_what_undo_says(open_window):
    document = open_window.desk.session.document
    document.apply("Rename", set_persona_field, MARA, "name", "Mara Okafor")
    assert open_window.isWindowModified()
    document.undo_stack.undo()
    assert not open_window.isWindowModified()


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Redo, "Ctrl+Y"])
def test_undo_and_redo_work_from_the_keyboard(open_window, qtbot, keys):
    document = open_window.desk.session.document
    document.apply("Rename", set_persona_field, MARA, "name", "Mara Okafor")
    qtbot.keyClick(open_window, Qt.Key.Key_Z, Ctrl)
    assert document.project.persona(MARA).name == "Mara"
    qtbot.keySequence(open_window, QKeySequence(keys))
    assert document.project.persona(MARA).name == "Mara Okafor"


@pytest.mark.parametrize("number", range(1, len(WORKSPACES) + 1))
def test_workspaces_answer_to_their_numbers(open_window, qtbot, number):
    entry = WORKSPACES[number - 1]
    qtbot.keyClick(open_window, Qt.Key(Qt.Key.Key_0 + number), Ctrl)
    assert open_window.offers[f"show-{entry.id}"].isChecked()
    assert open_window.rail.buttons[number - 1].isChecked()


def test_the_rail_shows_a_workspace_when_it_is_pressed(open_window, qtbot):
    qtbot.mouseClick(open_window.rail.buttons[1], Qt.MouseButton.LeftButton)
    assert open_window.offers["show-map"].isChecked()


def test_a_person_opened_elsewhere_is_edited_in_the_cast(open_window, qtbot):
    elsewhere = open_window.desk.stack.show_workspace("map")
    elsewhere.person_opened.emit(MARA)
    cast = open_window.desk.stack.show_workspace("cast")
    assert open_window.offers["show-cast"].isChecked()
    assert cast.wall.current_id == MARA


def test_a_workspace_is_built_when_it_is_first_shown(open_window):
    assert set(open_window.desk.stack._workspaces) == {"cast"}
    open_window.desk.stack.show_workspace("map")
    assert set(open_window.desk.stack._workspaces) == {"cast", "map"}


def test_another_project_gets_workspaces_of_its_own(open_window, qtbot):
    before = open_window.desk.stack.show_workspace("cast")
    with qtbot.waitSignal(before.destroyed):
        open_window.desk.flows.new()
    assert (
        open_window.desk.stack.show_workspace("cast").document is open_window.desk.session.document
    )


def test_every_action_hangs_in_the_menu_bar(open_window):
    hung = set(all_actions(open_window.bar))
    assert set(open_window.offers.by_id.values()) <= hung


def test_no_two_actions_share_a_key_in_one_place(open_window):
    actions = set(all_actions(open_window.bar))
    # Delete means what the list holds that is in focus.
    lists = {a for a in actions if a.shortcutContext() != Qt.ShortcutContext.WindowShortcut}
    keys = [k.toString() for a in actions - lists for k in a.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not {k.toString() for a in lists for k in a.shortcuts()} & set(keys)


def test_what_needs_a_project_is_greyed_and_says_so(window):
    for entry in ENTRIES:
        action = window.offers[entry.id]
        if entry.needs_project:
            assert not action.isEnabled()
            assert action.toolTip() == "Open or start a project first."
    assert not window.menus.person.menuAction().isEnabled()


def test_the_person_menu_has_what_can_be_done_with_people(open_window):
    words = [a.text().replace("&", "") for a in open_window.menus.person.actions()]
    assert {"Add person", "Duplicate", "Delete"} <= set(words)


def test_a_refused_edit_is_told_once_and_as_plain_text(open_window):
    document = open_window.desk.session.document
    document.apply("Rename", set_persona_field, MARA, "name", "<b>" + "x" * 2_000)
    assert open_window.desk.messages.isVisible()
    assert open_window.desk.messages.text.textFormat() == Qt.TextFormat.PlainText
    open_window.desk.messages.close_button.click()
    assert not open_window.desk.messages.isVisible()


def test_the_theme_changes_from_the_menu_and_is_kept(dressed_window, preferences, qapp):
    dressed_window.offers["theme-dark"].trigger()
    assert current_theme().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#1C1816")
    assert preferences.settings.theme == "dark"
    dressed_window.offers["theme-light"].trigger()
    assert not current_theme().is_dark


def test_text_grows_step_by_step_up_to_twice_its_size(dressed_window, qtbot, preferences):
    larger = dressed_window.offers["larger-text"]
    for _step in range(4):
        assert larger.isEnabled()
        qtbot.keyClick(dressed_window, Qt.Key.Key_PageUp, Alt)
    assert current_theme().text_scale == preferences.settings.text_scale == 2.0
    assert not larger.isEnabled()
    assert larger.toolTip() == "This is the largest size."


def test_no_key_of_an_action_needs_the_third_level_of_a_keyboard(open_window):
    for workspace in WORKSPACES:
        open_window.desk.stack.show_workspace(workspace.id)
    keys = {k.toString() for a in open_window.findChildren(QAction) for k in a.shortcuts()}
    assert {"Ctrl+K", "Alt+PgUp", "Ctrl+Shift+B"} <= keys
    assert [k for k in keys if "Ctrl+Alt" in k or not ON_EVERY_KEYBOARD.fullmatch(k)] == []


def test_large_text_leaves_the_room_of_the_keys_to_the_menus(dressed_window):
    assert dressed_window.bar.corner.keys.isVisible()
    dressed_window.offers["text-2.0"].trigger()
    assert not dressed_window.bar.corner.keys.isVisible()
    dressed_window.offers["text-1.0"].trigger()
    assert dressed_window.bar.corner.keys.isVisible()


def test_large_text_turns_the_inspector_into_a_tab_and_back(dressed_window, qtbot, file):
    dressed_window.desk.flows.open(file)
    qtbot.waitUntil(lambda: dressed_window.desk.session.document is not None)
    cast = dressed_window.desk.stack.show_workspace("cast")
    dressed_window.offers["text-2.0"].trigger()
    assert cast.isVisible()
    assert not cast.inspector.isVisible()
    dressed_window.desk.open_person(MARA)
    assert cast.inspector.isVisible()
    dressed_window.offers["text-1.0"].trigger()
    qtbot.waitUntil(lambda: cast.isVisible() and cast.inspector.isVisible())


def test_reading_font_and_reduced_motion_are_choices(dressed_window, preferences):
    dressed_window.offers["reading-font"].trigger()
    dressed_window.offers["reduce-motion"].trigger()
    assert current_theme().family == "Atkinson Hyperlegible Next"
    assert current_theme().duration(240) == 0
    assert [entry.id for entry in CHECKABLE[:2]] == ["reading-font", "reduce-motion"]


def test_full_screen_can_be_left_again(window, qtbot):
    window.offers["full-screen"].trigger()
    assert window.isFullScreen()
    window.offers["full-screen"].trigger()
    assert not window.isFullScreen()


def test_the_course_is_edited_as_one_undo_step(open_window, qtbot):
    open_window.offers["course"].trigger()
    dialog = the_dialog(qtbot, CourseDialog)
    dialog.title.setText("First ninety days")
    dialog.goals.setPlainText("Nobody is lost\n\nEverybody asks")
    dialog.accept()
    document = open_window.desk.session.document
    assert document.project.course.title == "First ninety days"
    assert [g.text for g in document.project.course.goals] == ["Nobody is lost", "Everybody asks"]
    assert open_window.bar._title == "First ninety days"
    document.undo_stack.undo()
    assert document.project.course.title == "First week"
    assert document.undo_stack.isClean()


def test_a_goal_keeps_its_id_when_its_words_change(project):
    first = set_course(project, goals=("Ask early", "Belong"))
    ask, belong = first.course.goals
    second = set_course(first, goals=("Belong", "Ask early and often"))
    assert second.course.goals[0].id == belong.id
    assert set_course(first, goals=("Ask soon", "Belong")).course.goals[0].id == ask.id
    assert set_course(first, goals=("Ask early", "Belong")) is first


def test_preferences_hold_at_once_and_cancel_puts_them_back(dressed_window, qtbot, preferences):
    dressed_window.offers["preferences"].trigger()
    dialog = the_dialog(qtbot, PreferencesDialog)
    dialog.theme.button("dark").click()
    assert current_theme().is_dark
    dialog.reject()
    assert preferences.settings.theme == "system"


def test_the_list_of_keys_is_made_of_the_actions(open_window, qtbot):
    open_window.offers["shortcuts"].trigger()
    dialog = the_dialog(qtbot, ShortcutsDialog)
    rows = {dialog.keys.table.item(r, 0).text() for r in range(dialog.keys.table.rowCount())}
    assert {"Save", "Cast", "Export", "Add person"} <= rows
    dialog.accept()


def test_about_names_what_is_bundled_with_its_licence(window, qtbot):
    window.offers["about"].trigger()
    dialog = the_dialog(qtbot, AboutDialog)
    parts = dialog.parts.table
    qtbot.waitUntil(lambda: parts.rowCount() > 0)
    cells = [parts.item(r, c) for r in range(parts.rowCount()) for c in range(3)]
    text = " ".join(cell.text() for cell in cells)
    assert all(word in text for word in ("Inter", "Lucide", "Open Peeps", "PySide6", "MIT"))
    dialog.accept()


def test_coverage_is_told_in_one_line(open_window, qtbot):
    qtbot.waitUntil(lambda: open_window.desk.status.coverage.text().startswith("Coverage: "))
    assert "open" in open_window.desk.status.coverage.text()


@pytest.mark.parametrize("place", range(1, len(WORKSPACES)))
def test_in_a_low_window_with_large_text_the_rail_scrolls_to_the_workspace_that_is_shown(
    dressed_window, open_window, preferences, qtbot, place
):
    preferences.choose(text_scale=2.0)
    open_window.resize(1280, 720)
    buttons = open_window.rail.buttons
    qtbot.waitUntil(lambda: buttons[-1].visibleRegion().isEmpty())
    open_window.offers[f"show-{WORKSPACES[place].id}"].trigger()
    assert buttons[place].isChecked()
    shown = buttons[place].visibleRegion().boundingRect()
    assert shown.height() == buttons[place].height()


def test_a_menu_that_is_hidden_shares_no_key_with_another(open_window):
    scene = open_window.menus.scene
    assert (scene.title(), scene.menuAction().isVisible()) == ("", False)
    open_window.desk.stack.show_workspace("story")
    assert (scene.title(), scene.menuAction().isVisible()) == ("S&cene", True)


def test_nothing_is_done_to_a_selection_that_is_out_of_sight(open_window):
    stack = open_window.desk.stack
    people = stack.built_workspace("cast").person_actions
    scenes = stack.show_workspace("story").scene_actions
    assert not people.delete.isEnabled()
    assert not people.duplicate.isEnabled()
    assert people.add.isEnabled()
    assert scenes.delete.isEnabled()
    ways = stack.show_workspace("belonging").belonging_actions
    assert not scenes.delete.isEnabled()
    assert ways.open.isEnabled()
    stack.show_workspace("cast")
    assert not ways.open.isEnabled()
    assert people.delete.isEnabled()
    assert people.duplicate.isEnabled()


def test_in_a_new_project_return_takes_the_next_step_of_the_place_that_is_empty(window, qtbot):
    window.desk.flows.new()
    cast = window.desk.stack.built_workspace("cast")
    qtbot.waitUntil(cast.empty.add.hasFocus)
    story = window.desk.stack.show_workspace("story")
    qtbot.waitUntil(story.empty.add.hasFocus)
    qtbot.keyClick(story.empty.add, Qt.Key.Key_Return)
    assert len(window.desk.session.document.project.scenes) == 1
