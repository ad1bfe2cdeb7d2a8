"""What only a review pack has: the scenes in order, and what a reviewer is asked."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.review_file import ReviewPack


class PlotScene(Struct, frozen=True):
    """One scene: where it is, what happens, who does what, and how safe it is to speak up.

    `subject` is what a comment on it is about.
    """

    subject: str
    title: str
    setting: str
    summary: str
    people: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


class Plot(Struct, frozen=True):
    """The scenes of the course, in their order."""

    title: str
    scenes: tuple[PlotScene, ...]


class ReviewForm(Struct, frozen=True):
    """What a reviewer is asked, and what their comments will be about."""

    question: str
    pack: ReviewPack
