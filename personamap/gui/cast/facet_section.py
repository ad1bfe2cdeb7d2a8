"""The sections made of facet rows: identity, and work."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.facet import Facet, FacetKind
from personamap.domain.persona import Persona
from personamap.gui.cast.facet_row import FacetRow
from personamap.gui.cast.form import Entry, PersonaForm
from personamap.gui.cast.section import Section
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _

AGE_FACET = "age_band"
JOB = (
    Entry("title", N_("Job title"), part="job"),
    Entry("department", N_("Department"), part="job"),
    Entry("duties", N_("Duties"), "text", N_("What does a working day look like?"), part="job"),
)


class FacetSection(Section):
    """All active facets of one kind, one row each."""

    kind: FacetKind = "identity"

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets shown here, in the order of the project."""
        return tuple(f for f in self.document.project.active_facets if f.kind == self.kind)

    @override
    def summary(self, persona: Persona) -> str:
        facets = self.facets
        stated = sum(not persona.answer(facet.id).is_blank for facet in facets)
        return _("{stated} of {count} facets stated").format(stated=stated, count=len(facets))

    @override
    def build(self) -> QWidget:
        self.rows: dict[str, FacetRow] = {}
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        return body

    @override
    def redraw(self, persona: Persona) -> None:
        facets = self.facets
        if list(self.rows) != [facet.id for facet in facets]:
            self._line_up(facets)
        for facet in facets:
            exactly = ""
            if facet.id == AGE_FACET and persona.age is not None:
                exactly = _("exactly {age}").format(age=persona.age)
            self.rows[facet.id].show_answer(persona.id, facet, persona.answer(facet.id), exactly)

    def rows_in_pieces(self) -> Iterator[FacetRow]:
        """Make the rows one by one, before anybody looks; `redraw` would make them all at once."""
        for facet in self.facets:
            if facet.id not in self.rows:
                row = self.rows[facet.id] = FacetRow(self.document, facet)
                self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
                yield row

    def _line_up(self, facets: tuple[Facet, ...]) -> None:
        kept = {facet.id for facet in facets}
        for facet_id in [facet_id for facet_id in self.rows if facet_id not in kept]:
            gone = self.rows.pop(facet_id)
            gone.hide()
            gone.deleteLater()
        before = self.rows
        self.rows = {f.id: before.get(f.id) or FacetRow(self.document, f) for f in facets}
        for row in self.rows.values():
            self._column.removeWidget(row)
            self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)


class IdentitySection(FacetSection):
    """Who this person is, facet by facet."""

    title = N_("Identity")


class WorkSection(FacetSection):
    """What this person does for a living, in words and on the facets of work."""

    title = N_("Work")
    kind: FacetKind = "work"

    @override
    def build(self) -> QWidget:
        facets = super().build()
        self.form = PersonaForm(self.document, JOB)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(padded(self.form))
        column.addWidget(facets)
        return body

    @override
    def redraw(self, persona: Persona) -> None:
        self.form.show_persona(persona)
        super().redraw(persona)
