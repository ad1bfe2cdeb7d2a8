"""What a place is: a name for its pictures, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QWidget

from docs.camera.looks import Theme
from docs.camera.studio import Studio

Stage = Literal["start", "example", "empty"]
"""What is open when a picture is taken: nothing, the example, or a project without anybody."""


@dataclass(frozen=True, slots=True)
class Place:
    """One picture; `reach` goes there and returns what is on it: the window, or a dialog.

    `kept` says in which themes the README shows it, and `explains` which
    workspace the page of the help is about that shows it.
    """

    name: str
    reach: Callable[[Studio], QWidget]
    stage: Stage = "example"
    kept: tuple[Theme, ...] = ()
    explains: str = ""
