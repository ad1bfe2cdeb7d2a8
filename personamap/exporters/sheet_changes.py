"""What two sheets of the same person differ in: marks for the later one, and a list in words.

Sheets are compared as they are worded for their reader, not as they are
stored. So a mark stands exactly where something else is printed, and what
a reader may not see can neither be marked nor listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from personamap.domain import labels
from personamap.domain.persona import Place
from personamap.exporters.change_rows import RowWords, Told, compared
from personamap.exporters.change_words import changed_words, listed_words
from personamap.exporters.sheet_parts import (
    Appearance,
    Arc,
    Companion,
    FacetRow,
    HeadPart,
    Identity,
    ItemList,
    Lists,
    Notes,
    Pair,
    Quote,
    SceneRow,
    Scenes,
    Section,
    Sheet,
    Stories,
    Story,
    Turn,
    Voice,
)
from personamap.i18n import _

_NOTHING: Mapping[type, dict[str, Any]] = {
    Quote: {"text": ""},
    Notes: {"text": ""},
    Identity: {"rows": ()},
    Lists: {"lists": ()},
    Voice: {"tone": "", "lines": (), "avoid": ItemList("", ())},
    Stories: {"stories": ()},
    Arc: {"start": None, "end": None, "turns": (), "people": ()},
    Scenes: {"rows": ()},
    Appearance: {"description": "", "poses": (), "alt_text": ""},
}
"""What each kind of section is without what somebody wrote."""


class SheetComparison:
    """Compares a sheet with an earlier one; `drawn_anew` tells that the portrait is another."""

    def __init__(
        self, before: Sheet, after: Sheet, words: RowWords, *, drawn_anew: bool = False
    ) -> None:
        self._before, self._after, self._words = before, after, words
        self._drawn_anew = drawn_anew
        self.lines: list[Pair] = []

    def marked(self) -> Sheet:
        """Return the later sheet with its marks; `lines` says the same in words then."""
        before, after = self._before, self._after
        self.lines = []
        head = tuple(self._head())
        glance, lines = compared(before.glance, after.glance, _label, self._words.fact)
        self.lines += lines
        front = self._sections(before.front, after.front)
        back = self._sections(before.back, after.back)
        return replace(after, changed=head, glance=glance, front=front, back=back)

    def _head(self) -> Iterator[HeadPart]:
        before, after = self._before, self._after
        if self._drawn_anew:
            self.lines.append(Pair(_("Portrait"), _("was drawn anew")))
            yield "portrait"
        parts: tuple[tuple[HeadPart, str, str, str], ...] = (
            ("name", _("Name"), before.name, after.name),
            ("called", _("Is called"), " · ".join(before.called), " · ".join(after.called)),
            ("job", _("Job"), before.job, after.job),
            ("brief", _("Brief"), before.brief, after.brief),
        )
        for part, label, was, now in parts:
            if self._tell(label, was, now):
                yield part

    def _tell(self, label: str, was: str, now: str) -> bool:
        if was != now:
            self.lines.append(Pair(label, changed_words(was, now, self._words.lang)))
        return was != now

    def _tell_list(self, label: str, was: Sequence[str], now: Sequence[str]) -> bool:
        text = listed_words(was, now, self._words.lang)
        if text:
            self.lines.append(Pair(label, text))
        return bool(text)

    def _sections(self, before: Sequence[Section], after: Sequence[Section]) -> tuple[Section, ...]:
        """Compare section with section; one that is missing is compared with an empty one."""
        earlier = {type(section): section for section in before}
        pairs = [(earlier.pop(type(section), None), section) for section in after]
        marked = tuple(self._section(was or _emptied(now), now) for was, now in pairs)
        for gone in earlier.values():
            self._section(gone, _emptied(gone))
        return marked

    def _section(self, was: Section, now: Section) -> Section:
        words = self._words
        rows: dict[type, tuple[str, Callable[[Any], str], Callable[[Any, Any], Told]]] = {
            Identity: ("rows", _subject, words.facet),
            Lists: ("lists", _title, words.items),
            Stories: ("stories", _subject, words.story),
            Scenes: ("rows", _key, words.scene),
        }
        if type(now) in rows:
            field, key, tell = rows[type(now)]
            found, lines = compared(getattr(was, field), getattr(now, field), key, tell)
            self.lines += lines
            values: dict[str, Any] = {field: found}
            return replace(now, **values)
        return self._manifold(was, now)

    def _manifold(self, before: Section, after: Section) -> Section:
        """Compare sections that are more than one list, or less."""
        match before, after:
            case (Quote() | Notes() as was, Quote() | Notes() as now):
                return self._text(was, now)
            case (Voice() as was, Voice() as now):
                return self._voice(was, now)
            case (Arc() as was, Arc() as now):
                return self._arc(was, now)
            case (Appearance() as was, Appearance() as now):
                return self._appearance(was, now)
            case _:
                return after

    def _text(self, was: Quote | Notes, now: Quote | Notes) -> Quote | Notes:
        # Notes are for the team alone: who was handed a sheet without them had none before.
        if isinstance(now, Notes) and self._words.before_was_cut:
            return now
        return replace(now, changed=self._tell(now.title, was.text, now.text))

    def _voice(self, was: Voice, now: Voice) -> Voice:
        changed = (
            self._tell(now.title, was.tone, now.tone),
            self._tell_list(_("Sample lines"), was.lines, now.lines),
            self._tell_list(now.avoid.title or was.avoid.title, was.avoid.items, now.avoid.items),
        )
        return replace(now, changed=any(changed))

    def _arc(self, was: Arc, now: Arc) -> Arc:
        moved = (
            self._moved(_("Arc, start"), was.start, now.start),
            self._moved(_("Arc, end"), was.end, now.end),
        )
        turns, turn_lines = compared(was.turns, now.turns, _key, self._words.turn)
        people, ties = compared(was.people, now.people, _key, self._words.companion)
        self.lines += [*turn_lines, *ties]
        return replace(now, turns=turns, people=people, changed=any(moved))

    def _moved(self, label: str, was: Place | None, now: Place | None) -> bool:
        if was == now:
            return False
        before, after = (
            _(labels.BELONGING_PLACES[place.quadrant].text) if place else "" for place in (was, now)
        )
        same = before == after
        text = _("moved a little") if same else changed_words(before, after, self._words.lang)
        self.lines.append(Pair(label, text))
        return True

    def _appearance(self, was: Appearance, now: Appearance) -> Appearance:
        changed = (
            self._tell(now.title, was.description, now.description),
            self._tell_list(_("Poses"), _poses(was), _poses(now)),
            self._tell(now.alt_title, was.alt_text, now.alt_text),
        )
        return replace(now, changed=any(changed))


def _poses(look: Appearance) -> list[str]:
    return [" ".join(filter(None, (pose.label, pose.note))) for pose in look.poses]


def _label(pair: Pair) -> str:
    return pair.label


def _subject(row: FacetRow | Story) -> str:
    return row.subject


def _title(found: ItemList) -> str:
    return found.title


def _key(row: Turn | Companion | SceneRow) -> str:
    return row.key


def _emptied(section: Section) -> Section:
    """Return the section as it would be with nothing written in it."""
    return replace(section, **_NOTHING.get(type(section), {}))
