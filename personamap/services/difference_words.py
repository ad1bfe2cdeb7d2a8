"""Telling the differences between two versions of a project, each as one thing to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from personamap.analysis.differences import Difference
from personamap.edits.merging.point import Kind
from personamap.i18n import N_, _, plural
from personamap.services.review_words import Saying

MOST_TOLD = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """How the two versions are called where they differ; each of the two has a hole for a text."""

    before: str
    after: str
    how: Mapping[Kind, str]


TIMES = Wording(
    before=N_("Before: {text}"),
    after=N_("After: {text}"),
    how={
        "added": N_("Comes back"),
        "removed": N_("Goes"),
        "moved": N_("Another order"),
        "changed": N_("Changes"),
    },
)
PLACES = Wording(
    before=N_("On screen: {text}"),
    after=N_("In the file: {text}"),
    how={
        "added": N_("Only in the file"),
        "removed": N_("Only on screen"),
        "moved": N_("Another order"),
        "changed": N_("Differs"),
    },
)


def sayings_about(found: tuple[Difference, ...], wording: Wording) -> Iterator[Saying]:
    """Yield the differences, as many as anybody reads, and how many more there are."""
    for difference in found[:MOST_TOLD]:
        yield _saying(difference, wording)
    rest = len(found) - MOST_TOLD
    if rest > 0:
        more = plural("and {count} more difference", "and {count} more differences", rest)
        yield Saying(about="…", note="", text=more)


def _saying(difference: Difference, wording: Wording) -> Saying:
    return Saying(
        about=difference.title,
        note=difference.field or _(wording.how[difference.kind]),
        text="\n".join(_sides(difference, wording)),
    )


def _sides(difference: Difference, wording: Wording) -> Iterator[str]:
    if difference.before:
        yield _(wording.before).format(text=difference.before)
    if difference.after:
        yield _(wording.after).format(text=difference.after)
