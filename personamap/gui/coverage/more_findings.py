"""What a report found and does not list: so many more of each check, and a way to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from personamap.gui.coverage.known_checks import title_of
from personamap.gui.coverage.small_button import small_button
from personamap.i18n import _, plural


class MoreFindings(QWidget):
    """One line for each check that found more than a list can hold."""

    check_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[QPushButton] = []
        self._told: Mapping[str, int] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def tell(self, hidden: Mapping[str, int]) -> None:
        """Say how many more each check found."""
        self.setVisible(bool(hidden))
        if hidden == self._told:
            return
        self._told = dict(hidden)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(check, number) for check, number in hidden.items()]

    def _line(self, check_id: str, number: int) -> QPushButton:
        more = plural("and {count} more", "and {count} more", number)
        words = _("{more}: {check}").format(more=more, check=title_of(check_id))
        line = small_button(words, "link")
        line.setToolTip(_("Show all of them"))
        line.clicked.connect(partial(self._on_clicked, check_id))
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _on_clicked(self, check_id: str, _checked: bool = False) -> None:
        self.check_asked.emit(check_id)
