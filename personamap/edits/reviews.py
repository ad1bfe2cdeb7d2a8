"""Edits of what was decided and said about the cast."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from personamap.domain.base import Item, new_id
from personamap.domain.project import Project
from personamap.domain.review import Comment, Decision, Reflection, SignOff
from personamap.edits.items import add_items, remove_items, replace_item, set_field


class Said(Struct, frozen=True):
    """Words of somebody, and the ISO day on which they said it."""

    text: str
    author: str = ""
    date: str = ""


def accept_finding(project: Project, decision: Decision) -> Project:
    """Return `project` with a finding accepted; an earlier decision on it is replaced."""
    earlier = {d.id for d in project.decisions if d.finding == decision.finding}
    return add_items(remove_items(project, "decisions", earlier), "decisions", decision)


def withdraw_decision(project: Project, decision_id: str) -> Project:
    """Return `project` without a decision, so that its finding is open again."""
    return remove_items(project, "decisions", {decision_id})


def answer_question(project: Project, question: str, said: Said) -> Project:
    """Return `project` with a reflection question answered; no words leave it unanswered."""
    earlier = next((one for one in project.reflections if one.question == question), None)
    words = {"answer": said.text, "author": said.author, "date": said.date}
    if earlier is None:
        new = Reflection(id=new_id("ref"), question=question, **words)
        return add_items(project, "reflections", new) if said.text else project
    if not said.text:
        return remove_items(project, "reflections", {earlier.id})
    return replace_item(project, "reflections", earlier.evolve(**words))


def add_comment(project: Project, comment: Comment) -> Project:
    """Return `project` with one more remark."""
    return add_items(project, "comments", comment)


def settle_comment(project: Project, comment_id: str, *, resolved: bool) -> Project:
    """Return `project` with a comment settled, or open again."""
    return set_field(project, "comments", comment_id, "resolved", resolved)


def remove_comment(project: Project, comment_id: str) -> Project:
    """Return `project` without a comment."""
    return remove_items(project, "comments", {comment_id})


def sign_off(project: Project, done: SignOff) -> Project:
    """Return `project` with one more "done"; what that name said about the same is replaced."""
    mark = (done.name, done.subject)
    earlier = {one.id for one in project.sign_offs if (one.name, one.subject) == mark}
    return add_items(remove_items(project, "sign_offs", earlier), "sign_offs", done)


def withdraw_sign_off(project: Project, sign_off_id: str) -> Project:
    """Return `project` without a "done"."""
    return remove_items(project, "sign_offs", {sign_off_id})


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
