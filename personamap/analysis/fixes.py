"""What may be done about a finding, each way tried before it is offered.

A fix is offered only if it really closes the finding. What else it
closes and what it opens is worked out by running the checks again on the
edited snapshot, never guessed. That takes a run of the checks for each
proposal, of those its edit can have touched, so fixes are worked out on
request.
"""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import FIX_KINDS, Finding, Fix, Proposal
from personamap.analysis.checked import Checked, run_checks
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import weigh
from personamap.domain.project import Project


def fixes_for(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Return the changes that close a finding, the smallest kind first."""
    return Fixing(project).fixes(finding)


class Fixing:
    """Works out fixes for findings of one snapshot, which it checks once."""

    def __init__(self, project: Project) -> None:
        self._checked = run_checks(project, CHECKS)
        self._before = _open(self._checked)

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """Return the changes that close a finding, the smallest kind first."""
        tried = (self._try(proposal) for proposal in self._proposals(finding))
        closing = [fix for fix in tried if finding.key in fix.closes]
        return tuple(sorted(closing, key=lambda fix: FIX_KINDS.index(fix.kind)))

    def _proposals(self, finding: Finding) -> Iterator[Proposal]:
        for check in CHECKS:
            if check.id == finding.check:
                yield from check.propose(self._checked.index, finding)

    def _try(self, proposal: Proposal) -> Fix:
        edited = proposal.edit(self._checked.project)
        after = _open(run_checks(edited, CHECKS, self._checked))
        return Fix(
            proposal.kind,
            proposal.text,
            proposal.edit,
            tuple(found for key, found in self._before.items() if key not in after),
            tuple(found for key, found in after.items() if key not in self._before),
        )


def _open(checked: Checked) -> dict[str, Finding]:
    return {finding.key: finding for finding in weigh(checked).open}
