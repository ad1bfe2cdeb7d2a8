"""Edits of many cells of the cast at once, as one change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from msgspec import Struct

from personamap.domain.facet import FacetValue
from personamap.domain.persona import Answer, AnswerState, Persona, StatedValue
from personamap.domain.project import Project
from personamap.edits.facet_values import add_facet_value
from personamap.edits.personas import add_persona

TextField = Literal["name", "job.title", "brief"]


class TextCell(Struct, frozen=True):
    """What stands in a field of somebody."""

    persona: str
    field: TextField
    text: str


class AnswerCell(Struct, frozen=True):
    """What somebody answers on a facet, without their own words and how the story shows it.

    `own_words`, where there are any, are added to what they say already.
    """

    persona: str
    facet: str
    state: AnswerState
    values: tuple[StatedValue, ...] = ()
    own_words: str = ""


class Cells(Struct, frozen=True):
    """Cells to fill, with the people and the values of facets that come in with them."""

    texts: tuple[TextCell, ...] = ()
    answers: tuple[AnswerCell, ...] = ()
    newcomers: tuple[Persona, ...] = ()
    values: tuple[tuple[str, FacetValue], ...] = ()


def fill_cells(project: Project, cells: Cells) -> Project:
    """Return `project` with all these cells filled."""
    for facet_id, value in cells.values:
        project = add_facet_value(project, facet_id, value)
    for persona in cells.newcomers:
        project = add_persona(project, persona)
    texts: dict[str, list[TextCell]] = {}
    for cell in cells.texts:
        texts.setdefault(cell.persona, []).append(cell)
    said: dict[str, list[AnswerCell]] = {}
    for answer in cells.answers:
        said.setdefault(answer.persona, []).append(answer)
    personas = tuple(
        _answering(_written(persona, texts.get(persona.id, ())), said.get(persona.id, ()))
        for persona in project.personas
    )
    if all(new is old for new, old in zip(personas, project.personas, strict=True)):
        return project
    return project.with_items(personas=personas)


def answer_for_all(
    project: Project, persona_ids: Collection[str], facet_id: str, value_id: str, *, wanted: bool
) -> Project:
    """Return `project` with several people stating a value, or not stating it any more.

    Where a facet takes one value, it replaces the other.
    """
    many = project.facet(facet_id).many
    cells = (
        _with_value(project.persona(who).answer(facet_id), value_id, wanted, many)
        for who in persona_ids
    )
    filled = tuple(
        AnswerCell(who, facet_id, answer.state, answer.values)
        for who, answer in zip(persona_ids, cells, strict=True)
    )
    return fill_cells(project, Cells(answers=filled))


def blank_for_all(
    project: Project, persona_ids: Collection[str], facet_id: str, state: AnswerState
) -> Project:
    """Return `project` with several people leaving a facet blank in one way; values are kept."""
    answers = (project.persona(who).answer(facet_id) for who in persona_ids)
    filled = tuple(
        AnswerCell(who, facet_id, state, answer.values)
        for who, answer in zip(persona_ids, answers, strict=True)
    )
    return fill_cells(project, Cells(answers=filled))


def _with_value(answer: Answer, value_id: str, wanted: bool, many: bool) -> Answer:
    others = tuple(stated for stated in answer.values if stated.value != value_id)
    if not wanted:
        nothing = answer.state == "stated" and not others and not answer.own_words
        return answer.evolve(state="undecided" if nothing else answer.state, values=others)
    if any(stated.value == value_id for stated in answer.values):
        return answer.evolve(
            state="stated", values=answer.values if many else _only(answer, value_id)
        )
    return answer.evolve(
        state="stated", values=(*(others if many else ()), StatedValue(value=value_id))
    )


def _only(answer: Answer, value_id: str) -> tuple[StatedValue, ...]:
    return tuple(stated for stated in answer.values if stated.value == value_id)


def _written(persona: Persona, cells: Iterable[TextCell]) -> Persona:
    fields: Mapping[str, str] = {cell.field: cell.text for cell in cells}
    if not fields:
        return persona
    job = persona.job.evolve(title=fields.get("job.title", persona.job.title))
    plain = {name: text for name, text in fields.items() if name != "job.title"}
    return persona.evolve(job=job, **plain)


def _answering(persona: Persona, cells: Iterable[AnswerCell]) -> Persona:
    answers = {answer.facet: answer for answer in persona.answers}
    for cell in cells:
        before = answers.get(cell.facet) or Answer(facet=cell.facet)
        after = before.evolve(
            state=cell.state, values=cell.values, own_words=_both(before.own_words, cell.own_words)
        )
        if after is not before:
            answers[cell.facet] = after
    said = tuple(answers.values())
    return persona if said == persona.answers else persona.evolve(answers=said)


def _both(before: str, more: str) -> str:
    return f"{before}\n{more}" if before and more else before or more
