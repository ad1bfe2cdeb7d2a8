"""The ground of every table of people: what keys, mouse and frames do in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

FOLDS = {"+": True, "-": False}
"""The keys that open and close a row; Qt keeps others for trees."""


class CellTable(QTableView):
    """A table walked with the arrow keys that marks its cells itself, and selects nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setProperty("ownFocusRing", True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def size_heads(self, row: int, head: int, label: int) -> int:
        """Make rows, the head and the labels that large; return what is left for the columns."""
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row)
        rows.setFixedWidth(label)
        self.horizontalHeader().setFixedHeight(head)
        return self.width() - label - self.verticalScrollBar().sizeHint().width() - 1

    def below(self, index: QModelIndex) -> QPoint:
        """Return where a cell ends on the screen, for what pops up from it."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
