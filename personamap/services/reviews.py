"""Bringing back what reviewers said: looking at it first, then merging it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from personamap.analysis.subject_names import SubjectNames
from personamap.domain.project import Project
from personamap.domain.review import Comment, SignOff
from personamap.domain.review_file import Remark, ReviewFile
from personamap.edits.reviews import merge_comments
from personamap.exporters.states import states_of
from personamap.i18n import _
from personamap.importers.review import comments_of, sign_offs_of

News = Literal["new", "changed", "there"]


class MergedComment(Struct, frozen=True):
    """A comment as it will stand in the project, what it is about, and whether that is news.

    What is not in the project (any more) is called as the reviewer saw it.
    """

    comment: Comment
    about: str
    news: News
    is_known: bool


class MergedSignOff(Struct, frozen=True):
    """A "done" as it will stand in the project, and whether what was signed is still the same."""

    sign_off: SignOff
    about: str
    news: News
    is_current: bool


class ReviewMerge(Struct, frozen=True):
    """What a review would bring to a project, and what its author should hear about it."""

    review: ReviewFile
    comments: tuple[MergedComment, ...]
    sign_offs: tuple[MergedSignOff, ...]
    notes: tuple[str, ...]

    @property
    def new_comments(self) -> tuple[Comment, ...]:
        """The comments that are not in the project as they are here."""
        return tuple(merged.comment for merged in self.comments if merged.news != "there")

    @property
    def new_sign_offs(self) -> tuple[SignOff, ...]:
        """The sign-offs that are not in the project as they are here."""
        return tuple(merged.sign_off for merged in self.sign_offs if merged.news != "there")

    @property
    def is_news(self) -> bool:
        """Tell whether there is anything to merge."""
        return bool(self.new_comments or self.new_sign_offs)


def propose_merge(project: Project, review: ReviewFile) -> ReviewMerge:
    """Say what a review would bring; the project stays as it is."""
    names = SubjectNames(project)
    former = {comment.id: comment for comment in project.comments}
    comments = tuple(
        _comment(former.get(comment.id), names, comment, remark)
        for comment, remark in comments_of(review)
    )
    sign_offs = tuple(_sign_offs(project, names, review))
    return ReviewMerge(review, comments, sign_offs, tuple(_notes(project, review, comments)))


def merge_review(project: Project, review: ReviewFile) -> Project:
    """Return `project` with the comments and sign-offs of a review; twice is as good as once."""
    merge = propose_merge(project, review)
    return merge_comments(project, merge.new_comments, merge.new_sign_offs)


def _comment(
    former: Comment | None, names: SubjectNames, comment: Comment, remark: Remark
) -> MergedComment:
    name = names.name(comment.subject)
    about = name or remark.about or comment.subject
    if not name:
        text = _("[{about}] {text}").format(about=about, text=comment.text)
        comment = comment.evolve(text=text)
    if former is None:
        return MergedComment(comment, about, "new", bool(name))
    if (former.text, former.author) == (comment.text, comment.author):
        return MergedComment(former, about, "there", bool(name))
    still = former.resolved and former.text == comment.text
    return MergedComment(comment.evolve(resolved=still), about, "changed", bool(name))


def _sign_offs(
    project: Project, names: SubjectNames, review: ReviewFile
) -> Iterator[MergedSignOff]:
    known = {sign_off.id: sign_off for sign_off in project.sign_offs}
    found = tuple(sign_offs_of(review))
    states = states_of(project, [sign_off.subject for sign_off in found])
    for sign_off, state in zip(found, states, strict=True):
        about = names.name(sign_off.subject) or sign_off.subject
        former = known.get(sign_off.id)
        is_current = sign_off.state == state
        if former is None:
            yield MergedSignOff(sign_off, about, "new", is_current)
        elif former.evolve(date=sign_off.date) == sign_off:
            yield MergedSignOff(former, about, "there", is_current)
        else:
            yield MergedSignOff(sign_off, about, "changed", is_current)


def _notes(
    project: Project, review: ReviewFile, comments: tuple[MergedComment, ...]
) -> Iterator[str]:
    named = [merged for merged in comments if merged.comment.subject]
    if named and not any(merged.is_known for merged in named):
        yield _("Nothing they comment on is in this project. Is it the right one?")
    elif review.course and review.course != project.course.title:
        yield _("Their page was about “{course}”; this project is called “{title}”.").format(
            course=review.course, title=project.course.title or _("Untitled course")
        )
    if states_of(project, [""]) != (review.state,):
        yield _("The cast has changed since their page was made.")
    gone = sum(not merged.is_known for merged in comments)
    if gone:
        yield _("What is not here any more is kept: the comment then begins with what it is about.")
