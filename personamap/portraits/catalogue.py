"""What portraits can be composed of, with names for people to choose by."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from personamap.domain.portrait import IllustratedPortrait
from personamap.i18n import N_
from personamap.portraits import labels
from personamap.portraits.parts import aids

PORTRAIT_FACES = ("smile", "smile", "calm", "driven", "contempt", "old")
_WITH_FACIAL_HAIR, _WITH_ACCESSORY = 0.2, 0.25


class Choice(Struct, frozen=True):
    """One part or colour on offer; `label` is translated where it is shown."""

    id: str
    label: str


class Shelf(Struct, frozen=True):
    """The choices for one field of an illustrated portrait."""

    field: str
    label: str
    choices: tuple[Choice, ...]
    optional: bool = True
    many: bool = False


@lru_cache(maxsize=1)
def catalogue() -> tuple[Shelf, ...]:
    """Return every shelf of parts and colours, in the order people choose in."""
    return (
        _shelf("head", N_("Head and hair"), labels.HEADS, optional=False),
        _shelf("face", N_("Expression"), labels.FACES, optional=False),
        _shelf("facial_hair", N_("Beard and moustache"), labels.FACIAL_HAIR),
        _shelf("accessory", N_("Glasses and the like"), labels.ACCESSORIES),
        Shelf(
            "aids",
            N_("Aids"),
            tuple(Choice(aid, labels.AIDS[aid]) for aid in aids()),
            many=True,
        ),
        _shelf("skin", N_("Skin"), labels.SKINS, optional=False),
        _shelf("hair", N_("Hair colour"), labels.HAIRS, optional=False),
        _shelf("clothing", N_("Clothing"), labels.CLOTHES, optional=False),
    )


def random_portrait(seed: int | str) -> IllustratedPortrait:
    """Return some portrait, the same for the same seed; aids are never drawn by lot."""
    chance = random.Random(seed)
    facial_hair = chance.random() < _WITH_FACIAL_HAIR
    accessory = chance.random() < _WITH_ACCESSORY
    return IllustratedPortrait(
        head=chance.choice(tuple(labels.HEADS)),
        face=chance.choice(PORTRAIT_FACES),
        facial_hair=chance.choice(labels.COMMON_FACIAL_HAIR) if facial_hair else "",
        accessory=chance.choice(labels.COMMON_ACCESSORIES) if accessory else "",
        skin=chance.choice(tuple(labels.SKINS)),
        hair=chance.choice(tuple(labels.HAIRS)),
        clothing=chance.choice(tuple(labels.CLOTHES)),
    )


def _shelf(field: str, label: str, names: Mapping[str, str], optional: bool = True) -> Shelf:
    choices = tuple(Choice(choice, name) for choice, name in names.items())
    return Shelf(field, label, choices, optional)
