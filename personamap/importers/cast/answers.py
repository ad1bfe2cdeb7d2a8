"""The cells about one facet to one answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec import Struct

from personamap.domain.columns import Aspect, folded
from personamap.domain.persona import Answer, AnswerState, Showing, StatedValue
from personamap.i18n import _
from personamap.importers.cast.values import FacetWords, Piece

_STATES: tuple[AnswerState, ...] = get_args(AnswerState)
_SHOWINGS: tuple[Showing, ...] = get_args(Showing)


class ReadAnswer(Struct, frozen=True):
    """An answer, the words of it that no value answers to, and what people should look at."""

    answer: Answer
    unknown: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_answer(words: FacetWords, cells: Mapping[Aspect, str], *, is_own: bool) -> ReadAnswer:
    """Return what the cells about one facet say; words that are no value stay as own words."""
    cell = cells.get("values", "")
    blank = _blank_named(words, cell)
    pieces = () if blank else words.pieces(cell)
    unknown = tuple(piece.text for piece in pieces if piece.value is None)
    kept = unknown if is_own else tuple(p.text for p in pieces if not p.is_label)
    own_words = _together(cells.get("own_words", ""), cell.strip() if kept else "")
    values = _merged(pieces)
    answer = Answer(
        facet=words.facet.id,
        state=_state(cells.get("state", "")) or blank or _stated(values, own_words),
        values=values,
        own_words=own_words,
        shown=_showings(cells.get("shown", "")),
        shown_how=cells.get("shown_how", ""),
    )
    return ReadAnswer(answer, unknown, tuple(_warnings(words, values, pieces)))


def is_state(text: str) -> bool:
    """Tell whether a cell names the state of an answer."""
    return not text.strip() or bool(_state(text))


def are_showings(text: str) -> bool:
    """Tell whether every word of a cell says how the story shows an answer."""
    said = [folded(word) for word in text.split(";") if word.strip()]
    return all(word in _SHOWINGS for word in said)


def _blank_named(words: FacetWords, cell: str) -> AnswerState | None:
    """Read `(open)`, or a word that can mean nothing but a blank."""
    word = folded(cell)
    if word in words.values:
        return None
    in_brackets = word.startswith("(") and word.endswith(")")
    state = _state(word.strip("()")) if in_brackets else _state(word)
    return state if state != "stated" and (in_brackets or state != "open") else None


def _state(text: str) -> AnswerState | None:
    return next((state for state in _STATES if state == folded(text)), None)


def _stated(values: Sequence[StatedValue], own_words: str) -> AnswerState:
    return "stated" if values or own_words else "undecided"


def _together(own_words: str, cell: str) -> str:
    if not own_words.strip() or folded(cell) in folded(own_words):
        return own_words or cell
    return f"{own_words}\n{cell}" if cell else own_words


def _merged(pieces: Sequence[Piece]) -> tuple[StatedValue, ...]:
    values: dict[str, StatedValue] = {}
    for piece in pieces:
        if piece.value is None:
            continue
        before = values.get(piece.value.value, piece.value)
        both = dict.fromkeys((*before.qualifiers, *piece.value.qualifiers))
        values[piece.value.value] = before.evolve(qualifiers=tuple(both))
    return tuple(values.values())


def _showings(text: str) -> tuple[Showing, ...]:
    said = {folded(word) for word in text.split(";")}
    return tuple(showing for showing in _SHOWINGS if showing in said)


def _warnings(
    words: FacetWords, values: Sequence[StatedValue], pieces: Sequence[Piece]
) -> list[str]:
    facet = words.facet
    warnings = [
        _("“{text}” was read as “{value}” of {facet}, a near spelling.").format(
            text=piece.text, value=_label(words, piece.value), facet=facet.label
        )
        for piece in pieces
        if piece.near and piece.value
    ]
    if len(values) > 1 and not facet.many:
        warnings.append(
            _("{facet} takes one value, and {count} are given; all were kept.").format(
                facet=facet.label, count=len(values)
            )
        )
    return warnings


def _label(words: FacetWords, stated: StatedValue) -> str:
    value = words.facet.find_value(stated.value)
    return value.label if value else stated.value
