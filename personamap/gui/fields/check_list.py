"""A list of things to tick, with one button that ticks all or none."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_FACE = 32


def face_size() -> int:
    """Return how large a picture in such a list is, in pixels at this text size."""
    return current_theme().px(_FACE)


class CheckList(QWidget):
    """Ticks of a few named things, all ticked at first."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = plain_label(title)
        label.setProperty("role", "label")
        self.toggle = QPushButton()
        self.toggle.setProperty("role", "link")
        self.toggle.setProperty("compact", True)
        # Return is for what a dialog offers, not for taking all ticks away.
        self.toggle.setAutoDefault(False)
        self.toggle.clicked.connect(self._on_toggle)
        self.list = QListWidget()
        self.list.setProperty("role", "list")
        # What is cut short is told in full by its tool tip.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(face_size(), face_size()))
        self.list.setAccessibleName(title)
        self.list.itemChanged.connect(self._on_item_changed)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)

    def fill(self, entries: Sequence[tuple[str, str, QIcon]]) -> None:
        """Offer things as id, words and picture."""
        for entry, words, picture in entries:
            item = QListWidgetItem(picture, words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(plain_tip(words))
            item.setCheckState(Qt.CheckState.Checked)
        self._name_toggle()

    def tick(self, ids: Container[str]) -> None:
        """Tick these and nothing else."""
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        for item in self._items():
            item.setCheckState(states[item.data(Qt.ItemDataRole.UserRole) in ids])

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of what is ticked."""
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    @property
    def all_ticked(self) -> bool:
        """Tell whether nothing was left out."""
        return len(self.ticked) == self.list.count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _on_toggle(self) -> None:
        state = Qt.CheckState.Unchecked if self.all_ticked else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._name_toggle()
        self.changed.emit()

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self._name_toggle()
        self.changed.emit()

    def _name_toggle(self) -> None:
        words = _("None") if self.all_ticked else _("All")
        self.toggle.setText(words)
        name = _("{list}: {which}").format(list=self.list.accessibleName(), which=words)
        self.toggle.setAccessibleName(name)
