"""All facets with their values, to be ticked where they matter for the course."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from personamap.analysis.facet_counts import counted_facets
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.project import Project
from personamap.edits.aims import set_stars
from personamap.gui.coverage.matters.draft import AimDraft
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

_ROW, _WIDTH = 30, 300
_NODE = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class StarTree(QTreeWidget):
    """Ticks are stars. A facet with something chosen on its values is unfolded at first."""

    value_shown = Signal(object)  # ValueRef of the current row, or None on a facet

    def __init__(self, draft: AimDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.items: dict[str, QTreeWidgetItem] = {}
        self._refs: dict[str, ValueRef] = {}
        self.setHeaderHidden(True)
        self.setProperty("role", "list")
        self.setAccessibleName(_("Facets and values that matter for this course"))
        self.setMinimumWidth(current_theme().px(_WIDTH))
        for facet in counted_facets(draft.project.facets):
            self._add_facet(facet)
        self.tell()
        self._unfold()
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current)
        draft.changed.connect(self.tell)

    def tell(self) -> None:
        """Say in every row what the draft wants of it."""
        project = self._draft.project
        least = {m.value.node: m.count for m in project.aim.minimums}
        self.blockSignals(True)
        for facet in counted_facets(project.facets):
            _dress(self.items[facet.id], facet.label, facet.starred, 0)
            for value in facet.values:
                node = ValueRef(facet=facet.id, value=value.id).node
                _dress(self.items[node], value.label, value.starred, least.get(node, 0))
        self.blockSignals(False)

    def _add_facet(self, facet: Facet) -> None:
        top = self._item(self, facet.id)
        top.setFont(0, current_theme().font("label"))
        rows: dict[str, QTreeWidgetItem] = {}
        for value in _groups_first(facet):
            ref = ValueRef(facet=facet.id, value=value.id)
            self._refs[ref.node] = ref
            rows[value.id] = self._item(rows.get(value.parent or "", top), ref.node)
            rows[value.id].setToolTip(0, plain_tip(value.definition))

    def _item(self, above: QTreeWidget | QTreeWidgetItem, node: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above)
        item.setData(0, _NODE, node)
        item.setSizeHint(0, QSize(0, current_theme().px(_ROW)))
        self.items[node] = item
        return item

    def _unfold(self) -> None:
        for node in self._refs:
            item = self.items[node]
            if item.checkState(0) == _ON or not item.icon(0).isNull():
                above = item.parent()
                while above is not None:
                    above.setExpanded(True)
                    above = above.parent()

    def _on_item_changed(self, _item: QTreeWidgetItem, _column: int) -> None:
        ticked = {node for node, item in self.items.items() if item.checkState(0) == _ON}
        facets, values = _out_of_sight(self._draft.project, self.items)
        facets |= {node for node in ticked if node not in self._refs}
        values |= {self._refs[node] for node in ticked if node in self._refs}
        self._draft.apply(set_stars, facets, values)

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        node = item.data(0, _NODE) if item is not None else ""
        self.value_shown.emit(self._refs.get(node))


def _groups_first(facet: Facet) -> list[FacetValue]:
    details = [value for value in facet.values if value.parent is not None]
    return [*facet.groups, *details]


def _dress(item: QTreeWidgetItem, label: str, starred: bool, least: int) -> None:
    words = label
    if least:
        people = plural("at least {count} person", "at least {count} people", least)
        words = _("{value} · {people}").format(value=label, people=people)
    item.setText(0, words)
    item.setCheckState(0, _ON if starred else _OFF)
    item.setIcon(0, icon("users", "ink3") if least else QIcon())


def _out_of_sight(
    project: Project, listed: dict[str, QTreeWidgetItem]
) -> tuple[set[str], set[ValueRef]]:
    """Return what is starred on facets that are not listed: it stays as it is."""
    others = [facet for facet in project.facets if facet.id not in listed]
    values = {
        ValueRef(facet=facet.id, value=value.id)
        for facet in others
        for value in facet.values
        if value.starred
    }
    return {facet.id for facet in others if facet.starred}, values
