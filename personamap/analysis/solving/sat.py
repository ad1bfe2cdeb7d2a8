"""One interruptible question to a SAT solver.

The solver is Glucose 3.0, single core, as python-sat bundles it: its
authors give it under the licence of MiniSat, which is the MIT licence, so
it may be shipped. Glucose 4 is as fast here, and its parallel sources
carry a clause about competitions that nobody should have to read twice;
CaDiCaL cannot be interrupted in python-sat, and so could not be cancelled.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from personamap.analysis.solving.effort import Clock

_SOLVER = "glucose3"
_PATIENCE = 0.02
Clause = Sequence[int]


class Question:
    """Clauses over numbered variables, which may be asked again under other assumptions."""

    def __init__(self, clauses: Iterable[Clause] = ()) -> None:
        from pysat.solvers import Solver

        self._solver = Solver(name=_SOLVER)
        self._top = 0
        self.add(clauses)

    def add(self, clauses: Iterable[Clause]) -> None:
        """Ask for more."""
        for clause in clauses:
            self._top = max(self._top, *map(abs, clause)) if clause else self._top
            self._solver.add_clause(clause)

    def prefer(self, literals: Iterable[int]) -> None:
        """Try these literals first; where nothing decides, they decide."""
        self._solver.set_phases(list(literals))

    def ask(self, clock: Clock, assumptions: Sequence[int] = ()) -> frozenset[int] | None:
        """Return the variables that hold, none at all if nothing fits, `None` if time ran out.

        A set without any variable means that there is no solution, so
        every question needs one variable that always holds.
        """
        if clock.over:
            return None
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(clock, done), daemon=True)
        watch.start()
        answer = self._solver.solve_limited(assumptions=list(assumptions), expect_interrupt=True)
        done.set()
        watch.join()
        self._solver.clear_interrupt()
        if answer is None:
            return None
        return frozenset(v for v in self._solver.get_model() if v > 0) if answer else frozenset()

    def lessen(
        self, literals: Sequence[int], held: frozenset[int], clock: Clock
    ) -> tuple[frozenset[int], bool]:
        """Return an answer in which the fewest of `literals` hold, and whether that is proven.

        `held` is the answer so far. From then on no more of them may hold,
        so that one kind of change can be made fewer after another.
        """
        from pysat.card import ITotalizer

        number = sum(literal in held for literal in literals)
        if not number:
            self.add([-literal] for literal in literals)
            return held, True
        with ITotalizer(lits=list(literals), ubound=number, top_id=self._top) as counter:
            self.add(counter.cnf.clauses)
            sums = list(counter.rhs)
        fewer: frozenset[int] | None = held
        while number and fewer:
            held = fewer
            number = sum(literal in held for literal in literals)
            fewer = self.ask(clock, [-sums[number - 1]]) if number else frozenset()
        if number < len(sums):
            self.add([[-sums[number]]])
        return held, fewer is not None

    def close(self) -> None:
        """Give the memory back."""
        self._solver.delete()

    def _watch(self, clock: Clock, done: threading.Event) -> None:
        while not done.wait(_PATIENCE):
            if clock.over:
                self._solver.interrupt()
                return
