"""Bringing people over from another file, as a person does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from personamap.domain.persona import BelongingArc, Persona, TurningPoint
from personamap.edits.items import add_items
from personamap.edits.personas import set_persona_field
from personamap.gui.importing.people.dialog import BringPeopleDialog
from personamap.services.projects import save_project
from tests.conftest import IDRIS, LENE, MARA
from tests.gui.asking import the_dialog


@pytest.fixture
def other(project, tmp_path):
    path = tmp_path / "last year.personamap"
    changed = set_persona_field(project, MARA, "brief", "As in the file")
    arc = BelongingArc(turning_points=(TurningPoint(scene="scn-elsewhere"),))
    noor = Persona(id="per-noor", name="Noor", belonging=arc)
    save_project(add_items(changed, "personas", noor), path)
    return path


@pytest.fixture
def dialog(open_window, other, qtbot):
    open_window.desk.stack.show_workspace("cast").person_actions.bring.trigger()
    the_dialog(qtbot, QFileDialog).reject()
    dialog = the_dialog(qtbot, BringPeopleDialog)
    dialog.read(other)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.page)
    return dialog


def ids(window):
    return [persona.id for persona in window.desk.session.document.project.personas]


def test_only_who_is_not_here_comes_unless_somebody_says_so(open_window, dialog, qtbot):
    before = open_window.desk.session.document.project
    assert dialog.page.people.ticked == (MARA, IDRIS, LENE, "per-noor")
    assert dialog.next.text() == "&Bring 1 person"
    dialog.next.click()
    qtbot.waitUntil(lambda: len(ids(open_window)) == 4)
    assert ids(open_window)[-1] == "per-noor"
    assert open_window.desk.session.document.project.persona(MARA) is before.persona(MARA)
    open_window.desk.session.document.undo_stack.undo()
    assert open_window.desk.session.document.project is before


def test_who_is_here_is_taken_as_in_the_file_or_comes_a_second_time(open_window, dialog, qtbot):
    dialog.page.people.tick([MARA])
    assert not dialog.next.isEnabled()
    dialog.page.same.setCurrentIndex(2)
    assert dialog.next.isEnabled()
    dialog.page.same.setCurrentIndex(1)
    dialog.next.click()
    document = open_window.desk.session.document
    qtbot.waitUntil(lambda: document.project.persona(MARA).brief == "As in the file")
    assert ids(open_window) == [MARA, IDRIS, LENE]


def test_the_list_says_who_is_here_already(open_window, dialog):
    rows = dialog.page.people.list
    said = [rows.item(at).text() for at in range(rows.count())]
    assert said == ["Mara · here already", "Idris · here already", "Lene · here already", "Noor"]


def test_what_stays_behind_is_said_of_those_who_come(dialog):
    words = dialog.page.left_behind
    assert words.text() == (
        "1 turning point stays behind, since this course lacks its scene: Noor (“scn-elsewhere”)."
    )
    assert words.isVisible()
    dialog.page.people.tick([MARA])
    assert not words.isVisible()


def test_all_and_none_are_told_once(dialog, qtbot):
    heard = []
    dialog.page.people.changed.connect(lambda: heard.append(dialog.page.people.ticked))
    dialog.page.people.toggle.click()
    assert heard == [()]
    assert not dialog.next.isEnabled()


def test_return_brings_them_from_wherever_the_keys_are(open_window, dialog, qtbot):
    dialog.page.people.toggle.setFocus()
    QTest.keyClick(dialog.page.people.toggle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "per-noor" in ids(open_window))
