"""What `check --json` answers about an audience."""

from __future__ import annotations

from pydantic import Field

from personamap.analysis.index import ProjectIndex
from personamap.analysis.json_answer import JsonAnswer
from personamap.analysis.mirror.mirror import Mirror, mirrors
from personamap.domain.audience import AudienceGroup

MOST_GROUPS = 10
"""So many of the largest groups that meet nobody are listed for each question."""


class GroupAnswer(JsonAnswer):
    """Some of the audience: what they share, as `facet.value`, and how many they are."""

    values: tuple[str, ...]
    people: int


class MetAnswer(JsonAnswer):
    """How many of the audience meet somebody like them; `untold` are in no count that was kept.

    `groups` are the largest of those who meet nobody; `one_more` is what
    one more persona could add at most.
    """

    met: int
    unmet: int
    untold: int
    groups: tuple[GroupAnswer, ...]
    one_more: GroupAnswer | None


class MirrorAnswer(JsonAnswer):
    """The audience held against the cast, and against those who lead, by one or two facets."""

    facets: tuple[str, ...]
    agreeing: int = Field(description="On how many of the facets people have to be alike.")
    everyone: MetAnswer
    leaders: MetAnswer


class AudienceAnswer(JsonAnswer):
    """Who will take the course, and whether they can see themselves in it.

    No count of fewer than `smallest_group` people is kept; `hidden` people
    are in no count of at least one facet.
    """

    name: str
    people: int
    hidden: int
    smallest_group: int
    mirrors: tuple[MirrorAnswer, ...]


def audience_answer(index: ProjectIndex) -> AudienceAnswer | None:
    """Return what the mirror shows as plain data; nothing without an audience."""
    if index.audience is None:
        return None
    audience = index.audience.audience
    return AudienceAnswer(
        name=audience.name,
        people=audience.people,
        hidden=audience.hidden,
        smallest_group=audience.smallest_group,
        mirrors=tuple(
            MirrorAnswer(
                facets=pair.facets,
                agreeing=pair.agreeing,
                everyone=_met(pair.everyone),
                leaders=_met(pair.leaders),
            )
            for pair in mirrors(index)
        ),
    )


def _met(mirror: Mirror) -> MetAnswer:
    return MetAnswer(
        met=mirror.met,
        unmet=mirror.unmet,
        untold=mirror.untold,
        groups=tuple(map(_group, mirror.groups[:MOST_GROUPS])),
        one_more=_group(mirror.best) if mirror.best else None,
    )


def _group(group: AudienceGroup) -> GroupAnswer:
    return GroupAnswer(values=tuple(ref.node for ref in group.values), people=group.people)
