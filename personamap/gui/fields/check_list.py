"""A list of things to tick, with one button that ticks all or none."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_FACE = 32
_ID = Qt.ItemDataRole.UserRole

PictureOf = Callable[[str], QPixmap]
"""Gives the picture of what has an id."""


def face_size() -> int:
    """Return how large a picture in such a list is, in pixels at this text size."""
    return current_theme().px(_FACE)


class CheckList(QWidget):
    """Ticks of a few named things or of a crowd of people, all ticked at first.

    Who is ticked is counted along, and pictures are drawn when they come into sight.
    """

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
        self._ticked: set[str] = set()
        self.list = QListWidget()
        self.list.setProperty("role", "list")
        # Else a crowd is measured one by one before anybody is seen.
        self.list.setUniformItemSizes(True)
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

    def fill(self, entries: Sequence[tuple[str, str]], picture: PictureOf | None = None) -> None:
        """Offer things as id and words, each with the picture of its id."""
        with QSignalBlocker(self.list):
            for entry, words in entries:
                item = QListWidgetItem(words, self.list)
                item.setData(_ID, entry)
                item.setToolTip(plain_tip(words))
                item.setCheckState(Qt.CheckState.Checked)
        self._ticked = {entry for entry, _words in entries}
        if picture is not None:
            self.list.setItemDelegate(_Pictured(picture, self.list))
        self._name_toggle()

    def clear(self) -> None:
        """Offer nothing."""
        self.list.clear()
        self._ticked.clear()

    def tick(self, ids: Container[str]) -> None:
        """Tick these and nothing else."""
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(states[item.data(_ID) in ids])
        self._ticked = {item.data(_ID) for item in self._items() if item.data(_ID) in ids}
        self.list.viewport().update()
        self._name_toggle()
        self.changed.emit()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of what is ticked, from top to bottom."""
        ids = (str(item.data(_ID)) for item in self._items())
        return tuple(entry for entry in ids if entry in self._ticked)

    @property
    def all_ticked(self) -> bool:
        """Tell whether nothing was left out."""
        return len(self._ticked) == self.list.count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _on_toggle(self) -> None:
        every = () if self.all_ticked else {item.data(_ID) for item in self._items()}
        self.tick(every)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        is_ticked = item.checkState() == Qt.CheckState.Checked
        (self._ticked.add if is_ticked else self._ticked.discard)(item.data(_ID))
        self._name_toggle()
        self.changed.emit()

    def _name_toggle(self) -> None:
        words = _("None") if self.all_ticked else _("All")
        self.toggle.setText(words)
        name = _("{list}: {which}").format(list=self.list.accessibleName(), which=words)
        self.toggle.setAccessibleName(name)


class _Pictured(QStyledItemDelegate):
    """Draws each line with the picture of its id."""

    def __init__(self, picture: PictureOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.icon = QIcon(self._picture(index.data(_ID)))
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
