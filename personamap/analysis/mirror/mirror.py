"""Can they see themselves in it? The audience, held against the cast.

Somebody of the audience meets a persona like them on a facet when both
have a value in common. Only the counts that were kept are read: single
facets, and crossings of two. What three facets together would show is not
known from those, and never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from msgspec import Struct

from personamap.analysis.disclosure.earlier import Facets, tables_of
from personamap.analysis.index import ProjectIndex
from personamap.analysis.leadership import find_leadership
from personamap.analysis.mirror.table import people_added, rows_met
from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import ValueRef
from personamap.domain.scene import NarrativeFunction

LEADING: frozenset[NarrativeFunction] = frozenset(("leads", "decides"))
"""What a persona does in a scene to be seen as somebody who leads."""

LEADING_LEVEL = 4
"""The step of the scale of organisational levels from which on people lead: a team lead."""


class Mirror(Struct, frozen=True):
    """How many of an audience meet somebody like them on `agreeing` of one or two facets.

    `met`, `unmet` and `untold` (who are in no count that was kept) make up
    all `people`. `groups` are those who meet nobody, the largest first;
    `best` is the one more persona who would be met by the most of them.
    """

    facets: Facets
    agreeing: int
    people: int
    met: int
    unmet: int
    untold: int
    groups: tuple[AudienceGroup, ...]
    best: AudienceGroup | None


class MirrorPair(Struct, frozen=True):
    """The same question asked of the whole cast, and of those who lead in it."""

    everyone: Mirror
    leaders: Mirror

    @property
    def facets(self) -> Facets:
        """The facets both are about."""
        return self.everyone.facets

    @property
    def agreeing(self) -> int:
        """On how many of them people are to be alike."""
        return self.everyone.agreeing


def mirrors(index: ProjectIndex) -> tuple[MirrorPair, ...]:
    """Return every mirror that can be told: each facet, then each crossing on both and on one."""
    if index.audience is None:
        return ()
    audience = index.audience.audience
    leaders = leaders_of(index)
    pairs = (
        MirrorPair(
            _mirror(index, audience, key, groups, (index.people, agreeing)),
            _mirror(index, audience, key, groups, (leaders, agreeing)),
        )
        for key, groups in _tables(index, audience)
        for agreeing in range(len(key), 0, -1)
    )
    return tuple(pairs)


def leaders_of(index: ProjectIndex) -> frozenset[str]:
    """Return who lead or decide in some scene, or stand on a leading level of the organisation."""
    acting = {
        persona_id
        for persona_id in index.people
        for _scene, appearance in index.appearances_of(persona_id)
        if LEADING & set(appearance.functions)
    }
    leadership = find_leadership(index, LEADING_LEVEL)
    on_level = leadership.leaders if leadership else 0
    ranked = {persona.id for place, persona in enumerate(index.cast) if on_level >> place & 1}
    return frozenset(acting | ranked)


def _tables(
    index: ProjectIndex, audience: Audience
) -> Iterator[tuple[Facets, Sequence[AudienceGroup]]]:
    tables = tables_of(audience.groups)
    for facets in sorted(tables, key=lambda key: _order(index, key)):
        if len(facets) <= 2 and all(facet in index.counts for facet in facets):
            groups = (AudienceGroup(values=k, people=n) for k, n in tables[facets].items())
            yield facets, sorted(groups, key=lambda group: -group.people)


def _order(index: ProjectIndex, facets: Facets) -> tuple[int, int, tuple[str, ...]]:
    """Put single facets first, and those that matter before the others."""
    starred = sum(f in index.counts and index.counts[f].facet.starred for f in facets)
    return len(facets), -starred, facets


def _mirror(
    index: ProjectIndex,
    audience: Audience,
    facets: Facets,
    groups: Sequence[AudienceGroup],
    asked: tuple[Collection[str], int],
) -> Mirror:
    import numpy as np  # slow to load, and only needed where there is an audience

    who, agreeing = asked
    columns = [_Column(index, facet, groups) for facet in facets]
    met = rows_met([c.codes for c in columns], [c.alike(who) for c in columns], agreeing)
    people = np.array([group.people for group in groups])
    found = int(people[met].sum())
    unmet = int(people[~met].sum())
    best = _best(columns, np.where(met, 0, people), agreeing)
    return Mirror(
        facets=facets,
        agreeing=agreeing,
        people=audience.people,
        met=found,
        unmet=unmet,
        untold=max(0, audience.people - found - unmet),
        groups=tuple(group for group, is_met in zip(groups, met, strict=True) if not is_met),
        best=best,
    )


class _Column:
    """One facet of a table: what each group says on it as a code, and whom that is like."""

    def __init__(self, index: ProjectIndex, facet: str, groups: Sequence[AudienceGroup]) -> None:
        import numpy as np

        self.facet = facet
        self._count = index.counts[facet]
        self._people = tuple(index.people)
        said = [frozenset(r.value for r in g.values if r.facet == facet) for g in groups]
        self._categories = list(dict.fromkeys(said))
        places = {category: place for place, category in enumerate(self._categories)}
        self.codes = np.array([places[category] for category in said])
        self.values = tuple(sorted({value for category in said for value in category}))

    def alike(self, who: Collection[str]) -> Any:
        """Return which category has a value in common with which persona; nobody else counts."""
        import numpy as np

        matrix = np.zeros((len(self._categories), max(1, len(self._people))), dtype=np.uint8)
        for row, category in enumerate(self._categories):
            having = {person for value in category for person in self._count.of(value)}
            for place, person in enumerate(self._people):
                matrix[row, place] = person in who and person in having
        return matrix

    def having(self) -> Any:
        """Return which value is in which group."""
        import numpy as np

        inside = [[v in category for category in self._categories] for v in self.values]
        return np.array(inside, dtype=np.int64)[:, self.codes]


def _best(columns: Sequence[_Column], people: Any, agreeing: int) -> AudienceGroup | None:
    """Return the newcomer, with one value a facet, who would be met by the most people."""
    import numpy as np

    added = people_added([column.having() for column in columns], people, agreeing)
    place = np.unravel_index(int(added.argmax()), added.shape)
    most = int(added[place])
    if not most:
        return None
    values = tuple(
        ValueRef(facet=column.facet, value=column.values[int(number)])
        for column, number in zip(columns, place, strict=True)
    )
    return AudienceGroup(values=values, people=most)
