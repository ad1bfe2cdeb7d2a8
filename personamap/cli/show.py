"""`personamap show`: what is in a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.output import say, say_json, say_table
from personamap.domain.persona import Persona
from personamap.domain.project import Course, Project
from personamap.i18n import _, plural
from personamap.services.projects import open_project


class ShownPersona(JsonAnswer):
    """One persona in short; `stated` counts their answers that are no blanks."""

    id: str
    name: str
    pronouns: str
    job: str
    status: str
    archived: bool
    stated: int
    experiences: int
    scenes: int


class ShownFacet(JsonAnswer):
    """One facet in short; `answered` counts the personas who state something on it."""

    id: str
    label: str
    pack: str
    active: bool
    starred: bool
    values: int
    answered: int


class ShowAnswer(JsonAnswer):
    """What `show --json` answers."""

    course: Course
    personas: tuple[ShownPersona, ...]
    facets: tuple[ShownFacet, ...]
    counts: dict[str, int]


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project to read.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Say what is in a project: its course, its cast, its facets.

    Example: personamap show course.personamap
    """
    answer = describe(open_project(file).project)
    if as_json:
        say_json(answer)
    else:
        _tell(answer, file)


def describe(project: Project) -> ShowAnswer:
    """Return what is in a project, in short."""
    counted = ("personas", "experiences", "relationships", "scenes", "audiences", "comments")
    return ShowAnswer(
        course=project.course,
        personas=tuple(_persona(project, persona) for persona in project.personas),
        facets=tuple(
            ShownFacet(
                id=facet.id,
                label=facet.label,
                pack=facet.pack,
                active=facet.active,
                starred=facet.starred,
                values=len(facet.values),
                answered=sum(not p.answer(facet.id).is_blank for p in project.cast),
            )
            for facet in project.facets
        ),
        counts={part: len(getattr(project, part)) for part in counted},
    )


def _persona(project: Project, persona: Persona) -> ShownPersona:
    return ShownPersona(
        id=persona.id,
        name=persona.name,
        pronouns=persona.pronouns,
        job=persona.job.title,
        status=persona.status,
        archived=persona.archived,
        stated=sum(not answer.is_blank for answer in persona.answers),
        experiences=len(persona.experiences),
        scenes=sum(scene.find_appearance(persona.id) is not None for scene in project.scenes),
    )


def _tell(answer: ShowAnswer, file: Path) -> None:
    title = answer.course.title or file.stem
    say(f"{title} ({answer.course.client})" if answer.course.client else title)
    if answer.course.summary:
        say(answer.course.summary)
    say_table(
        _personas_title(answer),
        (_("Name"), _("Work"), _("Answers"), _("Experiences"), _("Scenes"), _("Id")),
        [
            (p.name, p.job, str(p.stated), str(p.experiences), str(p.scenes), p.id)
            for p in answer.personas
        ],
    )
    say_table(
        plural("{count} facet", "{count} facets", len(answer.facets)),
        (_("Facet"), _("Values"), _("Answered"), _("Pack"), ""),
        [(f.label, str(f.values), str(f.answered), f.pack, _marks(f)) for f in answer.facets],
    )


def _personas_title(answer: ShowAnswer) -> str:
    counts = answer.counts
    parts = (
        plural("{count} persona", "{count} personas", counts["personas"]),
        plural("{count} experience", "{count} experiences", counts["experiences"]),
        plural("{count} relationship", "{count} relationships", counts["relationships"]),
        plural("{count} scene", "{count} scenes", counts["scenes"]),
    )
    return ", ".join(parts)


def _marks(facet: ShownFacet) -> str:
    if not facet.active:
        return _("off")
    return _("matters for this course") if facet.starred else ""
