"""What somebody's life is made of, beside what they answer about themselves."""

from __future__ import annotations

from personamap.analysis.index import ProjectIndex
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona


def pieces_of_life(persona: Persona) -> int:
    """Return how many experiences, wishes, strengths, flaws, feelings and lines somebody has."""
    lists = (
        persona.experiences,
        persona.goals,
        persona.motivations,
        persona.strengths,
        persona.voice.sample_lines,
    )
    texts = (persona.flaw, persona.feelings, persona.own_words)
    return sum(map(len, lists)) + sum(bool(text.strip()) for text in texts)


def own_identity(index: ProjectIndex, persona_id: str, experience_id: str) -> tuple[ValueRef, ...]:
    """Return the values of their own identity that something they have lived touches."""
    experience = index.project.find_experience(experience_id)
    touches = experience.touches if experience else ()
    return tuple(ref for ref in touches if _is_own(index, persona_id, ref))


def single_story(index: ProjectIndex, persona: Persona) -> tuple[ValueRef, ...]:
    """Return which values of their identity are all that somebody's story is about.

    Nothing, as soon as they want something, are good at something, or
    have lived something else.
    """
    lived = index.experiences_of(persona.id)
    if persona.goals or persona.motivations or persona.strengths or not lived:
        return ()
    touched = [own_identity(index, persona.id, experience_id) for experience_id in lived]
    if not all(touched):
        return ()
    return tuple(dict.fromkeys(ref for refs in touched for ref in refs))


def _is_own(index: ProjectIndex, persona_id: str, ref: ValueRef) -> bool:
    count = index.counts.get(ref.facet)
    return (
        count is not None and count.facet.kind == "identity" and persona_id in count.of(ref.value)
    )
