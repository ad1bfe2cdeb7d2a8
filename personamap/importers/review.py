"""Reading what a reviewer sent back, and making comments and sign-offs of it.

Their ids follow from the review, so that reading the same file again, or a
later save of the same review, meets what came of it before.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from personamap.domain.days import is_day
from personamap.domain.review import Comment, SignOff
from personamap.domain.review_file import Remark, ReviewFile, ReviewPack
from personamap.errors import ReviewRefused
from personamap.i18n import _
from personamap.storage.files import read_bounded
from personamap.storage.strict_json import NotStrictJson, read_json

MOST_BYTES = 5_000_000
_OWN = ReviewPack()


def read_review(path: Path) -> ReviewFile:
    """Read a review within limits and without guessing, or raise a `PersonamapError`."""
    data = read_bounded(path, MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise ReviewRefused(path.name, _("it is larger than any review a page can save."))
    try:
        review = ReviewFile.model_validate(_of_our_kind(path.name, read_json(data)))
    except NotStrictJson as error:
        raise ReviewRefused(path.name, f"{error}.") from error
    except ValidationError as error:
        raise ReviewRefused(path.name, _first_problem(error)) from error
    if review.date and not is_day(review.date):
        raise ReviewRefused(path.name, _("its date is no day."))
    return review


def comments_of(review: ReviewFile) -> Iterator[tuple[Comment, Remark]]:
    """Yield what a review says as comments, each with how the page put it."""
    times = Counter[str]()
    for remark in review.comments:
        times[remark.subject] += 1
        comment = Comment(
            id=_id("cmt", review, remark.subject, str(times[remark.subject])),
            subject=remark.subject,
            text=remark.text,
            author=review.author or review.role,
            date=review.date,
        )
        yield comment, remark


def sign_offs_of(review: ReviewFile) -> Iterator[SignOff]:
    """Yield what a reviewer called done, each with the state they saw."""
    for subject, state in {signed.subject: signed.state for signed in review.signed}.items():
        yield SignOff(
            id=_id("sgn", review, subject),
            name=review.author,
            role=review.role,
            date=review.date,
            subject=subject,
            state=state,
        )


def _of_our_kind(name: str, raw: Any) -> Any:
    match raw:
        case {"kind": _OWN.kind, "format": int(written)} if written > _OWN.format:
            raise ReviewRefused(name, _("a newer personamap made its page. Update this one."))
        case {"kind": _OWN.kind}:
            return raw
        case _:
            raise ReviewRefused(name, _("it holds no comments from a review pack."))


def _id(prefix: str, review: ReviewFile, *parts: str) -> str:
    told = "\n".join((review.review, *parts))
    return f"{prefix}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return _("it holds something unknown at {place} ({problem}).").format(
        place="/".join(str(step) for step in first["loc"]), problem=first["msg"]
    )
