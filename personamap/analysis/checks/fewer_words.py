"""Groups that are there and get far fewer words, or lines, than their presence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.bits import places_in
from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.speech import Measure
from personamap.analysis.watched import Group, by_people
from personamap.i18n import N_


class _Count(Struct, frozen=True):
    """How words or lines are told: the headlines of a group, and the counts behind them."""

    headline: str
    headline_is: str
    message: str
    shared: str
    counted: str


_COUNTS: Mapping[Measure, _Count] = {
    "words": _Count(
        N_("{facet}: people with “{value}” get few words"),
        N_("People who are {value} get few words"),
        N_(
            "{names}: there {present} of {all_present} times, with {said} of {all_said} "
            "words. Is that what you intend?"
        ),
        N_(
            "{names}: there {present} of {all_present} times, with {said} of {all_said} "
            "words; they also share {others}. Is that what you intend?"
        ),
        N_("{said} of {all_said} words"),
    ),
    "lines": _Count(
        N_("{facet}: people with “{value}” get few lines"),
        N_("People who are {value} get few lines"),
        N_(
            "{names}: there {present} of {all_present} times, with {said} of {all_said} "
            "lines. Is that what you intend?"
        ),
        N_(
            "{names}: there {present} of {all_present} times, with {said} of {all_said} "
            "lines; they also share {others}. Is that what you intend?"
        ),
        N_("{said} of {all_said} lines"),
    ),
}


class _Share(Struct, frozen=True):
    """How often a group is there and how much it says, of how much in all; people are bits."""

    people: int
    present: int
    said: int
    all_present: int
    all_said: int

    @property
    def part(self) -> float:
        """What the group says, by what it would say if words followed presence."""
        return self.said * self.all_present / (self.present * self.all_said)


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    measure = index.speech.measure
    if measure is None or not index.speech.said:
        return
    for groups in by_people(index.watched):
        share = _share(index, groups[0])
        enough = share.people.bit_count() >= limits["people"]
        if enough and share.present >= max(1, limits["times"]) and share.part <= limits["part"]:
            yield _finding(index, groups, measure, share)


def _share(index: ProjectIndex, group: Group) -> _Share:
    speech = index.speech
    there = [p for p in places_in(group.people & index.deeds.seen) if speech.heard[p].present]
    return _Share(
        sum(1 << place for place in there),
        sum(speech.heard[place].present for place in there),
        sum(speech.heard[place].said for place in there),
        speech.present,
        speech.said,
    )


def _finding(
    index: ProjectIndex, groups: Sequence[Group], measure: Measure, share: _Share
) -> Finding:
    group, count = groups[0], _COUNTS[measure]
    return Finding(
        key=f"fewer-words:{group.node}",
        check="fewer-words",
        severity="imbalance",
        headline=count.headline_is if group.reads_as_is else count.headline,
        message=count.shared if len(groups) > 1 else count.message,
        summary=count.counted,
        subjects=(*(same.node for same in groups), *index.people_in(share.people)),
        values=group_words(groups)
        | {
            "names": index.names_in(share.people),
            "present": share.present,
            "all_present": share.all_present,
            "said": share.said,
            "all_said": share.all_said,
        },
        evidence={"tenths": int(10 * share.part), "said": share.said, "present": share.present},
        weight=1 - share.part,
    )


FEWER_WORDS = Check(
    id="fewer-words",
    title=N_("Who gets the words"),
    why=N_(
        "A cast can look even and sound uneven. Counted over 2,000 films, women were on "
        "screen and had far fewer of the words."
    ),
    source=N_(
        "Hannah Anderson and Matt Daniels, “Film Dialogue from 2,000 Screenplays, Broken Down by "
        "Gender and Age”, The Pudding, 2016"
    ),
    find=_find,
    limits=(
        Limit("part", 0.5, N_("Part of the words that would go with a group's presence")),
        Limit("people", 2, N_("People of a group who must be there")),
        Limit("times", 4, N_("Times they must be there, all scenes together")),
    ),
    most=10,
    area="voice",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
