import threading

import pytest

from personamap.errors import PersonamapError
from personamap.gui.jobs import BackgroundWork, Job, LatestJob
from personamap.stopping import go_on


@pytest.fixture
def work():
    return BackgroundWork()


def test_a_job_brings_its_answer_to_the_window(qtbot, work):
    here = threading.get_ident()
    job = Job("Counting", lambda _progress: threading.get_ident())
    with qtbot.waitSignal(job.finished) as finished:
        work.run(job)
    assert finished.args[0] != here
    assert work.jobs == ()


def test_progress_is_told(qtbot, work):
    seen = []
    job = Job("Counting", lambda progress: [progress.report(done, 3) for done in range(4)])
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished):
        work.run(job)
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_cancelled_job_stops_at_its_next_report(qtbot, work):
    asked = threading.Event()
    steps = []

    def count(progress):
        for done in range(1_000):
            progress.report(done, 1_000)
            steps.append(done)
            asked.wait(5)

    job = Job("Counting", count)
    with qtbot.waitSignal(job.progressed):
        work.run(job)
    with qtbot.waitSignal(job.cancelled), qtbot.assertNotEmitted(job.finished):
        job.cancel()
        asked.set()
    assert len(steps) <= 2
    assert work.jobs == ()


def test_who_cancels_is_answered_at_once_however_long_the_work_goes_on(qtbot, work):
    goes_on = threading.Event()
    job = Job("Reading", lambda _progress: goes_on.wait(60))
    work.run(job)
    with qtbot.waitSignal(job.unwanted), qtbot.assertNotEmitted(job.ended):
        job.cancel()
    with qtbot.waitSignal(job.ended):
        goes_on.set()


def test_a_refusal_arrives_as_it_was_raised(qtbot, work):
    def refuse(_progress):
        raise PersonamapError("There is no room.")

    job = Job("Writing", refuse)
    with qtbot.waitSignal(job.failed) as failed:
        work.run(job)
    assert str(failed.args[0]) == "There is no room."


def test_only_the_newest_request_is_answered(qtbot):
    latest = LatestJob(delay_ms=0)
    answers = []
    latest.finished.connect(answers.append)
    for number in range(50):
        latest.request(lambda number=number: number)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [49]


def test_an_overtaken_answer_is_dropped_and_never_two_run_at_once(qtbot):
    latest = LatestJob(delay_ms=0)
    release, started = threading.Event(), threading.Event()
    running, most = [], []

    def slow():
        running.append(1)
        most.append(len(running))
        started.set()
        release.wait(5)
        running.pop()
        return "slow"

    def quick():
        most.append(len(running) + 1)
        return "quick"

    answers = []
    latest.finished.connect(answers.append)
    latest.request(slow)
    qtbot.waitUntil(started.is_set)
    latest.request(quick)
    qtbot.waitUntil(lambda: not latest._timer.isActive())
    release.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["quick"]
    assert max(most) == 1


def test_a_job_that_outlives_its_view_harms_nobody(qtbot):
    latest = LatestJob(delay_ms=0)
    release, started, ended = threading.Event(), threading.Event(), threading.Event()

    def slow():
        started.set()
        release.wait(5)
        ended.set()

    latest.request(slow)
    qtbot.waitUntil(started.is_set)
    latest.deleteLater()
    with qtbot.waitSignal(latest.destroyed):
        pass
    release.set()
    qtbot.waitUntil(ended.is_set)


def test_work_that_asks_learns_that_nobody_waits_any_more(qtbot):
    job, asked, answers = LatestJob(0), threading.Event(), []
    stopped = threading.Event()

    def work(is_wanted):
        answers.append(is_wanted())
        asked.set()
        stopped.wait(10)
        answers.append(is_wanted())

    job.request_while_wanted(work)
    qtbot.waitUntil(asked.is_set)
    job.stop()
    stopped.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [True, False]


def asks_until_stopped(begun):
    def work(*_progress):
        begun.set()
        while True:
            go_on()

    return work


def test_work_that_tells_no_progress_stops_as_well(qtbot, work):
    begun = threading.Event()
    job = Job("Checking", asks_until_stopped(begun))
    work.run(job)
    assert begun.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()


def test_what_must_not_stop_half_way_goes_on(qtbot, work):
    cancelled = threading.Event()

    def save(_progress):
        assert cancelled.wait(5)
        go_on()
        return "saved"

    job = Job("Saving", save, can_stop=False)
    work.run(job)
    with qtbot.waitSignal(job.finished) as finished:
        work.cancel_all()
        cancelled.set()
    assert finished.args == ["saved"]


def test_an_overtaken_request_makes_way(qtbot):
    latest, begun = LatestJob(delay_ms=0), threading.Event()
    latest.request(asks_until_stopped(begun))
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(latest.finished) as finished:
        latest.request(lambda: "newer")
    assert finished.args == ["newer"]
