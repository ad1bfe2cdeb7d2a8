"""People whose part in the story only ever goes one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.part_proposals import give_function
from personamap.analysis.watched import Group
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_


class _Shape(Struct, frozen=True):
    """A one-sided part: what is done, what never is, how it reads, and what would round it."""

    done: frozenset[NarrativeFunction]
    never: frozenset[NarrativeFunction]
    once: str
    twice: str
    often: str
    counted: str
    rounds: tuple[NarrativeFunction, ...]
    weight: float


_EVERYTHING: frozenset[NarrativeFunction] = frozenset(
    (
        "leads",
        "decides",
        "explains",
        "learns",
        "errs",
        "harms",
        "is_harmed",
        "is_helped",
        "helps",
        "asks",
        "supports",
    )
)
_SHAPES = (
    _Shape(
        frozenset(("is_harmed",)),
        frozenset(("leads", "decides")),
        N_("{name} is harmed and decides nothing"),
        N_("{name} is harmed twice and decides nothing"),
        N_("{name} is harmed {times} times and decides nothing"),
        N_("harmed in scenes: {scenes}"),
        ("decides", "leads"),
        0.9,
    ),
    _Shape(
        frozenset(("errs", "harms")),
        _EVERYTHING - {"errs", "harms", "is_harmed", "is_helped"},
        N_("{name} does wrong and nothing else"),
        N_("{name} does wrong twice and nothing else"),
        N_("{name} does wrong {times} times and nothing else"),
        N_("errs or harms in scenes: {scenes}"),
        ("learns", "helps", "explains"),
        0.8,
    ),
    _Shape(
        frozenset(("is_helped",)),
        _EVERYTHING - {"is_helped", "is_harmed", "asks"},
        N_("{name} is helped and gives nothing back"),
        N_("{name} is helped twice and gives nothing back"),
        N_("{name} is helped {times} times and gives nothing back"),
        N_("helped in scenes: {scenes}"),
        ("helps", "decides", "explains"),
        0.7,
    ),
    _Shape(
        frozenset(("asks",)),
        _EVERYTHING - {"asks", "learns", "is_helped"},
        N_("{name} only asks"),
        N_("{name} asks twice and never knows"),
        N_("{name} asks {times} times and never knows"),
        N_("asks in scenes: {scenes}"),
        ("explains", "decides", "helps"),
        0.4,
    ),
    _Shape(
        frozenset(("background",)),
        _EVERYTHING,
        N_("{name} is only ever in the background"),
        N_("{name} is only ever in the background"),
        N_("{name} is only ever in the background"),
        N_("in the background of scenes: {scenes}"),
        ("asks", "decides", "explains"),
        0.3,
    ),
)
"""Worst first: only the first that fits is told about a person."""


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    deeds = index.deeds
    one_sided = 0
    for shape in _SHAPES:
        one_sided |= deeds.doers(shape.done)
    for persona_id in index.people_in(one_sided):
        place = index.places[persona_id]
        functions = deeds.functions_of(place)
        for shape in _SHAPES:
            scenes = deeds.where(place, shape.done)
            if len(scenes) >= max(1, limits["scenes"]) and not functions & shape.never:
                yield _finding(index, persona_id, shape, scenes)
                break


def _finding(index: ProjectIndex, persona_id: str, shape: _Shape, scenes: Sequence[int]) -> Finding:
    alone = tuple(group for group in _stands_for(index, persona_id))
    times = len(scenes)
    present = len({scene.id for scene, _a in index.appearances_of(persona_id)})
    return Finding(
        key=f"one-sided-parts:{persona_id}",
        check="one-sided-parts",
        severity="imbalance",
        headline=(shape.once, shape.twice, shape.often)[min(times, 3) - 1],
        message=_message(len(alone)),
        summary=shape.counted,
        subjects=(persona_id,),
        values={
            "name": index.name(persona_id),
            "times": times,
            "present": counted("scene", present),
            "values": tuple(group.value.label for group in alone),
            "scenes": tuple(str(number) for number in scenes),
        },
        evidence={"functions": tuple(sorted(shape.done)), "count": times},
        weight=shape.weight + (0.1 if alone else 0.0),
    )


def _message(alone: int) -> str:
    if alone:
        return N_(
            "Nobody else has {values}, so this one part easily stands for everyone who does. It "
            "is all {name} has to do in {present}. Is that what you intend?"
        )
    return N_("That is all {name} has to do in {present}. Is that what you intend?")


def _stands_for(index: ProjectIndex, persona_id: str) -> Iterator[Group]:
    """Yield the watched values somebody has alone: a scale apart, where most people are alone."""
    bit = 1 << index.places[persona_id]
    for group in index.watched:
        if group.people == bit and not group.facet.ordered and group.known != bit:
            yield group


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    shape = next(s for s in _SHAPES if tuple(sorted(s.done)) == finding.evidence["functions"])
    return give_function(index, finding.subjects, shape.rounds)


ONE_SIDED_PARTS = Check(
    id="one-sided-parts",
    title=N_("Parts that only go one way"),
    why=N_(
        "Somebody to whom things are only done, or who only does wrong, is a lesson for the "
        "others and no person. It weighs most on those who are the only one of their kind."
    ),
    source=N_(
        "Colin Barnes, Disabling Imagery and the Media: An Exploration of the Principles for "
        "Media Representations of Disabled People, 1992"
    ),
    find=_find,
    propose=_propose,
    limits=(Limit("scenes", 2, N_("Scenes in which it is so")),),
    most=10,
    area="position",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
