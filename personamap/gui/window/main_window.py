"""The window: its menus and its rail, there before anything is loaded that works on a project."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QMimeData, QSettings, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QUndoGroup
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.focus_ring import FocusRings
from personamap.gui.settings import Preferences
from personamap.gui.widgets.reading_order import go_on_reading
from personamap.gui.window.actions import WindowActions, fill_menu_bar, history_actions
from personamap.gui.window.rail import Rail
from personamap.gui.window.top_bar import TopBar
from personamap.i18n import _
from personamap.storage.folders import APP

_SIZE = (1440, 900)
_SMALLEST = (720, 480)
_FRAME = QSize(16, 40)
"""What the frame and title around a window take, on the systems where they take most."""


class Occupant(Protocol):
    """What the window is filled with, asked whenever something comes from outside."""

    def may_close(self) -> bool:
        """Tell whether the window may close now; whoever says no closes it later."""

    def can_take(self, dragged: QMimeData) -> bool:
        """Tell whether what is dragged over the window can be opened or imported."""

    def take(self, dropped: QMimeData) -> None:
        """Open or import what was dropped."""


class MainWindow(QMainWindow):
    """A window of the right size and look, whose actions do nothing until a desk is put in it.

    `column` is the room beside the rail.
    """

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.desk: Occupant | None = None
        self.offers = WindowActions(self)
        self.undo_group = QUndoGroup(self)
        self.bar = TopBar()
        self.menus = fill_menu_bar(self.bar, self.offers, history_actions(self.undo_group))
        self.rail = Rail(self.offers.workspaces.actions(), (self.offers["export"],))
        self.column = QVBoxLayout()
        self.show_whether_open(False)
        self.show_scene_menu(False)
        self.setWindowTitle(_("personamap"))
        self._lay_out()

    def fit_into(self, room: QSize) -> None:
        """Keep the window, with the frame around it, within a screen that is smaller."""
        if not self.isMaximized():
            self.resize(self.size().boundedTo(room - _FRAME))

    def expect(self, file: Path | None) -> None:
        """Look from the beginning as it will with a file, or with the start page."""
        self.rail.setVisible(file is not None)
        foot = self.statusBar()
        foot.setProperty("blank", file is None)
        foot.style().polish(foot)

    def show_whether_open(self, is_open: bool) -> None:
        """Grey what needs a project while there is none."""
        self.offers.show_whether_open(is_open)
        self.menus.person.menuAction().setEnabled(is_open)

    def show_scene_menu(self, is_shown: bool) -> None:
        """Show the menu of what can be done with scenes, or take it away."""
        # A menu that is hidden would keep its Alt key, and share it with a button that has it.
        self.menus.scene.setTitle(_("S&cene") if is_shown else "")
        self.menus.scene.menuAction().setVisible(is_shown)

    def _lay_out(self) -> None:
        self.setMenuBar(self.bar)
        self.statusBar().setSizeGripEnabled(False)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.column.setSpacing(0)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self.column, 1)
        self.setCentralWidget(middle)
        FocusRings(self)
        self.resize(*_SIZE)
        geometry = QSettings(APP, APP).value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        return go_on_reading(self, is_next=is_next)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and not self.desk.may_close():
            event.ignore()
            return
        QSettings(APP, APP).setValue("geometry", self.saveGeometry())
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk is not None and self.desk.can_take(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self.desk is not None:
            self.desk.take(event.mimeData())
