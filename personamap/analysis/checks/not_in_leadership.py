"""Groups that are present in the cast and not among those who lead the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.leadership import Leadership, find_leadership
from personamap.analysis.proposals import ALTERNATIVES, add_people, fill, free_blanks
from personamap.analysis.watched import LEVEL, Group, by_people
from personamap.domain.facet import ValueRef
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    leadership = find_leadership(index, limits["first_level"])
    if leadership is None or leadership.leaders.bit_count() < limits["leaders"]:
        return
    leaders, known = leadership.leaders, leadership.known
    for groups in by_people(g for g in index.watched if g.facet.id != LEVEL):
        there = groups[0].people & known
        size = there.bit_count()
        expected = size * leaders.bit_count() / max(1, known.bit_count())
        led = not there & leaders and size >= max(1, limits["people"])
        if led and expected >= limits["times"]:
            yield _finding(index, groups, leadership)


def _finding(index: ProjectIndex, groups: Sequence[Group], leadership: Leadership) -> Finding:
    group = groups[0]
    there = group.people & leadership.known
    known, leaders = leadership.known.bit_count(), leadership.leaders.bit_count()
    return Finding(
        key=f"not-in-leadership:{group.node}",
        check="not-in-leadership",
        severity="gap",
        headline=N_("Nobody who is {value} is in leadership")
        if group.reads_as_is
        else N_("{facet}: nobody with “{value}” is in leadership"),
        message=_message(groups),
        summary=N_("0 of {leaders} in leadership, {count} of {known} in the cast"),
        subjects=(*(same.node for same in groups), *index.people_in(there)),
        values=group_words(groups)
        | {
            "names": index.names_in(there),
            "leading": index.names_in(leadership.leaders),
            "level": leadership.levels[0].label,
            "count": there.bit_count(),
            "leaders": leaders,
            "known": known,
        },
        evidence={"count": 0, "leaders": index.people_in(leadership.leaders), "people": known},
        weight=1 - (1 - there.bit_count() / known) ** leaders,
        needs=(Need(values=(group.ref, _rarest_level(leadership))),),
    )


def _message(groups: Sequence[Group]) -> str:
    if len(groups) > 1:
        return N_(
            "At “{level}” and above there are {leading}. {names}, who also share {others}, work "
            "below. Is that what you intend?"
        )
    return N_(
        "At “{level}” and above there are {leading}. {names} work below. Is that what you intend?"
    )


def _rarest_level(leadership: Leadership) -> ValueRef:
    people = leadership.count.people
    level = min(leadership.levels, key=lambda level: len(people[level.id]))
    return ValueRef(facet=LEVEL, value=level.id)


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    (need,) = finding.needs
    value, level = need.values
    for able, wanted in ((free_blanks(index, level), value), (free_blanks(index, value), level)):
        holders = index.count(wanted.facet).of(wanted.value)
        missing = level if wanted == value else value
        for persona_id in [who for who in able if who in holders][:ALTERNATIVES]:
            yield fill(index, [(persona_id, missing)])
    yield add_people(index, finding.key, [[value, level]])


NOT_IN_LEADERSHIP = Check(
    id="not-in-leadership",
    title=N_("Present, and not in leadership"),
    why=N_(
        "Learners ask whether they can see themselves in a course, and whether they can see "
        "themselves in leadership. A cast can be varied at the bottom and all of one kind at "
        "the top."
    ),
    source=N_(
        "Virginia Ellis Schein, “The Relationship between Sex Role Stereotypes and Requisite "
        "Management Characteristics”, Journal of Applied Psychology 57 (2), 1973"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("first_level", 4, N_("Step of the scale of levels from which people lead")),
        Limit("leaders", 2, N_("People in leadership from which it is asked who they are")),
        Limit("people", 2, N_("People of a group whose level is known")),
        Limit("times", 1, N_("Leaders the group would have by its numbers")),
    ),
    most=10,
    area="position",
    reads=frozenset(("facets", "cast", "answers")),
)
