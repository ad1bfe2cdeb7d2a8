"""Who speaks under which label: a value people may edit, save and use again."""

from __future__ import annotations

from typing import Literal

from personamap.domain.base import Entity, Text
from personamap.domain.columns import folded

NEW = "new"
LEAVE_OUT = "leave-out"

Because = Literal["name", "called", "part of a name", "together", "asked", "several", "nobody"]


class LabelUse(Entity):
    """Who speaks under one label, and why that was proposed.

    `speakers` are ids of personas, all of whom speak at the same time;
    `new` makes a persona of that name, `leave-out` counts nothing. Without
    speakers it is still open, and `candidates` are those it could be.
    """

    label: Text
    speakers: tuple[str, ...] = ()
    because: Because = "asked"
    candidates: tuple[str, ...] = ()


class LabelMapping(Entity):
    """The uses of all labels of a script; one it does not name is open."""

    labels: tuple[LabelUse, ...] = ()

    def use_of(self, label: str) -> LabelUse:
        """Return who speaks under a label, however it is written."""
        wanted = folded(label)
        found = (use for use in self.labels if folded(use.label) == wanted)
        return next(found, LabelUse(label=label, because="nobody"))

    def with_use(self, label: str, *speakers: str) -> LabelMapping:
        """Return a mapping in which somebody said who speaks under a label."""
        new = LabelUse(label=label, speakers=speakers)
        wanted = folded(label)
        if all(folded(use.label) != wanted for use in self.labels):
            return self.evolve(labels=(*self.labels, new))
        return self.evolve(
            labels=tuple(new if folded(use.label) == wanted else use for use in self.labels)
        )

    def with_new_people(self) -> LabelMapping:
        """Return a mapping in which whoever could be nobody of the cast is somebody new."""
        unknown = set(self.unknown_labels)
        new = (
            LabelUse(label=use.label, speakers=(NEW,)) if use.label in unknown else use
            for use in self.labels
        )
        return self.evolve(labels=tuple(new))

    @property
    def unknown_labels(self) -> tuple[str, ...]:
        """The open labels that could be nobody of the cast."""
        return tuple(use.label for use in self.labels if not (use.speakers or use.candidates))

    @property
    def open_labels(self) -> tuple[str, ...]:
        """The labels of which nobody has said yet who speaks under them."""
        return tuple(use.label for use in self.labels if not use.speakers)
