"""What one snapshot shows and lacks: all checks run, and held against what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.check import SEVERITIES, Check, Finding
from personamap.analysis.checked import Checked, run_checks
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.pairs import PairCount, count_pairs
from personamap.domain.project import Project
from personamap.domain.review import Decision


class Accepted(Struct, frozen=True):
    """A finding somebody accepted on purpose, while its evidence is still the same."""

    finding: Finding
    decision: Decision


class CoverageReport(Struct, frozen=True):
    """What one snapshot shows and lacks.

    `findings` are open, worst first, at most so many of each check;
    `hidden` says how many more there are. `returned` holds the decisions
    that no longer fit, by the key of the finding that came back.
    `checked` is all that was found, for the next report to start from.
    """

    project: Project
    findings: tuple[Finding, ...]
    hidden: Mapping[str, int]
    accepted: tuple[Accepted, ...]
    returned: Mapping[str, Decision]
    facets: tuple[FacetCount, ...]
    pairs: PairCount
    checked: Checked

    @property
    def open_count(self) -> int:
        """How many findings are open, those not listed included."""
        return len(self.findings) + sum(self.hidden.values())


class Weighed(Struct, frozen=True):
    """All findings of a snapshot, held against what was decided about them."""

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    returned: Mapping[str, Decision]


def check_coverage(
    project: Project,
    checks: Sequence[Check] | None = None,
    before: CoverageReport | None = None,
) -> CoverageReport:
    """Run `checks`, else all there are, on a snapshot; a pure function, safe on any thread.

    The report on an earlier snapshot saves asking again what cannot have
    changed since; the answer is the same without it.
    """
    checks = all_checks() if checks is None else checks
    checked = run_checks(project, checks, before.checked if before else None)
    weighed = weigh(checked)
    listed, hidden = _capped(weighed.open, {check.id: check.most for check in checks})
    return CoverageReport(
        project=project,
        findings=listed,
        hidden=hidden,
        accepted=weighed.accepted,
        returned=weighed.returned,
        facets=tuple(checked.index.counts.values()),
        pairs=count_pairs(checked.index),
        checked=checked,
    )


def all_checks() -> Sequence[Check]:
    """Return every check; loaded when first asked for, since a window is painted before that."""
    from personamap.analysis.checks import CHECKS

    return CHECKS


def weigh(checked: Checked) -> Weighed:
    """Sort what was found, worst first, and set aside what was accepted."""
    decisions = {decision.finding: decision for decision in checked.project.decisions}
    still_open: list[Finding] = []
    accepted: list[Accepted] = []
    returned: dict[str, Decision] = {}
    for finding in sorted(checked.findings(), key=_rank):
        decision = decisions.get(finding.key)
        if decision is not None and decision.evidence == finding.digest:
            accepted.append(Accepted(finding, decision))
            continue
        still_open.append(finding)
        if decision is not None:
            returned[finding.key] = decision
    return Weighed(tuple(still_open), tuple(accepted), returned)


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
