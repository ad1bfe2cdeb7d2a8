"""Every error a person may be told about.

Each message says what happened, where, and what to do about it. Anything
that is not a `PersonamapError` is a bug and goes to the crash handler.
"""

from __future__ import annotations

from personamap.i18n import _


class PersonamapError(Exception):
    """Base class: `str(error)` is a sentence fit to show."""


class UnknownId(PersonamapError):
    """An id that points at nothing in the project."""

    def __init__(self, kind: str, missing: str) -> None:
        super().__init__(
            _("There is no {kind} with the id “{id}” in this project.").format(
                kind=kind, id=missing
            )
        )


class EditRefused(PersonamapError):
    """The change would make something that cannot be stored."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("This change cannot be stored: {reason}. The project stays as it was.").format(
                reason=reason
            )
        )
