"""Every workspace and dialog can be read out, and walked by Tab as it is read."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTableView

from personamap.gui.window.workspaces import WORKSPACES
from personamap.resources import example
from tests.gui.asking import the_dialog
from tests.gui.reading.rules import backward_steps, names, tab_walk, unnamed

DIALOGS = (
    "export",
    "course",
    "facets",
    "matters",
    "complete",
    "audience",
    "checks",
    "preferences",
    "shortcuts",
    "help",
    "about",
)


@pytest.fixture
def file():
    return example("onboarding.personamap")


@pytest.fixture
def whole(open_window, qtbot):
    """The example, read to its end by the checks."""
    open_window.resize(1440, 900)
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    qtbot.waitUntil(lambda: bool(open_window.desk.status.coverage.text()))
    return open_window


@pytest.fixture
def shown(whole, qtbot):
    def show(workspace_id):
        workspace = whole.desk.stack.show_workspace(workspace_id)
        for is_there in ("filled", "settled"):
            qtbot.waitUntil(lambda is_there=is_there: bool(getattr(workspace, is_there, True)))
        qtbot.wait(50)
        return workspace

    return show


@pytest.mark.parametrize("entry", WORKSPACES, ids=lambda entry: entry.id)
def test_everything_in_a_workspace_has_a_name(whole, shown, entry):
    shown(entry.id)
    assert unnamed(whole) == []


@pytest.mark.parametrize("entry", WORKSPACES, ids=lambda entry: entry.id)
def test_tab_goes_through_a_workspace_as_it_is_read_and_out_again(whole, shown, entry):
    shown(entry.id)
    walked = tab_walk(whole)
    assert set(whole.rail.buttons) <= set(walked)
    assert backward_steps(whole, walked) == []


def test_the_start_page_has_names_and_is_walked_as_it_is_read(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert unnamed(window) == []
    assert backward_steps(window, tab_walk(window)) == []


@pytest.mark.parametrize("asks", DIALOGS)
def test_a_dialog_has_names_is_walked_as_it_is_read_and_closes_with_escape(whole, asks, qtbot):
    whole.offers[asks].trigger()
    dialog = the_dialog(qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert unnamed(dialog) == []
    assert backward_steps(dialog, tab_walk(dialog)) == []
    qtbot.keyClick(QApplication.focusWidget() or dialog, "\x1b")
    qtbot.waitUntil(lambda: not any(d is dialog and d.isVisible() for d in _open_windows()))


def test_everybody_on_the_map_is_read_out(whole, shown):
    said = names(shown("map").view, QAccessible.Role.ListItem)
    cast = whole.desk.session.document.project.cast
    assert all(any(person.name in words for words in said) for person in cast)


def test_every_cell_of_the_matrices_is_read_out(shown):
    tables = [t for t in shown("coverage").findChildren(QTableView) if t.isVisible()]
    assert tables
    for table in tables:
        assert all(names(table, QAccessible.Role.Cell)), table.accessibleName()


def _open_windows():
    return QApplication.topLevelWidgets()
