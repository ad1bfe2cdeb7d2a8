"""How a review is put in words, on the command line and in the window alike."""

from __future__ import annotations

from collections.abc import Mapping

from personamap.domain.review_file import ReviewFile
from personamap.exporters.wording import dated, joined
from personamap.i18n import N_, _, plural
from personamap.services.reviews import MergedSignOff, News, ReviewMerge

NEWS: Mapping[News, str] = {
    "new": N_("New"),
    "changed": N_("Changed since"),
    "there": N_("Already here"),
}


def from_whom(review: ReviewFile) -> str:
    """Return who wrote a review, for whom and when, as far as that is known."""
    author = review.author or _("somebody unnamed")
    if review.role:
        author = _("{name} ({role})").format(name=author, role=review.role)
    return ", ".join(filter(None, (author, dated(review.date))))


def sign_off_words(merged: MergedSignOff) -> str:
    """Return what was called done by whom, and whether it is still what they saw."""
    sign_off = merged.sign_off
    words = {"name": sign_off.name or _("Somebody unnamed"), "about": merged.about}
    if merged.is_current:
        return _("{name} says “done” about: {about}. It is still what they saw.").format(**words)
    return _("{name} says “done” about: {about}. It has changed since they saw it.").format(**words)


def news_words(merge: ReviewMerge) -> str:
    """Return how much of a review is news, for the middle of a sentence; nothing if none is."""
    parts = []
    if merge.new_comments:
        parts.append(plural("{count} comment", "{count} comments", len(merge.new_comments)))
    if merge.new_sign_offs:
        parts.append(plural("one “done”", "{count} times “done”", len(merge.new_sign_offs)))
    return joined(parts)
