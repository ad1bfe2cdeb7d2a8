"""Two people who each added something under the same id: the second gets an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from personamap.domain.base import Entity, Item, free_id
from personamap.domain.changes import COLLECTIONS
from personamap.domain.experience import Experience, Relationship
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.review import Comment, Decision, HandOff, Reflection, SignOff
from personamap.domain.scene import Scene

_LIKENESS: Mapping[type[Item], Callable[[Any], object]] = {
    Persona: lambda persona: persona.name,
    Experience: lambda experience: experience.title,
    Scene: lambda scene: scene.title,
    Relationship: lambda tie: (tie.source, tie.target),
    Decision: lambda decision: decision.finding,
    Comment: lambda comment: (comment.subject, comment.author),
    Reflection: lambda reflection: reflection.question,
    SignOff: lambda sign_off: (sign_off.subject, sign_off.name),
    HandOff: lambda hand_off: (hand_off.number, hand_off.recipient),
}
"""By what two items with one id are still seen to be the same thing. A facet always is:
answers, packs and tables know it by its id."""


def with_own_ids(base: Project, mine: Project, theirs: Project) -> Project:
    """Return `theirs` with another id for whatever is not what `mine` has added under it."""
    if base is mine or base is theirs:
        return theirs
    known = _items(base)
    own = {key: item for key, item in _items(mine).items() if key not in known}
    other = {key: item for key, item in _items(theirs).items() if key not in known}
    taken = known.keys() | own.keys() | other.keys()
    new: dict[str, str] = {}
    for key in own.keys() & other.keys():
        if not _is_same(own[key], other[key]):
            new[key] = free_id(key, taken | set(new.values()))
    return _renamed(theirs, new) if new else theirs


def _items(project: Project) -> dict[str, Item]:
    return {item.id: item for part in COLLECTIONS for item in getattr(project, part)}


def _is_same(mine: Item, theirs: Item) -> bool:
    if type(mine) is not type(theirs):
        return False
    like = _LIKENESS.get(type(mine))
    return like is None or mine == theirs or like(mine) == like(theirs)


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    """Return `value` with other ids wherever one stands for itself or as a part of a subject."""
    match value:
        case str():
            return "/".join(new.get(part, part) for part in value.split("/"))
        case tuple():
            members = tuple(_renamed(member, new) for member in value)
            return value if members == value else members
        case Entity():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            changed = {name: _renamed(field, new) for name, field in fields.items()}
            changed = {name: field for name, field in changed.items() if field != fields[name]}
            return value.model_copy(update=changed) if changed else value
        case _:
            return value
