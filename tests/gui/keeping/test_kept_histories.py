"""Whatever somebody does, undoes and redoes: killed at any moment, all of it comes back."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import precondition, rule

from personamap.edits.personas import set_persona_field
from personamap.gui.document import Document
from personamap.gui.keeping.keeper import Keeper
from personamap.services.projects import save_project
from personamap.storage.codec import encode
from personamap.storage.journal import journals_folder
from personamap.storage.journal_reading import read_journal
from tests.test_history import PLACE, TEXT, History


class KeptHistory(History):
    """A person who also types and saves, and whose program is killed in the end."""

    def __init__(self):
        super().__init__()
        shutil.rmtree(journals_folder(), ignore_errors=True)
        self.keeper = Keeper(self.document, None)
        self.saved = None
        self.file = Path(tempfile.mkdtemp()) / "history.personamap"

    @rule(place=PLACE, text=TEXT)
    def type(self, place, text):
        if who := self.pick("personas", place):
            for length in range(1, len(text) + 1):
                edit = (set_persona_field, who, "summary", text[:length])
                self.document.apply_typing("Type", f"{who}.summary", *edit)
            index = self.document.undo_stack.index()
            self.trail = list(self.document.history.snapshots)
            assert self.trail[index] is self.document.project

    @rule()
    def save(self):
        self.keeper.saving(self.file)
        self.keeper.saved(self.file, save_project(self.document.project, self.file))
        self.document.undo_stack.setClean()
        self.saved = self.document.project

    @precondition(lambda self: self.saved is not None)
    @rule()
    def save_in_vain(self):
        self.keeper.saving(Path("elsewhere.personamap"))

    def teardown(self):
        try:
            self.comes_back()
        finally:
            self.keeper.put_away()
            shutil.rmtree(self.file.parent)

    def comes_back(self):
        folders = list(journals_folder().glob("*"))
        assert folders or not self.document.undo_stack.count()
        for folder in folders:
            work = read_journal(folder)
            assert work.whole
            assert work.history == self.document.history
            assert self.saved is None or work.file.project == self.saved
            self.relives(work.history)

    def relives(self, history):
        """All undone it is the very object it began as, all redone equal to the last byte."""
        again = Document(history.base)
        again.relive(history, None)
        assert again.history == history
        stack = again.undo_stack
        stack.setIndex(0)
        assert again.project is history.base
        stack.setIndex(stack.count())
        assert encode(again.project) == encode(self.document.history.snapshots[-1])


TestKeptHistory = KeptHistory.TestCase
TestKeptHistory.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
