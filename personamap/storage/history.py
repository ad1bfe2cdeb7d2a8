"""What was done to a project, step by step, and how far of it is undone.

The same rules as the undo stack of the windows, without a window: what was undone is
forgotten once something else is done, keystrokes in one field are one step, and a step that
came to nothing is none.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from personamap.domain.project import Project


class Step(Struct, frozen=True):
    """One thing that can be undone: its name, the field that was typed in, and what came of it."""

    text: str
    field: str
    after: Project


class History(Struct, frozen=True):
    """A project as it was in the beginning and every step from there; `index` are done."""

    base: Project
    steps: tuple[Step, ...] = ()
    index: int = 0

    @property
    def project(self) -> Project:
        """What was on the screen."""
        return self.steps[self.index - 1].after if self.index else self.base

    @property
    def snapshots(self) -> tuple[Project, ...]:
        """The project before the first step and after each of them."""
        return (self.base, *(step.after for step in self.steps))

    def done(self, step: Step, joins: bool = False) -> History:
        """Return the history with one more step, or with the last one going on in it."""
        if not joins:
            return History(self.base, (*self.steps[: self.index], step), self.index + 1)
        earlier = self.steps[: self.index - 1]
        before = earlier[-1].after if earlier else self.base
        if step.after == before:
            return History(self.base, earlier, self.index - 1)
        last = replace(self.steps[self.index - 1], after=step.after)
        return History(self.base, (*earlier, last), self.index)

    def moved(self, steps: int) -> History:
        """Return the history with that many steps redone, or undone when negative."""
        index = self.index + steps
        if not 0 <= index <= len(self.steps):
            raise ValueError(index)
        return replace(self, index=index)
