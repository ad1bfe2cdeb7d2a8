"""The fields of one facet, and of one of its values."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from personamap.domain.facet import Facet, FacetValue
from personamap.edits.facet_values import set_value_field
from personamap.edits.facets import set_facet_field
from personamap.gui.cast.form import Entry, EntryForm
from personamap.gui.document import Document
from personamap.gui.facets.words import KINDS, standard_words
from personamap.gui.fields.fields import LineField
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _

NAME = (Entry("label", N_("Name")),)
KIND = (Entry("kind", N_("Stands under"), "choice", choices=KINDS),)
ASKS = (Entry("help", N_("What it asks"), "text"),)
VALUE = (
    Entry("label", N_("Name of the value")),
    Entry("definition", N_("What it means"), "text"),
    Entry("synonyms", N_("Other words for it"), "list", N_("A word that tables may use")),
)
TICKS = (
    ("starred", N_("Matters for this course"), N_("Looked at first, and marked with a star.")),
    ("many", N_("Takes several values"), N_("One person may have more than one of them.")),
    ("ordered", N_("Is a scale"), N_("The values have an order, such as ages.")),
    ("counted", N_("Is counted"), N_("Coverage counts who has which value.")),
)


class FacetForm(QWidget):
    """Edits one facet, on every persona at once; `named` says that its name was finished."""

    named = Signal(str)  # its id

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._facet_id = ""
        self.name, self.kind, self.asks = (EntryForm(part) for part in (NAME, KIND, ASKS))
        self._hear()
        self.standard = hint("")
        self.ticks = {field: QCheckBox(_(label)) for field, label, _tip in TICKS}
        strip = QWidget()
        flow = FlowLayout(strip, 12)
        for field, _label, tip in TICKS:
            self.ticks[field].setToolTip(plain_tip(_(tip)))
            self.ticks[field].clicked.connect(partial(self._on_ticked, field))
            flow.addWidget(self.ticks[field])
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.name, 2)
        head.addWidget(self.kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.asks)
        column.addWidget(self.standard)
        column.addWidget(strip)

    def show_facet(self, facet: Facet) -> None:
        """Show a facet; what is there already stays untouched."""
        self._facet_id = facet.id
        for form in (self.name, self.kind, self.asks):
            form.show_entity(facet)
        say(self.standard, standard_words(facet))
        for field, tick in self.ticks.items():
            tick.setChecked(getattr(facet, field))

    def edit_name(self) -> None:
        """Put the cursor into the name, all of it selected."""
        _edit_name(self.name)

    def _hear(self) -> None:
        for form in (self.name, self.kind, self.asks):
            form.edited.connect(self._on_edited)
        name = self.name.fields["label"]
        if isinstance(name, LineField):
            name.editingFinished.connect(self._on_named)

    def _on_named(self) -> None:
        self.named.emit(self._facet_id)

    def _on_edited(self, entry: Entry, value: Any) -> None:
        text = _("Edit {field}").format(field=_(entry.label))
        change = partial(set_facet_field, field=entry.field, value=value)
        if entry.kind == "choice":
            self._document.apply(text, change, self._facet_id)
        else:
            typing = f"{self._facet_id}.{entry.field}"
            self._document.apply_typing(text, typing, change, self._facet_id)

    def _on_ticked(self, field: str, _checked: bool = False) -> None:
        wanted = self.ticks[field].isChecked()
        text = _("Edit {field}").format(field=self.ticks[field].text())
        self._document.apply(text, set_facet_field, self._facet_id, field, wanted)


class ValueForm(QWidget):
    """Edits one value of a facet, on every persona at once."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._ids = ("", "")
        self.form = EntryForm(VALUE)
        self.form.edited.connect(self._on_edited)
        self.starred = QCheckBox(_("This value matters"))
        self.starred.clicked.connect(self._on_starred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self.starred)
        column.addStretch(1)

    def show_value(self, facet: Facet, value: FacetValue) -> None:
        """Show a value; what is there already stays untouched."""
        self._ids = facet.id, value.id
        self.form.show_entity(value)
        self.starred.setChecked(value.starred)

    def edit_name(self) -> None:
        """Put the cursor into the name, all of it selected."""
        _edit_name(self.form)

    def _on_edited(self, entry: Entry, value: Any) -> None:
        text = _("Edit {field}").format(field=_(entry.label))
        typing = ".".join((*self._ids, entry.field))
        self._document.apply_typing(text, typing, set_value_field, *self._ids, entry.field, value)

    def _on_starred(self, wanted: bool) -> None:
        self._document.apply(_("Star a value"), set_value_field, *self._ids, "starred", wanted)


def _edit_name(form: EntryForm) -> None:
    name = form.fields["label"]
    name.setFocus()
    if isinstance(name, LineField):
        name.selectAll()
