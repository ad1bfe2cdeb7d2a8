"""The edit that lets a group of the audience meet somebody like them."""

from __future__ import annotations

from personamap.analysis.check import Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plausible import is_plausible
from personamap.analysis.proposals import add_people
from personamap.domain.audience import AudienceGroup


def person_like(index: ProjectIndex, group: AudienceGroup) -> Proposal | None:
    """Propose one new person with the values of a group, or nothing if the team rules them out."""
    if not is_plausible(index.project, group.values):
        return None
    seed = "mirror/" + "/".join(ref.node for ref in group.values)
    return add_people(index, seed, [group.values])
