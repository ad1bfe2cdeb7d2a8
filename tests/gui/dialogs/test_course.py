import itertools

from PySide6.QtWidgets import QPlainTextEdit

from personamap.gui.dialogs.course import CourseDialog


def test_with_large_text_the_fields_of_a_course_scroll_and_do_not_lie_upon_each_other(
    dressed_window, open_window, preferences, qtbot
):
    preferences.choose(text_scale=2.0)
    open_window.resize(1280, 720)
    CourseDialog.ask(open_window.desk.session.document, open_window)
    dialog = open_window.findChild(CourseDialog)
    qtbot.waitUntil(dialog.isVisible)
    texts = sorted(dialog.findChildren(QPlainTextEdit), key=lambda field: field.y())
    assert texts == [dialog.summary, dialog.goals, dialog.words]
    for above, below in itertools.pairwise(texts):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.height() > 3 * above.fontMetrics().lineSpacing()
