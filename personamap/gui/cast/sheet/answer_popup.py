"""The popup of a facet's cell: its values to tick, then the four kinds of blank."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.persona import Answer
from personamap.edits.answers import set_own_words
from personamap.edits.cast_table import answer_for_all, blank_for_all
from personamap.gui.cast.card import BLANKS
from personamap.gui.cast.facet_words import value_rows
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import OTHER, PopupRow, SearchPopup
from personamap.i18n import _, plural, within

_BLANK = ":"


class AnswerPopup(SearchPopup):
    """Stays open while values are ticked where a facet takes several; a blank closes it.

    `ticked` carries a value and whether it is wanted, `blanked` a kind of blank.
    """

    ticked = Signal(str, bool)
    blanked = Signal(str)

    def __init__(self, facet: Facet, answers: Collection[Answer], parent: QWidget) -> None:
        title = _("Search {facet}").format(facet=within(facet.label))
        if len(answers) > 1:
            people = plural("for {count} person", "for {count} people", len(answers))
            title = _("{search} {people}").format(search=title, people=people)
        alone = _("“{words}” in their own words") if len(answers) == 1 else ""
        super().__init__(title, _rows(facet, answers), alone, parent)
        self._many = facet.many

    @override
    def _pick(self, row_id: str) -> None:
        if not row_id or row_id == OTHER:
            super()._pick(row_id)
        elif row_id.startswith(_BLANK):
            self.close()
            self.blanked.emit(row_id.removeprefix(_BLANK))
        elif not self._many:
            self.close()
            self.ticked.emit(row_id, True)
        else:
            self._tick(row_id)

    def _tick(self, row_id: str) -> None:
        wanted = not self._rows[row_id].chosen
        for name, row in self._rows.items():
            if name == row_id:
                self._rows[name] = replace(row, chosen=wanted)
            elif name.startswith(_BLANK):
                self._rows[name] = replace(row, chosen=False)
        self.found.show_edited(self._rows)
        self.search.selectAll()
        self.ticked.emit(row_id, wanted)


def ask_answers(
    document: Document, ids: Sequence[str], facet: Facet, anchor: QWidget, part: QRect
) -> AnswerPopup:
    """Open the popup of a facet by a part of `anchor`; what is picked is said of everybody."""
    answers = [document.project.persona(who).answer(facet.id) for who in ids]
    popup = AnswerPopup(facet, answers, anchor)
    text, apply = _("Answer {facet}").format(facet=facet.label), document.apply
    popup.ticked.connect(
        lambda value, wanted: apply(text, answer_for_all, ids, facet.id, value, wanted=wanted)
    )
    popup.blanked.connect(lambda state: apply(text, blank_for_all, ids, facet.id, state))
    popup.written.connect(lambda words: apply(text, set_own_words, ids[0], facet.id, words))
    popup.open_by(anchor, part)
    return popup


def _rows(facet: Facet, answers: Collection[Answer]) -> tuple[PopupRow, ...]:
    counted = [set(answer.counted_values) for answer in answers]
    shared = set.intersection(*counted) if counted else set()
    blanks = {a.state if a.state != "stated" else "undecided" for a in answers if a.is_blank}
    left = blanks.pop() if len(blanks) == 1 and not any(counted) else ""
    values = value_rows(facet, Answer(facet=facet.id))
    return (
        *(replace(row, chosen=row.id in shared) for row in values),
        *(
            PopupRow(
                id=f"{_BLANK}{state}",
                text=_(ANSWER_STATES[state].text),
                help=_(ANSWER_STATES[state].help),
                chosen=state == left,
            )
            for state in BLANKS
        ),
    )
