"""People who answer every facet alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Persona
from personamap.i18n import N_

_Profile = frozenset[tuple[str, str]]


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    alike: dict[_Profile, list[str]] = {}
    for persona in index.cast:
        profile = _profile(index, persona)
        if profile:
            alike.setdefault(profile, []).append(persona.id)
    for profile, people in alike.items():
        answers = len({facet for facet, _value in profile})
        if len(people) > 1 and answers >= limits["answers"]:
            yield _finding(index, people, answers)


def _profile(index: ProjectIndex, persona: Persona) -> _Profile:
    """Return every counted value somebody gives; two blanks of any kind are alike."""
    return frozenset(
        (answer.facet, value)
        for answer in persona.answers
        if answer.facet in index.counts
        for value in answer.counted_values
    )


def _finding(index: ProjectIndex, people: Sequence[str], answers: int) -> Finding:
    return Finding(
        key=f"same-profile:{people[0]}",
        check="same-profile",
        severity="note",
        headline=N_("{names} answer every facet alike"),
        message=N_(
            "All {answers} facets they answer have the same values. Would learners tell them "
            "apart, and does the course need both?"
        )
        if len(people) == 2
        else N_(
            "All {answers} facets they answer have the same values. Would learners tell them "
            "apart, and does the course need all of them?"
        ),
        summary=N_("{count} people, {answers} facets alike"),
        subjects=tuple(people),
        values={
            "names": tuple(index.name(persona_id) for persona_id in people),
            "count": len(people),
            "answers": answers,
        },
        evidence={"count": len(people), "answers": answers},
        weight=0.6,
    )


SAME_PROFILE = Check(
    id="same-profile",
    title=N_("People who are the same on paper"),
    why=N_(
        "Two people with the same answers show one life twice, and one of them is often left "
        "from copying. Somebody with the same answers and another life can show a lot."
    ),
    source=N_("Lene Nielsen, Personas – User Focused Design, 2013"),
    find=_find,
    limits=(Limit("answers", 4, N_("Facets both must have answered")),),
    most=10,
    area="roundness",
    reads=frozenset(("facets", "cast", "answers")),
)
