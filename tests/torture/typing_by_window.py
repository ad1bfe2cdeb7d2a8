"""Types, undoes, saves and turns to others in the real window, until somebody kills it.

What an earlier run left is brought back first, the way a person does it. After each step, when
the window shows it, the digest of what is on screen is told to memory that outlives the process.
"""

from __future__ import annotations

import random
import string
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from personamap.edits.personas import duplicate_persona, remove_personas
from personamap.gui.cast.form_sections import WhoSection
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.recovery.dialog import RecoveryDialog
from personamap.storage.codec import encode
from personamap.storage.files import digest
from tests.torture.shown import Shown
from tests.torture.window_program import WindowProgram

MOST_PEOPLE = 9


class Typist:
    """Somebody at the keyboard who never stops."""

    def __init__(self, path: Path, told: Path, seed: str) -> None:
        self.chance = random.Random(seed)
        self.shown = Shown(told)
        self.looked: list[int] = []
        self.program = WindowProgram(path, self.looked.append)
        self.number = self.chance.randrange(10**9)

    @property
    def document(self):
        return self.program.desk.session.document

    def bring_back(self) -> None:
        """Take what an earlier run left, and walk through its history to the end and back."""
        self.program.wait_for(lambda: bool(self.looked))
        if self.looked[0]:
            self.program.dialog(RecoveryDialog).back.click()
        history, stack = self.document.history, self.document.undo_stack
        there = stack.index()
        stack.setIndex(0)
        assert self.document.project is history.base
        stack.setIndex(stack.count())
        assert encode(self.document.project) == encode(history.snapshots[-1])
        stack.setIndex(there)
        self.tell()
        print(f"BACK {digest(encode(self.document.project))}", flush=True)
        self.turn_to_somebody()

    def go_on(self) -> None:
        """Do something, see it, and tell."""
        (step,) = self.chance.choices(
            (self.type, self.undo, self.redo, self.turn_to_somebody, self.copy, self.save),
            (80, 7, 5, 3, 3, 2),
        )
        step()
        self.program.app.processEvents()
        self.see()
        self.tell()

    def see(self) -> None:
        """Check that the field shows what the document says."""
        # Undo goes to whom it brings back.
        self.who = self.editor.persona_id
        persona = self.document.project.find_persona(self.who)
        assert persona is None or self.name.text() == persona.name

    def tell(self) -> None:
        self.shown.tell(digest(encode(self.document.project)))

    def type(self) -> None:
        QTest.keyClick(self.name, self.chance.choice(string.ascii_letters))

    def undo(self) -> None:
        self.document.undo_stack.undo()

    def redo(self) -> None:
        self.document.undo_stack.redo()

    def save(self) -> None:
        self.program.desk.flows.save()

    def turn_to_somebody(self) -> None:
        self.who = self.chance.choice(self.document.project.personas).id
        self.program.desk.open_person(self.who)
        cast = self.program.desk.stack.currentWidget().findChild(CastWorkspace)
        cast = cast or self.program.desk.stack.show_workspace("cast")
        self.editor = cast.editor
        self.editor.edit_name()
        field = self.editor.sections[WhoSection].form.fields["name"]
        assert isinstance(field, QLineEdit)
        self.name = field
        field.selectAll()

    def copy(self) -> None:
        people = self.document.project.personas
        if len(people) > MOST_PEOPLE:
            gone = self.chance.choice([one.id for one in people if one.id != self.who])
            self.document.apply("Remove", remove_personas, [gone])
            return
        self.number += 1
        self.document.apply("Duplicate", duplicate_persona, self.who, f"per-{self.number}")


def main(path: Path, told: Path, seed: str) -> None:
    """Bring back what there is, then go on without end."""
    typist = Typist(path, told, seed)
    typist.bring_back()
    while True:
        typist.go_on()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
