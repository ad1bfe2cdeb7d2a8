"""What an exporter is: one format that renders an outline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from personamap.exporters.options import What
from personamap.exporters.outline import Outline

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; raises to stop the export."""


def untold(_done: int, _total: int) -> None:
    """Go on: nobody waits to be told."""


Part = Literal["pages", "table", "source"]


class MissingLetters(Struct, frozen=True):
    """Letters of one sheet that no font on this computer can show."""

    name: str
    letters: str


class Rendered(Struct, frozen=True):
    """A finished file, and what could not be shown in it.

    `replaced` counts characters the format cannot hold; U+FFFD stands in their place.
    """

    data: bytes
    missing: tuple[MissingLetters, ...] = ()
    replaced: int = 0


class Exporter(Struct, frozen=True):
    """One format: which part of an outline it needs, how it writes that, and what it is for."""

    id: str
    title: str
    suffix: str
    needs: Part
    render: Callable[[Outline, Progress], Rendered]
    makes: tuple[What, ...] = ("sheets",)
