"""The looks pictures are taken in: how large the screen and the text are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """A screen, which the window fills, and the size of the text on it."""

    name: str
    screen: tuple[int, int]
    text: float = 1.0


README = Look("readme", (1440, 900))
HELP = Look("help", (1180, 620))
LOOKS = (
    Look("small", (1280, 720)),
    Look("large", (1920, 1080)),
    Look("large-text", (1280, 720), 2.0),
)
"""From the smallest window that all is made for to a large one; larger text shows what breaks."""


def look_named(name: str) -> Look:
    """Return the look of that name."""
    return next(look for look in (README, HELP, *LOOKS) if look.name == name)
