import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from personamap.edits.course import set_course
from personamap.edits.personas import set_persona_field
from personamap.gui.cast.editor import PersonaEditor
from personamap.gui.cast.form_sections import WhoSection
from personamap.gui.dialogs.course import CourseDialog
from personamap.gui.dialogs.preferences import PreferencesDialog
from personamap.gui.spelling.dictionary import dictionaries_there
from tests.conftest import MARA

pytestmark = pytest.mark.skipif(
    "en_US" not in dictionaries_there(),
    reason="no English dictionary is here (libenchant-2-2, hunspell-en-us)",
)


@pytest.fixture
def brief(open_window):
    """Mara's brief, shown in the window."""
    open_window.desk.open_person(MARA)
    section = open_window.findChild(PersonaEditor).sections[WhoSection]
    section.open()
    return section.form.fields["brief"]


@pytest.fixture
def write(brief, open_window):
    """Writes into the brief and goes on to the next field."""

    def write(text):
        brief.setFocus()
        QTest.keyClicks(brief, text)
        QTest.keyClick(brief, Qt.Key.Key_Tab)

    return write


def marked(field):
    """The words that are underlined."""
    block = field.document().firstBlock()
    formats = block.layout().formats()
    return [block.text()[part.start : part.start + part.length] for part in formats]


def menu_at(field, word):
    """The menu that the menu key opens with the cursor in a word."""
    cursor = field.textCursor()
    cursor.setPosition(field.text().index(word) + 1)
    field.setTextCursor(cursor)
    key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(key, QPoint(), QPoint()))
    return QApplication.activePopupWidget()


def take(menu, text):
    """Choose an entry of a menu and close it."""
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_misspelled_word_is_marked_once_it_is_written(brief, write, qtbot):
    write("She can not recieve calls")
    qtbot.waitUntil(lambda: marked(brief) == ["recieve"])
    assert brief.text() == "She can not recieve calls"


def test_the_word_that_is_being_written_is_left_in_peace(brief, write, qtbot):
    write("wrongg ")
    qtbot.waitUntil(lambda: marked(brief) == ["wrongg"])
    brief.setFocus()
    QTest.keyClick(brief, Qt.Key.Key_End)
    QTest.keyClicks(brief, "recie")
    assert marked(brief) == ["wrongg"]
    QTest.keyClicks(brief, " ")
    assert marked(brief) == ["wrongg", "recie"]


def test_a_suggestion_replaces_the_word_and_can_be_undone(open_window, brief, write, qtbot):
    write("They recieve calls")
    qtbot.waitUntil(lambda: marked(brief) == ["recieve"])
    take(menu_at(brief, "recieve"), "receive")
    document = open_window.desk.session.document
    assert document.project.persona(MARA).brief == "They receive calls"
    assert marked(brief) == []
    document.undo_stack.undo()
    assert "receive" not in document.project.persona(MARA).brief


def test_a_word_of_the_course_is_right_everywhere_until_that_is_undone(
    open_window, brief, write, qtbot
):
    write("Asks the Zorbl")
    qtbot.waitUntil(lambda: marked(brief) == ["Zorbl"])
    take(menu_at(brief, "Zorbl"), "&Add “Zorbl” to the words of this course")
    document = open_window.desk.session.document
    assert document.project.course.words == ("Zorbl",)
    assert marked(brief) == []
    document.undo_stack.undo()
    assert marked(brief) == ["Zorbl"]


def test_the_menu_of_a_right_word_offers_what_every_field_does(brief, write):
    write("Receives calls")
    menu = menu_at(brief, "Receives")
    assert not any("words of this course" in action.text() for action in menu.actions())
    menu.close()


def test_names_of_the_cast_are_words(open_window, brief, write, qtbot):
    write("Asks Xiomrn or zzxqy")
    qtbot.waitUntil(lambda: marked(brief) == ["Xiomrn", "zzxqy"])
    document = open_window.desk.session.document
    document.apply("Name", set_persona_field, MARA, "name", "Xiomrn Vale")
    assert marked(brief) == ["zzxqy"]


def test_spelling_speaks_the_language_of_the_course(open_window, brief, write, qtbot):
    write("colour Zorbl")
    qtbot.waitUntil(lambda: marked(brief) == ["colour", "Zorbl"])
    document = open_window.desk.session.document
    document.apply("Course", set_course, language="tlh")
    qtbot.waitUntil(lambda: marked(brief) == [])


def test_whoever_wants_no_marks_has_none(open_window, brief, write, preferences, qtbot):
    write("They recieve calls")
    qtbot.waitUntil(lambda: marked(brief) == ["recieve"])
    dialog = PreferencesDialog.ask(preferences, open_window.desk.session.document, open_window)
    dialog.check_spelling.click()
    qtbot.waitUntil(lambda: marked(brief) == [])
    dialog.reject()
    qtbot.waitUntil(lambda: marked(brief) == ["recieve"])


def test_own_words_are_told_and_changed_with_the_course(open_window, brief, write, qtbot):
    write("Asks the Zorbl")
    qtbot.waitUntil(lambda: marked(brief) == ["Zorbl"])
    CourseDialog.ask(open_window.desk.session.document, open_window)
    dialog = open_window.findChild(CourseDialog)
    dialog.words.setPlainText("zeta\n\n Zorbl\nAlpha")
    dialog.accept()
    assert open_window.desk.session.document.project.course.words == ("Alpha", "zeta", "Zorbl")
    assert marked(brief) == []
