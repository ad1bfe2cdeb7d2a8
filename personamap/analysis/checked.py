"""What every check found in one snapshot, kept so that the next snapshot asks only what it must.

A run of all checks is the one definition of what is found. Kept findings
are a memory of it: a check is not asked again when no aspect it reads and
no threshold of it has changed. That it makes no difference is a test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.changed import changed_aspects
from personamap.analysis.check import Aspect, Check, Finding, Limits
from personamap.analysis.index import ProjectIndex
from personamap.domain.project import Project
from personamap.stopping import each, go_on


class Answered(Struct, frozen=True):
    """What one check found, with the thresholds it was asked with; nothing if switched off."""

    check: Check
    limits: Limits | None
    findings: tuple[Finding, ...]


class Checked(Struct, frozen=True):
    """All that was found in one snapshot, by the id of the check."""

    index: ProjectIndex
    answers: Mapping[str, Answered]

    @property
    def project(self) -> Project:
        """The snapshot that was checked."""
        return self.index.project

    def findings(self) -> Iterator[Finding]:
        """Yield every finding, in the order of the checks."""
        for answered in self.answers.values():
            yield from answered.findings


def run_checks(project: Project, checks: Sequence[Check], before: Checked | None = None) -> Checked:
    """Ask `checks` about a snapshot; of one that was checked `before`, only what changed."""
    if before is None:
        index = ProjectIndex(project)
        return Checked(index, {check.id: _ask(index, check) for check in checks})
    return _ask_again(ProjectIndex(project, before.index), checks, before)


def try_change(edited: Project, checks: Sequence[Check], before: Checked) -> Checked:
    """Ask `checks` about what a change would lead to that nobody has decided on yet."""
    known = before.index.people
    coming = tuple(persona.id for persona in edited.cast if persona.id not in known)
    index = ProjectIndex(edited, before.index, (*before.index.newcomers, *coming))
    return _ask_again(index, checks, before)


def limits_of(project: Project, check: Check) -> Limits | None:
    """Return the thresholds a project wants for a check, or nothing if it is switched off."""
    limits = {limit.name: limit.default for limit in check.limits}
    active = check.active
    for setting in project.aim.checks:
        if setting.check == check.id:
            active = setting.active
            limits |= {t.name: t.value for t in setting.thresholds if t.name in limits}
    return limits if active else None


def _ask_again(index: ProjectIndex, checks: Sequence[Check], before: Checked) -> Checked:
    changed = changed_aspects(before.project, index.project)
    return Checked(index, {check.id: _recall(index, check, before, changed) for check in checks})


def _recall(
    index: ProjectIndex, check: Check, before: Checked, changed: frozenset[Aspect]
) -> Answered:
    earlier = before.answers.get(check.id)
    if earlier is None or earlier.check is not check or not check.reads.isdisjoint(changed):
        return _ask(index, check)
    same = earlier.limits == limits_of(index.project, check)
    return earlier if same else _ask(index, check)


def _ask(index: ProjectIndex, check: Check) -> Answered:
    go_on()
    limits = limits_of(index.project, check)
    return Answered(check, limits, () if limits is None else tuple(each(check.find(index, limits))))
