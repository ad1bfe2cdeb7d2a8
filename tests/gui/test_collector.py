import gc
import threading
import weakref

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtWidgets import QWidget

from personamap.gui.collector import EVERY_MS, MASS, Collector, collect_if_due
from personamap.gui.jobs import LatestJob


class Ring(QWidget):
    """A widget that only the collector can free."""

    def __init__(self):
        super().__init__()
        self.itself = self


def many_rings(limit):
    return [[] for _each in range(limit)]


def test_a_background_job_never_collects_a_widget(qtbot):
    owner = QObject()
    Collector(owner)
    ring = Ring()
    died_on = []
    weakref.finalize(ring, lambda: died_on.append(threading.current_thread()))
    del ring
    job = LatestJob(0)
    with qtbot.waitSignal(job.finished):
        job.request(lambda: len(many_rings(200_000)))
    QThreadPool.globalInstance().waitForDone()
    assert died_on == []
    gc.collect()
    assert died_on == [threading.main_thread()]


def test_what_has_piled_up_is_collected():
    ring = Ring()
    gone = weakref.ref(ring)
    del ring
    piled = many_rings(gc.get_threshold()[0] + 100)
    collect_if_due()
    assert gone() is None
    assert piled


def test_the_window_looks_once_a_second(qapp):
    owner = QObject()
    collector = Collector(owner)
    assert not gc.isenabled()
    collector._begin()
    assert collector._timer.isActive()
    assert collector._timer.interval() == EVERY_MS
    gc.unfreeze()


def test_a_mass_that_was_read_is_put_aside_until_the_person_turns_away(qapp):
    owner = QObject()
    collector = Collector(owner)
    gc.unfreeze()
    gc.collect()
    ring = Ring()
    gone = weakref.ref(ring)
    read = many_rings(MASS + 1000)
    del ring
    collector._on_time()
    assert gc.get_freeze_count() > MASS
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None
    assert read
    gc.unfreeze()
