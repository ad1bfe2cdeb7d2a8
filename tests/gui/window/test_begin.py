"""What a person sees first: a file with its cast, or why it is not there."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from personamap.gui.beginning import begin, tell_first
from personamap.gui.window.workspaces import CAST


@pytest.fixture
def begun(unshown_window, qtbot):
    """Shows the window and returns it once the file it begins with is there."""

    def begun(file, *said):
        unshown_window.show()
        begin(unshown_window.desk, file)
        tell_first(unshown_window.desk, *said)
        qtbot.waitUntil(lambda: unshown_window.desk.session.document is not None)
        return unshown_window

    return begun


def test_a_window_begins_with_the_cast_of_its_file(begun, file):
    shown = begun(file)
    assert shown.rail.isVisible()
    cast = shown.desk.stack.show_workspace(CAST.id)
    assert cast.wall.cards.rowCount() == 3


def test_the_editor_is_made_after_the_wall_and_shows_who_is_chosen(begun, qtbot, file):
    shown = begun(file)
    editor = shown.desk.stack.show_workspace(CAST.id).editor
    assert not editor.is_whole
    qtbot.waitUntil(lambda: editor.is_whole)
    assert editor.head.name.text() == "Mara"
    assert editor.head.isVisible()


def test_who_edits_before_the_editor_is_whole_gets_all_of_it_at_once(begun, qtbot, file):
    shown = begun(file)
    cast = shown.desk.stack.show_workspace(CAST.id)
    cast.open_person(cast.wall.cards.ids[1])
    assert cast.editor.is_whole
    assert cast.editor.head.name.text() == "Idris"
    assert QApplication.focusWidget() is not None


def test_a_file_that_cannot_be_read_leads_to_the_start_page_with_the_reason(
    unshown_window, qtbot, tmp_path
):
    unshown_window.show()
    begin(unshown_window.desk, tmp_path / "gone.personamap")
    assert unshown_window.desk.session.document is None
    qtbot.waitUntil(unshown_window.desk.messages.isVisible)
    assert "gone" in unshown_window.desk.messages.text.text()


def test_what_is_wrong_with_the_settings_is_told_with_a_file_too(begun, file):
    shown = begun(file, "Your settings could not be read.", "")
    assert shown.desk.messages.isVisible()
    assert shown.desk.messages.text.text() == "Your settings could not be read."


def test_a_window_in_good_order_says_nothing_first(begun, file):
    shown = begun(file, "", "")
    assert not shown.desk.messages.isVisible()


def test_the_keyboard_is_on_the_wall_when_a_file_has_been_opened(begun, qtbot, file):
    shown = begun(file)
    qtbot.waitUntil(shown.isActiveWindow)
    cast = shown.desk.stack.show_workspace(CAST.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is cast.wall)
    qtbot.keyClick(cast.wall, Qt.Key.Key_Right)
    assert cast.wall.current_id == cast.wall.cards.ids[1]


def test_a_window_fits_a_small_screen_with_its_frame(unshown_window):
    unshown_window.fit_into(QSize(1280, 720))
    assert unshown_window.width() < 1280
    assert unshown_window.height() < 720
    fitting = unshown_window.size()
    unshown_window.fit_into(QSize(3840, 2160))
    assert unshown_window.size() == fitting
