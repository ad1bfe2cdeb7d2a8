"""The facet packs that travel with the program; a project copies what it uses.

A pack is one JSON file in `resources/facets/`. Its facets are written as
they stand in a project, except that `pack` is filled in from the pack's
own id, and that the words are those of the language the window speaks: a
project keeps what it copied. Pronouns are in no pack: they are a field, and never counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from personamap.domain.base import Entity, Id, ShortText, Text
from personamap.domain.facet import Facet, FacetValue, QualifierOption
from personamap.errors import UnknownPack
from personamap.i18n import _
from personamap.resources import resource

ChoiceT = TypeVar("ChoiceT", FacetValue, QualifierOption)

DEFAULT_PACKS = ("identity", "ethnicity-us", "work")
"""What an empty project starts with; packs that are not there are left out."""


class FacetPack(Entity):
    """Facets that belong together, such as the ones one country's census asks."""

    id: Id
    label: ShortText
    help: Text = ""
    facets: tuple[Facet, ...]


def pack_ids() -> tuple[str, ...]:
    """Return the ids of all packs without reading them."""
    return tuple(sorted(_files()))


def packs() -> tuple[FacetPack, ...]:
    """Return all packs in the order of their file names."""
    return tuple(_read(path) for _id, path in sorted(_files().items()))


def load_pack(pack_id: str) -> tuple[Facet, ...]:
    """Return the facets of one pack, or raise `UnknownPack`."""
    known = _files()
    if pack_id not in known:
        raise UnknownPack(pack_id, sorted(known))
    return _read(known[pack_id]).facets


def default_facets() -> tuple[Facet, ...]:
    """Return the facets of the default packs."""
    known = {pack.id: pack.facets for pack in packs()}
    return tuple(facet for pack_id in DEFAULT_PACKS for facet in known.get(pack_id, ()))


def _files() -> dict[str, Path]:
    return {path.stem: path for path in resource("facets").glob("*.json")}


def _read(path: Path) -> FacetPack:
    pack = FacetPack.model_validate_json(path.read_bytes())
    facets = tuple(_spoken(facet).evolve(pack=pack.id) for facet in pack.facets)
    return pack.evolve(label=_(pack.label), help=_(pack.help), facets=facets)


def _spoken(facet: Facet) -> Facet:
    return facet.evolve(
        label=_(facet.label),
        help=_(facet.help),
        values=tuple(_said(value) for value in facet.values),
        qualifiers=tuple(
            qualifier.evolve(
                label=_(qualifier.label),
                options=tuple(_said(option) for option in qualifier.options),
            )
            for qualifier in facet.qualifiers
        ),
    )


def _said(choice: ChoiceT) -> ChoiceT:
    """Return a choice in the language that is spoken; tables may still say it in English."""
    label, english = _(choice.label), choice.label
    synonyms = choice.synonyms if label == english else (*choice.synonyms, english)
    return choice.evolve(label=label, definition=_(choice.definition), synonyms=synonyms)
