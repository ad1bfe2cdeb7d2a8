"""The real window, told what to do line by line: `told_window FILE`, for scripts with several.

Each line is a request as JSON; each answer says what came of it, and who is on screen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from personamap.domain.persona import Persona
from personamap.edits.personas import add_persona
from personamap.gui.comparing.dialog import CompareDialog
from personamap.gui.recovery.dialog import RecoveryDialog
from personamap.gui.sharing.changed_question import ChangedQuestion
from personamap.gui.sharing.held_question import HeldQuestion
from tests.torture.window_program import WindowProgram

D = TypeVar("D", bound=QDialog)


class ToldWindow:
    """A window and somebody who does in it what they are told."""

    def __init__(self, path: Path) -> None:
        looked: list[int] = []
        self.program = WindowProgram(path, looked.append)
        self.program.wait_for(lambda: bool(looked))
        for offered in self._shown(RecoveryDialog):
            offered.reject()

    @property
    def session(self):
        return self.program.desk.session

    @property
    def people(self) -> list[str]:
        document = self.session.document
        return sorted(one.name for one in document.project.personas) if document else []

    def open(self, path: str) -> str:
        """Open a file, and only look at it where somebody else has it open.

        What an earlier script left on screen is let go first, so that nobody is asked about it.
        """
        self.session.put_away()
        self.session.close()
        before = self.session.document
        self.session.open(Path(path))
        self.program.wait_for(
            lambda: bool(self._shown(HeldQuestion)) or self.session.document is not before
        )
        questions = self._shown(HeldQuestion)
        if not questions:
            return "opened"
        questions[0].answers["look"].click()
        self.program.wait_for(lambda: self.session.document is not before)
        return "looking"

    def add(self, name: str) -> str:
        """Add somebody of that name."""
        person = Persona(id=f"per-{name}", name=name)
        self.session.document.apply("Add", add_persona, person)
        self.program.app.processEvents()
        return "added"

    def save(self, answer: str, elsewhere: str) -> str:
        """Save as Ctrl+S does, and answer what is asked: cancel, compare, overwrite or save-as."""
        self.program.desk.messages.hide()
        self.program.desk.flows.save()
        self._wait()
        was_asked = False
        while questions := self._shown(ChangedQuestion):
            was_asked = True
            self._answer(questions[0], answer)
            self._wait()
            if answer == "cancel":
                return "cancelled"
        return self._outcome(answer, elsewhere, was_asked=was_asked)

    def _answer(self, question: ChangedQuestion, answer: str) -> None:
        question.answers.get(answer, question.answers["save-as"]).click()
        self.program.app.processEvents()
        for comparison in self._shown(CompareDialog):
            self._bring_in(comparison)

    def _bring_in(self, comparison: CompareDialog) -> None:
        self.program.wait_for(lambda: not comparison.reading.busy)
        if comparison.foot.bring.isEnabled():
            comparison.foot.bring.click()
            self.program.wait_for(lambda: not self._shown(CompareDialog))
            return
        # Nobody was added there: writing over it loses nobody.
        comparison.reject()
        self._shown(ChangedQuestion)[0].answers["overwrite"].click()

    def _outcome(self, answer: str, elsewhere: str, *, was_asked: bool) -> str:
        messages = self.program.desk.messages
        if messages.isVisible() and messages.offers and answer != "cancel":
            messages.offer.click()
        for picker in self._shown(QFileDialog):
            if answer == "cancel":
                picker.reject()
                return "cancelled"
            picker.selectFile(elsewhere)
            picker.accept()
            self._wait()
            return "saved elsewhere" if self._is_saved() else "failed"
        if not self._is_saved():
            return "failed"
        return "overwritten" if was_asked else "saved"

    def _is_saved(self) -> bool:
        return not self.session.busy_or_dirty

    def _wait(self) -> None:
        self.program.app.processEvents()
        self.program.wait_for(lambda: not self.session.saving)
        self.program.app.processEvents()

    def _shown(self, kind: type[D]) -> list[D]:
        every = QApplication.topLevelWidgets()
        return [one for one in every if isinstance(one, kind) and one.isVisible()]


def main(path: Path) -> None:
    """Do what each line says, until there are no more."""
    window = ToldWindow(path)
    print(json.dumps({"came": "started", "people": window.people}), flush=True)
    for line in sys.stdin:
        asked, *given = json.loads(line)
        came = getattr(window, asked)(*given)
        path_now = str(window.session.path or "")
        print(json.dumps({"came": came, "people": window.people, "path": path_now}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
