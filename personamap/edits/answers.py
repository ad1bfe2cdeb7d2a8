"""Edits of what a person says on one facet."""

from __future__ import annotations

from personamap.domain.persona import Answer, AnswerState, Showing, StatedValue
from personamap.domain.project import Project
from personamap.edits.personas import set_answer


def add_value(project: Project, persona_id: str, facet_id: str, value_id: str) -> Project:
    """Return `project` with a value stated; where a facet takes one, it replaces the other."""
    answer = project.persona(persona_id).answer(facet_id)
    value = next((v for v in answer.values if v.value == value_id), StatedValue(value=value_id))
    kept = answer.values if project.facet(facet_id).many else ()
    values = kept if value in kept else (*kept, value)
    return set_answer(project, persona_id, answer.evolve(state="stated", values=values))


def remove_value(project: Project, persona_id: str, facet_id: str, value_id: str) -> Project:
    """Return `project` without a value; an answer with nothing left is undecided."""
    answer = project.persona(persona_id).answer(facet_id)
    values = tuple(v for v in answer.values if v.value != value_id)
    nothing_left = answer.state == "stated" and not values and not answer.own_words
    state: AnswerState = "undecided" if nothing_left else answer.state
    return set_answer(project, persona_id, answer.evolve(state=state, values=values))


def set_state(project: Project, persona_id: str, facet_id: str, state: AnswerState) -> Project:
    """Return `project` with an answer stated, or blank in one of four ways."""
    answer = project.persona(persona_id).answer(facet_id)
    return set_answer(project, persona_id, answer.evolve(state=state))


def set_own_words(project: Project, persona_id: str, facet_id: str, words: str) -> Project:
    """Return `project` with an answer in the person's own words.

    Words on what nobody had thought about yet state it; a blank that was
    chosen on purpose stays one.
    """
    answer = project.persona(persona_id).answer(facet_id)
    state = answer.state
    if words and state == "undecided":
        state = "stated"
    elif not words and state == "stated" and not answer.values:
        state = "undecided"
    return set_answer(project, persona_id, answer.evolve(state=state, own_words=words))


def set_qualifiers(
    project: Project, persona_id: str, facet_id: str, qualified: StatedValue
) -> Project:
    """Return `project` with the qualifiers of one value replaced."""
    answer = project.persona(persona_id).answer(facet_id)
    values = tuple(qualified if v.value == qualified.value else v for v in answer.values)
    return set_answer(project, persona_id, answer.evolve(values=values))


def set_showing(
    project: Project, persona_id: str, facet_id: str, showing: Showing, wanted: bool
) -> Project:
    """Return `project` with the story showing an answer in one way, or not."""
    answer = project.persona(persona_id).answer(facet_id)
    kept = tuple(way for way in answer.shown if way != showing)
    shown = (*kept, showing) if wanted else kept
    if set(shown) == set(answer.shown):
        return project
    return set_answer(project, persona_id, answer.evolve(shown=shown))


def set_shown_how(project: Project, persona_id: str, facet_id: str, note: str) -> Project:
    """Return `project` with a note on how the story shows an answer."""
    answer: Answer = project.persona(persona_id).answer(facet_id)
    return set_answer(project, persona_id, answer.evolve(shown_how=note))
