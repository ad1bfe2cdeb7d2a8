"""In which order findings are listed, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from personamap.analysis.check import AREAS, Area, Finding
from personamap.gui.coverage.known_checks import area_of
from personamap.i18n import N_

Order = Literal["worst", "area", "newest"]

ORDERS: Mapping[Order, str] = {
    "worst": N_("Worst first"),
    "area": N_("By area"),
    "newest": N_("Newest first"),
}

_PLACES = {area: place for place, area in enumerate(AREAS)}


class Wish(Struct, frozen=True):
    """How somebody wants to see the findings: in which order, of one area or one check."""

    order: Order = "worst"
    area: Area | None = None
    check: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.area or self.check)

    def includes(self, check_id: str) -> bool:
        """Tell whether findings of a check are wanted."""
        if self.check:
            return check_id == self.check
        return self.area is None or area_of(check_id) == self.area


class Freshness:
    """Remembers since which report a finding is there as it is now.

    Kept while the project is open and never saved: what is new is new to
    whoever is working.
    """

    def __init__(self) -> None:
        self._report = 0
        self._since: dict[str, tuple[str, int]] = {}

    def note(self, findings: Iterable[Finding]) -> None:
        """Take in the findings of another report."""
        self._report += 1
        before = self._since
        self._since = {
            finding.key: _unchanged(before, finding) or (finding.digest, self._report)
            for finding in findings
        }

    def of(self, finding: Finding) -> int:
        """Return a number that is larger the later a finding came or changed."""
        return self._since.get(finding.key, ("", 0))[1]


def arranged(findings: Iterable[Finding], wish: Wish, freshness: Freshness) -> list[Finding]:
    """Return the findings that are wanted; where the wish says no order they stay worst first."""
    wanted = [finding for finding in findings if wish.includes(finding.check)]
    if wish.order == "area":
        wanted.sort(key=lambda finding: _PLACES[area_of(finding.check)])
    elif wish.order == "newest":
        wanted.sort(key=freshness.of, reverse=True)
    return wanted


def _unchanged(before: Mapping[str, tuple[str, int]], finding: Finding) -> tuple[str, int] | None:
    known = before.get(finding.key)
    return known if known and known[0] == finding.digest else None
