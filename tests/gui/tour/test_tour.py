import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.tour.steps import STEPS
from personamap.services.templates import example_path


@pytest.fixture
def tour(window, qtbot):
    window.resize(1280, 720)
    page = window.desk.stack.currentWidget()
    qtbot.mouseClick(page.tour, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.tour.tour.running)
    return window.desk.tour.tour


def _inside(window, widget):
    return window.centralWidget().geometry().contains(widget.geometry())


def test_the_start_page_leads_into_the_tour_of_the_example(window, tour):
    assert window.desk.session.path == example_path()
    assert tour.callout.isVisible()
    assert tour.callout.count.text() == "Step 1 of 5"


def test_every_step_points_at_something_that_is_seen(window, tour, qtbot):
    for at, step in enumerate(STEPS):
        qtbot.waitUntil(tour.mark.isVisible)
        assert tour.at == at
        assert step.title in tour.callout.accessibleName()
        assert tour.callout.next.hasFocus()
        assert _inside(window, tour.callout)
        if step.id == "fix":
            button = tour._stops["fix"].find
            qtbot.waitUntil(lambda find=button: find().property("text") == "Fix…")
        qtbot.keyClick(tour.callout.next, Qt.Key.Key_Return)
    assert not tour.running
    assert not window.desk.session.dirty


def test_the_steps_go_back_as_well(tour, qtbot):
    qtbot.keyClick(tour.callout.next, Qt.Key.Key_Space)
    assert tour.at == 1
    qtbot.mouseClick(tour.callout.back, Qt.MouseButton.LeftButton)
    assert tour.at == 0
    assert not tour.callout.back.isEnabled()


def test_escape_leaves_the_tour_and_the_project_open(window, tour, qtbot):
    qtbot.keyClick(tour.callout.next, Qt.Key.Key_Escape)
    assert not tour.running
    assert not tour.callout.isVisible()
    assert not tour.mark.isVisible()
    assert window.desk.session.path == example_path()


def test_escape_anywhere_in_the_window_leaves_too(window, tour):
    QTest.keyClick(window.rail.buttons[0], Qt.Key.Key_Escape)
    assert not tour.running


def test_the_window_stays_in_use_during_the_tour(window, tour, qtbot):
    window.offers["show-coverage"].trigger()
    assert tour.running
    qtbot.waitUntil(lambda: not tour.mark.isVisible())
    assert tour.callout.isVisible()


def test_closing_the_project_ends_the_tour(window, tour, qtbot):
    window.desk.flows.close()
    qtbot.waitUntil(lambda: not tour.running)
    assert not tour.callout.isVisible()


def test_the_note_follows_a_smaller_window(window, tour, qtbot):
    window.resize(760, 520)
    qtbot.waitUntil(lambda: _inside(window, tour.callout))


def test_the_note_stays_within_the_window_at_the_largest_text(window, tour, qtbot, dressed):
    before = tour.callout.width()
    apply_theme(dressed, Theme.load("dark", 2.0))
    try:
        qtbot.waitUntil(lambda: tour.callout.width() > before)
        assert _inside(window, tour.callout)
    finally:
        apply_theme(dressed, Theme.load("light"))


def test_the_tour_of_an_example_that_is_open_begins_at_once(window, tour):
    tour.leave()
    window.offers["tour"].trigger()
    assert tour.running
    assert tour.at == 0


def test_the_tour_is_in_the_help_menu_of_another_project(open_window, qtbot):
    open_window.offers["tour"].trigger()
    qtbot.waitUntil(lambda: open_window.desk.tour.tour.running)
    assert open_window.desk.session.path == example_path()


def test_the_step_about_fixing_points_at_a_button_also_after_scrolling(window, tour, qtbot):
    for _step in ("map", "coverage"):
        tour.go_on()
    coverage = window.desk.stack.show_workspace("coverage")
    qtbot.waitUntil(lambda: coverage.inspector.filled)
    bar = coverage.inspector.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(bar.maximum())
    tour.go_on()
    qtbot.waitUntil(tour.mark.isVisible)
