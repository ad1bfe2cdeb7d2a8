"""What everything saved in a project has in common."""

from __future__ import annotations

import secrets
from collections.abc import Container
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from typing_extensions import override

from personamap.errors import EditRefused
from personamap.i18n import _, in_digits

_LONGEST_ID = 64
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""Names one thing for good. Ids of a project's items are unique across all kinds, since
each kind has a prefix ending in a dash (`per-`, `exp-`, `rel-`, `scn-` ...) and facet ids
have no dash."""

LONGEST_TEXT = 100_000
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
ShortText = Annotated[str, StringConstraints(max_length=1_000)]
IsoDate = Annotated[str, StringConstraints(pattern=r"^$|^\d{4}-\d{2}-\d{2}$")]
"""A day as `2026-11-24`, or nothing."""


class Entity(BaseModel):  # noqa: PLW1641 - pydantic gives what is frozen its hash
    """A value that never changes once made; editing means making another.

    Every collection inside an entity is a tuple, so a snapshot can be
    handed to another thread, kept on the undo stack or compared by
    identity without being copied.

    A default that is an entity is made by `model_construct`: all it holds
    are defaults of its own, and a start need not prepare to check them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    @override
    def __eq__(self, other: object) -> bool:
        # All there is to an entity is its fields, so the general comparison of pydantic, at eight
        # times the time, would find the same. Comparing two large projects lives on this.
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)

    def evolve(self, **changes: Any) -> Self:
        """Return a validated copy with `changes`, or `self` if nothing differs.

        Raises `EditRefused` when the result could not be stored.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        if all(name in fields and fields[name] == value for name, value in changes.items()):
            return self
        try:
            return type(self).model_validate(fields | changes)
        except ValidationError as error:
            raise EditRefused(_reason(error)) from error


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    if first["type"] == "string_too_long":
        # The one bound that people meet; all others are kept by what they type into.
        most = first["ctx"]["max_length"]
        return _("a text there may have at most {most} characters").format(most=in_digits(most))
    return first["msg"]


class Item(Entity):
    """An entity with an id of its own, kept in one of the project's collections."""

    id: Id


def new_id(prefix: str) -> str:
    """Return a fresh id such as `per-5f0c21a9e4b7`."""
    return f"{prefix}-{secrets.token_hex(6)}"


def free_id(wanted: str, taken: Container[str], joint: str = "-") -> str:
    """Return an id like `wanted` that is not taken; facet ids are joined by an underscore."""
    number = 2
    while (candidate := f"{wanted[: _LONGEST_ID - 8]}{joint}{number}") in taken:
        number += 1
    return candidate
