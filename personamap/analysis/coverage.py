"""Running the coverage checks on one snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from personamap.analysis.check import SEVERITIES, Check, Finding, Limits
from personamap.analysis.checks import CHECKS
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.pairs import PairCount, count_pairs
from personamap.domain.project import Project
from personamap.domain.review import Decision


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding somebody accepted on purpose, while its evidence is still the same."""

    finding: Finding
    decision: Decision


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What one snapshot shows and lacks.

    `findings` are open, worst first, at most so many of each check;
    `hidden` says how many more there are. `returned` holds the decisions
    that no longer fit, by the key of the finding that came back.
    """

    project: Project
    findings: tuple[Finding, ...]
    hidden: Mapping[str, int]
    accepted: tuple[Accepted, ...]
    returned: Mapping[str, Decision]
    facets: tuple[FacetCount, ...]
    pairs: PairCount

    @property
    def open_count(self) -> int:
        """How many findings are open, those not listed included."""
        return len(self.findings) + sum(self.hidden.values())


@dataclass(frozen=True, slots=True)
class Weighed:
    """All findings of a snapshot, held against what was decided about them."""

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    returned: Mapping[str, Decision]


def check_coverage(project: Project, checks: Sequence[Check] = CHECKS) -> CoverageReport:
    """Run `checks` on a snapshot; a pure function, safe on any thread."""
    index = ProjectIndex(project)
    weighed = weigh(index, checks)
    listed, hidden = _capped(weighed.open, {check.id: check.most for check in checks})
    return CoverageReport(
        project=project,
        findings=listed,
        hidden=hidden,
        accepted=weighed.accepted,
        returned=weighed.returned,
        facets=tuple(index.counts.values()),
        pairs=count_pairs(index),
    )


def weigh(index: ProjectIndex, checks: Sequence[Check] = CHECKS) -> Weighed:
    """Run the checks this project wants and sort what they find, worst first."""
    decisions = {decision.finding: decision for decision in index.project.decisions}
    still_open: list[Finding] = []
    accepted: list[Accepted] = []
    returned: dict[str, Decision] = {}
    for finding in sorted(_found(index, checks), key=_rank):
        decision = decisions.get(finding.key)
        if decision is not None and decision.evidence == finding.digest:
            accepted.append(Accepted(finding, decision))
            continue
        still_open.append(finding)
        if decision is not None:
            returned[finding.key] = decision
    return Weighed(tuple(still_open), tuple(accepted), returned)


def limits_of(project: Project, check: Check) -> Limits | None:
    """Return the thresholds a project wants for a check, or nothing if it is switched off."""
    limits = {limit.name: limit.default for limit in check.limits}
    active = check.active
    for setting in project.aim.checks:
        if setting.check == check.id:
            active = setting.active
            limits |= {t.name: t.value for t in setting.thresholds if t.name in limits}
    return limits if active else None


def _found(index: ProjectIndex, checks: Iterable[Check]) -> Iterator[Finding]:
    for check in checks:
        limits = limits_of(index.project, check)
        if limits is not None:
            yield from check.find(index, limits)


def _rank(finding: Finding) -> tuple[int, float]:
    return SEVERITIES.index(finding.severity), -finding.weight


def _capped(
    findings: Iterable[Finding], most: Mapping[str, int]
) -> tuple[tuple[Finding, ...], Mapping[str, int]]:
    listed: list[Finding] = []
    hidden: dict[str, int] = {}
    room = dict(most)
    for finding in findings:
        room[finding.check] -= 1
        if room[finding.check] >= 0:
            listed.append(finding)
        else:
            hidden[finding.check] = hidden.get(finding.check, 0) + 1
    return tuple(listed), hidden
