"""A journal that is written anew by a thread."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from personamap.storage.entries import Entry
from personamap.storage.journal import Journal


class Rewriting:
    """Writes a whole journal in a thread; once nobody wants it any more, none is left behind."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self._lock = threading.Lock()
        self._unwanted = False
        self._journal: Journal | None = None

    def run(self) -> None:
        """Write it; raises `NotKept`. For the thread."""
        journal = Journal.begin(self._entries)
        with self._lock:
            if self._unwanted:
                journal.remove()
            else:
                self._journal = journal

    def take(self) -> Journal | None:
        """Return what was written, if it has been, to whoever goes on with it."""
        with self._lock:
            journal, self._journal = self._journal, None
            return journal

    def drop(self) -> None:
        """Say that nobody wants it any more."""
        with self._lock:
            self._unwanted = True
            if self._journal is not None:
                self._journal.remove()
                self._journal = None
