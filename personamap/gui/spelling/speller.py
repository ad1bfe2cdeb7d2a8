"""What counts as misspelled in the open project."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from personamap.domain.changes import Changes
from personamap.domain.project import Project
from personamap.edits.course import add_word
from personamap.gui.document import Document
from personamap.gui.jobs import LatestJob
from personamap.gui.spelling.dictionary import Dictionary, dictionary_of
from personamap.gui.spelling.words_in import words_in
from personamap.i18n import _


class Speller(QObject):
    """Asks the dictionary of the course's language; names of its people are words as well."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._dictionary: Dictionary | None = None
        self._own: frozenset[str] = frozenset()
        self._loading = LatestJob(delay_ms=0, parent=self)
        self._loading.finished.connect(self._on_loaded)

    def read(self, document: Document | None) -> None:
        """Spell as this document's course does from now on; without one, every word is right."""
        if document is self._document:
            return
        if self._document is not None:
            self._document.changed.disconnect(self._on_changed)
        self._document = document
        if document is not None:
            document.changed.connect(self._on_changed)
        self._load()
        self._learn_names()

    def is_wrong(self, word: str) -> bool:
        """Tell whether nobody here knows a word."""
        if self._dictionary is None or word.casefold() in self._own:
            return False
        return not self._dictionary.knows(word)

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant."""
        return self._dictionary.suggestions(word) if self._dictionary else []

    def learn(self, word: str) -> None:
        """Make a word one of the course's own, which can be undone."""
        if self._document is not None:
            self._document.apply(_("Add a word to the course"), add_word, word)

    def _on_changed(self, changes: Changes) -> None:
        if changes.reaches("course"):
            self._load()
        if changes.reaches("course", "personas"):
            self._learn_names()

    def _load(self) -> None:
        # A dictionary takes a good part of a second; writing goes on meanwhile.
        language = self._document.project.course.language if self._document else ""
        self._loading.request(partial(dictionary_of, language))

    def _on_loaded(self, dictionary: Dictionary | None) -> None:
        if dictionary is not self._dictionary:
            self._dictionary = dictionary
            self.changed.emit()

    def _learn_names(self) -> None:
        own = _own_words(self._document.project) if self._document else frozenset()
        if own != self._own:
            self._own = own
            self.changed.emit()


def _own_words(project: Project) -> frozenset[str]:
    course = project.course
    names = [course.client, *(persona.name for persona in project.personas)]
    own = {word.text.casefold() for name in names for word in words_in(name)}
    return frozenset(own | {word.casefold() for word in course.words})
