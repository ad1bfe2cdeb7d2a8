"""What one cell shows, worked out when it is looked at."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.persona import AnswerState, Persona
from personamap.gui.cast.facet_words import value_words
from personamap.gui.cast.sheet.columns import SheetColumn, text_of
from personamap.gui.widgets.chips import BLANK_WORDS
from personamap.i18n import _


class Cell(Struct, frozen=True):
    """A text, or chips, or which kind of blank it is."""

    text: str = ""
    chips: tuple[str, ...] = ()
    blank: AnswerState | None = None

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        if self.blank is not None:
            return _(BLANK_WORDS[self.blank])
        return ", ".join(self.chips) or self.text or _("empty")


def cell_of(persona: Persona, column: SheetColumn) -> Cell:
    """Return what somebody has in a column."""
    if column.facet is None:
        return Cell(" ".join(text_of(persona, column.field or "name").split()))
    answer = persona.answer(column.facet.id)
    if answer.is_blank:
        return Cell(blank="undecided" if answer.state == "stated" else answer.state)
    facet = column.facet
    chips = tuple(value_words(facet, stated) for stated in answer.values)
    words = _("“{words}”").format(words=answer.own_words) if answer.own_words else ""
    return Cell(words, chips)
