"""Coverage in one line, for the status bar: achieved of achievable, and what is open."""

from __future__ import annotations

from personamap.analysis.coverage import CoverageReport
from personamap.i18n import N_, _, plural


def coverage_line(report: CoverageReport) -> str:
    """Return a line such as "Coverage: 21 of the 26 starred pairs six people can show"."""
    found = plural("{count} finding open", "{count} findings open", report.open_count)
    pairs = report.pairs
    if not report.project.cast:
        return ""
    if not pairs.achievable:
        return _("Coverage: {findings}").format(findings=found)
    text = (
        N_("Coverage: {achieved} of the {achievable} pairs {people} can show, {findings}")
        if pairs.scope == "all"
        else N_(
            "Coverage: {achieved} of the {achievable} starred pairs {people} can show, {findings}"
        )
    )
    return _(text).format(
        achieved=pairs.achieved,
        achievable=pairs.achievable,
        people=plural("{count} person", "{count} people", len(report.project.cast)),
        findings=found,
    )
