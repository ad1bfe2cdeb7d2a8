"""What `check --json` answers. Keys are stable: other programs read them."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from personamap.analysis.aimed import AimScope
from personamap.analysis.check import Finding, Fix, FixKind, Severity
from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount, roots_of
from personamap.analysis.fixes import Fixing
from personamap.analysis.json_answer import JsonAnswer
from personamap.analysis.mirror.answer import AudienceAnswer, audience_answer
from personamap.domain.persona import AnswerState
from personamap.domain.review import Decision

FIX_ROOM = 4_000
"""Fixes are worked out for as many findings as this allows, counted in people checked again."""


class FixAnswer(JsonAnswer):
    """A change that closes findings; both lists hold keys of findings."""

    kind: FixKind
    text: str
    closes: tuple[str, ...]
    opens: tuple[str, ...]


class FindingAnswer(JsonAnswer):
    """One thing the checks noticed.

    `key` stays the same for the same gap. `decision` is set when it was
    accepted on purpose; `returned` when a decision no longer fits.
    `fixes_tried` is false where fixes were left out to answer in time.
    """

    key: str
    check: str
    severity: Severity
    title: str
    message: str
    subjects: tuple[str, ...]
    evidence: dict[str, int | str | tuple[str, ...]]
    decision: Decision | None = None
    returned: Decision | None = None
    fixes: tuple[FixAnswer, ...] = ()
    fixes_tried: bool = False


class ValueAnswer(JsonAnswer):
    """How many people have a value; a group counts its details too, each person once."""

    value: str
    group: str | None = Field(description="The value it rolls up into, if it is a detail.")
    count: int
    personas: tuple[str, ...]


class FacetAnswer(JsonAnswer):
    """The counts of one facet: its values, its blanks by kind, and answers in words alone."""

    facet: str
    values: tuple[ValueAnswer, ...]
    blanks: dict[AnswerState, int]
    own_words: int


class PairsAnswer(JsonAnswer):
    """Pairs of values that meet in somebody, of those a cast of this size can show, of all."""

    achieved: int
    achievable: int
    all: int
    scope: AimScope
    size: int = Field(default=2, description="How many values each joins: pairs, triples ...")


class CheckAnswer(JsonAnswer):
    """Everything `personamap check --json` says about one project."""

    people: int
    findings: tuple[FindingAnswer, ...]
    more: dict[str, int] = Field(description="Findings of a check beyond those listed.")
    facets: tuple[FacetAnswer, ...]
    pairs: PairsAnswer
    audience: AudienceAnswer | None = None


def answer_of(report: CoverageReport, with_fixes: bool = True) -> CheckAnswer:
    """Return a report as plain data: open findings worst first, then the accepted ones."""
    people = len(report.project.cast)
    room = FIX_ROOM // max(1, people) if with_fixes else 0
    pairs = report.pairs
    return CheckAnswer(
        people=people,
        findings=(*_open(report, room), *_accepted(report)),
        more=dict(report.hidden),
        facets=tuple(_facet(count) for count in report.facets),
        pairs=PairsAnswer(
            achieved=pairs.achieved,
            achievable=pairs.achievable,
            all=pairs.all,
            scope=pairs.scope,
            size=pairs.size,
        ),
        audience=audience_answer(report.checked.index),
    )


def _open(report: CoverageReport, room: int) -> Iterable[FindingAnswer]:
    fixing = Fixing(report.project) if room and report.findings else None
    for number, finding in enumerate(report.findings):
        tried = fixing is not None and number < room
        fixes = fixing.fixes(finding) if fixing is not None and tried else ()
        yield _finding(finding).model_copy(
            update={
                "returned": report.returned.get(finding.key),
                "fixes": tuple(_fix(fix) for fix in fixes),
                "fixes_tried": tried,
            }
        )


def _accepted(report: CoverageReport) -> Iterable[FindingAnswer]:
    for accepted in report.accepted:
        yield _finding(accepted.finding).model_copy(update={"decision": accepted.decision})


def _finding(finding: Finding) -> FindingAnswer:
    return FindingAnswer(
        key=finding.key,
        check=finding.check,
        severity=finding.severity,
        title=finding.title,
        message=finding.text,
        subjects=finding.subjects,
        evidence=dict(finding.evidence),
    )


def _fix(fix: Fix) -> FixAnswer:
    return FixAnswer(kind=fix.kind, text=fix.text, closes=fix.closes, opens=fix.opens)


def _facet(count: FacetCount) -> FacetAnswer:
    roots = roots_of(count.facet)
    return FacetAnswer(
        facet=count.facet.id,
        values=tuple(
            ValueAnswer(
                value=value.id,
                group=roots[value.id] if roots[value.id] != value.id else None,
                count=len(count.of(value.id)),
                personas=count.of(value.id),
            )
            for value in count.facet.values
        ),
        blanks={state: len(people) for state, people in count.blanks.items()},
        own_words=len(count.own_words),
    )
