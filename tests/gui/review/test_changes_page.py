"""What changed since the last review or hand-off, looked through as a person does."""

import pytest
from PySide6.QtCore import Qt

from personamap.domain.project import Project
from personamap.edits.personas import remove_personas, set_persona_field
from personamap.exporters.options import ExportOptions
from personamap.gui.dialogs.course import CourseDialog
from personamap.gui.review.head import CHANGES
from personamap.services.backups import keep_project
from personamap.services.issues import Recipient, next_issue
from personamap.services.projects import save_project
from tests.conftest import IDRIS, LENE, MARA

LEFT = Qt.MouseButton.LeftButton
STUDIO = Recipient("Studio A", "2026-11-20")


@pytest.fixture
def handed_over(project):
    """Since issue 1, Mara has a brief, Lene is gone and the course has another title."""
    later = next_issue(project, "pdf", ExportOptions(), STUDIO).recorded_in(project)
    later = remove_personas(set_persona_field(later, MARA, "brief", "Asks before."), [LENE])
    return later.with_items(course=later.course.evolve(title="Second week"))


@pytest.fixture
def page(open_window, qtbot):
    """Opens the page of a project in a file, as somebody would."""

    def open_page(project, path):
        if path is not None:
            save_project(project, path)
            with qtbot.waitSignal(open_window.desk.session.opened_file):
                open_window.desk.session.open(path)
        else:
            open_window.desk.session.show_unsaved(project)
        review = open_window.desk.stack.show_workspace("review")
        qtbot.mouseClick(review.head.pages.button(CHANGES), LEFT)
        return review.changes

    return open_page


def names(page):
    return [row.words[0] for row in page.table.rows.rows]


def test_what_changed_since_an_issue_is_listed_counted_and_led_to(
    page, handed_over, open_window, qtbot
):
    changes = page(handed_over, None)
    qtbot.waitUntil(lambda: names(changes) == ["The course", "Lene", "Mara"])
    assert changes.measured_from.currentText() == "Issue 1, Studio A, 20 November 2026"
    assert changes.summary.text().startswith("1 person changed, 1 person removed")
    assert changes.sorts.button("people").text() == "People (2)"
    qtbot.mouseClick(changes.sorts.button("people"), LEFT)
    assert names(changes) == ["Lene", "Mara"]
    qtbot.keyClicks(changes.search, "before")
    assert names(changes) == ["Mara"]
    assert changes.in_full.now.toPlainText() == "Asks before."
    qtbot.keyClicks(changes.search, "xyzzy")
    assert not changes.none.isHidden()
    changes.search.clear()
    changes.table.go_to(f"personas/{LENE}")
    assert not changes.open.isEnabled()
    assert changes.open.toolTip()
    changes.table.go_to(f"personas/{MARA}/brief")
    qtbot.keyClick(changes.table, Qt.Key.Key_Return)
    assert open_window.offers["show-cast"].isChecked()


def test_an_edit_shows_while_the_page_is_looked_at(page, handed_over, open_window, qtbot):
    changes = page(handed_over, None)
    qtbot.waitUntil(lambda: len(names(changes)) == 3)
    open_window.desk.session.document.apply("Edit", set_persona_field, IDRIS, "brief", "Listens.")
    qtbot.waitUntil(lambda: "Idris" in names(changes))


def test_an_older_copy_of_the_file_can_be_measured_from(
    page, handed_over, project, tmp_path, qtbot
):
    path = tmp_path / "course.personamap"
    keep_project(project, path, "first-save")
    changes = page(handed_over, path)
    qtbot.waitUntil(lambda: changes.measured_from.count() == 2)
    changes.measured_from.setFocus()
    qtbot.keyClick(changes.measured_from, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: changes.note.text().startswith("Compared with the copy as a whole"))
    assert names(changes) == ["The course", "Lene", "Mara"]


def test_without_a_record_it_is_said_how_there_will_be_one(page, qtbot):
    changes = page(Project(), None)
    qtbot.waitUntil(lambda: "nothing to measure from" in changes.none.text())
    assert changes.table.isHidden()
    assert changes.measured_from.count() == 0


def test_the_course_is_led_to(page, handed_over, open_window, qtbot):
    changes = page(handed_over, None)
    qtbot.waitUntil(lambda: len(names(changes)) == 3)
    changes.table.go_to("course/title")
    qtbot.mouseClick(changes.open, LEFT)
    dialog = open_window.findChild(CourseDialog)
    assert dialog.isVisible()
    dialog.reject()
