"""Groups that are present in the story and never lead, decide or explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.part_proposals import give_function
from personamap.analysis.watched import Group, by_people
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_

_COMMAND: tuple[NarrativeFunction, ...] = ("leads", "decides")
_ALL: tuple[NarrativeFunction, ...] = ("leads", "decides", "explains")


class _Lack(Struct, frozen=True):
    """What a group never does, in the words of a headline, and which functions would end it."""

    suffix: str
    absent: tuple[NarrativeFunction, ...]
    ends: tuple[NarrativeFunction, ...]
    headline: str
    headline_is: str


_NOTHING = _Lack(
    "",
    _ALL,
    _COMMAND,
    N_("{facet}: nobody with “{value}” leads, decides or explains"),
    N_("Nobody who is {value} leads, decides or explains"),
)
_NO_COMMAND = _Lack(
    "",
    _COMMAND,
    _COMMAND,
    N_("{facet}: nobody with “{value}” leads or decides"),
    N_("Nobody who is {value} leads or decides"),
)
_NO_WORD = _Lack(
    ":explains",
    ("explains",),
    ("explains",),
    N_("{facet}: nobody with “{value}” explains anything"),
    N_("Nobody who is {value} explains anything"),
)


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    deeds = index.deeds
    seen = deeds.seen.bit_count()
    for groups in by_people(index.watched):
        there = groups[0].people & deeds.seen
        lack = _lack(index, there) if there else None
        if lack is None or there.bit_count() < limits["people"]:
            continue
        events = deeds.times(lack.absent)
        if events * there.bit_count() >= max(1, limits["times"] * seen):
            yield _finding(index, groups, lack, events)


def _lack(index: ProjectIndex, there: int) -> _Lack | None:
    deeds = index.deeds
    if not there & deeds.doers(_COMMAND):
        return _NO_COMMAND if there & deeds.doing["explains"] else _NOTHING
    return None if there & deeds.doing["explains"] else _NO_WORD


def _finding(index: ProjectIndex, groups: Sequence[Group], lack: _Lack, events: int) -> Finding:
    group, seen = groups[0], index.deeds.seen
    there = group.people & seen
    evidence: Evidence = {
        "count": 0,
        "functions": lack.absent,
        "events": events,
        "people": seen.bit_count(),
    }
    return Finding(
        key=f"never-leads:{group.node}{lack.suffix}",
        check="never-leads",
        severity="gap",
        headline=lack.headline_is if group.reads_as_is else lack.headline,
        message=_message(groups),
        summary=N_("{count} of {seen}, 0 of {times}"),
        subjects=(*(same.node for same in groups), *index.people_in(there)),
        values=group_words(groups)
        | {
            "names": index.names_in(there),
            "count": there.bit_count(),
            "seen": counted("person", seen.bit_count()),
            "times": counted("time", events),
        },
        evidence=evidence,
        weight=1 - (1 - there.bit_count() / seen.bit_count()) ** events,
        needs=(Need(values=(group.ref,), functions=lack.ends),),
    )


def _message(groups: Sequence[Group]) -> str:
    if len(groups) > 1:
        return N_(
            "It happens {times} in the scenes, and never through {names}, who also share "
            "{others}. Is that what you intend?"
        )
    return N_(
        "It happens {times} in the scenes, and never through {names}. Is that what you intend?"
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    (need,) = finding.needs
    people = [subject for subject in finding.subjects if subject in index.people]
    return give_function(index, people, need.functions)


NEVER_LEADS = Check(
    id="never-leads",
    title=N_("Present, and never in the lead"),
    why=N_(
        "Being there is not the same as mattering. Whoever sees people like themselves only "
        "beside those who lead, decide and know learns where their place is."
    ),
    source=N_(
        "Nilanjana Dasgupta and Shaki Asgari, “Seeing Is Believing: Exposure to "
        "Counterstereotypic Women Leaders and Its Effect on the Malleability of Automatic Gender "
        "Stereotyping”, Journal of Experimental Social Psychology 40 (5), 2004"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("people", 2, N_("People of a group who must appear in scenes")),
        Limit("times", 2, N_("Times the group would do it if everyone did so equally often")),
    ),
    most=10,
    area="position",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
