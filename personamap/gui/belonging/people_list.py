"""Everybody beside the square, with where they start and end; who is not placed yet too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.belonging.stands import short_arc, spoken_arc
from personamap.gui.cast.card import shown_name
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_FACE, _WIDTH, _WIDEST = 36, 272, 400
_ARROW = " → "


class PeopleList(QListView):
    """A list that is walked with the arrow keys; Return and a double click open the person."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._people: Mapping[str, Persona] = {}
        self._is_following = False
        self.ids = IdListModel(self._show, self)
        self.setModel(self.ids)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("People and where they stand"))
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def show_project(self, project: Project) -> None:
        """List the cast in its order."""
        before, self._people = self._people, {persona.id: persona for persona in project.cast}
        edited = [who for who, persona in self._people.items() if before.get(who) is not persona]
        self.ids.show_ids(tuple(self._people), edited)

    def follow(self, persona_id: str) -> None:
        """Make somebody the current one who was chosen elsewhere."""
        self._is_following = True
        self.setCurrentIndex(self.ids.index_of(persona_id))
        self._is_following = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.ids.id_at(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _show(self, persona_id: str, role: int) -> Any:
        persona = self._people.get(persona_id)
        if persona is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{shown_name(persona)}\n{self._fitting(short_arc(persona))}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_arc(persona)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(spoken_arc(persona))
        if role == Qt.ItemDataRole.DecorationRole:
            side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
            face = self._portraits.circle(persona, side, ratio)
            # A face keeps its colours when its row is selected.
            whole = QIcon(face)
            whole.addPixmap(face, QIcon.Mode.Selected)
            return whole
        return None

    def _fitting(self, arc: str) -> str:
        """Give the end of an arc a line of its own where large text leaves it no room on one."""
        if current_theme().px(_WIDTH) <= _WIDEST:
            return arc
        start, arrow, end = arc.partition(_ARROW)
        # All rows are as high as the first.
        return f"{start}\n{arrow.lstrip()}{end}"

    def _fit(self) -> None:
        side = current_theme().px(_FACE)
        self.setIconSize(QSize(side, side))
        self.setFixedWidth(min(current_theme().px(_WIDTH), _WIDEST))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_following:
            self.chosen.emit(self.ids.id_at(current))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.ids.id_at(index))
