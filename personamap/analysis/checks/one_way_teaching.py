"""Knowing that always flows from one group of people to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.part_proposals import explain_to
from personamap.analysis.watched import Group
from personamap.i18n import N_

_UP, _DOWN = "up", "down"
_HEADLINES: Mapping[str, str] = {
    _UP: N_("{facet}: nobody explains to anybody further down the scale"),
    _DOWN: N_("{facet}: nobody explains to anybody further up the scale"),
}
_BETWEEN = N_("{facet}: “{giver}” explains to “{taker}”, never the other way round")

_Way = tuple[str, str]
"""Where knowing comes from and where it goes: two values, or up and down a scale."""


class _Lesson(Struct, frozen=True):
    """A scene in which somebody explains and others learn or ask; people are bits."""

    number: int
    teachers: int
    learners: int


class _Flow(Struct):
    """All that flows one way: the scenes, who explains there and to whom; people are bits."""

    scenes: set[int]
    teachers: int = 0
    learners: int = 0


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    lessons = tuple(_lessons(index))
    if len(lessons) < limits["scenes"]:
        return
    for groups in _by_facet(index.watched):
        flows = _flows(groups, lessons)
        for (giver, taker), flow in flows.items():
            if (taker, giver) not in flows and _is_telling(flow, limits):
                yield _finding(index, groups, (giver, taker), flow)


def _lessons(index: ProjectIndex) -> Iterator[_Lesson]:
    for number, part in enumerate(index.deeds.parts, 1):
        teachers = part.get("explains", 0)
        learners = (part.get("learns", 0) | part.get("asks", 0)) & ~teachers
        if teachers and learners:
            yield _Lesson(number, teachers, learners)


def _by_facet(watched: Iterable[Group]) -> Iterator[list[Group]]:
    facets: dict[str, list[Group]] = {}
    for group in watched:
        facets.setdefault(group.facet.id, []).append(group)
    return (groups for groups in facets.values() if len(groups) > 1)


def _flows(groups: Sequence[Group], lessons: Iterable[_Lesson]) -> dict[_Way, _Flow]:
    flows: dict[_Way, _Flow] = {}
    for lesson in lessons:
        givers = [(step, g) for step, g in enumerate(groups) if g.people & lesson.teachers]
        takers = [(step, g) for step, g in enumerate(groups) if g.people & lesson.learners]
        for above, giver in givers:
            for below, taker in takers:
                teachers = giver.people & lesson.teachers & ~taker.people
                learners = taker.people & lesson.learners & ~giver.people
                if teachers and learners:
                    flow = flows.setdefault(_way(giver, taker, above - below), _Flow(set()))
                    flow.scenes.add(lesson.number)
                    flow.teachers |= teachers
                    flow.learners |= learners
    return flows


def _way(giver: Group, taker: Group, steps: int) -> _Way:
    if giver.facet.ordered:
        return (_DOWN, _UP) if steps > 0 else (_UP, _DOWN)
    return giver.value.id, taker.value.id


def _is_telling(flow: _Flow, limits: Limits) -> bool:
    people = min(flow.teachers.bit_count(), flow.learners.bit_count())
    return len(flow.scenes) >= max(1, limits["scenes"]) and people >= limits["people"]


def _finding(index: ProjectIndex, groups: Sequence[Group], way: _Way, flow: _Flow) -> Finding:
    facet = groups[0].facet
    labels = {group.value.id: group.value.label for group in groups}
    teachers, learners = index.people_in(flow.teachers), index.people_in(flow.learners)
    return Finding(
        key=f"one-way-teaching:{facet.id}.{way[0]}:{way[1]}",
        check="one-way-teaching",
        severity="imbalance",
        headline=_HEADLINES[way[0]] if facet.ordered else _BETWEEN,
        message=N_(
            "{teachers} explain, and {learners} learn or ask there. Is that what you intend?"
        ),
        summary=N_("{scenes} one way, 0 the other"),
        subjects=tuple(dict.fromkeys((*teachers, *learners))),
        values={
            "facet": facet.label,
            "giver": labels.get(way[0], way[0]),
            "taker": labels.get(way[1], way[1]),
            "teachers": index.names_in(flow.teachers),
            "learners": index.names_in(flow.learners),
            "scenes": counted("scene", len(flow.scenes)),
        },
        evidence={"count": len(flow.scenes), "teachers": teachers, "learners": learners},
        weight=min(1.0, len(flow.scenes) / 10),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    teachers, learners = finding.evidence["teachers"], finding.evidence["learners"]
    if isinstance(teachers, tuple) and isinstance(learners, tuple):
        yield from explain_to(index, learners, teachers)


ONE_WAY_TEACHING = Check(
    id="one-way-teaching",
    title=N_("Who explains to whom"),
    why=N_(
        "Whose word counts as knowledge is decided long before anybody speaks. When one group "
        "always explains and another always learns, a course says whom to believe."
    ),
    source=N_("Miranda Fricker, Epistemic Injustice: Power and the Ethics of Knowing, 2007"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("scenes", 3, N_("Scenes in which knowing flows this way, and none back")),
        Limit("people", 2, N_("People who explain, and people who learn")),
    ),
    most=5,
    area="position",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
