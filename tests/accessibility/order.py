"""Reading order: from one stop of the Tab key to the next, nobody is sent back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Where something is on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


def goes_back(here: Box, there: Box, *, mirrored: bool) -> bool:
    """Tell whether a reader at `here` finds `there` among what was read already.

    Reading goes on to the end of a line, to a line below, or to the top of the next column. So it
    goes back where it goes up within a column, and where it goes against the line within a line.
    """
    above, below = there.bottom <= here.y, there.y >= here.bottom
    left, right = there.right <= here.x, there.x >= here.right
    on, against = (left, right) if mirrored else (right, left)
    return (above and not on) or (against and not below)
