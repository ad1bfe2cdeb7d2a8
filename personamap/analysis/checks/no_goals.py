"""People who appear in scenes and want nothing of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import goal_text
from personamap.analysis.lives import pieces_of_life, single_story
from personamap.analysis.proposals import ALTERNATIVES
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.personas import set_persona_field
from personamap.i18n import N_

NOBODY = "no-goals:cast"


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    met = [persona for persona in index.cast if index.appearances_of(persona.id)]
    aimless = [persona for persona in met if not _wants(persona)]
    if aimless and len(index.cast) > 1 and not any(_wants(p) for p in index.cast):
        yield _nobody(index, aimless)
        return
    for persona in aimless:
        if pieces_of_life(persona) and not single_story(index, persona):
            yield _finding(index, persona)


def _wants(persona: Persona) -> bool:
    return bool(persona.goals or persona.motivations or persona.serves)


def _finding(index: ProjectIndex, persona: Persona) -> Finding:
    scenes = len({scene.id for scene, _appearance in index.appearances_of(persona.id)})
    return Finding(
        key=f"no-goals:{persona.id}",
        check="no-goals",
        severity="note",
        headline=N_("{name} wants nothing of their own yet"),
        message=N_(
            "No goal, no motivation and no goal of the course is theirs, and {name} is in "
            "{scenes}. What are they there for, seen with their own eyes?"
        ),
        summary=N_("0 goals, {scenes}"),
        subjects=(persona.id,),
        values={"name": index.name(persona.id), "scenes": counted("scene", scenes)},
        evidence={"goals": 0, "present": scenes},
        weight=0.5,
    )


def _nobody(index: ProjectIndex, aimless: Iterable[Persona]) -> Finding:
    people = tuple(persona.id for persona in aimless)
    return Finding(
        key=NOBODY,
        check="no-goals",
        severity="note",
        headline=N_("Nobody in the cast wants anything yet"),
        message=N_(
            "A goal or a motivation for each of them turns a scene from a demonstration into a "
            "story. One is enough to begin with."
        ),
        summary=N_("0 goals for {people}"),
        subjects=people,
        values={"people": counted("person", len(people))},
        evidence={"goals": 0},
        weight=0.4,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    if finding.key == NOBODY:
        return
    (persona_id,) = finding.subjects
    for goal in index.project.course.goals[:ALTERNATIVES]:
        values = {"name": index.name(persona_id), "goal": goal_text(goal)}
        message = N_("Let {name} serve the goal of the course “{goal}”")
        edit = partial(_serve, persona_id=persona_id, goal_id=goal.id)
        yield Proposal("fill", message, values, edit)


def _serve(project: Project, persona_id: str, goal_id: str) -> Project:
    serves = project.persona(persona_id).serves
    more = serves if goal_id in serves else (*serves, goal_id)
    return set_persona_field(project, persona_id, "serves", more)


NO_GOALS = Check(
    id="no-goals",
    title=N_("People without a goal of their own"),
    why=N_(
        "Goals are what makes a persona act, and what readers follow. Somebody who wants nothing "
        "is there for the others' stories."
    ),
    source=N_("Alan Cooper, The Inmates Are Running the Asylum, 1999, chapter 9"),
    find=_find,
    propose=_propose,
    most=10,
    area="roundness",
    reads=frozenset(
        ("facets", "cast", "answers", "lives", "texts", "experiences", "scenes", "course")
    ),
)
