"""A crowd arriving on the map, a few a turn, so that a first look never holds up the window.

Items can only be made on the GUI thread. How many come in one turn is
counted and not timed, as with the portraits that arrive beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from personamap.analysis.map.parts import MapPicture

NEW_A_TURN = 24
"""How many spots one turn may add; each is an item to make and then to paint."""


class Arrival(QObject):
    """Takes one step on every turn of the event loop, or all that are left when somebody acts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    @property
    def is_under_way(self) -> bool:
        """Tell whether somebody is still to come."""
        return self._steps is not None

    def begin(self, steps: Iterator[None]) -> None:
        """Take these steps from the next turn on, in place of those that are left."""
        self._steps = steps
        self._turn.start()

    def finish(self) -> None:
        """Take all steps that are left at once."""
        while self._steps is not None:
            self._on_turn()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._steps = None
        self._turn.stop()

    def _on_turn(self) -> None:
        # Put aside meanwhile, since a step may make somebody ask for the rest of them.
        steps, self._steps = self._steps, None
        for _step in steps or ():
            self._steps = steps
            self._turn.start()
            return
        self._turn.stop()


def growing(picture: MapPicture) -> Iterator[MapPicture]:
    """Return the map with ever more of its spots, and at last with its lines too."""
    for count in range(NEW_A_TURN, len(picture.spots), NEW_A_TURN):
        yield replace(picture, spots=picture.spots[:count], links=())
    yield picture
