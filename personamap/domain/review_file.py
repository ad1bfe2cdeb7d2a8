"""What a reviewer without the program sends back: one small JSON file.

The page of a review pack writes it, the program reads it. A page knows
what it shows (`ReviewPack`); a review adds who says what about it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from personamap.domain.base import Entity, IsoDate, ShortText

REVIEW_SUFFIX = ".personamap-review"
_MOST_REMARKS = 10_000
_LONGEST_REMARK = 50_000
"""Half of what a comment may hold, so that what it is about can be put before it."""

ReviewId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16,64}$")]
"""Drawn at random when somebody begins to comment, and kept when they go on later."""


class SignedState(Entity):
    """Something that can be signed off, and the digest of the state in which it was shown."""

    subject: ShortText = ""
    state: ShortText = ""


class Remark(Entity):
    """A comment on a subject; `about` is what the reviewer saw it called."""

    subject: ShortText = ""
    about: ShortText = ""
    text: Annotated[str, StringConstraints(max_length=_LONGEST_REMARK)] = ""


class ReviewPack(Entity):
    """What a review pack shows: a course in one state, and what a reviewer may sign off."""

    kind: Literal["personamap-review"] = "personamap-review"
    format: Literal[1] = 1
    course: ShortText = ""
    state: ShortText = ""
    signed: Annotated[tuple[SignedState, ...], Field(max_length=_MOST_REMARKS)] = ()


class ReviewFile(ReviewPack):
    """A pack with the comments of one reviewer; `signed` is empty unless they said "done"."""

    kind: Literal["personamap-review"]
    format: Literal[1]
    review: ReviewId
    date: IsoDate = ""
    author: ShortText = ""
    role: ShortText = ""
    comments: Annotated[tuple[Remark, ...], Field(max_length=_MOST_REMARKS)] = ()
