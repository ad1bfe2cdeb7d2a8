"""Every key of the window in one list, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMenuBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.widgets.hung_actions import hung_actions
from personamap.i18n import _

_WIDTH, _HEIGHT = 520, 560


class ShortcutsDialog(QDialog):
    """Lists what the menus offer with their keys."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(_WIDTH, _HEIGHT)
        rows = [(hung.words, ", ".join(hung.keys)) for hung in hung_actions(bar) if hung.keys]
        self.table = QTableWidget(len(rows), 2)
        self.table.setHorizontalHeaderLabels((_("What it does"), _("Keys")))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(_("Keyboard shortcuts"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for at, (what, keys) in enumerate(rows):
            self.table.setItem(at, 0, QTableWidgetItem(what))
            self.table.setItem(at, 1, QTableWidgetItem(keys))
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(self.table)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @classmethod
    def ask(cls, bar: QMenuBar, parent: QWidget) -> None:
        """Open over the window."""
        cls(bar, parent).open()
