"""What a change would close and open, in words."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.analysis.check import Finding
from personamap.i18n import _, plural

_MOST_TOLD = 4


def closes(findings: Sequence[Finding]) -> str:
    """Say which findings a change closes."""
    if not findings:
        return _("Closes no finding")
    return plural("Closes {count}: ", "Closes {count}: ", len(findings)) + titles(findings)


def opens(findings: Sequence[Finding]) -> str:
    """Say which findings a change opens."""
    if not findings:
        return _("Opens nothing new")
    return plural("Opens {count}: ", "Opens {count}: ", len(findings)) + titles(findings)


def titles(findings: Sequence[Finding]) -> str:
    """Name the first few findings, and say how many more there are."""
    told = "; ".join(finding.title for finding in findings[:_MOST_TOLD])
    rest = len(findings) - _MOST_TOLD
    return told + plural("; and {count} more", "; and {count} more", rest) if rest > 0 else told
