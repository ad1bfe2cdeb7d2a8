"""What somebody says on one facet as one cell of a sheet, written and read.

A cell lists the values; a kind of blank stands in brackets before what is
kept under it. How the story shows an answer and the person's own words are
not in the cell: they stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from personamap.domain.cells import value_text
from personamap.domain.columns import folded
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.persona import Answer, AnswerState, StatedValue
from personamap.i18n import _
from personamap.importers.cast.values import FacetWords

_MARKS = ("; ", " | ")
_BLANK = re.compile(r"\(\s*(?P<state>[^()]+?)\s*\)(?P<rest>.*)", re.DOTALL)


class SheetCell(Struct, frozen=True):
    """What a cell says: a state with values, and the words in it that name no value.

    `near` holds words that are nearly the name of a value, with its id.
    """

    state: AnswerState
    values: tuple[StatedValue, ...] = ()
    unknown: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


def write_cell(words: FacetWords, answer: Answer) -> str:
    """Return an answer as a cell that `read_cell` reads as the same."""
    texts = [value_text(words.facet, value) for value in answer.values]
    ids = [_by_id(value) for value in answer.values]
    # A label may look like a list of others, or of their ids.
    *ways, last = (_cell(answer.state, texts), *(_cell(answer.state, ids, mark) for mark in _MARKS))
    return next((way for way in ways if _says(read_cell(words, way), answer)), last)


def read_cell(words: FacetWords, text: str) -> SheetCell:
    """Return what a cell says; nothing in it is left out."""
    text = text.strip()
    state, rest = _state_before(text)
    if state is None and folded(text) not in words.values:
        state, rest = (_state_of(text), "") if folded(text) != "open" else (None, text)
    if state is None:
        state, rest = ("stated" if text else "undecided"), text
    pieces = words.pieces(rest) if rest else ()
    values: dict[str, StatedValue] = {}
    for piece in pieces:
        if piece.value is not None and not piece.near:
            before = values.get(piece.value.value, piece.value)
            both = dict.fromkeys((*before.qualifiers, *piece.value.qualifiers))
            values[piece.value.value] = StatedValue(value=piece.value.value, qualifiers=tuple(both))
    return SheetCell(
        state=state,
        values=tuple(values.values()),
        unknown=tuple(piece.text for piece in pieces if piece.value is None or piece.near),
        near=tuple((p.text, p.value.value) for p in pieces if p.value is not None and p.near),
    )


def _says(read: SheetCell, answer: Answer) -> bool:
    return (read.state, read.values) == (answer.state, answer.values) and not read.near


def _cell(state: AnswerState, values: list[str], mark: str = _MARKS[0]) -> str:
    listed = mark.join(values)
    if state == "stated" and values:
        return listed
    if state == "undecided" and not values:
        return ""
    blank = _("({state}) {values}").format(state=_(ANSWER_STATES[state].text), values=listed)
    return blank.strip()


def _by_id(stated: StatedValue) -> str:
    said = " + ".join(stated.qualifiers)
    return f"{stated.value} ({said})" if said else stated.value


def _state_before(text: str) -> tuple[AnswerState | None, str]:
    found = _BLANK.fullmatch(text)
    state = _state_of(found["state"]) if found else None
    return (state, found["rest"].strip()) if found and state else (None, text)


def _state_of(word: str) -> AnswerState | None:
    return _states().get(folded(word))


def _states() -> Mapping[str, AnswerState]:
    named = {folded(_(label.text)): state for state, label in ANSWER_STATES.items()}
    return named | {str(state): state for state in ANSWER_STATES}
