import platform
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication

from personamap import __version__
from personamap.gui.dialogs.about import AboutDialog
from personamap.gui.dialogs.system_facts import system_facts
from personamap.gui.look.theme import Theme, apply_theme


@pytest.fixture
def fresh(window):
    """The dialog as it opens, before the licences are read."""
    window.offers["about"].trigger()
    return window.findChild(AboutDialog)


@pytest.fixture
def dialog(fresh, qtbot):
    return read(fresh, qtbot)


def read(dialog, qtbot):
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    return dialog


def test_it_opens_before_the_licences_are_read(fresh, qtbot):
    assert fresh.isVisible()
    assert fresh.progress.isVisible()
    assert not shown(fresh)
    read(fresh, qtbot)
    assert not fresh.progress.isVisible()
    assert shown(fresh)[0] == "personamap"


def test_what_is_typed_while_they_are_read_is_looked_for_in_them(fresh, qtbot):
    qtbot.keyClicks(fresh.parts.search, "lucide")
    assert not fresh.parts.none.isVisible()
    read(fresh, qtbot)
    assert shown(fresh) == ["Lucide"]


def test_it_can_be_closed_while_they_are_read(fresh, window, qtbot):
    fresh.reject()
    qtbot.waitUntil(lambda: window.findChild(AboutDialog) is None)


def shown(dialog):
    rows = range(dialog.parts.table.rowCount())
    return [
        dialog.parts.table.item(r, 0).text() for r in rows if not dialog.parts.table.isRowHidden(r)
    ]


def test_the_list_is_searched_by_name_and_by_licence(dialog, qtbot):
    qtbot.keyClicks(dialog.parts.search, "ofl")
    assert shown(dialog) == ["Atkinson Hyperlegible Next", "Inter", "Noto"]
    assert "Atkinson" in dialog.text.toPlainText()
    dialog.parts.search.setText("nothing like it")
    assert dialog.parts.none.isVisible()
    assert not dialog.text.isVisible()
    dialog.parts.search.clear()
    assert dialog.parts.table.isVisible()
    assert dialog.text.isVisible()


def test_the_licence_of_the_row_the_keys_reach_is_shown(dialog, qtbot):
    assert "MIT License" in dialog.text.toPlainText()
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Down)
    assert "SIL OPEN FONT LICENSE" in dialog.text.toPlainText()
    assert dialog.text.accessibleName() == "Licence of Atkinson Hyperlegible Next"


def test_qt_which_comes_without_its_licence_has_it_from_here(dialog):
    dialog.parts.search.setText("shiboken")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    assert "GNU GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()


def test_the_tab_key_leaves_the_list_and_the_text(dialog, qtbot):
    assert dialog.focusWidget() is dialog.parts.search
    for expected in (dialog.parts.table, dialog.text, dialog.copy):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected


def test_the_facts_of_the_system_are_copied_and_it_is_said(dialog, qtbot):
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    told = QGuiApplication.clipboard().text()
    for fact in (__version__, platform.python_version(), qVersion(), "PySide6", "Screen scale"):
        assert fact in told
    assert dialog.copied.isVisible()


def test_no_fact_leads_to_a_person_or_a_place(dialog, monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME", "HOME", "HOSTNAME"):
        monkeypatch.setenv(name, "harbour-master")
    told = system_facts(dialog)
    kinds = [line.split()[0] for line in told.splitlines()]
    assert kinds == ["personamap", "Python", "Qt", "PySide6", "System", "Screen", "Locale"]
    assert "harbour-master" not in told
    assert str(Path(__file__).parents[3]) not in told


def test_at_twice_the_text_size_everything_still_has_its_room(qapp, window, qtbot):
    apply_theme(qapp, Theme.load("light", text_scale=2.0))
    try:
        window.offers["about"].trigger()
        dialog = read(window.findChild(AboutDialog), qtbot)
        assert dialog.rect().contains(dialog.copy.geometry())
        assert dialog.parts.table.height() > 3 * dialog.parts.table.rowHeight(0)
        assert dialog.copy.width() >= dialog.copy.sizeHint().width()
    finally:
        apply_theme(qapp, Theme.load("light"))
