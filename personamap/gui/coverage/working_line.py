"""A line that says that something is being looked for, with a button that stops it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from personamap.gui.coverage.searching import Searching
from personamap.gui.widgets.dialog_parts import busy_line
from personamap.i18n import _


class WorkingLine(QWidget):
    """Is there only while a search is under way."""

    def __init__(self, searching: Searching, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searching = searching
        self.bar = busy_line(words)
        self.stop = QPushButton(_("&Stop"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(searching.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)

    def follow(self) -> None:
        """Show the line if something is being looked for."""
        self.setVisible(self._searching.busy)
