"""Edits of what was decided and said about the cast."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.domain.base import Item
from personamap.domain.project import Project
from personamap.domain.review import Comment, Decision, SignOff
from personamap.edits.items import add_items, remove_items


def accept_finding(project: Project, decision: Decision) -> Project:
    """Return `project` with a finding accepted; an earlier decision on it is replaced."""
    earlier = {d.id for d in project.decisions if d.finding == decision.finding}
    return add_items(remove_items(project, "decisions", earlier), "decisions", decision)


def withdraw_decision(project: Project, decision_id: str) -> Project:
    """Return `project` without a decision, so that its finding is open again."""
    return remove_items(project, "decisions", {decision_id})


def merge_comments(
    project: Project, comments: Iterable[Comment], sign_offs: Iterable[SignOff]
) -> Project:
    """Return `project` with what a reviewer said; what it has under the same id is replaced."""
    project = _merged(project, "comments", comments)
    return _merged(project, "sign_offs", sign_offs)


def _merged(project: Project, part: str, items: Iterable[Item]) -> Project:
    new = {item.id: item for item in items}
    old = getattr(project, part)
    kept = tuple(new.pop(item.id, item) for item in old)
    merged = (*kept, *new.values())
    return project if merged == old else project.with_items(**{part: merged})
