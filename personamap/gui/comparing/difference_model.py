"""The differences between two versions as a tree of two levels.

Words are made when a row comes into sight, so that ten thousand
differences cost no more than what is seen of them.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from personamap.analysis.differences.telling import Difference, Telling
from personamap.edits.merging.point import Choices, Path
from personamap.gui.comparing.rows import Group, Row, groups_of, with_choices
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _
from personamap.services.two_versions import TwoVersions

WHAT, MINE, THEIRS, TAKEN = range(4)
_TOP = 0
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_WARNED = (_Role.DecorationRole, _Role.ForegroundRole)

Index = QModelIndex | QPersistentModelIndex


class DifferenceModel(QAbstractItemModel):
    """Groups and their rows; a group of one whole item that came or went has no rows below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self._telling: Telling | None = None
        self._told: dict[Path, Difference] = {}

    def show_two(self, two: TwoVersions, telling: Telling, choices: Choices) -> None:
        """Show other versions, or these compared through something else."""
        self.beginResetModel()
        self._telling, self._told = telling, {}
        self.groups = groups_of(two.points, choices, telling)
        self.endResetModel()

    def show_settled(self, two: TwoVersions, choices: Choices) -> None:
        """Show how the same differences are settled now; a choice may have made others."""
        telling = self._telling
        known = {row.point.path for group in self.groups for row in group.rows}
        if telling is not None and known != {point.path for point in two.points}:
            self.show_two(two, telling, choices)
            return
        before, self.groups = self.groups, with_choices(self.groups, two.points, choices)
        for at, (was, now) in enumerate(zip(before, self.groups, strict=True)):
            if was != now:
                self._tell_of(at)

    def _tell_of(self, group: int) -> None:
        """Have a group and the rows in it painted anew."""
        top = self.index(group, WHAT)
        self.dataChanged.emit(top, self.index(group, TAKEN))
        count = self.rowCount(top)
        if count:
            self.dataChanged.emit(self.index(0, WHAT, top), self.index(count - 1, TAKEN, top))

    def group_at(self, index: Index) -> Group:
        """Return the group that a row is, or is in."""
        return self.groups[_group_number(index)]

    def rows_at(self, index: Index) -> tuple[Row, ...]:
        """Return what a choice at a row is about: itself, or everything in a group."""
        group = self.group_at(index)
        return group.rows if index.internalId() == _TOP else (group.rows[index.row()],)

    def told(self, row: Row) -> Difference:
        """Return a row in words."""
        assert self._telling is not None
        path = row.point.path
        if path not in self._told:
            self._told[path] = self._telling.difference(row.point)
        return self._told[path]

    def index_of(self, path: Path) -> QModelIndex:
        """Return where a difference is listed; an invalid index when it is not."""
        for at, group in enumerate(self.groups):
            for number, row in enumerate(group.rows):
                if row.point.path == path:
                    top = self.index(at, WHAT)
                    return top if group.is_item else self.index(number, WHAT, top)
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        # Qt has two functions of this name; the other one has no argument.
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, WHAT, _TOP)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() != _TOP or parent.column() != WHAT:
            return 0
        group = self.groups[parent.row()]
        return 0 if group.is_item else len(group.rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return TAKEN + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (_("What differs"), _("Mine"), _("Theirs"), _("Stands"))[section]

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            words = self._words(index)
            return plain_tip(words) if role == _Role.ToolTipRole else words
        if role == _Role.AccessibleTextRole:
            return self.spoken(index)
        if role == _Role.FontRole and index.column() == WHAT and index.internalId() == _TOP:
            return current_theme().font("strong")
        return self._dressed(index, role) if role in _WARNED else None

    def spoken(self, index: Index) -> str:
        """Return a whole row as a screen reader says it."""
        cells = [index.sibling(index.row(), column) for column in range(TAKEN + 1)]
        names = (_("{text}"), _("mine: {text}"), _("theirs: {text}"), _("stands: {text}"))
        words = zip(names, (self._words(cell) for cell in cells), strict=True)
        return _(", ").join(name.format(text=text) for name, text in words if text)

    def _words(self, index: Index) -> str:
        group, column = self.group_at(index), index.column()
        if index.internalId() == _TOP and not group.is_item:
            return group.title if column == WHAT else _summed(group) if column == TAKEN else ""
        row = self.rows_at(index)[0]
        told = self.told(row)
        if column == TAKEN:
            return row.taken_words
        if column == WHAT:
            return told.field or (group.title if group.is_item else _("As a whole"))
        words = told.before if column == MINE else told.after
        return words or _absence(row, column)

    def _dressed(self, index: Index, role: int) -> Any:
        waits = any(row.waits for row in self.rows_at(index))
        if role == _Role.ForegroundRole:
            if index.column() == TAKEN and waits:
                return current_theme().color("warn")
            return None
        if index.column() == TAKEN:
            return icon("flag", "warn", "warn") if waits else None
        is_title = index.column() == WHAT and index.internalId() == _TOP
        # An unfolded row shows its icon as if it were switched on.
        return icon(self.group_at(index).mark, "ink2", "ink2") if is_title else None


def _group_number(index: Index) -> int:
    return index.row() if index.internalId() == _TOP else index.internalId() - 1


def _summed(group: Group) -> str:
    """Say what stands in a group: one side, or that some of each do."""
    if group.waits:
        return _("to decide")
    taken = {row.taken_words for row in group.rows}
    return taken.pop() if len(taken) == 1 else _("Some of both")


def _absence(row: Row, column: int) -> str:
    """Say whether a whole item is there, or that a field is empty."""
    if not row.is_whole:
        return "–"
    has_it = (row.point.kind == "removed") == (column == MINE)
    return _("is there") if has_it else _("is not there")
