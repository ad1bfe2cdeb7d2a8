"""The second page: who would come in, and what became of each cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.icons import icon
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _, plural
from personamap.importers.cast.report import CastImport, RowReport


class PeoplePage(QWidget):
    """Lists the rows; the chosen one tells where each of its cells goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, RowReport] = {}
        self.summary = hint("", "strong")
        self.only_doubtful = QCheckBox(_("Only rows to &look at"))
        self.only_doubtful.toggled.connect(self._on_filtered)
        self.people = QListView()
        self.people.setUniformItemSizes(True)
        self.people.setProperty("role", "panel")
        self.people.setAccessibleName(_("People"))
        self._model = IdListModel(self._show, self)
        self.people.setModel(self._model)
        self.people.selectionModel().currentChanged.connect(self._on_current_changed)
        self.detail = QTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(_("What becomes of this row"))
        self._lay_out()

    def show_result(self, result: CastImport) -> None:
        """List the people of an import."""
        self._rows = {row.persona: row for row in result.rows}
        self.summary.setText(_summary(result))
        doubtful = sum(map(_is_doubtful, result.rows))
        self.only_doubtful.setEnabled(bool(doubtful))
        if not doubtful:
            self.only_doubtful.setChecked(False)
        self._on_filtered()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.people, 1)
        left.addWidget(self.only_doubtful)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addWidget(self.detail, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(self.summary)
        page.addLayout(both, 1)

    def _on_filtered(self) -> None:
        every = not self.only_doubtful.isChecked()
        self._model.show_ids([k for k, row in self._rows.items() if every or _is_doubtful(row)])
        if not self.people.currentIndex().isValid():
            self.people.setCurrentIndex(self._model.index(0))
        self._on_current_changed(self.people.currentIndex())

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._rows.get(self._model.id_at(current))
        self.detail.clear()
        if row:
            _tell(row, self.detail.textCursor())
            self.detail.moveCursor(QTextCursor.MoveOperation.Start)

    def _show(self, persona_id: str, role: int) -> Any:
        row = self._rows[persona_id]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _line(row)
            case Qt.ItemDataRole.DecorationRole:
                return icon("flag" if _is_doubtful(row) else "user")
            case _:
                return None


def _is_doubtful(row: RowReport) -> bool:
    return bool(row.unknown or row.warnings)


def _line(row: RowReport) -> str:
    name = row.name or _("(no name)")
    count = len(row.unknown) + len(row.warnings)
    if not count:
        return _("{row}  {name}").format(row=row.row, name=name)
    return _("{row}  {name}: {count} to look at").format(row=row.row, name=name, count=count)


def _tell(row: RowReport, cursor: QTextCursor) -> None:
    plain, bold = QTextCharFormat(), QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    for remark in _remarks(row):
        cursor.insertText(remark + "\n\n", bold)
    for cell in row.placed:
        cursor.insertText(f"{cell.column} → {cell.where}\n", bold)
        cursor.insertText(f"{cell.text.strip()}\n\n", plain)


def _remarks(row: RowReport) -> Iterator[str]:
    for unknown in row.unknown:
        yield _("“{text}” is no value of {column}. It is kept as the person's own words.").format(
            text=unknown.text, column=unknown.column
        )
    yield from row.warnings


def _summary(result: CastImport) -> str:
    parts = [plural("{count} person", "{count} people", len(result.rows))]
    lives = len(result.newcomers.experiences)
    if lives:
        parts.append(plural("{count} lived experience", "{count} lived experiences", lives))
    if result.newcomers.facets:
        names = ", ".join(facet.label for facet in result.newcomers.facets)
        parts.append(_("facets added: {names}").format(names=names))
    if result.unknown_count:
        parts.append(
            plural("{count} word not known", "{count} words not known", result.unknown_count)
        )
    return " · ".join(parts)
