"""What goes with lived experiences that are deleted: said beforehand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from personamap.analysis.wording import listed
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.subjects import ids_in
from personamap.i18n import _, plural


def lived_by(project: Project, experience_ids: Collection[str]) -> tuple[Persona, ...]:
    """Return who has lived any of these experiences; those set aside too."""
    return tuple(
        persona
        for persona in project.personas
        if any(lived.experience in experience_ids for lived in persona.experiences)
    )


def experience_loss_lines(project: Project, experience_ids: Collection[str]) -> tuple[str, ...]:
    """Say in sentences who and what would lose these experiences."""
    return tuple(_lines(project, frozenset(experience_ids)))


def _lines(project: Project, gone: frozenset[str]) -> Iterator[str]:
    yield _who(lived_by(project, gone))
    told = sum(
        lived.experience in gone and bool(lived.own_words)
        for persona in project.personas
        for lived in persona.experiences
    )
    if told:
        yield plural(
            "{count} telling in somebody's own words goes with it.",
            "{count} tellings in people's own words go with it.",
            told,
        )
    sources = sum(len(one.evidence) for one in project.experiences if one.id in gone)
    if sources:
        yield plural(
            "{count} source goes with it, and who has read it.",
            "{count} sources go with it, and who has read them.",
            sources,
        )
    remarks = sum(not gone.isdisjoint(ids_in(one.subject)) for one in project.comments)
    if remarks:
        yield plural("{count} comment is about it.", "{count} comments are about it.", remarks)


def _who(people: tuple[Persona, ...]) -> str:
    if not people:
        return _("Nobody has lived it.")
    names = listed([persona.name or _("Nameless") for persona in people])
    lives = plural(
        "{count} person would not have lived it any more",
        "{count} people would not have lived it any more",
        len(people),
    )
    return _("{what}: {names}.").format(what=lives, names=names)
