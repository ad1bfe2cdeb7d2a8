"""Who will take the course, and what the cast wants to cover."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from personamap.domain.base import Entity, Id, IsoDate, Item, ShortText, Text
from personamap.domain.facet import FacetId, ValueRef

People = Annotated[int, Field(ge=0, le=10_000_000_000)]


class AudienceGroup(Entity):
    """How many people share a combination of facet values. Never a row about one person."""

    values: tuple[ValueRef, ...]
    people: People


class Audience(Item):
    """Aggregated counts of the people who will take the course.

    `smallest_group` is the k of k-anonymity the counts were made with:
    no group below it is kept, and `hidden` people were left out for it.
    """

    name: ShortText = ""
    source: ShortText = ""
    date: IsoDate = ""
    people: People = 0
    facets: tuple[FacetId, ...] = ()
    groups: tuple[AudienceGroup, ...] = ()
    smallest_group: Annotated[int, Field(ge=5)] = 10
    hidden: People = 0


class FacetPair(Entity):
    """Two facets whose values should meet in one persona."""

    first: FacetId
    second: FacetId


class MinimumCount(Entity):
    """How many personas should have a value."""

    value: ValueRef
    count: Annotated[int, Field(ge=1, le=1_000)]


class Implausible(Entity):
    """A combination of values the team holds to be impossible, and why.

    "Implausible" is often a bias of the writers, so the reason is kept.
    """

    values: tuple[ValueRef, ...]
    reason: Text = ""


class Threshold(Entity):
    """A number a check compares with, when the project wants another than its default."""

    name: Id
    value: float


class CheckSetting(Entity):
    """Whether a check runs in this project, and with which thresholds."""

    check: Id
    active: bool = True
    thresholds: tuple[Threshold, ...] = ()


class Aim(Entity):
    """What this cast wants to cover, beside the stars on facets and values.

    `level` is how many facets a combination may join; `audience` is the
    one the cast is held against; without `pairs`, all pairs of starred
    facets are meant.
    """

    pairs: tuple[FacetPair, ...] = ()
    minimums: tuple[MinimumCount, ...] = ()
    implausible: tuple[Implausible, ...] = ()
    level: Annotated[int, Field(ge=1, le=20)] = 2
    audience: Id | None = None
    checks: tuple[CheckSetting, ...] = ()
