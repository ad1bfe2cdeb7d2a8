"""How a review is put in words, on the command line and in the window alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from personamap.domain.review_file import ReviewFile
from personamap.exporters.wording import dated, joined
from personamap.i18n import N_, _, plural
from personamap.services.reviews import MergedSignOff, News, ReviewMerge

NEWS: Mapping[News, str] = {
    "new": N_("New"),
    "changed": N_("Changed since"),
    "there": N_("Already here"),
}


class Saying(Struct, frozen=True):
    """One thing somebody said: about what, a note on it, and their words."""

    about: str
    note: str
    text: str


def from_whom(review: ReviewFile) -> str:
    """Return who wrote a review, for whom and when, as far as that is known."""
    author = review.author or _("somebody unnamed")
    if review.role:
        author = _("{name} ({role})").format(name=author, role=review.role)
    return ", ".join(filter(None, (author, dated(review.date))))


def sign_off_words(merged: MergedSignOff) -> str:
    """Return what was called done by whom, and whether it is still what they saw."""
    name = merged.sign_off.name or _("Somebody unnamed")
    said = _("{name} says “done” about: {about}.").format(name=name, about=merged.about)
    return f"{said} {_state_words(is_current=merged.is_current)}"


def news_words(merge: ReviewMerge) -> str:
    """Return how much of a review is news, for the middle of a sentence; nothing if none is."""
    parts = []
    if merge.new_comments:
        parts.append(plural("{count} comment", "{count} comments", len(merge.new_comments)))
    if merge.new_sign_offs:
        parts.append(plural("one “done”", "{count} times “done”", len(merge.new_sign_offs)))
    return joined(parts)


def sayings_in(merge: ReviewMerge) -> Iterator[Saying]:
    """Yield what a review says, each with whether it is news."""
    for done in merge.sign_offs:
        yield Saying(done.about, _(NEWS[done.news]), _done_words(is_current=done.is_current))
    for said in merge.comments:
        yield Saying(said.about, _(NEWS[said.news]), said.comment.text)


def _done_words(*, is_current: bool) -> str:
    return _("“Done.” {state}").format(state=_state_words(is_current=is_current))


def _state_words(*, is_current: bool) -> str:
    if is_current:
        return _("It is still what they saw.")
    return _("It has changed since they saw it.")
