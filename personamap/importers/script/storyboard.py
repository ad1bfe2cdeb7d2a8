"""Storyboard tables: a row for each speech, a column that says who, and one with what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from personamap.domain.columns import folded
from personamap.i18n import _
from personamap.importers.script.building import SceneBuilder
from personamap.importers.script.labels import could_be_label

_WHO = {"character", "speaker", "who", "name", "role", "persona", "voice", "narrator", "cast"}
_WHO |= {"figur", "sprecher", "sprecherin", "rolle", "person", "personaje", "hablante", "voz"}
_SAID: tuple[str, ...] = (
    *("narration", "dialogue", "dialog", "audio", "line", "lines", "text", "script", "spoken"),
    *("voice-over", "voiceover", "vo", "says", "sprechtext", "texto", "diálogo", "words"),
)
"""Heads of the column with what is said, the surest first."""

_SCENE = {"scene", "slide", "screen", "shot", "scene no", "szene", "folie", "escena", "diapositiva"}

Rows = Sequence[Sequence[str]]


class _Columns(Struct, frozen=True):
    who: int
    said: int
    scene: int | None


def is_storyboard(rows: Rows) -> bool:
    """Tell whether a table says in its first row who speaks and what is said."""
    return _columns(rows) is not None


def take_storyboard(scenes: SceneBuilder, rows: Rows) -> None:
    """Add what is said in a table; a row without a name goes on with the one above it."""
    columns = _columns(rows)
    if columns is None:
        return
    scene = ""
    for row in rows[1:]:
        number = _cell(row, columns.scene)
        if number and number != scene:
            scene = number
            scenes.heading(_heading(number))
        _take(scenes, _cell(row, columns.who), _cell(row, columns.said))
    scenes.silence()


def _take(scenes: SceneBuilder, who: str, said: str) -> None:
    if who and could_be_label(who):
        scenes.label(who)
    if said and scenes.is_speaking:
        scenes.say(said)
    elif said or who:
        scenes.direction()


def _heading(number: str) -> str:
    # A bare number says nothing where scenes stand among each other.
    return _("Scene {number}").format(number=number) if number.isdecimal() else number


def _columns(rows: Rows) -> _Columns | None:
    if not rows:
        return None
    heads = [folded(cell) for cell in rows[0]]
    who = next((at for at, head in enumerate(heads) if head in _WHO), None)
    said = next(_those_that_say(heads, who), None)
    if who is None or said is None:
        return None
    return _Columns(who, said, next((at for at, h in enumerate(heads) if h in _SCENE), None))


def _those_that_say(heads: Sequence[str], who: int | None) -> Iterator[int]:
    for word in _SAID:
        for at, head in enumerate(heads):
            if at != who and word in head.replace("/", " ").split():
                yield at


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
