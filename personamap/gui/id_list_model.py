"""One list model for every list: it knows ids, and asks what to show for each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

ID_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class IdListModel(QAbstractListModel):
    """Lists ids in an order; `show(id, role)` says what a view reads for one.

    The model holds no copy of what it lists. Told another list, it
    announces the few rows that went, came, moved or were edited, so that
    selection and scroll position survive.
    """

    def __init__(self, show: Callable[[str, int], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._ids: list[str] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the rows."""
        return tuple(self._ids)

    def id_at(self, index: Index) -> str:
        """Return the id of a row, or nothing when there is no such row."""
        return self._ids[index.row()] if index.isValid() else ""

    def index_of(self, item_id: str) -> QModelIndex:
        """Return the index of an id, which is invalid when the id is not listed."""
        return self.index(self._ids.index(item_id)) if item_id in self._ids else QModelIndex()

    def spans_of(self, ids: Iterable[str]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
        """Return the first and the last index of each run of rows that have one of these ids."""
        wanted = frozenset(ids)
        rows = ((item_id in wanted, row) for row, item_id in enumerate(self._ids))
        for is_wanted, run in groupby(rows, key=itemgetter(0)):
            if is_wanted:
                span = [row for _is, row in run]
                yield self.index(span[0]), self.index(span[-1])

    def show_ids(self, ids: Sequence[str], edited: Collection[str] = ()) -> None:
        """List `ids` in this order; what is shown for those in `edited` differs."""
        wanted = list(ids)
        if wanted != self._ids:
            self._remove_all_but(set(wanted))
            have = set(self._ids)
            self._reorder([item for item in wanted if item in have])
            self._insert_missing(wanted)
        if edited:
            self.show_edited(edited)

    def show_edited(self, edited: Collection[str]) -> None:
        """Say that what is shown for some ids differs, as one span of rows."""
        wanted = frozenset(edited)
        rows = [row for row, item_id in enumerate(self._ids) if item_id in wanted]
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        item_id = self._ids[index.row()]
        return item_id if role == ID_ROLE else self._show(item_id, role)

    def _remove_all_but(self, wanted: set[str]) -> None:
        end = len(self._ids)
        while end > 0:
            if self._ids[end - 1] in wanted:
                end -= 1
                continue
            start = end - 1
            while start > 0 and self._ids[start - 1] not in wanted:
                start -= 1
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._ids[start:end]
            self.endRemoveRows()
            end = start

    def _reorder(self, order: list[str]) -> None:
        if order == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {item_id: row for row, item_id in enumerate(order)}
        after = [self.index(rows[self._ids[index.row()]]) for index in before]
        self._ids = order
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: list[str]) -> None:
        row = 0
        while row < len(wanted):
            if row < len(self._ids) and self._ids[row] == wanted[row]:
                row += 1
                continue
            end = row + 1
            following = self._ids[row] if row < len(self._ids) else None
            while end < len(wanted) and wanted[end] != following:
                end += 1
            self.beginInsertRows(QModelIndex(), row, end - 1)
            self._ids[row:row] = wanted[row:end]
            self.endInsertRows()
            row = end
