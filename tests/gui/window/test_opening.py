"""Opening that is broken off or fails at any step: what is on screen stays, and is kept on."""

import sys

import pytest
from PySide6.QtCore import QThreadPool

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.course import set_course
from personamap.edits.personas import set_persona_field
from personamap.errors import CannotRead
from personamap.gui import project_session
from personamap.services import crowds, entering, projects
from personamap.services.projects import open_project, save_project
from personamap.services.recovery import find_unsaved
from tests.conftest import MARA
from tests.gui.asking import nothing_is_asked

STEPS = (
    (project_session, "sweep_temporaries"),
    (projects, "read_bounded"),
    (projects, "decode"),
    (projects, "with_unique_ids"),
    (projects, "digest"),
    (projects, "may_write"),
    (entering, "take"),
    (project_session, "Document"),
    (project_session, "Keeper"),
)


@pytest.fixture
def other(project, tmp_path):
    path = tmp_path / "other" / "quay.personamap"
    path.parent.mkdir()
    save_project(set_course(project, title="Quay"), path)
    return path


def mark_of(path):
    return path.with_name(f".{path.name}.lock")


def rename(window, name):
    window.desk.session.document.apply("Rename", set_persona_field, MARA, "name", name)


def all_has_ended(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.session._work.jobs == ())
    assert QThreadPool.globalInstance().waitForDone()


def test_who_cancels_an_opening_keeps_what_is_on_screen(open_window, qtbot, file, other):
    before = open_window.desk.session.document
    with qtbot.waitSignal(open_window.desk.session.open_cancelled):
        open_window.desk.flows.open(other)
        open_window.desk.session._work.cancel_all()
    all_has_ended(open_window, qtbot)
    assert open_window.desk.session.document is before
    assert open_window.desk.session.path == file
    assert mark_of(file).exists()
    qtbot.waitUntil(lambda: not mark_of(other).exists())


def test_a_crowd_beyond_the_window_is_told_of_and_what_is_on_screen_stays(
    open_window, qtbot, file, tmp_path
):
    before = open_window.desk.session.document
    path = tmp_path / "crowd.personamap"
    crowd = tuple(Persona(id=f"per-{n}") for n in range(crowds.MOST_PEOPLE + 1))
    save_project(Project(personas=crowd), path)
    with qtbot.waitSignal(open_window.desk.session.open_failed) as failed:
        open_window.desk.flows.open(path)
    assert "5,001 people, and the window works with up to 5,000" in failed.args[1]
    all_has_ended(open_window, qtbot)
    assert open_window.desk.session.document is before
    assert mark_of(file).exists()
    assert not mark_of(path).exists()
    # Nothing is damaged, so nothing is looked for that could be brought back.
    assert open_window.desk.messages.text.text() == failed.args[1]
    assert open_window.desk.flows._past._failed is None


def test_who_cancels_the_opening_at_the_start_comes_to_the_start_page(window, qtbot, other):
    window.desk.session.open(other)
    window.desk.session._work.cancel_all()
    all_has_ended(window, qtbot)
    assert window.desk.session.document is None
    assert nothing_is_asked()
    qtbot.waitUntil(lambda: not mark_of(other).exists())
    window.desk.flows.open(other)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert mark_of(other).exists()


def test_an_opening_that_was_cancelled_tells_nothing_when_it_fails_later(
    open_window, qtbot, other, monkeypatch
):
    monkeypatch.setattr(projects, "decode", failing(CannotRead(other, OSError(5, ""))))
    with qtbot.assertNotEmitted(open_window.desk.session.open_failed):
        open_window.desk.flows.open(other)
        open_window.desk.session._work.cancel_all()
        all_has_ended(open_window, qtbot)
    assert not open_window.desk.messages.isVisible()


def test_only_the_last_of_two_files_that_are_opened_is_shown_and_marked(
    open_window, qtbot, file, other, project
):
    third = other.with_name("third.personamap")
    save_project(set_course(project, title="Third"), third)
    open_window.desk.flows.open(other)
    open_window.desk.flows.open(third)
    qtbot.waitUntil(lambda: open_window.desk.session.path == third)
    all_has_ended(open_window, qtbot)
    assert open_window.desk.session.path == third
    for path in (file, other):
        qtbot.waitUntil(lambda path=path: not mark_of(path).exists())
    assert mark_of(third).exists()


def failing(error):
    def fail(*_given, **_named):
        raise error

    return fail


@pytest.fixture(params=STEPS, ids=[step for _place, step in STEPS])
def opened_in_vain(request, monkeypatch, qtbot, other):
    """Opens another file in a window, and one step of it fails in a way nobody foresaw."""
    place, step = request.param

    def open_in(window):
        with monkeypatch.context() as broken, qtbot.captureExceptions():
            broken.setattr(sys, "excepthook", lambda *_told: None)
            broken.setattr(place, step, failing(RuntimeError(f"at {step}")))
            window.desk.session.open(other)
            all_has_ended(window, qtbot)

    return open_in


def test_whichever_step_of_opening_fails_the_present_project_stays_whole(
    open_window, qtbot, file, other, opened_in_vain
):
    session, document = open_window.desk.session, open_window.desk.session.document
    opened_in_vain(open_window)
    assert (session.document, session.path) == (document, file)
    rename(open_window, "Mine")
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not session.busy_or_dirty)
    assert open_project(file).project.persona(MARA).name == "Mine"
    assert mark_of(file).exists()
    qtbot.waitUntil(lambda: not mark_of(other).exists())


def test_after_a_failure_at_any_step_the_same_file_can_be_opened(
    window, qtbot, other, opened_in_vain
):
    opened_in_vain(window)
    assert window.desk.session.document is None
    assert find_unsaved().every == ()
    window.desk.flows.open(other)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert window.desk.session.document.project.course.title == "Quay"
