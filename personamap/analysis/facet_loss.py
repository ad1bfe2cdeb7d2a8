"""What goes, or is no longer counted, when a facet or one of its values goes: said beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from personamap.analysis.check import Finding
from personamap.analysis.checked import run_checks
from personamap.analysis.coverage import Accepted, all_checks, weigh
from personamap.analysis.wording import listed
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Answer, Persona
from personamap.domain.project import Project
from personamap.domain.subjects import ids_in
from personamap.i18n import _, plural


class Resting(Struct, frozen=True):
    """The findings and decisions that a change would leave without what they rest on."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def answering(project: Project, facet_id: str, value_id: str = "") -> tuple[Persona, ...]:
    """Return who says anything on a facet, or names one of its values; those set aside too."""
    return tuple(p for p in project.personas if _says(p.find_answer(facet_id), value_id))


def loss_lines(project: Project, facet_id: str, value_id: str = "") -> tuple[str, ...]:
    """Say in sentences who and what would lose a facet, or one value of it."""
    return tuple(_lines(project, facet_id, value_id))


def resting_on(project: Project, edit: Callable[[Project], Project]) -> Resting:
    """Return what would no longer be found after an edit; this runs all checks."""
    checked = run_checks(project, all_checks())
    before = weigh(checked)
    later = run_checks(edit(project), all_checks(), checked)
    after = {finding.key for finding in later.findings()}
    return Resting(
        findings=tuple(found for found in before.open if found.key not in after),
        accepted=tuple(one for one in before.accepted if one.finding.key not in after),
    )


def resting_lines(resting: Resting) -> tuple[str, ...]:
    """Say in sentences what would no longer be found."""
    return tuple(_resting_lines(resting))


def _says(answer: Answer | None, value_id: str) -> bool:
    if answer is None:
        return False
    if value_id:
        return any(stated.value == value_id for stated in answer.values)
    return answer != Answer(facet=answer.facet)


def _lines(project: Project, facet_id: str, value_id: str) -> Iterator[str]:
    people = answering(project, facet_id, value_id)
    if people:
        names = listed([person.name or _("Nameless") for person in people])
        who = plural("{count} person answers with it", "{count} people answer with it", len(people))
        yield _("{what}: {names}.").format(what=who, names=names)
    else:
        yield _("Nobody has answered with it yet.")
    told = sum(bool(person.answer(facet_id).own_words) for person in people)
    if told and not value_id:
        yield plural(
            "{count} of them says it in their own words.",
            "{count} of them say it in their own words.",
            told,
        )
    yield from _elsewhere(project, facet_id, value_id)


def _elsewhere(project: Project, facet_id: str, value_id: str) -> Iterator[str]:
    def names(refs: Iterable[ValueRef]) -> bool:
        return any(ref.facet == facet_id and value_id in ("", ref.value) for ref in refs)

    touched = sum(names(experience.touches) for experience in project.experiences)
    if touched:
        yield plural(
            "{count} lived experience touches it.", "{count} lived experiences touch it.", touched
        )
    aims = sum(names((minimum.value,)) for minimum in project.aim.minimums)
    aims += sum(names(implausible.values) for implausible in project.aim.implausible)
    if not value_id:
        aims += sum(facet_id in (p.first, p.second) for p in project.aim.pairs)
    if aims:
        yield plural(
            "{count} wish of “What matters” names it.",
            "{count} wishes of “What matters” name it.",
            aims,
        )
    if any(names(g.values) for audience in project.audiences for g in audience.groups):
        yield _("The audience is counted by it; these counts go with it.")
    remarks = sum(facet_id in ids_in(comment.subject) for comment in project.comments)
    if remarks and not value_id:
        yield plural("{count} comment is about it.", "{count} comments are about it.", remarks)


def _resting_lines(resting: Resting) -> Iterator[str]:
    if resting.findings:
        count = len(resting.findings)
        what = plural("{count} open finding rests on it", "{count} open findings rest on it", count)
        titles = listed([finding.title for finding in resting.findings])
        yield _("{what}: {names}.").format(what=what, names=titles)
    for accepted in resting.accepted:
        yield _("A decision rests on it: {title} ({reason}).").format(
            title=accepted.finding.title, reason=accepted.decision.reason or _("no reason given")
        )
