"""What the tour says, step by step, in the order of the work."""

from __future__ import annotations

from msgspec import Struct

from personamap.i18n import N_


class Step(Struct, frozen=True):
    """One stop: what to look at and what to try there."""

    id: str
    title: str
    text: str


STEPS = (
    Step(
        "cast",
        N_("The cast: people with lives"),
        N_(
            "Six invented colleagues. Each has a job, a voice, a flaw and something they have "
            "lived. Double-click a card to read somebody, and change what you like."
        ),
    ),
    Step(
        "map",
        N_("The map: what they share"),
        N_(
            "People beside the experiences they have lived. Several lines into one experience "
            "mean that several have lived it. Click somebody to see only their neighbours."
        ),
    ),
    Step(
        "coverage",
        N_("Coverage: what this cast shows"),
        N_(
            "Each card says one thing that was noticed, in counts, and asks whether you intend "
            "it. Nothing here is a verdict: Accept… keeps your reason."
        ),
    ),
    Step(
        "fix",
        N_("Fix… and undo"),
        N_(
            "Fix… shows the smallest change that closes a finding, and what it would open, "
            "before anything happens. Edit, Undo takes every change back."
        ),
    ),
    Step(
        "export",
        N_("Export: sheets for your team"),
        N_(
            "Here the cast becomes sheets, a wall, a map or a report for those who write and "
            "draw. This example stays as it is; Save as… makes a copy of your own."
        ),
    ),
)
