"""Look-ups built once for one snapshot, so that no check has to search."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

from personamap.analysis.audience_counts import AudienceCounts, audience_counts
from personamap.analysis.bits import places_in
from personamap.analysis.company import Company, keep_company
from personamap.analysis.deeds import Deeds, find_deeds
from personamap.analysis.facet_counts import (
    FacetCount,
    count_facets,
    counted_facets,
    still_counted,
)
from personamap.analysis.speech import Speech, find_speech
from personamap.analysis.watched import Group, watched_groups
from personamap.analysis.wording import newcomer_name
from personamap.domain.experience import Relationship
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.i18n import _


class ProjectIndex:
    """A read-only view of one snapshot: who says what, appears where, is tied to whom.

    Archived personas are not part of the cast: they are neither counted
    nor found here, and what points at them connects nobody. The index of
    an `earlier` snapshot lends the counts of facets on which nobody has
    answered otherwise since. Where a change is only tried, those of its
    `newcomers` without a name are told as new, not as nameless.
    """

    def __init__(
        self,
        project: Project,
        earlier: ProjectIndex | None = None,
        newcomers: tuple[str, ...] = (),
    ) -> None:
        self.project = project
        self.cast: tuple[Persona, ...] = project.cast
        self.newcomers = newcomers
        self.people = {persona.id: persona for persona in self.cast}
        self.facets: tuple[Facet, ...] = tuple(counted_facets(project.facets))
        kept = still_counted(earlier.cast, self.cast, earlier.counts) if earlier else {}
        self.counts: dict[str, FacetCount] = count_facets(self.cast, self.facets, kept)
        self._appearances = self._group_appearances()
        self._relationships = self._group_relationships()

    def count(self, facet_id: str) -> FacetCount:
        """Return what the cast says on a counted facet."""
        return self.counts[facet_id]

    def name(self, persona_id: str) -> str:
        """Return what a persona is called in a sentence."""
        persona = self.people.get(persona_id) or self.project.find_persona(persona_id)
        if persona is None:
            return persona_id
        return persona.name or self._nameless(persona_id)

    def people_in(self, mask: int) -> tuple[str, ...]:
        """Return the people a mask stands for, in the order of the cast."""
        return tuple(self.cast[place].id for place in places_in(mask))

    def names_in(self, mask: int) -> tuple[str, ...]:
        """Return what the people a mask stands for are called."""
        return tuple(self.name(self.cast[place].id) for place in places_in(mask))

    def appearances_of(self, persona_id: str) -> tuple[tuple[Scene, Appearance], ...]:
        """Return the scenes a persona is in, and what they do there, in the order of the course."""
        return tuple(self._appearances.get(persona_id, ()))

    def relationships_of(self, persona_id: str) -> tuple[Relationship, ...]:
        """Return the ties of a persona to other people of the cast."""
        return tuple(self._relationships.get(persona_id, ()))

    def experiences_of(self, persona_id: str) -> tuple[str, ...]:
        """Return the experiences of the project a persona has lived."""
        known = self._sharers
        lived = self.people[persona_id].experiences
        return tuple(e.experience for e in lived if e.experience in known)

    def sharers(self, experience_id: str) -> tuple[str, ...]:
        """Return who in the cast has lived an experience."""
        return self._sharers.get(experience_id, ())

    def is_connected(self, persona_id: str) -> bool:
        """Tell whether a persona shares a tie, an experience or a scene with somebody."""
        return (
            persona_id in self._relationships
            or any(len(self._sharers[e]) > 1 for e in self.experiences_of(persona_id))
            or any(s.id in self._meetings for s, _a in self.appearances_of(persona_id))
        )

    def matters(self, facet: Facet) -> bool:
        """Tell whether a facet is in the centre of attention: starred, or nothing is."""
        return facet.starred or not self.has_stars

    @cached_property
    def has_stars(self) -> bool:
        """Whether any counted facet is starred."""
        return any(facet.starred for facet in self.facets)

    @cached_property
    def audience(self) -> AudienceCounts | None:
        """The audience the cast is held against, if there is one."""
        return audience_counts(self.project, self.facets)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of everyone in the cast, which is also their bit in a mask."""
        return {persona.id: place for place, persona in enumerate(self.cast)}

    @cached_property
    def watched(self) -> tuple[Group, ...]:
        """The groups of people whose place in the story is asked about."""
        return watched_groups(self.counts, self.places)

    @cached_property
    def deeds(self) -> Deeds:
        """Who does what in the scenes."""
        return find_deeds(self.project.scenes, self.places)

    @cached_property
    def speech(self) -> Speech:
        """Who is present in the scenes, and how much they say."""
        return find_speech(self.project.scenes, self.places)

    @cached_property
    def company(self) -> Company:
        """Who meets whom."""
        return keep_company(self.project, self.places)

    @cached_property
    def graph(self) -> Any:
        """The networkx graph of the cast, built when first asked for: networkx is slow to load."""
        from personamap.analysis.graph import build_graph

        return build_graph(self.project, self.counts.values())

    @cached_property
    def _sharers(self) -> dict[str, tuple[str, ...]]:
        lived: dict[str, list[str]] = {e.id: [] for e in self.project.experiences}
        for persona in self.cast:
            for experience_id in {e.experience for e in persona.experiences}:
                if experience_id in lived:
                    lived[experience_id].append(persona.id)
        return {experience_id: tuple(people) for experience_id, people in lived.items()}

    @cached_property
    def _meetings(self) -> frozenset[str]:
        return frozenset(
            scene.id
            for scene in self.project.scenes
            if len({a.persona for a in scene.appearances if a.persona in self.people}) > 1
        )

    def _nameless(self, persona_id: str) -> str:
        if persona_id not in self.newcomers:
            return _("Nameless")
        return newcomer_name(self.newcomers.index(persona_id), len(self.newcomers))

    def _group_appearances(self) -> dict[str, list[tuple[Scene, Appearance]]]:
        grouped: dict[str, list[tuple[Scene, Appearance]]] = defaultdict(list)
        for scene in self.project.scenes:
            for appearance in scene.appearances:
                if appearance.persona in self.people:
                    grouped[appearance.persona].append((scene, appearance))
        return dict(grouped)

    def _group_relationships(self) -> dict[str, list[Relationship]]:
        grouped: dict[str, list[Relationship]] = defaultdict(list)
        for tie in self.project.relationships:
            ends = (tie.source, tie.target)
            if tie.source != tie.target and all(end in self.people for end in ends):
                for end in ends:
                    grouped[end].append(tie)
        return dict(grouped)
