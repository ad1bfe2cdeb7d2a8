"""What a persona has, cell by cell, under the columns of `personamap.domain.columns`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from personamap.domain.columns import (
    FIELD_COLUMNS,
    Aspect,
    FacetColumn,
    FieldColumn,
    facet_columns,
    folded,
    write_beside,
    write_items,
)
from personamap.domain.facet import Facet, FacetValue, QualifierOption
from personamap.domain.persona import Answer, Persona, Place, StatedValue
from personamap.domain.portrait import IllustratedPortrait, PicturePortrait
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.stopping import each

DRAWN, PICTURE = "drawn", "picture"
"""What the column about the portrait says; no table can hold the portrait itself."""

_PLACE = re.compile(
    r"authenticity\s+(?P<authenticity>\d+(?:\.\d+)?(?:e-\d+)?)"
    r"[\s,;]+acceptance(?: of others)?\s+(?P<acceptance>\d+(?:\.\d+)?(?:e-\d+)?)",
    re.IGNORECASE,
)


def cast_columns(project: Project) -> tuple[FieldColumn | FacetColumn, ...]:
    """Return the columns that the cast of `project` needs, leaving out the empty ones."""
    needed = tuple(
        column
        for column in each(facet_columns(project.facets))
        if any(_cell(project, persona, column) for persona in project.personas)
    )
    return (*FIELD_COLUMNS, *needed)


def cast_row(
    project: Project, persona: Persona, columns: Iterable[FieldColumn | FacetColumn]
) -> tuple[str, ...]:
    """Return what one persona has in each of `columns`."""
    return tuple(_cell(project, persona, column) for column in columns)


def write_place(place: Place | None) -> str:
    """Return a point of the belonging square as a cell holds it."""
    if place is None:
        return ""
    return f"authenticity {place.authenticity}, acceptance {place.acceptance}"


def read_place(cell: str) -> Place | None:
    """Return the point of the belonging square that a cell names, if it names one."""
    found = _PLACE.fullmatch(cell.strip())
    if found is None:
        return None
    authenticity, acceptance = float(found["authenticity"]), float(found["acceptance"])
    if max(authenticity, acceptance) > 1:
        return None
    return Place(authenticity=authenticity, acceptance=acceptance)


def scene_names(scenes: Iterable[Scene]) -> dict[str, str]:
    """Return what each scene is called in a table: its title, or its id where that is not clear."""
    scenes = tuple(scenes)
    titles = [folded(scene.title) for scene in scenes]
    ids = {scene.id for scene in scenes}
    return {
        scene.id: scene.title
        if title and titles.count(title) == 1 and title not in ids
        else scene.id
        for scene, title in zip(scenes, titles, strict=True)
    }


def _cell(project: Project, persona: Persona, column: FieldColumn | FacetColumn) -> str:
    if isinstance(column, FacetColumn):
        return _answer_cell(column.facet, persona.answer(column.facet.id), column.aspect)
    if column.field in _WRITTEN:
        return _WRITTEN[column.field](project, persona)
    value: object = persona
    for part in column.field.split("."):
        value = getattr(value, part)
    match value:
        case tuple():
            return write_items(value)
        case Place() | None if column.kind == "place":
            return write_place(value)
        case _:
            return "" if value is None else str(value)


def _experiences(project: Project, persona: Persona) -> Iterator[str]:
    for lived in persona.experiences:
        experience = project.find_experience(lived.experience)
        yield experience.title if experience else lived.experience


def _turning_points(project: Project, persona: Persona) -> Iterator[str]:
    names = scene_names(project.scenes)
    return (names.get(turn.scene, turn.scene) for turn in persona.belonging.turning_points)


def _goals(project: Project, persona: Persona) -> Iterator[str]:
    texts = {goal.id: goal.text for goal in project.course.goals}
    return (texts.get(goal) or goal for goal in persona.serves)


def _portrait(_project: Project, persona: Persona) -> str:
    match persona.portrait:
        case IllustratedPortrait():
            return DRAWN
        case PicturePortrait(credit=credit):
            return f"{PICTURE}: {credit}" if credit else PICTURE
        case _:
            return ""


_WRITTEN: Mapping[str, Callable[[Project, Persona], str]] = {
    "experiences": lambda project, persona: write_items(_experiences(project, persona)),
    "experiences.own_words": lambda _project, persona: write_beside(
        lived.own_words for lived in persona.experiences
    ),
    "portrait": _portrait,
    "look.poses": lambda _project, persona: write_items(p.label for p in persona.look.poses),
    "look.poses.note": lambda _project, persona: write_beside(p.note for p in persona.look.poses),
    "belonging.turning_points": lambda project, persona: write_items(
        _turning_points(project, persona)
    ),
    "belonging.turning_points.note": lambda _project, persona: write_beside(
        turn.note for turn in persona.belonging.turning_points
    ),
    "belonging.turning_points.place": lambda _project, persona: write_beside(
        write_place(turn.place) for turn in persona.belonging.turning_points
    ),
    "serves": lambda project, persona: write_items(_goals(project, persona)),
    "evidence": lambda _project, persona: write_items(e.source for e in persona.evidence),
    "evidence.reviewer": lambda _project, persona: write_beside(
        e.reviewer for e in persona.evidence
    ),
    "evidence.date": lambda _project, persona: write_beside(e.date for e in persona.evidence),
}
"""The columns that hold more than one plain field does."""


def _answer_cell(facet: Facet, answer: Answer, aspect: Aspect) -> str:
    match aspect:
        case "values":
            return "; ".join(value_text(facet, value) for value in answer.values)
        case "state":
            said = bool(answer.values or answer.own_words)
            return "" if (answer.state == "stated") == said and _is_plain(answer) else answer.state
        case "own_words":
            return answer.own_words
        case "shown":
            return "; ".join(answer.shown)
        case _:
            return answer.shown_how


def _is_plain(answer: Answer) -> bool:
    return answer.state in ("stated", "undecided")


def value_text(facet: Facet, stated: StatedValue) -> str:
    """Return a value with its qualifiers as a cell names it, letter for letter the same again."""
    value = facet.find_value(stated.value)
    text = _unmistakable(value, facet.values) if value else stated.value
    options = tuple(option for qualifier in facet.qualifiers for option in qualifier.options)
    known = {option.id: option for option in options}
    said = " + ".join(
        _unmistakable(known[name], options) if name in known else name for name in stated.qualifiers
    )
    return f"{text} ({said})" if said else text


def _unmistakable(
    value: FacetValue | QualifierOption, among: tuple[FacetValue | QualifierOption, ...]
) -> str:
    """Return the label, or the id when the label could be read as something else."""
    name = folded(value.label)
    answers_to = [
        other
        for other in among
        if name in {folded(other.label), other.id, *map(folded, other.synonyms)}
    ]
    is_clear = len(answers_to) == 1 and name and not re.search(r"[;|\n()+]", value.label)
    return value.label if is_clear else value.id
