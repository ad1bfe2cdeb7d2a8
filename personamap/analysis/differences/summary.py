"""How much differs, in one line: three people changed, one scene added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from personamap.analysis.differences.telling import Difference
from personamap.domain.changes import COLLECTIONS
from personamap.edits.merging.point import Kind
from personamap.i18n import N_, N_plural, _, plural

_COUNTED: Mapping[str, tuple[str, str]] = {
    "personas": N_plural("{count} person", "{count} people"),
    "scenes": N_plural("{count} scene", "{count} scenes"),
    "experiences": N_plural("{count} experience", "{count} experiences"),
    "relationships": N_plural("{count} relationship", "{count} relationships"),
    "facets": N_plural("{count} facet", "{count} facets"),
    "decisions": N_plural("{count} decision", "{count} decisions"),
    "comments": N_plural("{count} comment", "{count} comments"),
    "reflections": N_plural("{count} reflection", "{count} reflections"),
    "sign_offs": N_plural("{count} sign-off", "{count} sign-offs"),
    "hand_offs": N_plural("{count} issue", "{count} issues"),
}
_BECAME: Mapping[Kind, str] = {
    "changed": N_("{what} changed"),
    "added": N_("{what} added"),
    "removed": N_("{what} removed"),
}
_STANDING: Mapping[str, str] = {
    "course": N_("the course changed"),
    "aim": N_("what the cast aims for changed"),
    "audiences": N_("who will take the course changed"),
    "pins": N_("places on the map changed"),
    "notes": N_("the notes changed"),
}


def summary(differences: Iterable[Difference]) -> str:
    """Return what differs in one line without a full stop."""
    found = tuple(differences)
    return _(", ").join(_clauses(found)) or _("nothing differs")


def _clauses(found: tuple[Difference, ...]) -> Iterator[str]:
    for part, (one, many) in _COUNTED.items():
        for kind, became in _BECAME.items():
            items = {d.id for d in found if d.part == part and d.id and _became(d) == kind}
            if items:
                yield _(became).format(what=plural(one, many, len(items)))
    if any(d.part in COLLECTIONS and not d.id and d.kind == "moved" for d in found):
        yield _("the order changed")
    for part, words in _STANDING.items():
        if any(d.part == part for d in found):
            yield _(words)


def _became(difference: Difference) -> Kind:
    """Return what became of the item: a list in another order is a change of it."""
    return "changed" if difference.kind == "moved" else difference.kind
