"""What several courses show and lack together.

Every check that makes sense of a catalogue is asked of all courses as if
they were one. Decisions are made in a course: a finding across courses
counts as accepted while every course that has it has accepted it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.analysis.catalogue.every_course import every_course
from personamap.analysis.catalogue.joining import Joined, join_courses
from personamap.analysis.catalogue.together import TogetherFacet, count_together
from personamap.analysis.check import Check, Finding, Limits
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import CoverageReport, check_coverage
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Persona
from personamap.domain.review import Decision


class SharedPersona(Struct, frozen=True):
    """Somebody who plays in several courses, by their places in the catalogue.

    `differs` names the facets on which the courses say different things of them.
    """

    persona: Persona
    courses: tuple[int, ...]
    differs: tuple[str, ...]


class Catalogue(Struct, frozen=True):
    """Several courses read together.

    `reports` are those of the courses, in their order; `across` is the one
    on all of them, whose project is `joined`; `together` has the counts
    side by side.
    """

    courses: tuple[CatalogueCourse, ...]
    reports: tuple[CoverageReport, ...]
    joined: Joined
    across: CoverageReport
    together: tuple[TogetherFacet, ...]
    shared: tuple[SharedPersona, ...]

    @property
    def has_open_findings(self) -> bool:
        """Tell whether anything is open, in a course or across them."""
        return any(report.findings for report in (*self.reports, self.across))


def read_together(courses: Sequence[CatalogueCourse]) -> Catalogue:
    """Check courses one by one and together; a pure function, safe on any thread."""
    reports = tuple(check_coverage(course.project) for course in courses)
    joined = join_courses(courses)
    across = _across(reports, joined)
    return Catalogue(
        courses=tuple(courses),
        reports=reports,
        joined=joined,
        across=across,
        together=count_together(reports, joined, across),
        shared=_shared(courses, joined),
    )


def across_checks(joined: Joined) -> tuple[Check, ...]:
    """Return the checks that are asked of several courses together."""
    return (*(check for check in CHECKS if check.across), every_course(joined))


def _across(reports: Sequence[CoverageReport], joined: Joined) -> CoverageReport:
    checks = across_checks(joined)
    if len(reports) > 1:
        checks = tuple(replace(check, find=partial(_find_across, check)) for check in checks)
    found = check_coverage(joined.project, checks)
    decisions = tuple(
        decision.evolve(evidence=finding.digest)
        for finding in found.checked.findings()
        if (decision := _accepted_everywhere(finding, reports)) is not None
    )
    return check_coverage(joined.project.with_items(decisions=decisions), checks, before=found)


def _find_across(check: Check, index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    """Yield what a check finds in several courses, told of all of them."""
    for finding in check.find(index, limits):
        message = check.words_across.get(finding.message, finding.message)
        yield replace(finding, message=message)


def _accepted_everywhere(finding: Finding, reports: Sequence[CoverageReport]) -> Decision | None:
    """Return a decision on a finding that some course has accepted and none has open."""
    decisions = []
    for report in reports:
        accepted = {done.finding.key: done.decision for done in report.accepted}
        if finding.key in accepted:
            decisions.append(accepted[finding.key])
        elif any(found.key == finding.key for found in report.checked.findings()):
            return None
    return decisions[0] if decisions else None


def _shared(courses: Sequence[CatalogueCourse], joined: Joined) -> tuple[SharedPersona, ...]:
    return tuple(
        SharedPersona(persona, places, _differs(courses, joined, persona.id))
        for persona in joined.project.personas
        if len(places := joined.plays[persona.id]) > 1
    )


def _differs(
    courses: Sequence[CatalogueCourse], joined: Joined, persona_id: str
) -> tuple[str, ...]:
    said: dict[str, set[frozenset[str]]] = {}
    for course, ids in zip(courses, joined.ids, strict=True):
        for persona in course.project.cast:
            if ids[persona.id] == persona_id:
                for answer in persona.answers:
                    if answer.counted_values:
                        said.setdefault(answer.facet, set()).add(frozenset(answer.counted_values))
    return tuple(facet for facet, values in said.items() if len(values) > 1)
