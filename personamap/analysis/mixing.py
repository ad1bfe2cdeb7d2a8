"""How often two groups of a cast meet, beside how often they would if everyone met alike."""

from __future__ import annotations

from msgspec import Struct

from personamap.analysis.bits import places_in
from personamap.analysis.company import Company


class Meeting(Struct, frozen=True):
    """The ties that join two groups, those to expect, and all ties of those who are compared."""

    joining: int
    expected: float
    ties: int


class Mixing:
    """The ties among everyone who is compared, counted once for any two groups of them.

    What is to be expected keeps in mind that some meet many people and
    some few: M. E. J. Newman, “Mixing patterns in networks”, Physical
    Review E 67, 2003.
    """

    def __init__(self, company: Company, everyone: int) -> None:
        self._met = company.met
        self._ends = {p: (company.met[p] & everyone).bit_count() for p in places_in(everyone)}
        self._all = sum(self._ends.values())
        self._of_groups: dict[int, int] = {}

    def rare_meeting(self, ones: int, others: int, expected: float, share: float) -> Meeting | None:
        """Return how two groups meet if that is `share` of what is to be expected, or less.

        At least so many ties must be `expected`: few prove nothing.
        """
        due = self._ends_of(ones) * self._ends_of(others) / max(1, self._all)
        if due < expected:
            return None
        joining = self._joining(ones, others, share * due)
        return None if joining > share * due else Meeting(joining, due, self._all // 2)

    def _ends_of(self, people: int) -> int:
        if people not in self._of_groups:
            self._of_groups[people] = sum(self._ends[place] for place in places_in(people))
        return self._of_groups[people]

    def _joining(self, ones: int, others: int, most: float) -> int:
        """Count no further than it takes: groups that meet are the rule."""
        joining = 0
        for place in places_in(ones):
            joining += (self._met[place] & others).bit_count()
            if joining > most:
                break
        return joining
