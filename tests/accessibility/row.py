"""A line of the table at the end: a place, and what somebody meets there.

Data classes here and beside it: the Python of the system reads them too, which lacks the rest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was found in one place; `wrong` is empty where all is well."""

    state: str
    place: str
    focusable: int = 0
    unnamed: int = 0
    stops: int = 0
    sent_back: int = 0
    read: str = ""
    wrong: tuple[str, ...] = ()
