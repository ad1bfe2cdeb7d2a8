"""The cells of one row to the fields of one persona."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from personamap.domain.cells import DRAWN, PICTURE, read_place
from personamap.domain.columns import FIELD_COLUMNS, CellKind, folded
from personamap.domain.labels import STATUSES
from personamap.i18n import N_, _, in_digits
from personamap.importers.cast.cells import items_of
from personamap.importers.cast.headings import BARRIERS, PORTRAIT

LONGEST_LINE = 1_000

_KINDS: dict[str, CellKind] = {column.field: column.kind for column in FIELD_COLUMNS} | {
    BARRIERS: "list"
}
_AGE = re.compile(r"(\d{1,3})(?:\.0+)?(?:\s*(?:years?|yrs?|y)\b(?:[\s-]*old)?)?", re.IGNORECASE)
_OLDEST = 130
_PERSONA_ID = re.compile(r"per-[a-z0-9_-]{1,60}")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})?")


def _takes_all(_item: str) -> bool:
    return False


def _is_long(item: str) -> bool:
    return len(item) > LONGEST_LINE


def _is_no_day(item: str) -> bool:
    return not _DAY.fullmatch(item)


_REFUSALS: dict[str, tuple[Callable[[str], bool], str]] = {
    "look.poses": (_is_long, N_("has a line longer than 1,000 characters")),
    "evidence.reviewer": (_is_long, N_("has a line longer than 1,000 characters")),
    "evidence.date": (_is_no_day, N_("has a day that is not written as 2026-11-24")),
}
"""Which lists cannot hold every text, and why."""


class Fields:
    """Fields of a persona as they fill up cell by cell.

    `put` answers with a reason when a cell does not fit its field, and the
    caller keeps the text elsewhere.
    """

    def __init__(self, *, is_own: bool) -> None:
        self._is_own = is_own
        self._values: dict[str, Any] = {}

    def put(self, field: str, cell: str) -> str:
        """Store a cell; return why that is impossible, or nothing."""
        text = cell if self._is_own else cell.strip()
        match _KINDS.get(field, "line"):
            case "number":
                return self._put_age(text)
            case "list":
                return self._put_list(field, items_of(cell, is_own=self._is_own))
            case "place":
                return self._put_place(field, text)
            case "text":
                self._values[field] = "\n\n".join(filter(None, (self.text(field), text)))
                return ""
            case _:
                return self._put_line(field, text)

    def text(self, field: str) -> str:
        """Return the text of a field so far."""
        return str(self._values.get(field, ""))

    def take(self, field: str) -> Any:
        """Return what a field holds so far, or None, and take it out."""
        return self._values.pop(field, None)

    def nested(self) -> dict[str, Any]:
        """Return the fields as the nested parts of a persona."""
        nested: dict[str, Any] = {}
        for path, value in self._values.items():
            part, dot, name = path.partition(".")
            if dot:
                nested.setdefault(part, {})[name] = value
            else:
                nested[part] = value
        return nested

    def _put_list(self, field: str, items: tuple[str, ...]) -> str:
        refuses, why = _REFUSALS.get(field, (_takes_all, ""))
        if any(map(refuses, items)):
            return _(why)
        self._values[field] = (*self._values.get(field, ()), *items)
        return ""

    def _put_place(self, field: str, text: str) -> str:
        place = read_place(text)
        if place is None or field in self._values:
            return _("is no place in the belonging square")
        self._values[field] = place
        return ""

    def _put_age(self, text: str) -> str:
        found = _AGE.fullmatch(text)
        if not found or int(found[1]) > _OLDEST or "age" in self._values:
            return _("is no age in years")
        self._values["age"] = int(found[1])
        return ""

    def _put_line(self, field: str, text: str) -> str:
        if field == "status":
            return self._put_status(text)
        if field == PORTRAIT:
            return "" if text in (DRAWN, PICTURE) else _("cannot be made into a portrait")
        joined = " ".join(filter(None, (self.text(field), text)))
        if len(joined) > LONGEST_LINE:
            return _("is longer than {most} characters").format(most=in_digits(LONGEST_LINE))
        if field == "id" and not _PERSONA_ID.fullmatch(text):
            return _("is no id of a persona")
        self._values[field] = joined
        return ""

    def _put_status(self, text: str) -> str:
        known: Mapping[str, str] = {folded(label.text): name for name, label in STATUSES.items()}
        known = {**known, **{name: name for name in STATUSES}}
        if folded(text) not in known or "status" in self._values:
            return _("is none of draft, in review and approved")
        self._values["status"] = known[folded(text)]
        return ""
