"""What may be done about a finding, each way tried before it is offered.

A fix is offered only if it really closes the finding. What else it
closes and what it opens is worked out by running the checks again on the
edited snapshot, never guessed. That takes a run of the checks for each
proposal, of those its edit can have touched, so fixes are worked out on
request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from personamap.analysis.check import FIX_KINDS, Finding, Fix, Proposal
from personamap.analysis.checked import Checked, run_checks, try_change
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import weigh
from personamap.analysis.index import ProjectIndex
from personamap.analysis.solving.ways import smallest_way
from personamap.domain.project import Project


def fixes_for(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Return the changes that close a finding, the smallest kind first."""
    return Fixing(project).fixes(finding)


class Fixing:
    """Works out fixes for findings of one snapshot, which it checks once."""

    def __init__(self, project: Project, earlier: Checked | None = None) -> None:
        self._checked = run_checks(project, CHECKS, earlier)
        self._before = _open(self._checked)

    @property
    def open(self) -> Mapping[str, Finding]:
        """The findings that are open in this snapshot, by key, worst first."""
        return self._before

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """Return the changes that close a finding, the smallest kind first."""
        closing = self._closing(finding, self._proposals(finding))
        if not any(fix.kind == FIX_KINDS[0] for fix in closing):
            closing += self._closing(finding, self._smaller(finding, closing))
        return _smallest_first(closing)

    def tried(self, proposals: Iterable[Proposal]) -> tuple[Fix, ...]:
        """Return changes that belong to no finding, with what each closes and opens."""
        return _smallest_first(self._try(proposal) for proposal in proposals)

    @property
    def index(self) -> ProjectIndex:
        """The snapshot the fixes are worked out for."""
        return self._checked.index

    def _closing(self, finding: Finding, proposals: Iterable[Proposal]) -> list[Fix]:
        tried = (self._try(proposal) for proposal in proposals)
        return [fix for fix in tried if finding.key in fix.closes]

    def _proposals(self, finding: Finding) -> Iterator[Proposal]:
        for check in CHECKS:
            if check.id == finding.check:
                yield from check.propose(self._checked.index, finding)

    def _smaller(self, finding: Finding, known: Iterable[Fix]) -> Iterator[Proposal]:
        """Yield what the solver finds, if it is smaller than all that is known."""
        way = smallest_way(self._checked.index, finding)
        if way is not None and all(FIX_KINDS.index(way.kind) < _size(fix) for fix in known):
            yield way

    def _try(self, proposal: Proposal) -> Fix:
        edited = proposal.edit(self._checked.project)
        after = _open(try_change(edited, CHECKS, self._checked))
        return Fix(
            proposal.kind,
            proposal.text,
            proposal.edit,
            tuple(found for key, found in self._before.items() if key not in after),
            tuple(found for key, found in after.items() if key not in self._before),
            proposal.told_text,
        )


def _smallest_first(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    return tuple(sorted(fixes, key=_size))


def _size(fix: Fix) -> int:
    return FIX_KINDS.index(fix.kind)


def _open(checked: Checked) -> dict[str, Finding]:
    return {finding.key: finding for finding in weigh(checked).open}
