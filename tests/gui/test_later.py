import pytest
from PySide6.QtWidgets import QWidget

from personamap.gui.later import InPieces, OncePainted


@pytest.fixture
def widget(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def counting(done):
    for piece in range(3):
        done.append(piece)
        yield


def test_work_is_done_piece_by_piece_to_its_end(qtbot, widget):
    done = []
    work = InPieces(counting(done), widget)
    with qtbot.waitSignal(work.ended):
        work.start()
        assert done == []
    assert done == [0, 1, 2]


def test_other_events_come_in_between_two_pieces(qtbot, widget):
    done, other = [], []
    mine = InPieces(counting(done), widget)
    theirs = InPieces((other.append(tuple(done)) for _ in range(2)), widget)
    with qtbot.waitSignals([mine.ended, theirs.ended]):
        mine.start()
        theirs.start()
    assert other[0] != (0, 1, 2)


def test_stopped_work_is_left_where_it_is(qtbot, widget):
    done = []

    def stopping():
        done.append("begun")
        work.stop()
        yield
        done.append("went on")

    work = InPieces(stopping(), widget)
    work.start()
    qtbot.waitUntil(lambda: done == ["begun"])
    later = InPieces(counting([]), widget)
    with qtbot.waitSignal(later.ended):
        later.start()
    assert done == ["begun"]


def test_a_piece_that_fails_is_told_once_and_nothing_follows(qtbot, widget):
    def failing():
        yield
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        InPieces(failing(), widget).start()
        qtbot.waitUntil(lambda: len(caught) == 1)
        later = InPieces(counting([]), widget)
        with qtbot.waitSignal(later.ended):
            later.start()
    assert len(caught) == 1


def test_what_can_wait_begins_when_the_widget_has_been_painted(qtbot, widget):
    done = []
    work = OncePainted(widget, counting(done), widget)
    earlier = InPieces(counting([]), widget)
    with qtbot.waitSignal(earlier.ended):
        earlier.start()
    assert done == []
    with qtbot.waitSignal(work.ended):
        widget.show()
    assert done == [0, 1, 2]
