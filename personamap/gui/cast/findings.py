"""How many open findings concern each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from personamap.analysis.check import Finding


class FindingCounts:
    """Counts the findings of the latest report by who they are about.

    Findings about blanks are left out: a card shows its blanks already.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def of(self, persona_id: str) -> int:
        """Return how many findings concern a person."""
        return self._counts[persona_id]

    def count(self, findings: Iterable[Finding]) -> frozenset[str]:
        """Count another report; return the ids whose number differs."""
        # Not before there is a report: loading one check loads all of them.
        from personamap.analysis.checks.blanks import BLANKS

        counts = Counter(
            subject
            for finding in findings
            if finding.check != BLANKS.id
            for subject in set(finding.subjects)
        )
        before, self._counts = self._counts, counts
        return frozenset(i for i in before.keys() | counts.keys() if before[i] != counts[i])
