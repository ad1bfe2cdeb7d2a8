"""Edits of what was decided and said about the cast."""

from __future__ import annotations

from personamap.domain.project import Project
from personamap.domain.review import Decision
from personamap.edits.items import add_items, remove_items


def accept_finding(project: Project, decision: Decision) -> Project:
    """Return `project` with a finding accepted; an earlier decision on it is replaced."""
    earlier = {d.id for d in project.decisions if d.finding == decision.finding}
    return add_items(remove_items(project, "decisions", earlier), "decisions", decision)


def withdraw_decision(project: Project, decision_id: str) -> Project:
    """Return `project` without a decision, so that its finding is open again."""
    return remove_items(project, "decisions", {decision_id})
