"""The fewest changes that close any set of findings, and what they bring with them.

Findings that say what they need go to the solver together, so that one
change can close several. Others offer changes of their own; these are
tried, and the fewest that close as much as all of them are taken. What a
plan closes, opens and leaves is worked out by running the checks on the
result, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from personamap.analysis.check import FIX_KINDS, Finding, Fix, FixKind
from personamap.analysis.checked import Checked, run_checks, try_change
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import weigh
from personamap.analysis.fixes import Fixing
from personamap.analysis.solving.effort import Budget, Effort, Stop, never
from personamap.analysis.solving.needs import meet
from personamap.analysis.solving.picking import Offer, pick
from personamap.domain.project import Project

_ROUNDS = 3
_SOLVER_SHARE = 0.6
_STEPS_A_TRY = 8_000
"""What trying the offers for one finding takes for each person of the cast, in steps."""

Edit = Callable[[Project], Project]


class Step(Struct, frozen=True):
    """One change of a plan: its kind, what it says, and the edit that makes it."""

    kind: FixKind
    text: str
    edit: Edit


class Plan(Struct, frozen=True):
    """Changes that close findings, in the order they are made, and what was worked out about them.

    `edit` makes them all. `left` are the findings asked for that stay
    open. `found` people are added; no plan that closes as many of those
    that say what they need could do with fewer than `at_least`, and
    where `proven`, none could do with fewer or smaller changes either.
    """

    steps: tuple[Step, ...]
    edit: Edit
    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]
    left: tuple[Finding, ...]
    found: int = 0
    at_least: int = 0
    proven: bool = True

    def count(self, kind: FixKind) -> int:
        """Return how many steps are of one kind."""
        return sum(step.kind == kind for step in self.steps)


def take_steps(project: Project, steps: Sequence[Step]) -> Project:
    """Return `project` with the steps of a plan taken, one after the other."""
    for step in steps:
        project = step.edit(project)
    return project


def fewest_changes(
    project: Project, findings: Sequence[Finding], effort: Effort, stop: Stop = never
) -> Plan:
    """Return the smallest plan the effort finds; raises `Stopped` when somebody asks to stop."""
    return _Planning(project, findings, effort, Budget(effort.seconds, stop)).plan()


class _Bounds(Struct):
    at_least: int = 0
    proven: bool = True


class _Planning:
    """Works one plan out: first what the solver can reach, then what checks offer."""

    def __init__(
        self, project: Project, findings: Sequence[Finding], effort: Effort, budget: Budget
    ) -> None:
        self._effort, self._budget = effort, budget
        self._before = run_checks(project, CHECKS)
        self._open = _open(self._before)
        self._asked = {f.key: f for f in findings if f.key in self._open}
        self._steps: list[Step] = []
        self._bounds = _Bounds()

    def plan(self) -> Plan:
        """Return the plan for all findings that are still open."""
        self._solve_needs()
        for _round in range(_ROUNDS):
            self._budget.check()
            if not self._take_offers():
                break
        return self._told()

    def _solve_needs(self) -> None:
        stating = [finding for finding in self._asked.values() if finding.needs]
        if not stating:
            return
        met = meet(
            self._before.index,
            [finding.needs for finding in stating],
            self._effort.max_new,
            self._budget.part(_SOLVER_SHARE),
            self._effort.seed,
        )
        self._budget.check()
        if met is None:
            self._bounds.proven = False
            return
        proposals, solution = met
        self._steps += [Step(p.kind, p.text, p.edit) for p in proposals]
        self._bounds = _Bounds(solution.at_least, solution.proven)

    def _take_offers(self) -> bool:
        """Take the fewest offers for what is still open; tell whether that changed anything."""
        now = take_steps(self._before.project, self._steps)
        fixing = Fixing(now, self._before)
        still = {key: f for key, f in fixing.open.items() if key in self._asked}
        offered = self._offers(fixing, still)
        fixes = [fix for fix in offered if self._leaves_newcomers(now, fix.edit(now))]
        offers: list[Offer] = [(FIX_KINDS.index(fix.kind), frozenset(fix.closes)) for fix in fixes]
        picked = pick(offers, still.keys(), self._budget.part(0.5))
        # They are the fewest of what is offered, and nobody knows what else there is.
        self._bounds.proven = self._bounds.proven and not picked
        for fix in (fixes[place] for place in picked):
            steps = [*self._steps, Step(fix.kind, fix.text, fix.edit)]
            if self._newcomers(take_steps(self._before.project, steps)) <= self._effort.max_new:
                self._steps = steps
        return bool(picked)

    def _offers(self, fixing: Fixing, still: Mapping[str, Finding]) -> Iterator[Fix]:
        for finding in still.values():
            if self._budget.over:
                self._bounds.proven = False
                return
            self._budget.spend(_STEPS_A_TRY * (1 + len(self._before.project.personas)))
            yield from fixing.fixes(finding)

    def _leaves_newcomers(self, now: Project, edited: Project) -> bool:
        """Tell whether newcomers go on answering only what they are needed for."""
        known = {persona.id for persona in self._before.project.personas}
        newcomers = (persona for persona in now.personas if persona.id not in known)
        return all(edited.persona(n.id).answers == n.answers for n in newcomers)

    def _newcomers(self, project: Project) -> int:
        return len(project.personas) - len(self._before.project.personas)

    def _told(self) -> Plan:
        steps = tuple(self._steps)
        edit = partial(take_steps, steps=steps)
        result = edit(self._before.project)
        after = _open(try_change(result, CHECKS, self._before))
        return Plan(
            steps=steps,
            edit=edit,
            closed=tuple(f for key, f in self._open.items() if key not in after),
            opened=tuple(f for key, f in after.items() if key not in self._open),
            left=tuple(f for key, f in self._asked.items() if key in after),
            found=self._newcomers(result),
            at_least=self._bounds.at_least,
            proven=self._bounds.proven,
        )


def _open(checked: Checked) -> dict[str, Finding]:
    return {finding.key: finding for finding in weigh(checked).open}
