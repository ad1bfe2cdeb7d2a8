"""Changes as rows of a table: whom or what each is about, what became of it, before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from personamap.edits.merging.point import Kind
from personamap.gui.review.rows import Row
from personamap.i18n import N_, _, in_digits
from personamap.services.changes_since import Change

ALL = "all"
SORTS: Mapping[str, str] = {
    ALL: N_("All ({count})"),
    "people": N_("People ({count})"),
    "scenes": N_("Scenes ({count})"),
    "rest": N_("Course and the rest ({count})"),
}
BEFORE = 2
_BECAME: Mapping[Kind, str] = {
    "added": N_("Is new"),
    "removed": N_("Is no longer here"),
    "changed": N_("As a whole"),
    "moved": N_("Stands elsewhere"),
}


def row_of(change: Change) -> Row:
    """Return a change as one row, with texts short enough for it."""
    told = change.told
    became = told.field or _(_BECAME[told.kind])
    return Row(
        "/".join(told.path), (told.title, became, _or_none(told.before), _or_none(told.after))
    )


def is_looked_for(row: Row, words: str) -> bool:
    """Tell whether a row has all of these words somewhere."""
    told = " ".join(row.words).casefold()
    return all(word in told for word in words.casefold().split())


def sort_words(changes: Sequence[Change]) -> list[tuple[str, str]]:
    """Return the sorts of changes to choose from, each with how many there are."""
    counts = {sort: sum(change.sort == sort for change in changes) for sort in SORTS}
    counts[ALL] = len(changes)
    return [(sort, _(words).format(count=in_digits(counts[sort]))) for sort, words in SORTS.items()]


def _or_none(text: str) -> str:
    return text or "–"
