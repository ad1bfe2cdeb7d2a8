"""What people said about the cast: decisions, comments, answers, sign-offs, hand-offs."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from personamap.domain.base import Id, IsoDate, Item, ShortText, Text
from personamap.domain.portrait import MediaId

FindingKey = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]


class Decision(Item):
    """A finding accepted on purpose.

    `evidence` is the digest of what the finding rested on; when the cast
    changes so that it no longer matches, the finding comes back.
    """

    finding: FindingKey
    reason: Text = ""
    author: ShortText = ""
    date: IsoDate = ""
    evidence: ShortText = ""


class Comment(Item):
    """A remark on anything in the project, named as `personamap.domain.subjects` says."""

    subject: ShortText = ""
    text: Text = ""
    author: ShortText = ""
    date: IsoDate = ""
    resolved: bool = False


class Reflection(Item):
    """What the team answered to one of the reflection questions."""

    question: Id
    answer: Text = ""
    author: ShortText = ""
    date: IsoDate = ""


class SignOff(Item):
    """That somebody said "done", about what, and to which state of it.

    `state` is the digest of what was signed, so that later changes show.
    """

    name: ShortText = ""
    role: ShortText = ""
    date: IsoDate = ""
    subject: ShortText = ""
    note: Text = ""
    state: ShortText = ""


class HandOff(Item):
    """One issue of the sheets: what was handed to a storyline team, and when.

    `snapshot` names the media part that holds the project as it was, so
    that the next issue can say what changed since.
    """

    number: int
    date: IsoDate = ""
    recipient: ShortText = ""
    note: Text = ""
    personas: tuple[Id, ...] = ()
    snapshot: MediaId | None = None
