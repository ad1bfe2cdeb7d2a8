"""A line of the table at the end: a place, and what somebody meets there."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """What was found in one place; `wrong` is empty where all is well."""

    state: str
    place: str
    focusable: int = 0
    unnamed: int = 0
    stops: int = 0
    sent_back: int = 0
    read: str = ""
    wrong: tuple[str, ...] = ()
