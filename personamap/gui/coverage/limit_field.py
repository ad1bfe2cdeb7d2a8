"""A threshold as a person reads it: a count, or a share in hundredths."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from personamap.analysis.check import Limit
from personamap.gui.widgets.page_wheel import leave_wheel_to_page

_MOST = 1_000_000.0
_INSET = 6


class LimitField(QDoubleSpinBox):
    """Edits one threshold; one that nobody touches keeps every digit it has."""

    edited = Signal(str, float)  # name of the limit, its value

    def __init__(self, limit: Limit, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._scale = 100.0 if is_share(limit) else 1.0
        whole = float(limit.default).is_integer() and float(value).is_integer()
        self.setDecimals(0 if whole or self._scale > 1 else 2)
        self.setRange(min(0.0, value * self._scale), _MOST)
        self.setSingleStep(5.0 if self._scale > 1 else 1.0 if whole else 0.1)
        if self._scale > 1:
            self.setSuffix(" %")
            if float(value * self._scale) != round(value * self._scale):
                self.setDecimals(1)
            self.setMaximum(max(100.0, value * self._scale))
        self.setValue(round(value * self._scale, 6))
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        leave_wheel_to_page(self)
        self.valueChanged.connect(self._on_changed)

    def _on_changed(self, shown: float) -> None:
        self.edited.emit(self._limit.name, round(shown / self._scale, 6))


def is_share(limit: Limit) -> bool:
    """Tell whether a threshold is a part of a whole and not a number of people or scenes."""
    return limit.name.endswith("share") or 0 < limit.default < 1
