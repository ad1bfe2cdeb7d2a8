"""The mirror as a table of counts: the same rows on the command line and in the report."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.mirror import MirrorPair, mirrors
from personamap.analysis.mirror.wording import (
    about_audience,
    best_words,
    groups_words,
    question_of,
)
from personamap.i18n import _, in_digits

_MOST_GROUPS = 3

Row = tuple[str, ...]


class MirrorRows(Struct, frozen=True):
    """How many of an audience meet somebody like them, a row for each thing to be alike in.

    `about` says who the audience is, `most_added` what one more persona
    could add at most, or nothing; `more` rows were left out.
    """

    about: str
    heads: Row
    rows: tuple[Row, ...]
    most_added: str
    more: int


def mirror_rows(index: ProjectIndex, most: int | None = None) -> MirrorRows | None:
    """Return the rows, at most `most` of them; nothing without an audience.

    Facets that matter come first, and crossings ask to be alike on both.
    """
    if index.audience is None:
        return None
    asked = [pair for pair in mirrors(index) if pair.agreeing == len(pair.facets)]
    return MirrorRows(
        about=about_audience(index.audience.audience),
        heads=(
            _("Alike in"),
            _("Meet somebody"),
            _("Meet somebody who leads"),
            _("Meet nobody"),
            _("Not told"),
            _("Largest groups that meet nobody"),
        ),
        rows=tuple(_row(index, pair) for pair in asked[:most]),
        most_added=_most_added(index, asked[:most]),
        more=len(asked) - len(asked[:most]),
    )


def _row(index: ProjectIndex, pair: MirrorPair) -> Row:
    everyone = pair.everyone
    numbers = (everyone.met, pair.leaders.met, everyone.unmet, everyone.untold)
    groups = groups_words(index, everyone.groups, _MOST_GROUPS)
    return question_of(index, pair), *(in_digits(number) for number in numbers), groups


def _most_added(index: ProjectIndex, asked: Sequence[MirrorPair]) -> str:
    added = [(pair.everyone.best.people, pair.everyone) for pair in asked if pair.everyone.best]
    if not added:
        return ""
    _people, mirror = max(added, key=lambda entry: entry[0])
    return best_words(index, mirror)
