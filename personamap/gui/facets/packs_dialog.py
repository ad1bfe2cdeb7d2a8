"""Facets that travel with the program, to be ticked and brought in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.domain.facet import Facet
from personamap.edits.facets import add_facets
from personamap.gui.document import Document
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural
from personamap.services.facet_packs import FacetPack, packs

_SIZE = QSize(560, 560)
_ROW = 30
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PacksDialog(QDialog):
    """Lists every pack with its facets; what is here already cannot be ticked again."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._offered: dict[str, Facet] = {}
        self.items: dict[str, QTreeWidgetItem] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bring in facets"))
        self.resize(size_for(self, _SIZE))
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("role", "list")
        self.tree.setAccessibleName(_("Facets by pack"))
        for pack in packs():
            self._add_pack(pack)
        self.tree.expandAll()
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Bring in"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        words = _(
            "What you tick is copied into this project, where you can change it. "
            "It is on everybody at once, undecided."
        )
        layout.addWidget(hint(words, "secondary"))
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.box)
        self.tree.itemChanged.connect(self._tell)
        self._tell()
        self.accepted.connect(self._on_accepted)

    @property
    def ticked(self) -> tuple[Facet, ...]:
        """The facets to bring in."""
        return tuple(
            facet for at, facet in self._offered.items() if self.items[at].checkState(0) == _ON
        )

    def _add_pack(self, pack: FacetPack) -> None:
        top = _item(self.tree, pack.label)
        top.setFont(0, current_theme().font("label"))
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        top.setToolTip(0, plain_tip(pack.help))
        for facet in pack.facets:
            item = self.items[facet.id] = _item(top, _facet_words(facet))
            item.setToolTip(0, plain_tip(facet.help))
            if self._document.project.find_facet(facet.id) is None:
                self._offered[facet.id] = facet
                item.setCheckState(0, _OFF)
            else:
                item.setText(0, _("{facet} · here already").format(facet=facet.label))
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)

    def _tell(self) -> None:
        button = self.box.button(QDialogButtonBox.StandardButton.Ok)
        count = len(self.ticked)
        button.setEnabled(bool(count))
        button.setToolTip("" if count else _("Tick a facet first."))

    def _on_accepted(self) -> None:
        text = plural("Bring in a facet", "Bring in facets", len(self.ticked))
        self._document.apply(text, add_facets, *self.ticked)


def _item(above: QTreeWidget | QTreeWidgetItem, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(above)
    item.setText(0, words)
    item.setSizeHint(0, QSize(0, current_theme().px(_ROW)))
    return item


def _facet_words(facet: Facet) -> str:
    counted = plural("{count} value", "{count} values", len(facet.values))
    return _("{facet} · {values}").format(facet=facet.label, values=counted)
