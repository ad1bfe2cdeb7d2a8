"""The list of differences, for the keyboard as much as for the mouse."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget
from typing_extensions import override

from personamap.edits.merging.point import Path
from personamap.gui.comparing.difference_model import MINE, TAKEN, THEIRS, WHAT, DifferenceModel
from personamap.gui.look.theme import current_look, current_theme
from personamap.i18n import _

_MANY = 300
_TEXTS_UP_TO_SCALE = 1.3
_WHAT_WIDTH, _TAKEN_WIDTH, _ICON, _LOWEST = 300, 150, 16, 130


class DifferenceTree(QTreeView):
    """Shows one line for each difference.

    Space goes from mine to theirs and back, Enter leaves for the next one to decide.
    Large text leaves no room for both texts in a line: they are below in full anyway.
    """

    came_forward = Signal()
    turned = Signal()
    left = Signal()

    def __init__(self, model: DifferenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences = model
        self.setModel(model)
        self.setProperty("role", "list")
        self.setAccessibleName(_("Differences, conflicts first"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.turned)
        look = current_look()
        if look is not None:
            look.changed.connect(self._share_room)
        self._share_room()

    @property
    def place(self) -> Path | None:
        """Where the current row is; nothing while none is current."""
        index = self.currentIndex()
        return self._differences.rows_at(index)[0].point.path if index.isValid() else None

    def unfold(self) -> None:
        """Show every difference where there are few, and the conflicts where there are many."""
        if sum(len(group.rows) for group in self._differences.groups) <= _MANY:
            self.expandAll()
            return
        for at, group in enumerate(self._differences.groups):
            if group.waits:
                self.expand(self._differences.index(at, WHAT))

    def go_to(self, index: QModelIndex) -> None:
        """Make a row the current one; the first where that is not there."""
        if not index.isValid():
            index = self._differences.index(0, WHAT)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.came_forward.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.turned.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _share_room(self) -> None:
        theme, header = current_theme(), self.header()
        self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        # A heading, the first group and what is in it: less would be a list of nothing.
        self.setMinimumHeight(theme.px(_LOWEST))
        roomy = theme.text_scale <= _TEXTS_UP_TO_SCALE
        for column in (MINE, THEIRS):
            self.setColumnHidden(column, not roomy)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(WHAT, mode.Interactive if roomy else mode.Stretch)
        header.setSectionResizeMode(TAKEN, mode.Interactive)
        self.setColumnWidth(WHAT, theme.px(_WHAT_WIDTH))
        self.setColumnWidth(TAKEN, theme.px(_TAKEN_WIDTH))
