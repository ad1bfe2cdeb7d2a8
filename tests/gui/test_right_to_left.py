"""The window in a language from right to left: mirrored, and with every word translatable."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QStyle

from personamap.gui.app import speak
from personamap.gui.cast.card_delegate import more_rect
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.card_view import CardView
from personamap.gui.window.workspaces import WORKSPACES
from personamap.i18n import MIRRORED_PSEUDO_LANGUAGE, use_languages

WORD = re.compile(r"[^\W\d_]{2,}")
KEYS = re.compile(r"(Ctrl|Shift|Alt|Del|Ins|Return|F\d+)\b")


@pytest.fixture
def dressed(dressed):
    """The same, in the mirrored pseudo language."""
    speak(dressed, MIRRORED_PSEUDO_LANGUAGE)
    apply_theme(dressed, Theme.load("light"))
    yield dressed
    use_languages([])
    dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(dressed, Theme.load("light"))


@pytest.fixture
def content(project, file):
    """Everything the project itself says, and what its file is called."""
    return project.model_dump_json() + file.stem


def untranslated(texts, content):
    """The texts with words that are neither in the brackets of a translation nor in the project."""
    return {
        text
        for text in texts
        if "⟦" not in text
        and WORD.search(text)
        and not KEYS.search(text)
        and text.replace("…", "").strip() not in content
    }


@pytest.mark.parametrize("entry", WORKSPACES, ids=lambda entry: entry.id)
def test_every_word_of_a_workspace_can_be_translated(open_window, content, entry, qtbot):
    open_window.desk.stack.show_workspace(entry.id)
    shown = [
        widget.text()
        for kind in (QLabel, QAbstractButton)
        for widget in open_window.findChildren(kind)
        if widget.isVisible()
    ]
    assert len([text for text in shown if "⟦" in text]) > 5
    assert untranslated(shown, content) == set()


def test_every_word_of_the_menus_can_be_translated(open_window, content):
    texts = [action.text() for action in open_window.findChildren(QAction)]
    assert untranslated(texts, content) == set()


def test_the_rail_is_at_the_right_and_the_inspector_at_the_left(open_window):
    rail = open_window.rail.mapTo(open_window, open_window.rail.rect().center())
    assert rail.x() > open_window.width() * 0.9


def test_the_menu_of_a_card_opens_at_its_dots_on_the_left(open_window, qtbot):
    wall = open_window.desk.stack.currentWidget().findChild(CardView)
    cell = wall.visualRect(wall.cards.index(0))
    dots = QStyle.visualRect(Qt.LayoutDirection.RightToLeft, cell, more_rect(cell))
    assert dots.center().x() < cell.center().x()
    with qtbot.waitSignal(wall.menu_wanted):
        qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=dots.center())
    QApplication.activePopupWidget().close()


def test_zoom_stands_at_the_end_of_the_map_and_the_legend_at_its_beginning(open_window):
    lands = open_window.desk.stack.show_workspace("map")
    middle = lands.view.width() / 2
    assert lands.zoom_control.geometry().right() < middle < lands.legend.geometry().left()
