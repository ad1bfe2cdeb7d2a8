"""Several courses made into one project, so that every check can be asked of all of them.

Scenes follow each other, facets and their values are matched by id, and
somebody who plays in two courses is one person who plays in both, with
everything that either says of them: learners meet both.
Answers count where their course counts the facet. Decisions and the
switches of checks belong to one course each, and stay there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from personamap.analysis.catalogue.courses import CatalogueCourse, SharedIds
from personamap.analysis.catalogue.merging import merged_aim, merged_facets
from personamap.analysis.facet_counts import counted_facets
from personamap.domain.experience import Experience, Relationship
from personamap.domain.persona import Answer, BelongingArc, Persona
from personamap.domain.project import Course, Project
from personamap.domain.scene import Scene
from personamap.i18n import _

LONGEST_TITLE = 1_000


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


IdentifiedT = TypeVar("IdentifiedT", bound=_Identified)


class Joined(Struct, frozen=True):
    """All courses as one project, and in which of them each person plays, by their place."""

    project: Project
    plays: Mapping[str, tuple[int, ...]]
    scenes: Mapping[str, int]
    ids: tuple[Mapping[str, str], ...]
    """For each course, what its own ids have become."""


class _Course:
    """One course with its ids as they are in the catalogue."""

    def __init__(self, place: int, project: Project, ids: SharedIds) -> None:
        self.project = project
        self.counted = {facet.id for facet in counted_facets(project.facets)}
        self.people = ids.of_people(place, project.cast)
        self.lived = ids.of_experiences(place, project.experiences)
        self.played = ids.of_own(place, project.scenes)
        self.tied = ids.of_own(place, project.relationships)

    def persona(self, persona: Persona) -> Persona:
        lived = (
            e.evolve(experience=self.lived[e.experience])
            for e in persona.experiences
            if e.experience in self.lived
        )
        return persona.evolve(
            id=self.people[persona.id],
            answers=tuple(a for a in persona.answers if a.facet in self.counted),
            experiences=tuple(lived),
            belonging=self._arc(persona.belonging),
        )

    def scene(self, scene: Scene) -> Scene:
        people = self.people
        return scene.evolve(
            id=self.played[scene.id],
            appearances=tuple(
                a.evolve(persona=people[a.persona])
                for a in scene.appearances
                if a.persona in people
            ),
            risk_takers=tuple(people[r] for r in scene.risk_takers if r in people),
        )

    def ties(self) -> Iterable[Relationship]:
        for tie in self.project.relationships:
            if tie.source in self.people and tie.target in self.people:
                source, target = self.people[tie.source], self.people[tie.target]
                yield tie.evolve(id=self.tied[tie.id], source=source, target=target)

    def _arc(self, arc: BelongingArc) -> BelongingArc:
        turns = (
            turn.evolve(scene=self.played[turn.scene])
            for turn in arc.turning_points
            if turn.scene in self.played
        )
        return arc.evolve(turning_points=tuple(turns))


def join_courses(courses: Sequence[CatalogueCourse]) -> Joined:
    """Return all courses as one project."""
    ids = SharedIds()
    parts = [_Course(place, course.project, ids) for place, course in enumerate(courses)]
    plays: dict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        for persona_id in dict.fromkeys(part.people.values()):
            plays[persona_id].append(place)
    return Joined(
        project=_project(courses, parts),
        plays={persona_id: tuple(places) for persona_id, places in plays.items()},
        scenes={scene: place for place, part in enumerate(parts) for scene in part.played.values()},
        ids=tuple(part.people for part in parts),
    )


def _project(courses: Sequence[CatalogueCourse], parts: Sequence[_Course]) -> Project:
    projects = [course.project for course in courses]
    return Project().with_items(
        course=_course(courses),
        facets=merged_facets(projects),
        personas=_people(parts),
        experiences=_experiences(parts),
        relationships=tuple(tie for part in parts for tie in part.ties()),
        scenes=tuple(part.scene(scene) for part in parts for scene in part.project.scenes),
        audiences=_once(audience for project in projects for audience in project.audiences),
        aim=merged_aim([project.aim for project in projects]),
        media=_once(media for project in projects for media in project.media),
    )


def _course(courses: Sequence[CatalogueCourse]) -> Course:
    first = courses[0].project.course if courses else Course()
    title = _(", ").join(course.title for course in courses)
    goals = _once(goal for course in courses for goal in course.project.course.goals)
    return Course(
        title=title[:LONGEST_TITLE], client=first.client, language=first.language, goals=goals
    )


def _people(parts: Sequence[_Course]) -> tuple[Persona, ...]:
    people: dict[str, Persona] = {}
    for part in parts:
        for persona in map(part.persona, part.project.cast):
            known = people.get(persona.id)
            people[persona.id] = _completed(known, persona) if known else persona
    return tuple(people.values())


def _completed(first: Persona, later: Persona) -> Persona:
    """Return a persona with what a later course says of them added."""
    answers = {answer.facet: answer for answer in first.answers}
    for answer in later.answers:
        known = answers.get(answer.facet, answer)
        answers[answer.facet] = _both(known, answer)
    lived = {entry.experience: entry for entry in (*later.experiences, *first.experiences)}
    return first.evolve(answers=tuple(answers.values()), experiences=tuple(lived.values()))


def _both(first: Answer, later: Answer) -> Answer:
    """Return one answer that has the values of both, as far as they are stated."""
    if first.is_blank or later.is_blank:
        return later if first.is_blank else first
    values = {value.value: value for value in (*later.values, *first.values)}
    return first.evolve(values=tuple(values.values()))


def _experiences(parts: Sequence[_Course]) -> tuple[Experience, ...]:
    told: dict[str, Experience] = {}
    for part in parts:
        for experience in part.project.experiences:
            shared = part.lived[experience.id]
            told.setdefault(shared, experience.evolve(id=shared))
    return tuple(told.values())


def _once(items: Iterable[IdentifiedT]) -> tuple[IdentifiedT, ...]:
    """Return each item once; under one id, the first."""
    known: dict[str, IdentifiedT] = {}
    for item in items:
        known.setdefault(item.id, item)
    return tuple(known.values())
