"""Choosing a drawn portrait part by part, with a preview of each choice."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _
from personamap.portraits.catalogue import Choice, Shelf, catalogue

NONE = "none"
"""The id of the choice that leaves a part out."""

_COLOURS = ("skin", "hair", "clothing")
_TILE, _SWATCH = 76, 44
_Role = Qt.ItemDataRole


class PortraitShelves(QWidget):
    """The kinds of parts at the left, what is on offer at the right.

    Arrow keys walk, and the choice is made while walking, so that it can
    be seen at once.
    """

    chosen = Signal(object)  # IllustratedPortrait

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._portrait = IllustratedPortrait()
        self._colour = 0
        self._shelves = {shelf.field: shelf for shelf in catalogue()}
        self._shelf = next(iter(self._shelves.values()))
        self.kinds = _list(self, self._show_shelf, _("Parts of the portrait"))
        self.kinds.setFixedWidth(current_theme().px(180))
        self.choices = _list(self, self._show_choice, _("Choices"))
        self.choices.setViewMode(QListView.ViewMode.IconMode)
        self.choices.setMovement(QListView.Movement.Static)
        self.choices.setResizeMode(QListView.ResizeMode.Adjust)
        self.choices.setIconSize(QSize(_TILE, _TILE))
        self.choices.setGridSize(QSize(_TILE + 20, _TILE + 16))
        _model(self.kinds).show_ids(tuple(self._shelves))
        self.kinds.setCurrentIndex(_model(self.kinds).index(0))
        self.kinds.selectionModel().currentChanged.connect(self._on_shelf_changed)
        self.choices.selectionModel().currentChanged.connect(self._on_walked)
        self.choices.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kinds)
        row.addWidget(self.choices, 1)
        self._fill()

    def show_portrait(self, portrait: IllustratedPortrait, colour: int) -> None:
        """Show what is chosen, on the ground it stands on."""
        if (portrait, colour) == (self._portrait, self._colour):
            return
        self._portrait, self._colour = portrait, colour
        model = _model(self.choices)
        model.show_edited(model.ids)
        self._mark_chosen()

    def _fill(self) -> None:
        shelf = self._shelf
        ids = tuple(choice.id for choice in shelf.choices)
        none = (NONE,) if shelf.optional and not shelf.many else ()
        mode = QAbstractItemView.SelectionMode
        self.choices.setSelectionMode(mode.MultiSelection if shelf.many else mode.SingleSelection)
        _model(self.choices).show_ids((*none, *ids), (*none, *ids))
        self.choices.setAccessibleName(_(shelf.label))
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        model, selection = _model(self.choices), self.choices.selectionModel()
        flags = selection.SelectionFlag
        if self._shelf.many:
            selection.clearSelection()
            for aid in self._portrait.aids:
                selection.select(model.index_of(aid), flags.Select)
            return
        index = model.index_of(getattr(self._portrait, self._shelf.field) or NONE)
        selection.setCurrentIndex(index, flags.ClearAndSelect)
        self.choices.scrollTo(index)

    def _with(self, choice_id: str) -> IllustratedPortrait:
        field = self._shelf.field
        if not self._shelf.many:
            return self._portrait.evolve(**{field: "" if choice_id == NONE else choice_id})
        aids = self._portrait.aids
        kept = tuple(aid for aid in aids if aid != choice_id)
        return self._portrait.evolve(aids=kept if len(kept) < len(aids) else (*kept, choice_id))

    def _show_shelf(self, field: str, role: int) -> Any:
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return _(self._shelves[field].label)
        return None

    def _show_choice(self, choice_id: str, role: int) -> Any:
        match role:
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                return _label(self._shelf, choice_id)
            case _Role.DecorationRole:
                return _icon(self._preview(choice_id))
        return None

    def _preview(self, choice_id: str) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._shelf.field in _COLOURS:
            return _swatch(choice_id, ratio)
        aids = (choice_id,) if self._shelf.many else self._portrait.aids
        portrait = self._portrait.evolve(aids=aids) if self._shelf.many else self._with(choice_id)
        shown = Persona(id="per-preview", portrait=portrait, colour=self._colour)
        return self._portraits.circle(shown, _TILE, ratio)

    def _on_shelf_changed(self, index: QModelIndex) -> None:
        field = _model(self.kinds).id_at(index)
        if field:
            self._shelf = self._shelves[field]
            self._fill()

    def _on_walked(self, index: QModelIndex) -> None:
        choice_id = _model(self.choices).id_at(index)
        if choice_id and not self._shelf.many:
            self._choose(choice_id)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._shelf.many:
            self._choose(_model(self.choices).id_at(index))

    def _choose(self, choice_id: str) -> None:
        portrait = self._with(choice_id)
        if portrait != self._portrait:
            self.chosen.emit(portrait)


def _list(parent: PortraitShelves, show: Any, name: str) -> QListView:
    view = QListView(parent)
    view.setModel(IdListModel(show, view))
    view.setAccessibleName(name)
    view.setUniformItemSizes(True)
    return view


def _model(view: QListView) -> IdListModel:
    model = view.model()
    assert isinstance(model, IdListModel)
    return model


def _label(shelf: Shelf, choice_id: str) -> str:
    found = (choice for choice in shelf.choices if choice.id == choice_id)
    choice: Choice | None = next(found, None)
    return _(choice.label) if choice else _("none")


def _icon(pixmap: QPixmap) -> QIcon:
    shown = QIcon(pixmap)
    # Without one of its own, Qt would wash the chosen one out.
    shown.addPixmap(pixmap, QIcon.Mode.Selected)
    return shown


def _swatch(colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(_TILE, _TILE) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(current_theme().color("edge"))
    painter.setBrush(QColor(colour))
    inset = (_TILE - _SWATCH) // 2
    painter.drawEllipse(inset, inset, _SWATCH, _SWATCH)
    painter.end()
    return pixmap
