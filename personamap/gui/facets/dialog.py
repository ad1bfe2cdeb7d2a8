"""All facets of a project in one window; what is changed here is changed on everybody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.domain.facet import Facet
from personamap.edits.facet_ids import called_as_named
from personamap.edits.facets import add_facet, move_facet, set_facet_field
from personamap.edits.naming import facet_id_of
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.facets.facet_form import FacetForm
from personamap.gui.facets.facet_list import FacetList
from personamap.gui.facets.history_button import HistoryButton
from personamap.gui.facets.losses import loss_of_facet, loss_of_use
from personamap.gui.facets.packs_dialog import PacksDialog
from personamap.gui.facets.values_part import ValuesPart
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.widgets.dialog_parts import hint, size_for
from personamap.gui.widgets.empty_state import EmptyState
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.page import page_of
from personamap.i18n import _

Standard = QKeySequence.StandardKey
_SIZE = QSize(1080, 680)
_RING = 4
"""What the focus ring takes around a field at the edge of a page that scrolls."""


class FacetsDialog(QDialog):
    """Changes the project at once; every change is an undo step, here as in the window."""

    def __init__(
        self, document: Document, parent: QWidget | None = None, facet_id: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Facets"))
        self.resize(size_for(self, _SIZE))
        self.panel = FacetsPanel(document, facet_id, self)
        stack = document.undo_stack
        self.undo = HistoryButton(stack.createUndoAction(self), Standard.Undo, "undo-2", self)
        self.redo = HistoryButton(stack.createRedoAction(self), Standard.Redo, "redo-2", self)
        close = QPushButton(_("&Done"))
        close.setProperty("role", "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo)
        foot.addWidget(self.redo)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        words = _("What you change here is changed on everybody at once. A new facet is undecided.")
        layout.addWidget(hint(words, "secondary"))
        layout.addWidget(self.panel, 1)
        layout.addLayout(foot)

    @classmethod
    def ask(cls, document: Document, parent: QWidget, facet_id: str = "") -> FacetsDialog:
        """Open the facets over the window, with one of them in front."""
        dialog = cls(document, parent, facet_id)
        dialog.open()
        return dialog


class FacetsPanel(DocumentView):
    """The list of facets, and beside it the one that is looked at."""

    def __init__(
        self, document: Document, facet_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._coming, self._unnamed = facet_id, ""
        self.list = FacetList()
        self.form = FacetForm(document)
        self.values = ValuesPart(document)
        self.add = _button(_("&Add facet"), "plus", self.add_facet)
        self.packs = _button(_("Bring in a &pack…"), "download", self.ask_packs)
        self.use = _button(_("Switch &off…"), "eye-off", self.ask_use)
        self.remove = _button(_("Re&move facet…"), "trash-2", self.ask_removal)
        self.empty = EmptyState("list-filter")
        self.empty.tell(
            _("No facet yet"),
            _("A facet is something people answer about who they are, such as their age band."),
        )
        self.first = self.empty.add_button(_("Bring in a pack"), "download")
        self.first.clicked.connect(self.ask_packs)
        self._lay_out()
        self.list.chosen.connect(self._show_current)
        self.list.moved.connect(self._on_moved)
        self.list.removal_asked.connect(self.ask_removal)
        self.list.name_wanted.connect(self.form.edit_name)
        self.form.named.connect(self._on_named)

    @override
    def refresh(self, changes: Changes | None) -> None:
        coming, self._coming = self._coming, ""
        self.list.show_facets(self.document.project, coming)
        if coming:
            self.list.show_current(coming)
        self._show_current()

    def add_facet(self) -> None:
        """Add an empty facet behind the current one, ready to be named."""
        project = self.document.project
        facet_id = facet_id_of(_("facet"), {facet.id for facet in project.facets})
        current = self._current()
        kind = current.kind if current else "identity"
        self._coming = self._unnamed = facet_id
        place = self.list.currentRow() + 1
        new = Facet(id=facet_id, label="", kind=kind)
        self.document.apply(_("Add a facet"), add_facet, new, place)
        self.form.edit_name()

    def ask_packs(self) -> None:
        """Offer the facets that travel with the program."""
        PacksDialog(self.document, self.window()).open()

    def ask_use(self) -> None:
        """Switch the current facet on, or say what switching it off means, and ask."""
        facet = self._current()
        if facet is None:
            return
        if facet.active:
            LossDialog(
                self.document, loss_of_use(self.document.project, facet), self.window()
            ).open()
        else:
            self.document.apply(_("Switch a facet on"), set_facet_field, facet.id, "active", True)

    def ask_removal(self) -> None:
        """Say what removing the current facet means, and ask."""
        facet = self._current()
        if facet is not None:
            loss = loss_of_facet(self.document.project, facet)
            LossDialog(self.document, loss, self.window()).open()

    def _current(self) -> Facet | None:
        return self.document.project.find_facet(self.list.current_id)

    def _show_current(self, _facet_id: str = "") -> None:
        facet = self._current()
        self._stack.setCurrentIndex(0 if facet is not None else 1)
        for button in (self.use, self.remove):
            button.setEnabled(facet is not None)
        if facet is None:
            return
        self.form.show_facet(facet)
        self.values.show_facet(self.document.project, facet)
        self.use.setText(_("Switch &off…") if facet.active else _("Switch &on"))
        self.use.setIcon(icon("eye-off" if facet.active else "eye"))

    def _on_named(self, facet_id: str) -> None:
        """Give a facet that is named for the first time an id that says what it is."""
        project = self.document.project
        facet = project.find_facet(facet_id)
        if facet is None or facet_id != self._unnamed or not facet.label.strip():
            return
        self._unnamed = ""
        after = called_as_named(project, facet_id).facets[project.facets.index(facet)].id
        self._coming = after if after != facet_id else ""
        text = _("Edit {field}").format(field=_("Name"))
        self.document.apply_typing(text, f"{facet_id}.label", called_as_named, facet_id)

    def _on_moved(self, facet_id: str, place: int) -> None:
        self.document.apply(_("Move a facet"), move_facet, facet_id, place)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "content")
        column = QVBoxLayout(content)
        column.setContentsMargins(_RING, _RING, 12, _RING)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.values, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(page_of(content, steady=False))
        self._stack.addWidget(self.empty)
        below = QWidget()
        flow = FlowLayout(below, 6)
        for button in (self.add, self.packs, self.use, self.remove):
            flow.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 4)
        row.addWidget(self._stack, 9)


def _button(words: str, mark: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(icon(mark), words)
    button.setAutoDefault(False)
    button.setProperty("compact", "true")
    button.setIconSize(size_before_words())
    # A slot with optional parameters would be handed `checked`.
    button.clicked.connect(lambda _checked=False: act())
    return button
