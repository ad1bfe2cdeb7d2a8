"""A page that scrolls up and down only, and leaves the keyboard to what is on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def page_of(content: QWidget, *, steady: bool = True) -> QScrollArea:
    """Return a scroll area around `content`, as wide as it is given room.

    The room for the bar of a `steady` page is always there: one that comes and goes
    would lay out and paint a large page anew. The bar shows only where there is more to see.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if steady:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = area.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda first, last: bar.setEnabled(last > first))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
