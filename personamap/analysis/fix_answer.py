"""What `fix --json` answers. Keys are stable: other programs read them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from personamap.analysis.check import Finding, FixKind
from personamap.analysis.json_answer import JsonAnswer
from personamap.analysis.plans import Plan

Certainty = Literal["proven", "found"]


class StepAnswer(JsonAnswer):
    """One change, in the order in which they are made."""

    kind: FixKind
    text: str


class ClosedAnswer(JsonAnswer):
    """A finding by its key and in a few words."""

    key: str
    title: str


class FixPlanAnswer(JsonAnswer):
    """The changes of `personamap fix`, and what they would do to the findings."""

    steps: tuple[StepAnswer, ...]
    closes: tuple[ClosedAnswer, ...]
    opens: tuple[ClosedAnswer, ...]
    left: tuple[ClosedAnswer, ...] = Field(description="Asked for, and still open afterwards.")
    new_people: int
    at_least: int = Field(description="No plan that closes as much adds fewer people than this.")
    certainty: Certainty = Field(description="Whether no smaller plan exists, or none was found.")


def fix_answer(plan: Plan) -> FixPlanAnswer:
    """Return a plan as plain data."""
    return FixPlanAnswer(
        steps=tuple(StepAnswer(kind=step.kind, text=step.text) for step in plan.steps),
        closes=told_findings(plan.closed),
        opens=told_findings(plan.opened),
        left=told_findings(plan.left),
        new_people=plan.found,
        at_least=plan.at_least,
        certainty="proven" if plan.proven else "found",
    )


def told_findings(findings: tuple[Finding, ...]) -> tuple[ClosedAnswer, ...]:
    """Return findings by key and title."""
    return tuple(ClosedAnswer(key=finding.key, title=finding.title) for finding in findings)
