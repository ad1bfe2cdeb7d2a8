"""The findings to choose from, each with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.analysis.checks.blanks import BLANKS
from personamap.gui.coverage.small_button import small_button
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_PADDING, _BOX, _TALLEST = 8, 28, 10_000
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FindingList(QWidget):
    """All but blank answers are ticked to begin with; `changed` follows every tick.

    Who somebody is should be decided person by person: an answer nobody has thought about is
    filled only where somebody asks for it.
    """

    changed = Signal()

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = tuple(findings)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setProperty("role", "list")
        self.list.setItemDelegate(_Whole(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setAccessibleName(_("Findings to close"))
        for finding in self._findings:
            item = QListWidgetItem(finding.title, self.list)
            item.setToolTip(plain_tip(finding.text))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_OFF if finding.check == BLANKS.id else _ON)
        self.list.setCurrentRow(0)
        self.all, self.none = small_button(_("A&ll")), small_button(_("&None"))
        self.all.setAccessibleName(_("Tick all findings"))
        self.none.setAccessibleName(_("Tick no finding"))
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.list.itemChanged.connect(self.changed)
        self._lay_out()

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The findings that are ticked."""
        known = enumerate(self._findings)
        return tuple(f for place, f in known if self.list.item(place).checkState() == _ON)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(hint(_("Findings to close"), "label"), 1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(state)
        self.list.blockSignals(False)
        self.changed.emit()

    def _on_all(self) -> None:
        self._tick(_ON)

    def _on_none(self) -> None:
        self._tick(_OFF)


class _Whole(QStyledItemDelegate):
    """Gives each line the height its words need; Qt forgets the padding when it wraps them."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._list = shown

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hinted = super().sizeHint(option, index)
        theme = current_theme()
        beside = 2 * theme.px(_PADDING) + theme.px(_BOX)
        room = QRect(0, 0, max(1, self._list.viewport().width() - beside), _TALLEST)
        metrics = QFontMetrics(self._list.font())
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        high = words.height() + 2 * theme.px(_PADDING)
        return QSize(hinted.width(), max(hinted.height(), high))
