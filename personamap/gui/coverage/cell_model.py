"""What every table of people has behind it: cells and heads that read as sentences."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from personamap.gui.widgets.plain_words import plain_tip, words_in_role

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_TOLD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class CellModel(QAbstractTableModel):
    """Answers Qt for a table that says how large it is, and what to tell of its parts.

    `across` asks about a column, else it is a row.
    """

    @abstractmethod
    def size(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""

    @abstractmethod
    def caption(self, index: Index) -> str:
        """Return what stands in a cell in words or figures."""

    @abstractmethod
    def spoken(self, index: Index) -> str:
        """Return a cell as a sentence."""

    @abstractmethod
    def tip(self, index: Index) -> str:
        """Return what is told of a cell under the mouse."""

    @abstractmethod
    def head(self, section: int, *, across: bool) -> str:
        """Return the name of a row or a column."""

    def head_words(self, section: int, *, across: bool) -> str:
        """Return what is told of a row or a column."""
        return self.head(section, across=across)

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self.size()[0]

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self.size()[1]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return plain_tip(self.tip(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if section >= self.size()[across]:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(section, across=across)
        told = role in _TOLD
        return words_in_role(role, self.head_words(section, across=across)) if told else None
