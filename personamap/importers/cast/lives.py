"""Experiences that a table tells; people who tell the same one share it."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.domain.base import new_id
from personamap.domain.columns import folded
from personamap.domain.experience import Experience

_LONGEST_TITLE = 90


class Lives:
    """The experiences of a project and of the table, found by their titles."""

    def __init__(self, known: Iterable[Experience]) -> None:
        self._known = {folded(experience.title): experience for experience in known}
        self._new: list[Experience] = []

    @property
    def new(self) -> tuple[Experience, ...]:
        """The experiences that the project does not have yet."""
        return tuple(self._new)

    def lived(self, text: str) -> str:
        """Return the id of the experience that `text` tells, making it if it is new.

        A text too long for a title stands in full as what got in the way.
        """
        found = self._known.get(folded(text))
        if found is None:
            title = _title(text)
            found = Experience(
                id=new_id("exp"), title=title, turn_text="" if title == text else text
            )
            self._known[folded(text)] = found
            self._new.append(found)
        return found.id


def _title(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
