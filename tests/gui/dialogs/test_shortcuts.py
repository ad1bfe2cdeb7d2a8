from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut

from personamap.gui.dialogs.shortcuts import ShortcutsDialog
from personamap.gui.palette.commands import command_entries
from personamap.gui.widgets.hung_actions import hung_actions
from personamap.gui.window.workspaces import WORKSPACES


@pytest.fixture
def whole_window(open_window):
    """A window in which every workspace has been looked at."""
    for entry in WORKSPACES:
        open_window.desk.stack.show_workspace(entry.id)
    return open_window


@pytest.fixture
def dialog(open_window):
    open_window.offers["shortcuts"].trigger()
    return open_window.findChild(ShortcutsDialog)


WHOLE_WINDOW = {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}
"""Where a key counts wherever the focus is; Delete means what the list in focus holds."""


def keys_of(thing):
    keys = thing.keys() if isinstance(thing, QShortcut) else thing.shortcuts()
    return {key.toString() for key in keys if key.toString()}


def test_no_two_actions_of_the_whole_window_share_a_key(whole_window):
    actions = whole_window.findChildren(QAction)
    assert len(actions) > 40
    for one, other in combinations(actions, 2):
        if {one.shortcutContext(), other.shortcutContext()} & WHOLE_WINDOW:
            assert not keys_of(one) & keys_of(other), (one.text(), other.text())


def test_no_key_of_a_workspace_is_one_of_the_menus(whole_window):
    hung = set().union(*(keys_of(each.action) for each in hung_actions(whole_window.bar)))
    for shortcut in whole_window.findChildren(QShortcut):
        assert not keys_of(shortcut) & hung


def test_every_action_is_in_the_menus_and_in_the_palette(whole_window):
    hung = {each.action for each in hung_actions(whole_window.bar)}
    offered = {action for _entry, action in command_entries(whole_window.bar)}
    for name, action in whole_window.offers.by_id.items():
        assert action in hung, name
        assert action in offered, name


def test_every_action_with_keys_is_in_the_list_with_them(open_window, dialog):
    rows = {
        tuple(dialog.keys.table.item(row, at).text() for at in (0, 2))
        for row in range(dialog.keys.table.rowCount())
    }
    with_keys = [hung for hung in hung_actions(open_window.bar) if hung.keys]
    assert rows == {(hung.words, ", ".join(hung.keys)) for hung in with_keys}


def test_the_list_is_searched_by_words_and_by_keys(dialog, qtbot):
    def shown():
        rows = range(dialog.keys.table.rowCount())
        return [
            dialog.keys.table.item(r, 0).text()
            for r in rows
            if not dialog.keys.table.isRowHidden(r)
        ]

    qtbot.keyClicks(dialog.keys.search, "ctrl+k")
    assert shown() == ["Find anything"]
    dialog.keys.search.setText("full screen")
    assert shown() == ["Full screen"]
    dialog.keys.search.setText("nothing like it")
    assert dialog.keys.none.isVisible()
    dialog.keys.search.clear()
    assert dialog.keys.table.isVisible()


def test_what_each_key_does_can_be_read_in_full(dialog, qtbot):
    qtbot.waitExposed(dialog)
    table = dialog.keys.table
    needed = table.fontMetrics().horizontalAdvance
    longest = max((table.item(row, 0).text() for row in range(table.rowCount())), key=needed)
    assert table.columnWidth(0) >= needed(longest)
