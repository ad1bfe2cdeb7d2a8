"""Comments that keep what the other version says where a merge kept mine.

Whoever opens the merged project finds them where the two did not agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from personamap.analysis.differences.telling import Telling
from personamap.domain.base import new_id
from personamap.domain.project import Project
from personamap.domain.review import Comment
from personamap.edits.items import add_items
from personamap.edits.merging.point import Point
from personamap.i18n import _

_SPOKEN_OF = ("personas", "facets", "experiences", "scenes")
"""The parts about whose items somebody can comment; other conflicts are about the whole."""

_LONGEST = 90_000


def with_notes(
    merged: Project, sides: tuple[Project, Project], conflicts: Iterable[Point], theirs: str
) -> Project:
    """Return `merged` with a comment for each item at which mine was kept.

    `sides` are mine and theirs, and `theirs` is what their version is called.
    """
    telling = Telling(*sides)
    ids = {item.id for part in _SPOKEN_OF for item in getattr(merged, part)}
    about = [(_subject(telling, point, ids), point) for point in conflicts]
    about.sort(key=lambda pair: pair[0])
    for subject, pairs in groupby(about, key=lambda pair: pair[0]):
        lines = [_line(telling, point, subject, theirs) for _subject_id, point in pairs]
        for text in _texts(lines):
            comment = Comment(
                id=new_id("com"),
                subject=subject,
                text=text,
                author=_("Merge with {file}").format(file=theirs)[:200],
                date=date.today().isoformat(),
            )
            merged = add_items(merged, "comments", comment)
    return merged


def _subject(telling: Telling, point: Point, ids: set[str]) -> str:
    item = telling.item(point)
    return item if point.part in _SPOKEN_OF and item in ids else ""


def _line(telling: Telling, point: Point, subject: str, theirs: str) -> str:
    field = telling.field(point)
    if not field:
        return (
            _whole(point, theirs) if subject else f"{telling.title(point)}: {_whole(point, theirs)}"
        )
    if not subject:
        field = _("{whole}: {part}").format(whole=telling.title(point), part=field)
    _mine, other = telling.values(point)
    if not other:
        return _("{field}: nothing in “{file}”.").format(field=field, file=theirs)
    return _("{field} in “{file}”: {text}").format(field=field, file=theirs, text=other)


def _whole(point: Point, theirs: str) -> str:
    words = (
        _("“{file}” does without it. It was kept because it was worked on here.")
        if point.kind == "removed"
        else _("It was removed here, and is back because “{file}” has worked on it.")
    )
    return words.format(file=theirs)


def _texts(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines as texts that fit into a comment."""
    text = ""
    pieces = (one[at : at + _LONGEST] for one in lines for at in range(0, len(one), _LONGEST))
    for line in pieces:
        if text and len(text) + len(line) > _LONGEST:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text:
        yield text
