"""One row of a table to one persona. Text that fits nowhere stands in the notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from personamap.domain.base import new_id
from personamap.domain.columns import Aspect
from personamap.domain.persona import Answer, Persona
from personamap.errors import TableRefused
from personamap.i18n import _
from personamap.importers.cast.answers import are_showings, is_state, read_answer
from personamap.importers.cast.beside import Around, Stray, taken_together
from personamap.importers.cast.fields import Fields
from personamap.importers.cast.headings import (
    FAMILY_NAME,
    FIELD_LABELS,
    GIVEN_NAME,
    field_of,
)
from personamap.importers.cast.lives import Lives
from personamap.importers.cast.mapping import LEAVE_OUT, NOTES, ColumnUse
from personamap.importers.cast.report import Placed, RowReport, Unknown
from personamap.importers.cast.values import FacetWords


class Reading(Struct, frozen=True):
    """What stays the same for all rows of one table."""

    table: str
    words: Mapping[str, FacetWords]
    lives: Lives
    around: Around
    taken_ids: set[str]
    is_own: bool


class PersonReader:
    """Reads the cells of one row, one after the other."""

    def __init__(self, reading: Reading, row: int, colour: int) -> None:
        self._reading = reading
        self._row, self._colour = row, colour
        self._fields = Fields(is_own=reading.is_own)
        self._facet_cells: dict[str, dict[Aspect, str]] = defaultdict(dict)
        self._facet_columns: dict[str, str] = {}
        self._notes: list[str] = []
        self._placed: list[Placed] = []
        self._unknown: list[Unknown] = []
        self._warnings: list[str] = []

    def read(self, cells: Iterable[tuple[ColumnUse, str]]) -> tuple[Persona, RowReport]:
        """Return the persona of a row and what became of each of its cells."""
        order: dict[str, int] = {}
        for place, (use, cell) in enumerate(cells):
            order[use.column] = place
            if cell.strip():
                self._take(use, cell)
        answers = tuple(map(self._answer, self._facet_cells))
        persona = self._persona(answers)
        if not persona.name:
            self._warnings.append(_("This row has no name; the person came in unnamed."))
        report = RowReport(
            row=self._row,
            persona=persona.id,
            name=persona.name,
            placed=tuple(sorted(self._placed, key=lambda cell: order[cell.column])),
            unknown=tuple(self._unknown),
            warnings=tuple(self._warnings),
        )
        return persona, report

    def _take(self, use: ColumnUse, cell: str) -> None:
        if use.goes_to == LEAVE_OUT:
            self._place(use, _("Left out"), cell)
        elif use.goes_to == NOTES:
            self._note(use, cell)
        elif use.facet:
            self._take_facet(use, cell)
        else:
            self._take_field(use, cell)

    def _take_field(self, use: ColumnUse, cell: str) -> None:
        refusal = self._fields.put(use.goes_to, cell)
        if refusal:
            self._refuse(use.column, cell, refusal)
            self._note(use, cell)
        else:
            self._place(use, _(FIELD_LABELS.get(use.goes_to, use.column)), cell)

    def _refuse(self, column: str, text: str, why: str) -> None:
        warning = _("“{text}” in “{column}” {why}; it stands in the notes.")
        self._warnings.append(warning.format(text=_short(text), column=column, why=why))

    def _take_facet(self, use: ColumnUse, cell: str) -> None:
        cells = self._facet_cells[use.facet]
        fits = {"state": is_state, "shown": are_showings}.get(use.aspect)
        if fits and not fits(cell):
            self._note(use, cell)
        elif use.aspect in cells:
            cells[use.aspect] = f"{cells[use.aspect]}; {cell}"
        else:
            cells[use.aspect] = cell if self._reading.is_own else cell.strip()
            self._facet_columns.setdefault(use.facet, use.column)
        if use.aspect != "values":
            self._place(use, self._reading.words[use.facet].facet.label, cell)

    def _answer(self, facet_id: str) -> Answer:
        words = self._reading.words[facet_id]
        cells = self._facet_cells[facet_id]
        column = self._facet_columns.get(facet_id, "")
        found = read_answer(words, cells, is_own=self._reading.is_own)
        if "values" in cells:
            named = [words.facet.find_value(value.value) for value in found.answer.values]
            labels = ", ".join(value.label for value in named if value)
            where = f"{words.facet.label}: {labels}" if labels else words.facet.label
            self._placed.append(Placed(column, where, cells["values"]))
        self._unknown += (Unknown(column, text) for text in found.unknown)
        self._warnings += found.warnings
        return found.answer

    def _note(self, use: ColumnUse, cell: str) -> None:
        text = cell if self._reading.is_own else cell.strip()
        is_plain = field_of(use.column) == NOTES
        self._notes.append(text if is_plain else f"{use.column}: {text}")
        self._place(use, _(FIELD_LABELS[NOTES]), cell)

    def _place(self, use: ColumnUse, where: str, cell: str) -> None:
        self._placed.append(Placed(use.column, where, cell))

    def _persona(self, answers: tuple[Answer, ...]) -> Persona:
        made = {
            "name": self._name(),
            "id": self._id(),
            "colour": self._colour,
            "answers": answers,
        } | self._lists()
        parts = {"look": {}, "belonging": {}} | self._fields.nested()
        parts["look"]["poses"] = made.pop("poses")
        parts["belonging"]["turning_points"] = made.pop("turning_points")
        return self._checked(parts | made | {"notes": "\n\n".join(self._notes)})

    def _lists(self) -> dict[str, Any]:
        strays: list[Stray] = []
        lists = taken_together(self._fields, self._reading.lives, self._reading.around, strays)
        for stray in strays:
            self._refuse(stray.heading, stray.text, stray.why)
            self._notes.append(f"{stray.heading}: {stray.text}")
        return lists

    def _name(self) -> str:
        """Return the name; parts of it beside a whole name go to the notes unless it has them."""
        whole = self._fields.take("name") or ""
        parts = [part for part in map(self._fields.take, (GIVEN_NAME, FAMILY_NAME)) if part]
        if not whole:
            return " ".join(parts)
        self._notes += (part for part in parts if part not in whole)
        return str(whole)

    def _id(self) -> str:
        """Keep the id of a table of our own, unless somebody has it already."""
        given = self._fields.take("id")
        if given and given in self._reading.taken_ids:
            self._warnings.append(
                _("This person is in the project already; this is a second one beside them.")
            )
        return new_id("per") if not given or given in self._reading.taken_ids else str(given)

    def _checked(self, parts: dict[str, Any]) -> Persona:
        try:
            return Persona.model_validate(parts)
        except ValidationError as error:
            raise TableRefused(
                self._reading.table,
                _("row {row} holds more than can be stored ({why}). Shorten it.").format(
                    row=self._row, why=error.errors()[0]["msg"]
                ),
            ) from error


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
