"""Published totals, typed: how many people hold each value of a facet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.domain.audience import Audience
from personamap.domain.facet import Facet, FacetValue
from personamap.gui.document import Document
from personamap.gui.fields.fields import NumberField
from personamap.gui.importing.audience.about_row import AboutRow
from personamap.gui.importing.audience.columns_page import smallest_field, smallest_row
from personamap.gui.look.theme import current_theme
from personamap.gui.settings import current_settings
from personamap.gui.widgets.dialog_parts import Standard, buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.i18n import _, plural
from personamap.importers.audience.counting import AudienceImport
from personamap.services.audiences import add_audience, present_audience, totals_of, typed_audience
from personamap.services.imports import offered_facets

_SIZE = QSize(820, 640)
_LIST_WIDTH, _ROW = 160, 30
_MOST = 999_999_999


class TotalsDialog(QDialog):
    """Takes numbers facet by facet; Keep makes them the audience, as one undo step."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.facets = offered_facets(document.project)
        present = present_audience(document.project)
        self._about = present or Audience(id="aud-typed")
        self.totals = totals_of(present) if present else {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Type totals"))
        self.resize(size_for(self, _SIZE))
        usual = current_settings().smallest_group
        self.smallest = smallest_field(self._about.smallest_group if present else usual)
        if present is not None:
            self.smallest.setMinimum(present.smallest_group)
        self._make_parts()
        self._lay_out()
        self.people.edited.connect(lambda _number: self._tell())
        self.smallest.valueChanged.connect(lambda _number: self._tell())
        self.list.currentRowChanged.connect(self._on_facet)
        self.accepted.connect(self._on_accepted)
        self.list.setCurrentRow(self._first())

    @classmethod
    def ask(cls, document: Document, parent: QWidget) -> TotalsDialog:
        """Open over the window, with the numbers of the present audience."""
        dialog = cls(document, parent)
        dialog.open()
        return dialog

    @property
    def typed(self) -> AudienceImport:
        """What the numbers would be kept as."""
        about = self._about.evolve(
            people=int(self.people.text() or 0), smallest_group=self.smallest.value()
        )
        return typed_audience(self._document.project, self.about.told(about), self.totals)

    def _make_parts(self) -> None:
        self.people = NumberField(0, _MOST)
        self.people.show_number(self._about.people or None)
        self.people.setAccessibleName(_("People in all"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Facets"))
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.fields: dict[str, NumberField] = {}
        self.area = page_of(QWidget())
        self.summary = hint("", "secondary")
        self.about = AboutRow()
        self.about.show_about(self._about)
        for facet in self.facets:
            row = QListWidgetItem(self.list)
            row.setSizeHint(QSize(0, current_theme().px(_ROW)))
            self._name(facet)

    def _name(self, facet: Facet) -> None:
        """Say in the list which facets have numbers."""
        count = sum(map(bool, self.totals.get(facet.id, {}).values()))
        words = plural("{count} number", "{count} numbers", count)
        text = _("{facet} · {numbers}").format(facet=facet.label, numbers=words)
        self.list.item(self.facets.index(facet)).setText(text if count else facet.label)

    def _first(self) -> int:
        """Return the place of the first facet with numbers, else of the first that is starred."""
        order = sorted(
            range(len(self.facets)),
            key=lambda at: (self.facets[at].id not in self.totals, not self.facets[at].starred),
        )
        return order[0] if order else -1

    def _lay_out(self) -> None:
        all_people = QFormLayout()
        all_people.addRow(_("&People in all"), self.people)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 2)
        middle.addWidget(self.area, 3)
        self.buttons = buttons(self, Standard.Ok, _("&Keep these counts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(
            hint(
                _(
                    "For published figures: how many of the people who will take the course hold "
                    "each value. Leave out what you do not know. Numbers so small that somebody "
                    "could be found in them are not kept."
                )
            )
        )
        layout.addLayout(all_people)
        layout.addLayout(middle, 1)
        layout.addLayout(smallest_row(self.smallest))
        layout.addWidget(self.about)
        layout.addWidget(self.summary)
        layout.addWidget(self.buttons)

    def _on_facet(self, at: int) -> None:
        if at < 0:
            return
        facet = self.facets[at]
        content = QWidget()
        form = QFormLayout(content)
        form.setSpacing(8)
        self.fields = {value.id: self._field(facet, value) for value in facet.groups}
        for value in facet.groups:
            form.addRow(value.label.replace("&", "&&"), self.fields[value.id])
        self.area.setWidget(content)
        self._tell()

    def _field(self, facet: Facet, value: FacetValue) -> NumberField:
        field = NumberField(0, _MOST)
        field.show_number(self.totals.get(facet.id, {}).get(value.id) or None)
        field.setAccessibleName(
            _("People: {facet}, {value}").format(facet=facet.label, value=value.label)
        )
        field.edited.connect(partial(self._on_number, facet, value.id))
        return field

    def _on_number(self, facet: Facet, value: str, people: int | None) -> None:
        self.totals.setdefault(facet.id, {})[value] = people or 0
        self._name(facet)
        self._tell()

    def _tell(self) -> None:
        """Say what would be kept of the numbers as they are."""
        found = self.typed
        audience = found.audience
        typed = sum(bool(n) for counts in self.totals.values() for n in counts.values())
        kept = sum(len(group.values) == 1 for group in audience.groups)
        words = plural("{count} number is kept", "{count} numbers are kept", kept)
        if typed > kept:
            left = typed - kept
            words += " · " + plural(
                "{count} is hidden, because few people could be found in it",
                "{count} are hidden, because few people could be found in them",
                left,
            )
        self.summary.setText("\n".join((words, *found.notes)))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(audience.groups))

    def _on_accepted(self) -> None:
        self._document.apply(_("Type totals of the audience"), add_audience, self.typed)
