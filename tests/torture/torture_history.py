"""Random edits, all undone and all redone: the very same object, then equal bytes."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtCore import QCoreApplication

from personamap.storage.codec import encode
from tests.test_history import History
from tests.torture.row import Row, rounds

STEPS = 40


class Undone(History):
    """A person who, at the end, takes back all of it and then wants it again."""

    ended = 0

    def teardown(self):
        stack = self.document.undo_stack
        there, last = stack.index(), self.document.project
        first = self.trail[0]
        written = encode(last), encode(first)
        while stack.canUndo():
            stack.undo()
        assert self.document.project is first
        assert encode(self.document.project) == written[1]
        for _step in range(there):
            stack.redo()
        assert self.document.project is last
        assert encode(self.document.project) == written[0]
        Undone.ended += 1


def run() -> Iterator[Row]:
    """Play out random histories; the first that fails is told by hypothesis."""
    app = QCoreApplication([])
    app.setApplicationName("history")
    wanted = rounds(1_000)
    plan = settings(
        max_examples=wanted,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Undone, settings=plan)
    told = f"{Undone.ended:,} histories, each undone to the same object and redone to equal bytes"
    yield Row("undo and redo", f"{wanted:,} random histories", told, Undone.ended >= wanted)
