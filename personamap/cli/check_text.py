"""How `personamap check` reads: findings in sentences, counts in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.answer import CheckAnswer, FindingAnswer, PairsAnswer
from personamap.analysis.check import Severity
from personamap.analysis.coverage import CoverageReport
from personamap.analysis.coverage_wording import heading
from personamap.analysis.facet_counts import FacetCount
from personamap.cli.mirror_text import tell_mirror
from personamap.cli.output import INDENT, say, say_table
from personamap.i18n import N_, _

MOST_SEATS = 8
"""How many empty seats of one facet are named; `--json` names all."""

_SEVERITIES: dict[Severity, str] = {
    "gap": N_("Gap"),
    "imbalance": N_("Imbalance"),
    "note": N_("Note"),
}


def tell_report(title: str, report: CoverageReport, answer: CheckAnswer) -> None:
    """Print what one cast shows and lacks."""
    say(heading(title, report))
    if not answer.people:
        say(
            _("Nobody is in the cast yet. Add people in the window, or bring them in from a table:")
        )
        say(INDENT + "personamap import cast TABLE --into FILE")
    tell_findings(answer)
    say_table(
        _("Counts"),
        (_("Facet"), _("Blank"), _("People"), _("Empty seats")),
        [_facet_row(count) for count in report.facets],
    )
    if answer.pairs.all:
        say(_pairs_line(answer.pairs))
    tell_mirror(report.checked.index)


def _pairs_line(pairs: PairsAnswer) -> str:
    return _(
        "Pairs of values that meet in somebody: {achieved} of the {achievable} "
        "that a cast of this size can show, of {all} there are."
    ).format(achieved=pairs.achieved, achievable=pairs.achievable, all=pairs.all)


def tell_findings(answer: CheckAnswer) -> None:
    """Print each finding with what may be tried."""
    for finding in answer.findings:
        for line in _finding_lines(finding):
            say(INDENT + line)


def _finding_lines(finding: FindingAnswer) -> Iterator[str]:
    if finding.decision is not None:
        yield _("Accepted: {title} ({reason})").format(
            title=finding.title, reason=finding.decision.reason
        )
        return
    yield f"{_(_SEVERITIES[finding.severity])}: {finding.message}"
    if finding.returned is not None:
        yield INDENT + _("Accepted before, and the cast has changed since: {reason}").format(
            reason=finding.returned.reason
        )
    if finding.fixes:
        yield INDENT + _("Try: {fix}").format(fix=finding.fixes[0].text)


def _facet_row(count: FacetCount) -> tuple[str, str, str, str]:
    people = {value.label: len(count.of(value.id)) for value in count.groups}
    blank = sum(len(ids) for ids in count.blanks.values())
    some = ", ".join(f"{label} {number}" for label, number in people.items() if number)
    return count.facet.label, str(blank), some, shortened([x for x in people if not people[x]])


def shortened(labels: Sequence[str]) -> str:
    """Return labels as one line, the first few of many by name."""
    listed = ", ".join(labels[:MOST_SEATS])
    more = len(labels) - MOST_SEATS
    if more <= 0:
        return listed
    return _("{listed} and {count} more").format(listed=listed, count=more)
