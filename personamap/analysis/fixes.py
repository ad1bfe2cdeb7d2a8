"""What may be done about a finding, each way tried before it is offered.

A fix is offered only if it really closes the finding. What else it
closes and what it opens is worked out by running the checks again on the
edited snapshot, never guessed. That takes a run of all checks for each
proposal, so fixes are worked out on request.
"""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import FIX_KINDS, Finding, Fix, Proposal
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import weigh
from personamap.analysis.index import ProjectIndex
from personamap.domain.project import Project


def fixes_for(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Return the changes that close a finding, the smallest kind first."""
    return Fixing(project).fixes(finding)


class Fixing:
    """Works out fixes for findings of one snapshot, which it checks once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = ProjectIndex(project)
        self._before = _open(self._index)

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """Return the changes that close a finding, the smallest kind first."""
        tried = (self._try(proposal) for proposal in self._proposals(finding))
        closing = [fix for fix in tried if finding.key in fix.closes]
        return tuple(sorted(closing, key=lambda fix: FIX_KINDS.index(fix.kind)))

    def _proposals(self, finding: Finding) -> Iterator[Proposal]:
        for check in CHECKS:
            if check.id == finding.check:
                yield from check.propose(self._index, finding)

    def _try(self, proposal: Proposal) -> Fix:
        after = _open(ProjectIndex(proposal.edit(self._project)))
        return Fix(
            proposal.kind,
            proposal.text,
            proposal.edit,
            tuple(found for key, found in self._before.items() if key not in after),
            tuple(found for key, found in after.items() if key not in self._before),
        )


def _open(index: ProjectIndex) -> dict[str, Finding]:
    return {finding.key: finding for finding in weigh(index).open}
