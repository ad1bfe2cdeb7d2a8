"""What to close, and with how many new people at most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from personamap.analysis.check import Finding
from personamap.gui.coverage.several.finding_list import FindingList
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MOST, _FIRST, _PAUSE_MS, _NARROW, _INSET = 40, 2, 300, 88, 6


class Choices(QWidget):
    """`changed` follows every choice at once, `settled` when somebody has paused."""

    changed = Signal()
    settled = Signal()

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingList(findings)
        self.most = QSpinBox()
        self.most.setRange(0, _MOST)
        self.most.setValue(_FIRST)
        self.most.setSpecialValueText(_("none"))
        self.most.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.most.setFixedWidth(current_theme().px(_NARROW))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.settled)
        self._lay_out()
        self.findings.changed.connect(self._on_changed)
        self.most.valueChanged.connect(self._on_changed)

    def _lay_out(self) -> None:
        allowed = plain_label(_("New people at &most"))
        allowed.setBuddy(self.most)
        number = QHBoxLayout()
        number.setSpacing(12)
        number.addWidget(allowed)
        number.addWidget(self.most)
        number.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.findings, 1)
        column.addLayout(number)

    def _on_changed(self) -> None:
        self.changed.emit()
        self._pause.start()
