"""Edits of the values of a facet, which stand in two levels: groups, and details below them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.edits.facets import set_facet_field
from personamap.edits.items import find_item

Step = Literal["up", "down", "in", "out"]


class Branch(Struct, frozen=True):
    """A value of the first level with the details that roll up into it."""

    group: FacetValue
    details: tuple[FacetValue, ...] = ()


def branches(facet: Facet) -> tuple[Branch, ...]:
    """Return the values of a facet as they are shown; a detail of nothing stands by itself."""
    known = {value.id for value in facet.groups}
    below: dict[str, list[FacetValue]] = {}
    for value in facet.values:
        if value.parent in known:
            below.setdefault(value.parent or "", []).append(value)
    return tuple(
        Branch(value, tuple(below.get(value.id, ())))
        for value in facet.values
        if value.parent not in known
    )


def add_facet_value(project: Project, facet_id: str, value: FacetValue) -> Project:
    """Return `project` with one more value, the last of its level."""
    facet: Facet = find_item(project, "facets", facet_id)
    return set_facet_field(project, facet_id, "values", (*facet.values, value))


def set_value_field(
    project: Project, facet_id: str, value_id: str, field: str, value: Any
) -> Project:
    """Return `project` with one field of one value replaced."""
    facet: Facet = find_item(project, "facets", facet_id)
    values = tuple(v.evolve(**{field: value}) if v.id == value_id else v for v in facet.values)
    return set_facet_field(project, facet_id, "values", values)


def place_value(
    project: Project, facet_id: str, value_id: str, parent: str | None, place: int
) -> Project:
    """Return `project` with a value moved to a place below `parent`, or of the first level.

    `place` counts the others of that level. What a group takes with it
    into another group stands there right behind it, since there are no
    more than two levels.
    """
    facet: Facet = find_item(project, "facets", facet_id)
    order = list(branches(facet))
    moved = _take_out(order, value_id)
    if moved is None:
        return project
    _put_in(order, moved, parent, place)
    values = _flat(order)
    return (
        project if values == facet.values else set_facet_field(project, facet_id, "values", values)
    )


def _take_out(order: list[Branch], value_id: str) -> Branch | None:
    for at, branch in enumerate(order):
        if branch.group.id == value_id:
            return order.pop(at)
        for detail in branch.details:
            if detail.id == value_id:
                kept = tuple(other for other in branch.details if other is not detail)
                order[at] = Branch(branch.group, kept)
                return Branch(detail)
    return None


def _put_in(order: list[Branch], moved: Branch, parent: str | None, place: int) -> None:
    for at, branch in enumerate(order):
        if branch.group.id == parent:
            coming = [value.evolve(parent=parent) for value in (moved.group, *moved.details)]
            details = list(branch.details)
            details[max(place, 0) : max(place, 0)] = coming
            order[at] = Branch(branch.group, tuple(details))
            return
    order.insert(max(place, 0), Branch(moved.group.evolve(parent=None), moved.details))


def _flat(order: Iterable[Branch]) -> tuple[FacetValue, ...]:
    return tuple(value for branch in order for value in (branch.group, *branch.details))


def stepped(facet: Facet, value_id: str, step: Step) -> tuple[str | None, int] | None:
    """Return below what and where a value stands after one step, or nothing where there is none.

    `in` makes it a detail of the one above, `out` a value of the first level.
    """
    order = branches(facet)
    for at, branch in enumerate(order):
        if branch.group.id == value_id:
            return _group_stepped(order, at, step)
        ids = [detail.id for detail in branch.details]
        if value_id in ids:
            return _detail_stepped(branch, at, ids.index(value_id), step)
    return None


def _group_stepped(order: tuple[Branch, ...], at: int, step: Step) -> tuple[str | None, int] | None:
    if step == "down":
        return (None, at + 1) if at + 1 < len(order) else None
    if at == 0 or step == "out":
        return None
    above = order[at - 1]
    return (above.group.id, len(above.details)) if step == "in" else (None, at - 1)


def _detail_stepped(
    branch: Branch, above: int, at: int, step: Step
) -> tuple[str | None, int] | None:
    match step:
        case "out":
            return None, above + 1
        case "up" if at > 0:
            return branch.group.id, at - 1
        case "down" if at + 1 < len(branch.details):
            return branch.group.id, at + 1
        case _:
            return None
