"""The coverage report in words: what the cast shows, what it lacks, what was accepted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from personamap.analysis.check import AREAS, Fix
from personamap.analysis.coverage import Accepted as AcceptedFinding
from personamap.analysis.coverage import CoverageReport, check_coverage
from personamap.analysis.fixes import Fixing
from personamap.analysis.pairs import PairCount
from personamap.domain.project import Project
from personamap.domain.review import Decision
from personamap.exporters import wording
from personamap.exporters.audience_outline import audience_table
from personamap.exporters.count_outline import crossings, other_facets, seated_facets, voices
from personamap.exporters.coverage_parts import (
    Accepted,
    Coverage,
    FindingText,
)
from personamap.exporters.earlier_issues import EarlierIssues
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline
from personamap.exporters.private import visible_project
from personamap.exporters.report import empty_outline
from personamap.exporters.seat_outline import seat_rows
from personamap.i18n import N_, _, plural

_MOST_FIXED = 4_000
"""How many people in all may be checked again to find the smallest changes."""

_SCOPES = {
    "chosen": N_("pairs of values this cast aims for, of those {people} can show"),
    "starred": N_("pairs of starred values shown, of those {people} can show"),
    "all": N_("pairs of values shown, of those {people} can show"),
}


def coverage_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the coverage report of a project, as its reader may see it."""
    outline = empty_outline(
        visible_project(project, options),
        options,
        _("Coverage report"),
        is_draft=EarlierIssues(project, options).is_draft,
    )
    title = _("Coverage report: {course}").format(course=outline.title)
    return replace(outline, title=title, coverage=coverage_of(project, options))


def coverage_of(project: Project, options: ExportOptions) -> Coverage:
    """Return the report alone, as a part of any document."""
    return _coverage(check_coverage(visible_project(project, options)), options)


def _coverage(report: CoverageReport, options: ExportOptions) -> Coverage:
    people = plural("one person", "{count} people", len(report.project.cast))
    pairs = report.pairs
    lead = _(
        "What the people in this story show, in counts: {people}. Nothing here is about real staff."
    )
    return Coverage(
        question=_("Is this the cast you intend?"),
        lead=lead.format(people=people),
        achieved=pairs.achieved,
        achievable=pairs.achievable,
        achieved_of=_("{achieved} of {achievable}").format(
            achieved=pairs.achieved, achievable=pairs.achievable
        ),
        achieved_text=_pairs_text(pairs, people),
        seats_title=_("Who sits where"),
        rows=tuple(seat_rows(report, seated_facets(report), options)),
        findings_title=_("Findings, worst first"),
        findings=tuple(_findings(report)),
        change_title=_("Smallest change"),
        more=_more(report),
        accepted_title=_("Accepted on purpose"),
        accepted_heads=(_("Finding"), _("Reason"), _("Decided by")),
        accepted=tuple(_accepted(accepted) for accepted in report.accepted),
        advice=_("Advisory: a finding is a question to the team"),
        crossed_title=_("Who does what"),
        crossed_note=_("How many of the people with a value do it in some scene"),
        crossed=tuple(crossings(report)),
        voices=voices(report),
        audience=audience_table(report),
        others=other_facets(report, options),
    )


def _pairs_text(pairs: PairCount, people: str) -> str:
    return _(_SCOPES[pairs.scope]).format(people=people)


def _findings(report: CoverageReport) -> Iterator[FindingText]:
    room = _MOST_FIXED // max(1, len(report.project.cast))
    fixing = Fixing(report.project) if report.findings else None
    areas = {answered.check.id: answered.check.area for answered in report.checked.answers.values()}
    for number, finding in enumerate(report.findings):
        fixes = fixing.fixes(finding) if fixing and number < room else ()
        yield FindingText(
            finding.title,
            finding.sentence,
            " · ".join(filter(None, (_(AREAS[areas[finding.check]]), finding.counted))),
            fixes[0].told if fixes else "",
            _effect(fixes[0]) if fixes else "",
            _returned(report.returned.get(finding.key)),
            finding.key,
        )


def _effect(fix: Fix) -> str:
    """Say what a change closes beside its finding, and what it opens."""
    more = len(fix.closed) - 1
    closes = plural("closes {count} more", "closes {count} more", more) if more else ""
    return wording.capital("; ".join(filter(None, (closes, _opens(fix)))))


def _opens(fix: Fix) -> str:
    match fix.opened:
        case ():
            return ""
        case (only,):
            return _("opens: {title}").format(title=only.title)
        case several:
            return plural("opens {count} other", "opens {count} others", len(several))


def _returned(decision: Decision | None) -> str:
    if decision is None:
        return ""
    decided = _decided(decision)
    said = _("Accepted before ({decided}), and the cast has changed since: {reason}")
    return said.format(decided=decided, reason=decision.reason or _("no reason given"))


def _more(report: CoverageReport) -> str:
    hidden = sum(report.hidden.values())
    if hidden:
        return plural(
            "{count} more finding of the same kinds is listed in the program.",
            "{count} more findings of the same kinds are listed in the program.",
            hidden,
        )
    return "" if report.findings else _("Nothing open: the checks have no question left.")


def _accepted(accepted: AcceptedFinding) -> Accepted:
    decision = accepted.decision
    return Accepted(accepted.finding.title, decision.reason, _decided(decision))


def _decided(decision: Decision) -> str:
    return ", ".join(filter(None, (decision.author, wording.dated(decision.date))))
