"""Rows of two sheets set side by side: which of them is new, other or gone, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from personamap.exporters import wording
from personamap.exporters.change_words import changed_words, is_short, listed_words
from personamap.exporters.sheet_parts import (
    Companion,
    FacetRow,
    ItemList,
    Pair,
    SceneRow,
    Story,
    Turn,
)
from personamap.i18n import _

RowT = TypeVar("RowT", Pair, FacetRow, ItemList, Story, Turn, Companion, SceneRow)
Told = Pair | None
"""What the list says of a row; a text that is empty marks the row and is not listed."""


def compared(
    before: Iterable[RowT],
    after: Iterable[RowT],
    key: Callable[[RowT], str],
    tell: Callable[[RowT | None, RowT | None], Told],
) -> tuple[tuple[RowT, ...], list[Pair]]:
    """Return the later rows, marked where they changed, and what there is to say."""
    earlier = dict(_numbered(before, key))
    rows, lines = [], []
    for name, row in _numbered(after, key):
        told = tell(earlier.pop(name, None), row)
        rows.append(replace(row, changed=True) if told else row)
        lines.append(told)
    lines += [tell(row, None) for row in earlier.values()]
    return tuple(rows), [told for told in lines if told and told.text]


def _numbered(rows: Iterable[RowT], key: Callable[[RowT], str]) -> Iterator[tuple[Hashable, RowT]]:
    """Name each row; of several with one key the first is the first in both sheets."""
    seen: Counter[str] = Counter()
    for row in rows:
        name = key(row)
        yield (name, seen[name]), row
        seen[name] += 1


class RowWords(Struct, frozen=True):
    """Tells what became of rows, in the language of their texts.

    `hidden` are the facets that are not told any more: that this is so
    must not be told either. With `before_was_cut` the earlier sheet was for
    readers who see no private answers, so these are not news now.
    """

    lang: str
    hidden: frozenset[str] = frozenset()
    before_was_cut: bool = False

    def _titled(self, sentence: str, title: str) -> str:
        return sentence.format(what=wording.quoted(title, self.lang))

    def fact(self, before: Pair | None, after: Pair | None) -> Told:
        """Compare facts at a glance; a summary is marked, its parts are listed below."""
        either = after or before
        was, now = before.text if before else "", after.text if after else ""
        if either is None or was == now:
            return None
        text = "" if either.is_summary else changed_words(was, now, self.lang)
        return Pair(either.label, text)

    def facet(self, before: FacetRow | None, after: FacetRow | None) -> Told:
        """Compare answers on one facet."""
        if after is None:
            if before is None or before.subject in self.hidden:
                return None
            return Pair(before.facet, changed_words(before.words, "", self.lang))
        if self.before_was_cut and after.is_blank and (before is None or before.is_blank):
            return None
        if before is None or before.words != after.words:
            was = before.words if before else ""
            return Pair(after.facet, changed_words(was, after.words, self.lang))
        if (before.shown, before.shown_how) != (after.shown, after.shown_how):
            return Pair(after.facet, _("is shown in another way"))
        return None

    def items(self, before: ItemList | None, after: ItemList | None) -> Told:
        """Compare lists under one title."""
        either = after or before
        was, now = before.items if before else (), after.items if after else ()
        text = listed_words(was, now, self.lang)
        return Pair(either.title, text) if either and text else None

    def story(self, before: Story | None, after: Story | None) -> Told:
        """Compare lived experiences."""
        label = _("Experience")
        if after is None:
            gone = before.title if before else ""
            return Pair(label, self._titled(_("{what} is left out now"), gone))
        if before is None:
            return Pair(label, self._titled(_("{what} is new"), after.title))
        if (before.title, before.steps, before.own_words) != (
            after.title,
            after.steps,
            after.own_words,
        ):
            return Pair(label, self._titled(_("{what} was reworded"), after.title))
        if before.note != after.note:
            words = _("{what} is now noted as: {note}")
            return Pair(
                label, words.format(what=wording.quoted(after.title, self.lang), note=after.note)
            )
        return None

    def turn(self, before: Turn | None, after: Turn | None) -> Told:
        """Compare what moved somebody in the belonging square."""
        either = after or before
        if either is None:
            return None
        where = wording.small((either.lead or either.label).rstrip("."))
        name = _("Arc, {where}").format(where=where)
        if before and after:
            if (before.text, before.place) == (after.text, after.place):
                return None
            if before.text == after.text:
                return Pair(name, _("turns them to another place in the square"))
        was, now = before.text if before else "", after.text if after else ""
        return Pair(name, changed_words(was, now, self.lang))

    def companion(self, before: Companion | None, after: Companion | None) -> Told:
        """Compare how somebody is tied to another person."""
        either = after or before
        if either is None or (before and after and before.text == after.text):
            return None
        name = _("Tie with {name}").format(name=either.figure.name)
        if before is None:
            return Pair(name, changed_words("", either.text, self.lang))
        if after is None:
            return Pair(name, _("is left out now"))
        if is_short(before.text, after.text):
            return Pair(name, changed_words(before.text, after.text, self.lang))
        return Pair(name, _("was reworded"))

    def scene(self, before: SceneRow | None, after: SceneRow | None) -> Told:
        """Compare the part in one scene; that it is another one in the order is no news."""
        if after is None:
            gone = before.title if before else ""
            return Pair(_("Scene"), self._titled(_("{what} is played without them"), gone))
        label = _("Scene {number}").format(number=after.number)
        if before is None:
            return Pair(label, changed_words("", after.part or after.title, self.lang))
        for was, now in (
            (before.part, after.part),
            (before.title, after.title),
            (before.setting, after.setting),
        ):
            if was != now:
                return Pair(label, changed_words(was, now, self.lang))
        return None
