"""What a comment or a sign-off can be about, as one short text.

Nothing means the whole project. The id of an item means that item, and
`per-1/gender` or `per-1/exp-2` what one person says or has lived there. The
key of a finding has a colon, which no id has.
"""

from __future__ import annotations

from typing import Literal

SubjectKind = Literal["project", "item", "part", "finding"]
_PART, _FINDING = "/", ":"


def part_of(owner: str, part: str) -> str:
    """Return the subject that is `part` as it is on `owner`."""
    return f"{owner}{_PART}{part}"


def kind_of(subject: str) -> SubjectKind:
    """Tell what sort of thing a subject is."""
    if not subject:
        return "project"
    if _FINDING in subject:
        return "finding"
    return "part" if _PART in subject else "item"


def ids_in(subject: str) -> tuple[str, ...]:
    """Return the ids of the items without which there is nothing to speak about."""
    match kind_of(subject):
        case "item" | "part":
            return tuple(subject.split(_PART))
        case _:
            return ()
