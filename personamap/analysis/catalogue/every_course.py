"""What falls to people with the same value in every course of a catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from personamap.analysis.catalogue.joining import Joined
from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.domain.facet import FacetValue, ValueRef
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_, _

_WEIGHTS: Mapping[NarrativeFunction, float] = {
    "leads": 0.5,
    "decides": 0.5,
    "errs": 0.5,
    "harms": 0.5,
    "explains": 0.4,
    "is_harmed": 0.4,
    "is_helped": 0.4,
}
"""How telling it is when a function always falls to the same people; the others weigh less."""


class _Part(Struct, frozen=True):
    """Who does one thing, and who else plays, in each course where anybody does: one bit each."""

    function: NarrativeFunction
    doing: tuple[int, ...]
    playing: tuple[int, ...]

    @property
    def doers(self) -> int:
        return _united(self.doing)


def every_course(joined: Joined) -> Check:
    """Return the check for one catalogue."""
    return Check(
        id="every-course",
        title=N_("The same in every course"),
        why=N_(
            "One course in which the only mistake is made by the oldest person is a story. When it "
            "is so in each of them, learners who take several take away a rule."
        ),
        source=N_("George Gerbner and Larry Gross, “Living with Television”, 1976"),
        find=partial(_find, joined),
        limits=(
            Limit("courses", 2, N_("In at least so many courses somebody does it")),
            Limit("people", 2, N_("At least so many people do it in all")),
        ),
        most=10,
        area="position",
        reads=frozenset(("facets", "cast", "answers", "scenes")),
        across=True,
    )


def _find(joined: Joined, index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for part in _parts(joined, index):
        enough = part.doers.bit_count() >= limits["people"]
        if enough and len(part.doing) >= limits["courses"]:
            for count in index.counts.values():
                if index.matters(count.facet):
                    yield from _always(count, part)


def _parts(joined: Joined, index: ProjectIndex) -> Iterator[_Part]:
    bits = {persona.id: 1 << place for place, persona in enumerate(index.cast)}
    playing: dict[int, int] = defaultdict(int)
    for persona_id, places in joined.plays.items():
        for place in places:
            playing[place] |= bits[persona_id]
    doing: dict[NarrativeFunction, dict[int, int]] = {name: {} for name in NARRATIVE_FUNCTIONS}
    for scene in index.project.scenes:
        place = joined.scenes[scene.id]
        for appearance in scene.appearances:
            for function in appearance.functions:
                known = doing[function].get(place, 0)
                doing[function][place] = known | bits.get(appearance.persona, 0)
    for function, by_place in doing.items():
        shared = sorted(place for place, mask in by_place.items() if mask)
        if function != "background" and shared:
            yield _Part(
                function,
                tuple(by_place[place] for place in shared),
                tuple(playing[place] for place in shared),
            )


def _always(count: FacetCount, part: _Part) -> Iterator[Finding]:
    """Yield the values everyone has who does it, wherever somebody could have done it without."""
    answered = _united(count.masks.values())
    for value in count.groups:
        mask = count.masks[value.id]
        all_do = all(not doing & ~mask for doing in part.doing)
        if all_do and all(answered & playing & ~mask for playing in part.playing):
            others = answered & _united(part.playing) & ~mask
            yield _finding(count, value, part, others.bit_count())


def _finding(count: FacetCount, value: FacetValue, part: _Part, others: int) -> Finding:
    node = ValueRef(facet=count.facet.id, value=value.id).node
    courses, doers = len(part.doing), part.doers.bit_count()
    evidence: Evidence = {"courses": courses, "doing": doers, "others": others}
    return Finding(
        key=f"every-course:{part.function}:{node}",
        check="every-course",
        severity="imbalance",
        headline=N_("{function}: always “{value}”, in each of {courses} courses"),
        message=N_(
            "{facet}: all {doing} people who do it have this value, and {others} others in the "
            "same courses do not. Is that what you intend?"
        ),
        summary=N_("{doing} of {doing} people, in {courses} courses"),
        subjects=(node,),
        values={
            "function": _(NARRATIVE_FUNCTIONS[part.function].text),
            "value": value.label,
            "facet": count.facet.label,
            "courses": courses,
            "doing": doers,
            "others": others,
        },
        evidence=evidence,
        weight=_WEIGHTS.get(part.function, 0.1) + 0.2 * value.starred + 0.1 * count.facet.starred,
    )


def _united(masks: Iterable[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole
