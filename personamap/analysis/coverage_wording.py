"""How a report is named in one line, on the command line and in the window alike."""

from __future__ import annotations

from personamap.analysis.coverage import CoverageReport
from personamap.i18n import _, plural


def heading(title: str, report: CoverageReport) -> str:
    """Return how many people a cast has and how many findings are open, as one line."""
    return _("{title}: {people}, {findings}").format(
        title=title, people=people_in(report), findings=findings_in(report)
    )


def people_in(report: CoverageReport) -> str:
    """Return how many people a cast has."""
    return plural("{count} person", "{count} people", len(report.project.cast))


def findings_in(report: CoverageReport) -> str:
    """Return how many findings are open, and how many were accepted if any were."""
    line = plural("{count} finding", "{count} findings", report.open_count)
    if report.accepted:
        accepted = plural("{count} accepted", "{count} accepted", len(report.accepted))
        line = _("{findings}, {accepted}").format(findings=line, accepted=accepted)
    return line
