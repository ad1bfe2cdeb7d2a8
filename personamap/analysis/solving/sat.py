"""One interruptible question to a SAT solver.

The solver is MiniSat, single core, under the MIT licence, so it may be
shipped: 2.2 as released, which proves most here, and as its repository has
it ("minisat-gh" in python-sat) where an answer is to be steered, which the
release does not know. Both end exactly where the budget does, and soon
after somebody asks them to: Glucose looks at both only when it restarts,
which can take it many times the budget, and CaDiCaL cannot be interrupted
in python-sat at all.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from personamap.analysis.solving.effort import Budget
from personamap.stopping import go_on

_PROVING, _STEERED = "minisat22", "minisat-gh"
_WATCHED_EVERY = 0.02
STEPS_A_CLAUSE = 20
"""What it takes to state a clause, in steps of a budget."""

Clause = Sequence[int]


class Question:
    """Clauses over numbered variables, which may be asked again under other assumptions."""

    def __init__(self, clauses: Iterable[Clause] = (), *, steered: bool = False) -> None:
        from pysat.solvers import Solver

        self._solver = Solver(name=_STEERED if steered else _PROVING)
        self._top = 0
        self._unpaid = 0
        self.add(clauses)

    def add(self, clauses: Iterable[Clause]) -> None:
        """Ask for more."""
        for clause in clauses:
            self._top = max(self._top, *map(abs, clause)) if clause else self._top
            self._solver.add_clause(clause)
            self._unpaid += STEPS_A_CLAUSE

    def prefer(self, literals: Iterable[int]) -> None:
        """Try these literals first; where nothing decides, they decide if it is steered."""
        self._solver.set_phases(list(literals))

    def ask(self, budget: Budget, assumptions: Sequence[int] = ()) -> frozenset[int] | None:
        """Return the variables that hold, none at all if nothing fits, `None` if undecided.

        A set without any variable means that there is no solution, so
        every question needs one variable that always holds.
        """
        budget.spend(self._unpaid)
        self._unpaid = 0
        if budget.over:
            return None
        before = self._steps()
        answer = self._answer(budget, assumptions)
        budget.spend(self._steps() - before)
        if answer is None:
            return None
        return frozenset(v for v in self._solver.get_model() if v > 0) if answer else frozenset()

    def _answer(self, budget: Budget, assumptions: Sequence[int]) -> bool | None:
        self._solver.prop_budget(budget.left)
        done = threading.Event()
        watching = threading.Thread(target=self._watch, args=(budget, done), daemon=True)
        watching.start()
        answer: bool | None = self._solver.solve_limited(
            assumptions=list(assumptions), expect_interrupt=True
        )
        done.set()
        watching.join()
        self._solver.clear_interrupt()
        return answer

    def _steps(self) -> int:
        return int(self._solver.accum_stats()["propagations"])

    def lessen(
        self, literals: Sequence[int], held: frozenset[int], budget: Budget
    ) -> tuple[frozenset[int], bool]:
        """Return an answer in which the fewest of `literals` hold, and whether that is proven.

        `held` is the answer so far. From then on no more of them may hold,
        so that one kind of change can be made fewer after another.
        """
        from pysat.card import ITotalizer

        go_on()
        number = sum(literal in held for literal in literals)
        if not number:
            self.add([-literal] for literal in literals)
            return held, True
        with ITotalizer(lits=list(literals), ubound=number, top_id=self._top) as counter:
            self.add(counter.cnf.clauses)
            sums = list(counter.rhs)
        fewer: frozenset[int] | None = held
        while number and fewer:
            go_on()
            held = fewer
            number = sum(literal in held for literal in literals)
            fewer = self.ask(budget, [-sums[number - 1]]) if number else frozenset()
        if number < len(sums):
            self.add([[-sums[number]]])
        return held, fewer is not None

    def close(self) -> None:
        """Give the memory back."""
        self._solver.delete()

    def _watch(self, budget: Budget, done: threading.Event) -> None:
        while not done.wait(_WATCHED_EVERY):
            if budget.hurry:
                self._solver.interrupt()
                return
