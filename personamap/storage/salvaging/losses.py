"""Telling in plain words what a damaged file has lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from personamap.domain.project import Project
from personamap.i18n import N_, N_plural, _, plural

_MOST_NAMES = 8

_PARTS = {
    "aim": N_plural("the aim", "the aim"),
    "audiences": N_plural("{count} audience", "{count} audiences"),
    "comments": N_plural("{count} comment", "{count} comments"),
    "course": N_plural("the words about the course", "the words about the course"),
    "decisions": N_plural("{count} decision", "{count} decisions"),
    "experiences": N_plural("{count} experience", "{count} experiences"),
    "facets": N_plural("{count} facet", "{count} facets"),
    "hand_offs": N_plural("{count} hand-off", "{count} hand-offs"),
    "media": N_plural("{count} picture", "{count} pictures"),
    "notes": N_plural("the notes", "the notes"),
    "personas": N_plural("{count} person", "{count} people"),
    "pins": N_plural("{count} place on the map", "{count} places on the map"),
    "reflections": N_plural("{count} reflection", "{count} reflections"),
    "relationships": N_plural("{count} relationship", "{count} relationships"),
    "scenes": N_plural("{count} scene", "{count} scenes"),
    "sign_offs": N_plural("{count} time “done”", "{count} times “done”"),
}
"""How many of each part, in the order in which the parts stand in a file."""

_WHOLE_PARTS = {
    "audiences": N_("audiences"),
    "comments": N_("comments"),
    "decisions": N_("decisions"),
    "experiences": N_("experiences"),
    "facets": N_("facets"),
    "hand_offs": N_("hand-offs"),
    "media": N_("pictures"),
    "notes": N_("notes"),
    "personas": N_("people"),
    "pins": N_("places on the map"),
    "reflections": N_("reflections"),
    "relationships": N_("relationships"),
    "scenes": N_("scenes"),
    "sign_offs": N_("times somebody said “done”"),
}


class Losses(Struct, frozen=True):
    """What could not be read: items by part, (part, id) of those that lack something, the end."""

    counts: Mapping[str, int]
    incomplete: Collection[tuple[str, str]]
    broke_off: str
    is_proven: bool


def loss_words(project: Project, losses: Losses) -> tuple[str, ...]:
    """Return one sentence for each kind of loss; none when nothing is missing."""
    return tuple(_sentences(project, losses))


def _sentences(project: Project, losses: Losses) -> Iterator[str]:
    lost = [plural(*words, losses.counts[part]) for part, words in _counted(losses)]
    if lost:
        yield _("Could not be read: {things}.").format(things=", ".join(lost))
    names = _names(project, losses.incomplete)
    if names:
        shown = ", ".join(names[:_MOST_NAMES])
        yield _("Not everything could be read about: {names}.").format(
            names=shown
            if len(names) <= _MOST_NAMES
            else _("{names}, and others").format(names=shown)
        )
    if losses.broke_off:
        after = [_(words) for part, words in _WHOLE_PARTS.items() if part >= losses.broke_off]
        yield _("The file breaks off. There may have been more of these: {parts}.").format(
            parts=", ".join(after)
        )
    if not losses.is_proven:
        yield _(
            "Something in the file was changed, so single words may be other ones than were "
            "written. Read it through before you build on it."
        )


def _counted(losses: Losses) -> Iterator[tuple[str, tuple[str, str]]]:
    return ((part, words) for part, words in _PARTS.items() if losses.counts.get(part))


def _names(project: Project, incomplete: Collection[tuple[str, str]]) -> list[str]:
    found = []
    for part, item_id in sorted(incomplete):
        items = getattr(project, part, ())
        if not isinstance(items, tuple):
            found.append(_(_WHOLE_PARTS.get(part, N_("the course and its aim"))))
            continue
        item = next((one for one in items if getattr(one, "id", "") == item_id), None)
        if item is not None:
            found.append(_called(item))
    return list(dict.fromkeys(found))


def _called(item: object) -> str:
    for field in ("name", "title", "label", "text"):
        if said := getattr(item, field, ""):
            return str(said)[:80]
    return _("something without a name")
