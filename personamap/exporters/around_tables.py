"""What stands around the people of a cast, as tables beside theirs: lives, ties and scenes.

Like the table of people they keep what the project holds, under headings that are file keys, and
not the words a sheet has for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.domain.cells import scene_names
from personamap.domain.columns import write_items
from personamap.domain.experience import Experience
from personamap.domain.persona import Evidence, Persona
from personamap.domain.project import Project
from personamap.exporters.outline import Table
from personamap.i18n import N_, _
from personamap.stopping import each

_EXPERIENCES = (
    N_("Title"),
    N_("Situation"),
    N_("Turn"),
    N_("What gets in the way or helps"),
    N_("What they do"),
    N_("What helps"),
    N_("Context"),
    N_("Themes"),
    N_("Touches"),
    N_("Lived by"),
    N_("Evidence"),
)
_TIES = (
    N_("Who"),
    N_("Is to"),
    N_("Whom"),
    N_("The other way round"),
    N_("Who has the say"),
    N_("Trust"),
    N_("Note"),
)
_SCENES = (
    N_("Number"),
    N_("Scene"),
    N_("Space"),
    N_("Place"),
    N_("Person"),
    N_("Functions"),
    N_("Presence"),
    N_("Lines"),
    N_("Words"),
    N_("Note"),
)


def around_tables(project: Project, people: Sequence[Persona]) -> tuple[Table, ...]:
    """Return what `people` have lived, whom they are tied to and what they do; no empty table."""
    tables = (
        Table(_EXPERIENCES, tuple(_lives(project, people)), _("Experiences")),
        Table(_TIES, tuple(_ties(project, people)), _("Relationships")),
        Table(_SCENES, tuple(_parts(project, people)), _("Scenes")),
    )
    return tuple(table for table in tables if table.rows)


def _lives(project: Project, people: Sequence[Persona]) -> Iterator[tuple[str, ...]]:
    for experience in project.experiences:
        who = [p.name for p in people if any(e.experience == experience.id for e in p.experiences)]
        if who:
            yield _life(experience, who)


def _life(experience: Experience, who: Iterable[str]) -> tuple[str, ...]:
    return (
        experience.title,
        experience.situation,
        experience.turn,
        experience.turn_text,
        experience.response,
        experience.help,
        experience.context,
        write_items(experience.themes),
        write_items(f"{touched.facet}: {touched.value}" for touched in experience.touches),
        write_items(who),
        write_items(map(_read, experience.evidence)),
    )


def _read(evidence: Evidence) -> str:
    return "; ".join(filter(None, (evidence.source, evidence.reviewer, evidence.date)))


def _ties(project: Project, people: Sequence[Persona]) -> Iterator[tuple[str, ...]]:
    here = {persona.id for persona in people}
    names = {persona.id: persona.name for persona in (*project.cast, *people)}
    for tie in project.relationships:
        ends = tie.source, tie.target
        if here.isdisjoint(ends) or not names.keys() >= set(ends):
            continue
        say = {"source": names[tie.source], "target": names[tie.target]}.get(tie.power, tie.power)
        source, target = names[tie.source], names[tie.target]
        yield source, tie.label, target, tie.reciprocal, say, tie.trust, tie.note


def _parts(project: Project, people: Sequence[Persona]) -> Iterator[tuple[str, ...]]:
    titles = scene_names(project.scenes)
    for number, scene in enumerate(each(project.scenes), start=1):
        parts = {part.persona: part for part in reversed(scene.appearances)}
        for persona in people:
            part = parts.get(persona.id)
            if part:
                yield (
                    str(number),
                    titles[scene.id],
                    scene.setting.space,
                    scene.setting.place,
                    persona.name,
                    "; ".join(part.functions),
                    part.presence,
                    str(part.lines or ""),
                    str(part.words or ""),
                    part.note,
                )
