"""People who answer every facet alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    alike: dict[int, list[str]] = {}
    for persona_id, profile in _profiles(index).items():
        alike.setdefault(profile, []).append(persona_id)
    for people in alike.values():
        if len(people) > 1:
            answers = _answers(index, people[0])
            if answers >= limits["answers"]:
                yield _finding(index, people, answers)


def _profiles(index: ProjectIndex) -> dict[str, int]:
    """Return every value somebody gives, one bit a value; blanks of any kind are alike."""
    profiles = dict.fromkeys(index.people, 0)
    bit = 1
    for count in index.counts.values():
        for people in count.stated.values():
            for persona_id in people:
                profiles[persona_id] |= bit
            bit <<= 1
    return profiles


def _answers(index: ProjectIndex, persona_id: str) -> int:
    counts = index.counts.values()
    return sum(any(persona_id in people for people in c.people.values()) for c in counts)


def _finding(index: ProjectIndex, people: Sequence[str], answers: int) -> Finding:
    return Finding(
        key=f"same-profile:{min(people)}",
        check="same-profile",
        severity="note",
        headline=N_("{names} answer every facet alike"),
        message=N_(
            "They answer {answers}, each with the same values. Would learners tell them "
            "apart, and does the course need both?"
        )
        if len(people) == 2
        else N_(
            "They answer {answers}, each with the same values. Would learners tell them "
            "apart, and does the course need all of them?"
        ),
        summary=N_("{people}, {answers} alike"),
        subjects=tuple(people),
        values={
            "names": tuple(index.name(persona_id) for persona_id in people),
            "people": counted("person", len(people)),
            "answers": counted("facet", answers),
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
