"""Where a person stands at the start and the end of the course, as notes and two sliders each."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.labels import BELONGING_PLACES
from personamap.domain.persona import Persona, Place
from personamap.edits.personas import set_persona_part
from personamap.gui.cast.form import Entry, PersonaForm
from personamap.gui.cast.section import Section
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ShareField
from personamap.gui.widgets.fold_section import padded
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _

End = Literal["start", "end"]
Axis = Literal["authenticity", "acceptance"]

HINTS: dict[End, str] = {
    "start": N_("How is it for them when the course begins?"),
    "end": N_("And at the end? What turned it?"),
}
TITLES: dict[End, str] = {"start": N_("At the start"), "end": N_("At the end")}
AXES: dict[Axis, str] = {
    "authenticity": N_("Authenticity: how much of themselves they bring"),
    "acceptance": N_("Acceptance of others: how far they accept those they do not understand"),
}
_MIDDLE = 0.5


def place_name(place: Place | None) -> str:
    """Return which of the four places somebody stands in."""
    if place is None:
        return _("not placed yet")
    return _(BELONGING_PLACES[place.quadrant].text)


class BelongingSection(Section):
    """Start and end in the belonging square."""

    title = N_("Belonging")

    @override
    def summary(self, persona: Persona) -> str:
        arc = persona.belonging
        if arc.start is None and arc.end is None:
            return place_name(None)
        return _("{start} → {end}").format(start=place_name(arc.start), end=place_name(arc.end))

    @override
    def build(self) -> QWidget:
        self.ends = (EndForm(self.document, "start"), EndForm(self.document, "end"))
        return padded(*self.ends)

    @override
    def redraw(self, persona: Persona) -> None:
        for end in self.ends:
            end.show_persona(persona)


class EndForm(QWidget):
    """One end of the arc: where, and in words."""

    def __init__(self, document: Document, end: End) -> None:
        super().__init__()
        self._document, self._end = document, end
        self._persona_id = ""
        self._place: Place | None = None
        self.where = plain_label()
        self.where.setProperty("role", "hint")
        self.clear = QPushButton(_("take away"))
        self.clear.setProperty("role", "quiet-chip")
        self.clear.clicked.connect(self._on_cleared)
        self.sliders: dict[Axis, ShareField] = {}
        note = Entry(f"{end}_note", N_("In words"), "text", HINTS[end], part="belonging")
        self.note = PersonaForm(document, (note,))
        self._lay_out()

    def show_persona(self, persona: Persona) -> None:
        """Show where a person stands."""
        self._persona_id = persona.id
        self._place = getattr(persona.belonging, self._end)
        self.where.setText(place_name(self._place))
        self.clear.setVisible(self._place is not None)
        for axis, slider in self.sliders.items():
            slider.show_share(getattr(self._place, axis) if self._place else _MIDDLE)
        self.note.show_persona(persona)

    def _lay_out(self) -> None:
        title = plain_label(_(TITLES[self._end]))
        title.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self.where, 1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(head)
        for axis, label in AXES.items():
            slider = ShareField()
            slider.setAccessibleName(f"{_(TITLES[self._end])}. {_(label)}")
            slider.moved.connect(partial(self._on_moved, axis))
            self.sliders[axis] = slider
            holder = labelled(_(label), slider)
            column.addWidget(holder)
        column.addWidget(self.note)

    def _on_moved(self, axis: Axis, share: float) -> None:
        before = self._place or Place(authenticity=_MIDDLE, acceptance=_MIDDLE)
        place = before.evolve(**{axis: share})
        change = partial(set_persona_part, part="belonging", field=self._end, value=place)
        typing = f"{self._persona_id}.belonging.{self._end}.{axis}"
        self._document.apply_typing(_("Place in belonging"), typing, change, self._persona_id)

    def _on_cleared(self) -> None:
        who = self._persona_id
        text = _("Take away the place")
        self._document.apply(text, set_persona_part, who, "belonging", self._end, None)
