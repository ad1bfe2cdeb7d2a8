"""Names as people hear them: the first name somebody goes by, and how formally they are addressed.

A name says nothing about who somebody is; here it is only read as words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from personamap.domain.persona import Persona

Address = Literal["title", "family", "full", "first", "other"]
"""What somebody is called in the story; `other` is any name of its own, such as a nickname."""

FORMAL: frozenset[Address] = frozenset(("title", "family", "full"))

TITLES = frozenset(
    ("dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "sir", "dame", "frau", "herr")
)


def first_name(persona: Persona) -> str:
    """Return the name a persona is called by: their call name or first name, without a title."""
    words = _without_titles((persona.called or persona.name).split())
    return words[0] if words else ""


def address_of(persona: Persona) -> Address | None:
    """Return how a persona is addressed, or nothing as long as nobody has said it.

    The last word of a name is taken for the family name.
    """
    called = persona.called.casefold().split()
    if not called:
        return None
    words = _without_titles(called)
    name = _without_titles(persona.name.casefold().split())
    if len(words) < len(called):
        return "title"
    if len(name) > 1 and words in (name, [name[0], name[-1]]):
        return "full"
    if words == name[:1]:
        return "first"
    return "family" if words == name[-1:] else "other"


def _without_titles(words: Sequence[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and kept[0].rstrip(".").casefold() in TITLES:
        kept = kept[1:]
    return kept
