"""A field for a list of small records, such as evidence or poses: a panel of fields for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from personamap.domain.base import Entity
from personamap.gui.fields.field_kinds import (
    Field,
    Kind,
    labelled,
    make_field,
    on_edited,
    show_value,
)
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import add_chip
from personamap.i18n import _


class Column(Struct, frozen=True):
    """One field of a record with its label."""

    field: str
    label: str
    kind: Kind = "line"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class RecordsField(QWidget):
    """Shows records one under the other; `blank` is what a new one starts as.

    `edited` carries all records after a keystroke, `rearranged` after one
    was added or removed.
    """

    edited = Signal(object)
    rearranged = Signal(object)

    def __init__(
        self, blank: Entity, columns: Sequence[Column], add: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._blank, self._columns = blank, columns
        self._shown: tuple[Entity, ...] = ()
        self.panels: list[_RecordPanel] = []
        self.add = add_chip(add)
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_records(self, records: Sequence[Entity]) -> None:
        """Show these records, keeping the panels that are there already."""
        self._shown = tuple(records)
        while len(self.panels) > len(records):
            gone = self.panels.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.panels) < len(records):
            self._add_panel()
        for panel, record in zip(self.panels, records, strict=True):
            panel.show_record(record)

    def _add_panel(self) -> None:
        panel = _RecordPanel(self._columns, self)
        panel.edited.connect(partial(self._on_edited, panel))
        panel.removed.connect(partial(self._on_removed, panel))
        self._column.insertWidget(len(self.panels), panel)
        self.panels.append(panel)
        panel.show()

    def _on_add(self) -> None:
        self.rearranged.emit((*self._shown, self._blank))
        if self.panels:
            self.panels[-1].start()

    def _on_edited(self, panel: _RecordPanel, field: str, value: Any) -> None:
        at = self.panels.index(panel)
        record = self._shown[at].evolve(**{field: value})
        self.edited.emit((*self._shown[:at], record, *self._shown[at + 1 :]))

    def _on_removed(self, panel: _RecordPanel) -> None:
        at = self.panels.index(panel)
        self.add.setFocus()
        self.rearranged.emit((*self._shown[:at], *self._shown[at + 1 :]))


class _RecordPanel(QFrame):
    edited = Signal(str, object)
    removed = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.fields: dict[str, Field] = {}
        self.remove = _remove_button()
        self.remove.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 12)
        column.setSpacing(8)
        for entry in columns:
            field = make_field(entry.kind, entry.choices, _(entry.hint))
            on_edited(field, partial(self._on_edited, entry.field))
            holder = labelled(_(entry.label), field)
            if self.fields:
                column.addWidget(holder)
            else:
                first = QHBoxLayout()
                first.addWidget(holder, 1)
                first.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
                column.addLayout(first)
            self.fields[entry.field] = field

    def show_record(self, record: Entity) -> None:
        """Show one record."""
        for name, field in self.fields.items():
            show_value(field, getattr(record, name))

    def start(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.fields.values())).setFocus()

    def _on_edited(self, field: str, value: Any) -> None:
        self.edited.emit(field, value)


def _remove_button() -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("x"))
    button.setIconSize(QSize(14, 14) * current_theme().text_scale)
    button.setMinimumSize(24, 24)
    button.setToolTip(_("Remove"))
    button.setAccessibleName(_("Remove"))
    return button
