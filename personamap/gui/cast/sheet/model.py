"""The table model of the sheet: it holds ids, and reads everything else from the project."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.sheet.cell import Cell, cell_of
from personamap.gui.cast.sheet.columns import SheetColumn, columns_of, text_of
from personamap.gui.look.icons import icon
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PERSONA_ROLE = int(Qt.ItemDataRole.UserRole) + 2

Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """Rows are personas, columns what they answer.

    `written` says that somebody typed another text into a cell. It sorts
    nothing itself: `sorting_asked` says by which column, or by none, to
    whoever lists the people.
    """

    sorting_asked = Signal(str, bool)  # id of a column or nothing, and whether backwards

    def __init__(
        self,
        project: Callable[[], Project],
        written: Callable[[str, str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._written = project, written
        self.ids: tuple[str, ...] = ()
        self.columns: tuple[SheetColumn, ...] = ()
        self._rows: dict[str, int] = {}
        self._people: dict[str, Persona] = {}
        self._seen: Project | None = None

    def show(self, ids: Sequence[str], edited: Collection[str]) -> None:
        """List these personas; what is shown of those in `edited` differs."""
        columns = columns_of(self._project())
        if tuple(ids) != self.ids or columns != self.columns:
            self.beginResetModel()
            self.ids, self.columns = tuple(ids), columns
            self._rows = {persona_id: row for row, persona_id in enumerate(self.ids)}
            self.endResetModel()
            return
        rows = sorted(self._rows[who] for who in edited if who in self._rows)
        if rows:
            last = self.index(rows[-1], len(self.columns) - 1)
            self.dataChanged.emit(self.index(rows[0], 0), last)

    def persona(self, row: int) -> Persona | None:
        """Return who is in a row."""
        project = self._project()
        if project is not self._seen:
            self._seen = project
            self._people = {persona.id: persona for persona in project.personas}
        return self._people.get(self.ids[row]) if 0 <= row < len(self.ids) else None

    def place_of(self, persona_id: str, column: int = 0) -> QModelIndex:
        """Return a cell of somebody, invalid when they are not listed."""
        row = self._rows.get(persona_id)
        return QModelIndex() if row is None else self.index(row, column)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        column_id = self.columns[column].id if 0 <= column < len(self.columns) else ""
        backwards = bool(column_id) and order == Qt.SortOrder.DescendingOrder
        self.sorting_asked.emit(column_id, backwards)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.ids)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.columns[index.column()].field:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        persona = self.persona(index.row()) if index.isValid() else None
        if persona is None:
            return None
        show = _SHOWN.get(role)
        return show(persona, self.columns[index.column()]) if show else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        persona = self.persona(index.row())
        field = self.columns[index.column()].field
        if persona is None or not field or role != Qt.ItemDataRole.EditRole:
            return False
        if value != text_of(persona, field):
            self._written(persona.id, field, str(value))
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole if column.facet:
                return plain_tip(column.facet.help or column.title)
            case Qt.ItemDataRole.DecorationRole if column.facet and column.facet.starred:
                return icon("star", "accent")
            case _:
                return None


def _tip(persona: Persona, column: SheetColumn) -> str:
    if column.field:
        return text_of(persona, column.field)
    cell = cell_of(persona, column)
    return "\n".join(part for part in ("; ".join(cell.chips), cell.text) if part)


def _spoken(persona: Persona, column: SheetColumn) -> str:
    cell: Cell = cell_of(persona, column)
    return _("{person}, {column}: {cell}").format(
        person=shown_name(persona), column=column.title, cell=cell.spoken
    )


_SHOWN: dict[int, Callable[[Persona, SheetColumn], Any]] = {
    Qt.ItemDataRole.EditRole: lambda who, column: (
        text_of(who, column.field) if column.field else None
    ),
    Qt.ItemDataRole.DisplayRole: lambda who, column: cell_of(who, column).spoken,
    Qt.ItemDataRole.ToolTipRole: lambda who, column: plain_tip(_tip(who, column)) or None,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    PERSONA_ROLE: lambda who, _column: who,
    CELL_ROLE: cell_of,
}
