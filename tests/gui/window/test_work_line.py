"""The line at the foot that says what runs, and offers Cancel only where it does something."""

import threading

import pytest

from personamap.gui.jobs import BackgroundWork, Job
from personamap.gui.window.status_bar import WorkLine


@pytest.fixture
def work():
    return BackgroundWork()


@pytest.fixture
def line(dressed, qtbot, work):
    line = WorkLine(work)
    qtbot.addWidget(line)
    return line


@pytest.fixture
def until():
    """Let background work wait for this; whatever a test does, it ends."""
    event = threading.Event()
    yield event
    event.set()


def test_work_that_can_stop_offers_cancel(line, work, until, qtbot):
    job = Job("Reading", lambda progress: (until.wait(60), progress.go_on()))
    work.run(job)
    qtbot.waitUntil(line.isVisible)
    assert line.cancel.isVisible()
    line.cancel.click()
    assert line.title.text() == "Reading: stopping…"
    with qtbot.waitSignal(job.cancelled):
        until.set()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_work_that_must_not_stop_half_way_shows_no_cancel(line, work, until, qtbot):
    job = Job("Saving", lambda _progress: until.wait(60), can_stop=False)
    work.run(job)
    qtbot.waitUntil(line.isVisible)
    assert not line.cancel.isVisible()
    with qtbot.waitSignal(job.ended):
        until.set()


def test_cancel_is_back_for_the_next_work_that_can_stop(line, work, until, qtbot):
    first = Job("Saving", lambda _progress: until.wait(60), can_stop=False)
    then = threading.Event()
    work.run(first)
    second = Job("Reading", lambda _progress: then.wait(60))
    work.run(second)
    with qtbot.waitSignal(first.ended):
        until.set()
    qtbot.waitUntil(line.isVisible)
    assert (line.title.text(), line.cancel.isVisible()) == ("Reading", True)
    with qtbot.waitSignal(second.ended):
        then.set()


def test_saving_in_the_window_is_work_that_must_not_stop(open_window, qtbot, file):
    seen = []
    open_window.desk.work.changed.connect(
        lambda: seen.extend((one.title, one.can_stop) for one in open_window.desk.work.jobs)
    )
    open_window.desk.session.save_to(file)
    qtbot.waitUntil(lambda: not open_window.desk.session.saving)
    assert ("Saving " + file.name, False) in seen
