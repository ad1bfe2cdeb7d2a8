"""How the members of every collection are told apart, so that two projects can be set side by side.

A member with a key is the same thing in both, whatever else became of it.
What has none (a goal, a sample line, a pose) is only ever there or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from personamap.domain.audience import CheckSetting, Implausible, MinimumCount, Threshold
from personamap.domain.base import Entity, Item
from personamap.domain.facet import FacetValue, Qualifier, QualifierOption, Standard
from personamap.domain.persona import Answer, LivedExperience, Place, StatedValue, TurningPoint
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait
from personamap.domain.project import CourseGoal, Pin
from personamap.domain.scene import Appearance, InclusionAnswer

_KEYS: Mapping[type[Entity], Callable[[Any], str]] = {
    Answer: lambda answer: answer.facet,
    StatedValue: lambda stated: stated.value,
    LivedExperience: lambda lived: lived.experience,
    TurningPoint: lambda turn: turn.scene,
    Appearance: lambda appearance: appearance.persona,
    InclusionAnswer: lambda asked: asked.question,
    MinimumCount: lambda minimum: minimum.value.node,
    Implausible: lambda implausible: " ".join(ref.node for ref in implausible.values),
    CheckSetting: lambda setting: setting.check,
    Threshold: lambda threshold: threshold.name,
    Pin: lambda pin: pin.node,
    **dict.fromkeys(
        (FacetValue, Qualifier, QualifierOption, CourseGoal, Media), lambda one: one.id
    ),
}

_WHOLE = (Place, Standard, IllustratedPortrait, PicturePortrait, Pin, Media)
"""What is one choice although it has several fields: half of one and half of another is neither."""


def has_key(member: object) -> bool:
    """Tell whether a member of a collection can be found again by a key."""
    return isinstance(member, Item) or type(member) in _KEYS


def key_of(member: Any) -> str:
    """Return what tells a member from the others of its collection."""
    return str(member.id) if isinstance(member, Item) else _KEYS[type(member)](member)


def is_whole(value: object) -> bool:
    """Tell whether a value is only ever taken or left as it is, never field by field."""
    return not isinstance(value, Entity) or isinstance(value, _WHOLE)


def keyed(members: Iterable[Any]) -> dict[str, Any]:
    """Return members by their keys, in order; of several with one key each has its number."""
    found: dict[str, Any] = {}
    seen: Counter[str] = Counter()
    for member in members:
        key = key_of(member)
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key}#{seen[key]}"] = member
    return found
