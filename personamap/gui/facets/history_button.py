"""Undo and Redo within a dialog, where the menu of the window cannot be reached."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.widgets.plain_words import plain_tip


class HistoryButton(QPushButton):
    """A button for an action of the undo stack, with its keys while the dialog is open."""

    def __init__(
        self, action: QAction, keys: QKeySequence.StandardKey, mark: str, dialog: QWidget
    ) -> None:
        super().__init__(icon(mark), "", dialog)
        self._action = action
        action.setShortcuts(keys)
        dialog.addAction(action)
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.setIconSize(size_before_words())
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(plain_tip(self._action.text()))
        self.setAccessibleName(self._action.text())
