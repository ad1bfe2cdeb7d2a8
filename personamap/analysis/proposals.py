"""The edits that checks propose.

Each runs on whatever snapshot is current when it is applied, so each
looks again: an answer somebody has stated, withheld or not disclosed in
the meantime stays as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from personamap.analysis.check import Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import experience_title, scene_title
from personamap.analysis.wording import Words, listed
from personamap.domain.experience import Relationship
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.experiences import add_relationship, set_lived
from personamap.edits.personas import add_persona, set_answer
from personamap.edits.scenes import add_scene, set_appearance
from personamap.i18n import N_, _

ALTERNATIVES = 3
"""How many fixes of one kind are worth offering for one finding."""

_TOLD_OF_ONE = N_("Blanks on {facet} could become {values}; nothing is decided")
_TOLD = N_("Blanks could become {values}; nothing is decided")

Fill = tuple[str, ValueRef]
"""A persona id and the value their blank would take."""


def free_blanks(index: ProjectIndex, value: ValueRef) -> tuple[str, ...]:
    """Return who could take a value: an undecided or open answer with nothing else noted in it."""
    return tuple(
        persona_id
        for persona_id in index.count(value.facet).may_still_say()
        if takes(index.people[persona_id].find_answer(value.facet), value)
    )


def fill_blanks(project: Project, fills: Sequence[Fill]) -> Project:
    """Return `project` with blanks answered that nobody has decided on."""
    for persona_id, value in fills:
        old = project.persona(persona_id).answer(value.facet)
        if takes(old, value):
            new = old.evolve(state="stated", values=(StatedValue(value=value.value),))
            project = set_answer(project, persona_id, new)
    return project


def fill(index: ProjectIndex, fills: Sequence[Fill]) -> Proposal:
    """Propose to answer some blanks, of one person or of several.

    Where it is only told, it names nobody: a report that gives somebody an orientation or a
    belief would seem to have decided it.
    """
    template = _("{name}: {answer}")
    answers = tuple(
        template.format(name=index.name(persona_id), answer=label)
        for persona_id, value in fills
        for label in value_labels(index, [value])
    )
    message = N_("Fill in a blank – {answers}") if len(fills) == 1 else N_("Fill in – {answers}")
    told, possible = _told(index, list(dict.fromkeys(value for _person, value in fills)))
    words: dict[str, Words] = {"answers": listed(answers, most=len(answers)), **possible}
    edit = partial(fill_blanks, fills=tuple(fills))
    return Proposal("fill", message, words, edit, told)


def _told(index: ProjectIndex, values: Sequence[ValueRef]) -> tuple[str, Mapping[str, str]]:
    facet = index.project.find_facet(values[0].facet)
    if facet is None or any(value.facet != facet.id for value in values):
        labels = value_labels(index, values)
        return _TOLD, {"values": listed(labels, most=len(labels))}
    labels = tuple(value_label(facet, value.value) for value in values)
    return _TOLD_OF_ONE, {"facet": facet.label, "values": listed(labels, most=len(labels))}


def add_people(index: ProjectIndex, seed: str, people: Sequence[Sequence[ValueRef]]) -> Proposal:
    """Propose new people, each with the values they are needed for."""
    newcomers = tuple(
        newcomer(index, f"{seed}/{number}", values) for number, values in enumerate(people)
    )
    wanted = [value for values in people for value in values]
    words: dict[str, Words] = {
        "count": len(newcomers),
        "answers": value_labels(index, list(dict.fromkeys(wanted))),
    }
    one, many = N_("Add a person with {answers}"), N_("Add {count} people with {answers}")
    message = one if len(newcomers) == 1 else many
    return Proposal("add", message, words, partial(_add_newcomers, newcomers=newcomers))


def cast_in(index: ProjectIndex, persona_id: str) -> Iterator[Proposal]:
    """Propose the scenes with the fewest people for a persona to appear in."""
    scenes = [s for s in index.project.scenes if s.find_appearance(persona_id) is None]
    for scene in sorted(scenes, key=lambda s: len(s.appearances))[:ALTERNATIVES]:
        values = {"name": index.name(persona_id), "scene": scene_title(scene)}
        edit = partial(set_appearance, scene_id=scene.id, appearance=Appearance(persona=persona_id))
        yield Proposal("function", N_("Put {name} into “{scene}”"), values, edit)


def first_scene(index: ProjectIndex) -> Proposal:
    """Propose a scene in which the whole cast meets, for a course that has none yet."""
    scene = Scene(
        id=_fresh_id("scn", index, "first-scene"),
        title=_("A first scene"),
        appearances=tuple(Appearance(persona=persona.id) for persona in index.cast),
    )
    message = N_("Add a first scene in which all of them meet")
    return Proposal("function", message, {}, partial(add_scene, scene=scene))


def share_experience(index: ProjectIndex, persona_id: str) -> Iterator[Proposal]:
    """Propose experiences others have lived.

    They are offered in the order of the project and never by what the
    persona answers: a life is not derived from an identity.
    """
    lived = index.experiences_of(persona_id)
    others = [e for e in index.project.experiences if e.id not in lived and index.sharers(e.id)]
    for experience in others[:ALTERNATIVES]:
        values = {"name": index.name(persona_id), "title": experience_title(experience)}
        edit = partial(set_lived, persona_id=persona_id, experience_id=experience.id, lived=True)
        yield Proposal("fill", N_("Let {name} have lived “{title}” too"), values, edit)


def tie(index: ProjectIndex, persona_id: str) -> Iterator[Proposal]:
    """Propose a relationship with the people who have the fewest."""
    others = [persona.id for persona in index.cast if persona.id != persona_id]
    for other in sorted(others, key=lambda o: len(index.relationships_of(o)))[:ALTERNATIVES]:
        relationship = Relationship(
            id=_fresh_id("rel", index, f"{persona_id}/{other}"),
            source=persona_id,
            target=other,
            label=_("works with"),
            reciprocal=_("works with"),
        )
        values = {"name": index.name(persona_id), "other": index.name(other)}
        message = N_("Add a relationship: {name} works with {other}")
        edit = partial(add_relationship, relationship=relationship)
        yield Proposal("function", message, values, edit)


def value_labels(index: ProjectIndex, values: Iterable[ValueRef]) -> tuple[str, ...]:
    """Return what values are called, each with its facet."""
    template = _("{value} ({facet})")
    return tuple(
        template.format(value=value_label(facet, value.value), facet=facet.label)
        for value in values
        if (facet := index.project.find_facet(value.facet)) is not None
    )


def value_label(facet: Facet, value_id: str) -> str:
    """Return what one value of a facet is called."""
    value = facet.find_value(value_id)
    return value.label if value else value_id


def parse_value(node: str) -> ValueRef:
    """Return the value that a node id such as `age_band.45-54` points at."""
    facet, _dot, value = node.partition(".")
    return ValueRef(facet=facet, value=value)


def takes(answer: Answer | None, value: ValueRef) -> bool:
    """Tell whether an answer is free for a value: no decision, and nothing else noted."""
    if answer is None:
        return True
    noted = {stated.value for stated in answer.values}
    return answer.state in ("undecided", "open") and noted <= {value.value}


def newcomer(index: ProjectIndex, seed: str, values: Sequence[ValueRef]) -> Persona:
    """Return somebody new who states these values, and nothing else."""
    answers: dict[str, Answer] = {}
    for value in values:
        stated = StatedValue(value=value.value)
        old = answers.get(value.facet)
        kept = old.values if old else ()
        answers[value.facet] = Answer(facet=value.facet, state="stated", values=(*kept, stated))
    return Persona(id=_fresh_id("per", index, seed), answers=tuple(answers.values()))


def _add_newcomers(project: Project, newcomers: Sequence[Persona]) -> Project:
    for newcomer in newcomers:
        if project.find_persona(newcomer.id) is None:
            project = add_persona(project, newcomer)
    return project


def _fresh_id(prefix: str, index: ProjectIndex, seed: str) -> str:
    """Return an id that is the same whenever the same fix is worked out for the same project."""
    project = index.project
    known = len(project.personas) + len(project.relationships) + len(project.scenes)
    digest = hashlib.sha256(f"{seed}/{known}".encode()).hexdigest()[:12]
    return f"{prefix}-{digest}"
