"""The smallest way to close one finding that says what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from personamap.analysis.check import FIX_KINDS, Finding, Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.solving.changes import make_changes
from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.needs import meet
from personamap.i18n import N_

_MOST_NEW, _SECONDS = 5, 0.5


def smallest_way(index: ProjectIndex, finding: Finding) -> Proposal | None:
    """Return the smallest change that meets what a finding needs, if there is one in reach."""
    if not finding.needs:
        return None
    met = meet(index, [finding.needs], _MOST_NEW, Budget(_SECONDS))
    if met is None or not met[0] or not all(met[1].closed):
        return None
    return together(met[0])


def together(proposals: Sequence[Proposal]) -> Proposal:
    """Return several proposals as one, of the largest kind among them."""
    if len(proposals) == 1:
        return proposals[0]
    kind = max((proposal.kind for proposal in proposals), key=FIX_KINDS.index)
    steps = tuple(proposal.text for proposal in proposals)
    edit = partial(make_changes, proposals=tuple(proposals))
    words = {"steps": steps, "told": tuple(dict.fromkeys(p.told_text for p in proposals))}
    return Proposal(kind, N_("Together: {steps}"), words, edit, N_("Together: {told}"))
