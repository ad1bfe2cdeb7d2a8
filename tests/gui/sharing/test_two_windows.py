"""Two windows, two computers, one file: who is told what, and what may be done then."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from personamap.edits.personas import set_persona_field
from personamap.gui.sharing.bell import Bell, Ringing
from personamap.gui.sharing.held_question import HeldQuestion
from personamap.services.projects import open_project, save_project
from personamap.storage.processes import Process, this_process
from tests.conftest import MARA
from tests.gui.asking import choose_file, nothing_is_asked, the_dialog

ROOT = Path(__file__).parents[3]
MINE = this_process()


def mark_of(path):
    return path.with_name(f".{path.name}.lock")


def holder_of(path):
    return json.loads(mark_of(path).read_text())["number"]


def marked_elsewhere(path):
    told = {"computer": "01234567", "name": "studio-3", "number": 4, "began": "0"}
    mark_of(path).write_text(json.dumps(told | {"since": "2026-03-04T09:12:00+00:00"}))


def answer(qtbot, which):
    question = the_dialog(qtbot, HeldQuestion)
    question.answers[which].click()


def rename(window, name):
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", name)


def saved_name(path):
    return open_project(path).project.persona(MARA).name


@pytest.fixture
def other_window(file, qtbot):
    """The program itself, started a second time with the same file."""
    with subprocess.Popen([sys.executable, "-m", "personamap", str(file)], cwd=ROOT) as other:
        qtbot.waitUntil(mark_of(file).exists)
        yield other
        other.kill()


@pytest.fixture
def silent_window(file):
    """A process of this computer that has the file open and never answers."""
    taking = "import sys; from pathlib import Path; from personamap.storage.lock import take"
    waiting = "take(Path(sys.argv[1])); print(flush=True); input()"
    command = [sys.executable, "-c", f"{taking}; {waiting}", str(file)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as other:
        other.stdout.readline()
        yield other
        other.kill()


def test_what_is_open_is_marked_until_it_is_closed(open_window, qtbot, file):
    assert holder_of(file) == os.getpid()
    open_window.desk.flows.close()
    qtbot.waitUntil(lambda: not mark_of(file).exists())


def test_the_mark_goes_with_the_window(open_window, file):
    open_window.close()
    assert not mark_of(file).exists()


def test_the_mark_follows_to_another_place(open_window, qtbot, file):
    elsewhere = file.with_name("elsewhere.personamap")
    open_window.desk.flows.save_as()
    choose_file(qtbot, elsewhere)
    qtbot.waitUntil(lambda: open_window.desk.session.path == elsewhere)
    assert mark_of(elsewhere).exists()
    qtbot.waitUntil(lambda: not mark_of(file).exists())


def test_what_is_read_again_stays_marked(open_window, qtbot, file):
    before = open_window.desk.session.document
    open_window.desk.flows.open(file)
    assert "open in this window already" in open_window.desk.messages.text.text()
    assert open_window.desk.session.document is before
    open_window.desk.messages.offer.click()
    qtbot.waitUntil(lambda: open_window.desk.session.document is not before)
    open_window.desk.session.leave_file()
    assert not mark_of(file).exists()


def test_a_file_that_does_not_open_is_not_marked(window, qtbot, file):
    file.write_bytes(b"torn")
    window.desk.flows.open(file)
    qtbot.waitUntil(window.desk.messages.isVisible)
    assert not mark_of(file).exists()


def test_the_example_is_not_marked(window, qtbot):
    window.desk.flows.open_example()
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert not mark_of(window.desk.session.path).exists()


def test_the_mark_of_a_process_that_ended_is_taken_without_a_word(window, qtbot, file):
    told = {"computer": MINE.computer, "name": "x", "number": MINE.number, "began": "0"}
    mark_of(file).write_text(json.dumps(told))
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert nothing_is_asked()
    assert not window.desk.session.terms.only_looks


def test_where_no_mark_can_be_written_the_project_is_worked_in_all_the_same(window, qtbot, file):
    mark_of(file).mkdir()
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    rename(window, "Mara Okafor")
    window.desk.flows.save()
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert saved_name(file) == "Mara Okafor"


def test_another_computer_is_named_with_the_time(window, qtbot, file):
    marked_elsewhere(file)
    window.desk.flows.open(file)
    question = the_dialog(qtbot, HeldQuestion)
    assert "“studio-3” since" in question.text()
    assert "front" not in question.answers
    question.answers["cancel"].click()
    assert window.desk.session.document is None
    assert holder_of(file) == 4


def test_whoever_only_looks_is_told_so_and_saves_elsewhere(window, qtbot, file):
    marked_elsewhere(file)
    before = file.read_bytes()
    window.desk.flows.open(file)
    answer(qtbot, "look")
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert window.desk.sharing.banner.isVisible()
    assert "studio-3" in window.desk.sharing.banner.text.text()
    assert window.desk.status.saved.text() == "Looking only"
    rename(window, "Mara Okafor")
    window.desk.flows.save()
    elsewhere = file.with_name("mine.personamap")
    choose_file(qtbot, elsewhere)
    qtbot.waitUntil(lambda: not window.desk.session.busy_or_dirty)
    assert saved_name(elsewhere) == "Mara Okafor"
    assert file.read_bytes() == before
    assert holder_of(file) == 4
    assert not window.desk.sharing.banner.isVisible()


def test_looking_only_does_not_save_into_the_file_of_the_other(window, qtbot, file):
    marked_elsewhere(file)
    before = file.read_bytes()
    window.desk.flows.open(file)
    answer(qtbot, "look")
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    rename(window, "Mara Okafor")
    window.desk.flows._on_place_chosen(file, None)
    assert "Somebody else works in" in window.desk.messages.text.text()
    assert file.read_bytes() == before


def test_looking_turns_into_working_once_the_other_has_closed_it(window, qtbot, file):
    marked_elsewhere(file)
    window.desk.flows.open(file)
    answer(qtbot, "look")
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    mark_of(file).unlink()
    window.desk.sharing.banner.offers[1].click()
    qtbot.waitUntil(lambda: not window.desk.session.terms.only_looks)
    assert holder_of(file) == os.getpid()
    assert not window.desk.sharing.banner.isVisible()


def test_open_anyway_takes_over_the_mark(window, qtbot, file):
    marked_elsewhere(file)
    window.desk.flows.open(file)
    answer(qtbot, "anyway")
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert holder_of(file) == os.getpid()
    assert not window.desk.session.terms.only_looks


def test_the_question_leaves_what_is_open_alone(open_window, qtbot, file, project):
    other = file.with_name("other.personamap")
    save_project(project, other)
    marked_elsewhere(other)
    rename(open_window, "Mara Okafor")
    before = open_window.desk.session.document
    open_window.desk.session.open(other)
    question = the_dialog(qtbot, HeldQuestion)
    question.answers["look"].click()
    the_dialog(qtbot, QMessageBox).button(QMessageBox.StandardButton.Cancel).click()
    assert open_window.desk.session.document is before
    assert open_window.desk.session.path == file
    assert holder_of(file) == os.getpid()


def test_the_other_window_comes_to_the_front_and_this_one_goes(window, qtbot, file, other_window):
    window.desk.flows.open(file)
    question = the_dialog(qtbot, HeldQuestion)
    assert "another window on this computer" in question.text()
    question.answers["front"].click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert holder_of(file) == other_window.pid


def test_a_killed_window_holds_nothing(window, qtbot, file, other_window):
    other_window.kill()
    other_window.wait()
    window.desk.flows.open(file)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert holder_of(file) == os.getpid()


def test_a_window_that_does_not_answer_can_be_passed(window, qtbot, file, silent_window):
    window.desk.flows.open(file)
    answer(qtbot, "front")
    qtbot.waitUntil(lambda: "anyway" in the_dialog(qtbot, HeldQuestion).answers)
    question = the_dialog(qtbot, HeldQuestion)
    assert "gives no answer" in question.informativeText()
    question.answers["anyway"].click()
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert holder_of(file) == os.getpid()


@pytest.fixture
def owner(qapp):
    """What bells and rings belong to, so that they go with the test."""
    made = QObject()
    yield made
    made.deleteLater()


def test_a_window_that_listens_answers(qtbot, owner):
    heard = []
    Bell(owner).rung.connect(lambda: heard.append("rung"))
    Ringing(MINE, owner).answered.connect(heard.append)
    qtbot.waitUntil(lambda: sorted(map(str, heard)) == ["True", "rung"])


def test_nobody_answers_for_a_process_that_does_not_listen(qtbot, owner):
    with qtbot.waitSignal(Ringing(Process("0", 4, "0"), owner).answered) as heard:
        pass
    assert heard.args == [False]
