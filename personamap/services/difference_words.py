"""Telling what would differ after going back to a version, each as one thing to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from personamap.analysis.differences import Difference
from personamap.edits.merging.point import Kind
from personamap.i18n import N_, _, plural
from personamap.services.review_words import Saying

MOST_TOLD = 200
_HOW: Mapping[Kind, str] = {
    "added": N_("Comes back"),
    "removed": N_("Goes"),
    "moved": N_("Another order"),
    "changed": N_("Changes"),
}


def sayings_about(found: tuple[Difference, ...]) -> Iterator[Saying]:
    """Yield the differences, as many as anybody reads, and how many more there are."""
    for difference in found[:MOST_TOLD]:
        note = difference.field or _(_HOW[difference.kind])
        text = "\n".join(_sides(difference))
        yield Saying(about=difference.title, note=note, text=text)
    rest = len(found) - MOST_TOLD
    if rest > 0:
        more = plural("and {count} more difference", "and {count} more differences", rest)
        yield Saying(about="…", note="", text=more)


def _sides(difference: Difference) -> Iterator[str]:
    if difference.before:
        yield _("Before: {text}").format(text=difference.before)
    if difference.after:
        yield _("After: {text}").format(text=difference.after)
