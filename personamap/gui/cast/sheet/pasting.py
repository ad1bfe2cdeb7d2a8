"""What a block of cells from the clipboard would change, before it changes anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from personamap.domain.base import new_id
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Persona, StatedValue
from personamap.domain.tab_separated import Block
from personamap.edits.cast_table import AnswerCell, Cells, TextCell
from personamap.edits.naming import value_id_of
from personamap.gui.cast.sheet.columns import SheetColumn, text_of
from personamap.importers.cast.sheet_cells import SheetCell, read_cell, write_cell
from personamap.importers.cast.values import FacetWords

NEW, OWN_WORDS = ":new", ":words"
"""What becomes of a word that is no value, beside being one of the values of its facet."""

Word = tuple[str, str]
"""The id of a facet, and a word in one of its cells that names no value."""


class Pasted(Struct, frozen=True):
    """A block as it would land: texts and answers by person, and who would be new."""

    texts: tuple[TextCell, ...]
    read: tuple[tuple[str, Facet, SheetCell], ...]
    newcomers: tuple[Persona, ...]
    left_over: int

    @property
    def unknown(self) -> Mapping[Word, str]:
        """The words to ask about, each with the value it is nearly the name of, or nothing."""
        words: dict[Word, str] = {}
        for _who, facet, cell in self.read:
            near = dict(cell.near)
            for word in cell.unknown:
                words.setdefault((facet.id, word), near.get(word, ""))
        return words


def written(people: Sequence[Persona], columns: Sequence[SheetColumn]) -> Block:
    """Return what these people have in these columns, as spreadsheets take it."""
    down = [_written_down(people, column) for column in columns]
    return tuple(zip(*down, strict=True))


def _written_down(people: Sequence[Persona], column: SheetColumn) -> list[str]:
    facet = column.facet
    if facet is None:
        return [text_of(person, column.field or "name") for person in people]
    words = FacetWords.of(facet)
    # Many people say the same, and finding the words for it takes long.
    said: dict[tuple[str, tuple[StatedValue, ...]], str] = {}
    cells = []
    for person in people:
        answer = person.answer(facet.id)
        key = answer.state, answer.values
        if key not in said:
            said[key] = write_cell(words, answer)
        cells.append(said[key])
    return cells


def landed(block: Block, people: Sequence[str], columns: Sequence[SheetColumn]) -> Pasted:
    """Return where the cells of a block land, from the first of these people and columns on.

    Rows beyond the last person are new people; columns beyond the last one have no place.
    """
    newcomers = tuple(Persona(id=new_id("per")) for _row in block[len(people) :])
    rows = (*people[: len(block)], *(persona.id for persona in newcomers))
    texts: list[TextCell] = []
    read: list[tuple[str, Facet, SheetCell]] = []
    words = {c.facet.id: FacetWords.of(c.facet) for c in columns[: len(block[0])] if c.facet}
    known: dict[tuple[str, str], SheetCell] = {}
    for who, row in zip(rows, block, strict=True):
        for column, text in zip(columns, row, strict=False):
            if column.field:
                texts.append(TextCell(who, column.field, text))
            elif column.facet:
                key = column.facet.id, text
                if key not in known:
                    known[key] = read_cell(words[column.facet.id], text)
                read.append((who, column.facet, known[key]))
    left = max(0, len(block[0]) - len(columns))
    return Pasted(tuple(texts), tuple(read), newcomers, left)


def filled(pasted: Pasted, meant: Mapping[Word, str]) -> Cells:
    """Return the cells to fill, with every unknown word taken as what it was said to mean."""
    coming: dict[Word, FacetValue] = {}
    taken = {facet.id: {value.id for value in facet.values} for _w, facet, _c in pasted.read}
    for word, choice in meant.items():
        if choice == NEW:
            value_id = value_id_of(word[1], taken[word[0]])
            taken[word[0]].add(value_id)
            coming[word] = FacetValue(id=value_id, label=word[1])
    ids = {word: coming[word].id if word in coming else choice for word, choice in meant.items()}
    return Cells(
        texts=pasted.texts,
        answers=tuple(_answer(who, facet, cell, ids) for who, facet, cell in pasted.read),
        newcomers=pasted.newcomers,
        values=tuple((facet_id, value) for (facet_id, _w), value in coming.items()),
    )


def _answer(who: str, facet: Facet, cell: SheetCell, ids: Mapping[Word, str]) -> AnswerCell:
    said = [word for word in cell.unknown if ids.get((facet.id, word)) == OWN_WORDS]
    meant = [ids[facet.id, word] for word in cell.unknown if word not in said]
    known = {stated.value for stated in cell.values}
    more = tuple(StatedValue(value=v) for v in dict.fromkeys(meant) if v not in known)
    return AnswerCell(who, facet.id, cell.state, (*cell.values, *more), "\n".join(said))
