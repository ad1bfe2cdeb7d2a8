"""`personamap import review`: what a reviewer sent back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.output import say, say_json, say_table
from personamap.cli.saving import save_over
from personamap.domain.review import Comment, SignOff
from personamap.i18n import _
from personamap.importers.review import read_review
from personamap.services.projects import open_project
from personamap.services.review_words import NEWS, from_whom, news_words, sign_off_words
from personamap.services.reviews import (
    News,
    ReviewMerge,
    merge_review,
    propose_merge,
)


class CommentAnswer(JsonAnswer):
    """One comment, what it is about, and whether the project had it."""

    comment: Comment
    about: str
    known: bool
    news: News


class SignOffAnswer(JsonAnswer):
    """One "done", whether what was signed is still the same, and whether the project had it."""

    sign_off: SignOff
    about: str
    current: bool
    news: News


class ReviewReport(JsonAnswer):
    """The answer of `import review --json`."""

    written: bool
    author: str
    role: str
    date: str
    comments: tuple[CommentAnswer, ...]
    sign_offs: tuple[SignOffAnswer, ...]
    notes: tuple[str, ...]


def import_review(
    review: Annotated[
        Path, typer.Argument(metavar="FILE", help="What “Save my comments” wrote in a review pack.")
    ],
    *,
    into: Annotated[Path, typer.Option(help="The project the review pack was made from.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would happen; write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Merge the comments and the “done” of a reviewer into a project.

    Merging a file again adds nothing. A later save of the same review
    changes what it said before. Comments on what is gone are kept.

    Example: personamap import review ada.personamap-review --into course.personamap
    """
    said = read_review(review)
    opened = open_project(into)
    project = opened.project
    merge = propose_merge(project, said)
    if not dry_run and merge.is_news:
        save_over(merge_review(project, said), opened, "import")
    if as_json:
        say_json(_report(merge, written=not dry_run))
        return
    _tell(merge)
    for line in _remarks(merge):
        say(line)
    say(_ending(merge, into, dry_run=dry_run))


def _report(merge: ReviewMerge, *, written: bool) -> ReviewReport:
    return ReviewReport(
        written=written,
        author=merge.review.author,
        role=merge.review.role,
        date=merge.review.date,
        comments=tuple(
            CommentAnswer(comment=m.comment, about=m.about, known=m.is_known, news=m.news)
            for m in merge.comments
        ),
        sign_offs=tuple(
            SignOffAnswer(sign_off=m.sign_off, about=m.about, current=m.is_current, news=m.news)
            for m in merge.sign_offs
        ),
        notes=merge.notes,
    )


def _tell(merge: ReviewMerge) -> None:
    say_table(
        _("Comments of {who}:").format(who=from_whom(merge.review)),
        (_("About"), _("Comment"), _("Here")),
        [(m.about, m.comment.text, _(NEWS[m.news])) for m in merge.comments],
    )


def _remarks(merge: ReviewMerge) -> Iterator[str]:
    for merged in merge.sign_offs:
        yield sign_off_words(merged)
    for note in merge.notes:
        yield _("Note: {note}").format(note=note)


def _ending(merge: ReviewMerge, into: Path, *, dry_run: bool) -> str:
    words = {"news": news_words(merge), "path": into}
    if not merge.is_news:
        return _("All of this is in “{path}” already; nothing was written.").format(**words)
    if dry_run:
        return _("{news} would come into “{path}”; nothing was written.").format(**words)
    return _("{news} came into “{path}”.").format(**words)
