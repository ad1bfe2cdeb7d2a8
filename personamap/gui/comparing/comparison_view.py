"""All differences above, one of them in full below, and what somebody chose so far."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from personamap.edits.merging.point import Path, Side
from personamap.gui.comparing.detail_pane import CHOICES, DetailPane
from personamap.gui.comparing.difference_model import DifferenceModel
from personamap.gui.comparing.difference_tree import DifferenceTree
from personamap.gui.comparing.reading import Read
from personamap.gui.comparing.rows import can_all_be
from personamap.gui.widgets.page import page_of
from personamap.i18n import _
from personamap.services.two_versions import TwoVersions

_TREE, _DETAIL = 340, 260


class ComparisonView(QWidget):
    """Holds the choices; `chose` says that there is another one."""

    chose = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[Path, Side] = {}
        self._read: Read | None = None
        self.model = DifferenceModel(self)
        self.tree = DifferenceTree(self.model)
        self.detail = DetailPane()
        self.tree.came_forward.connect(self._show_current)
        self.tree.turned.connect(self._turn)
        self.tree.left.connect(self.go_to_next)
        self.detail.chosen.connect(self.choose)
        for side, _words, keys in CHOICES:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self.choose, side))
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.setAccessibleName(_("Differences and the current one in full"))
        halves.addWidget(self.tree)
        halves.addWidget(self.detail)
        halves.setSizes([_TREE, _DETAIL])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page_of(halves, steady=False))

    def show_read(self, read: Read, theirs: str) -> None:
        """Show two versions as they were compared; earlier choices are forgotten."""
        self._read = read
        self.choices = {}
        self.detail.name_sides(_("what is on screen"), theirs)
        self.model.show_two(read.two, read.telling, self.choices)
        self.tree.unfold()
        self.tree.go_to(self.first_waiting())
        self._show_current()

    def show_settled(self, two: TwoVersions) -> None:
        """Show what became of the choices."""
        if self._read is None:
            return
        self._read = self._read._replace(two=two)
        place, was = self.tree.place, self.model.groups
        self.model.show_settled(two, self.choices)
        if len(was) != len(self.model.groups) or not self.tree.currentIndex().isValid():
            self.tree.unfold()
            self.tree.go_to(self.model.index_of(place) if place else QModelIndex())
        self._show_current()

    def choose(self, side: Side) -> None:
        """Let one side stand at the current row, or at all of a group."""
        index = self.tree.currentIndex()
        rows = self.model.rows_at(index) if index.isValid() else ()
        if rows and can_all_be(rows, side):
            self.choices |= {row.point.path: side for row in rows}
            self.chose.emit()

    def first_waiting(self) -> QModelIndex:
        """Return the next conflict after the current row that nobody has decided."""
        listed = [row for group in self.model.groups for row in group.rows]
        place = self.tree.place
        here = next((at for at, row in enumerate(listed) if row.point.path == place), -1)
        for row in (*listed[here + 1 :], *listed[: here + 1]):
            if row.waits:
                return self.model.index_of(row.point.path)
        return QModelIndex()

    def go_to_next(self) -> None:
        """Show the next conflict that nobody has decided."""
        index = self.first_waiting()
        if index.isValid():
            self.tree.go_to(index)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        rows = self.model.rows_at(self.tree.currentIndex())
        self.choose("mine" if all(row.point.taken != "mine" for row in rows) else "theirs")

    def _show_current(self) -> None:
        index, read = self.tree.currentIndex(), self._read
        if read is None or not index.isValid():
            self.detail.clear()
            return
        group, rows = self.model.group_at(index), self.model.rows_at(index)
        is_group = not index.parent().isValid() and not group.is_item
        if is_group:
            self.detail.show_group(group)
        else:
            self.detail.show_row(rows[0], group, read.two, read.telling)
