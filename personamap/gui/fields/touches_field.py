"""A field for facet values that something touches: chips of values of any facet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.widgets.chips import add_chip, chip_to_take_out
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.i18n import _


class TouchesField(QWidget):
    """Chips of facet values; pressing one takes it out, Add searches all facets."""

    edited = Signal(object)  # tuple[ValueRef, ...]

    def __init__(self, project: Callable[[], Project], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._shown: tuple[ValueRef, ...] | None = None
        self.add = add_chip(_("Add"))
        self.add.setAccessibleName(_("Add a facet value it touches"))
        self.add.clicked.connect(self._on_add)
        self.chips: list[QWidget] = []
        self._flow = FlowLayout(self, 6)
        self._flow.addWidget(self.add)

    def show_refs(self, refs: tuple[ValueRef, ...]) -> None:
        """Show these values."""
        if refs == self._shown:
            return
        self._shown = refs
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(ref) for ref in refs]
        for widget in (*self.chips, self.add):
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()

    def _chip(self, ref: ValueRef) -> QWidget:
        chip = chip_to_take_out(ref_words(self._project(), ref), self)
        chip.clicked.connect(partial(self._on_removed, ref))
        return chip

    def _on_add(self) -> None:
        rows = tuple(_rows(self._project(), {ref.node for ref in self._shown or ()}))
        popup = SearchPopup(_("Search facet values"), rows, parent=self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.add)

    def _on_picked(self, node: str) -> None:
        facet, value = node.split(".", 1)
        ref = ValueRef(facet=facet, value=value)
        others = tuple(r for r in self._shown or () if r != ref)
        self.add.setFocus()
        self.edited.emit((*others, ref))

    def _on_removed(self, ref: ValueRef) -> None:
        self.add.setFocus()
        self.edited.emit(tuple(r for r in self._shown or () if r != ref))


def ref_words(project: Project, ref: ValueRef) -> str:
    """Return a facet value as "Facet: value"."""
    facet = project.find_facet(ref.facet)
    value = facet.find_value(ref.value) if facet else None
    label = facet.label if facet else ref.facet
    return _("{facet}: {value}").format(facet=label, value=value.label if value else ref.value)


def _rows(project: Project, chosen: set[str]) -> Iterator[PopupRow]:
    for facet in project.active_facets:
        for value in facet.values:
            ref = ValueRef(facet=facet.id, value=value.id)
            yield PopupRow(
                id=ref.node,
                text=ref_words(project, ref),
                help=value.definition,
                chosen=ref.node in chosen,
                also=" ".join(value.synonyms),
            )
