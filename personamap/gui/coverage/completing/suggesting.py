"""Looking for people who complete a cast, and for others than those found before."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from personamap.analysis.completing.completion import Completion, complete
from personamap.analysis.completing.gaps import Scope
from personamap.analysis.solving.effort import Effort, Stop
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.gui.coverage.searching import Searching
from personamap.i18n import _

_TRIES = 4
"""How many seeds are tried before it is said that there is nobody else."""

People = frozenset[frozenset[ValueRef]]


class Wish(Struct, frozen=True):
    """What to cover, and with how many people at most."""

    scope: Scope
    most: int


class Suggestion(Struct, frozen=True):
    """Who was found, and whether others would have been wanted and were not."""

    completion: Completion
    seed: int
    is_known: bool


class Suggesting(QObject):
    """Remembers who was suggested for a wish, so that the next suggestion is another."""

    found = Signal(object)  # Suggestion

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.searching = Searching(self)
        self.searching.found.connect(self._on_found)
        self._known: set[People] = set()
        self._seed = 0

    def begin(self, project: Project, wish: Wish) -> None:
        """Look for people anew."""
        self._known, self._seed = set(), 0
        self.go_on(project, wish)

    def go_on(self, project: Project, wish: Wish) -> None:
        """Look for other people than those found before."""
        work = partial(_look, project, wish, self._seed + 1, frozenset(self._known))
        self.searching.begin(_("Looking for people"), work)

    def _on_found(self, suggestion: Suggestion) -> None:
        self._seed = suggestion.seed
        self._known.add(_people(suggestion.completion))
        self.found.emit(suggestion)


def _look(
    project: Project, wish: Wish, seed: int, known: frozenset[People], stop: Stop
) -> Suggestion:
    """Try one seed after another until somebody else comes out."""
    completion = complete(project, wish.scope, Effort(wish.most, seed=seed), stop)
    tries = 1
    while known and _people(completion) in known and tries < _TRIES:
        effort = Effort(wish.most, seed=seed + tries)
        completion = complete(project, wish.scope, effort, stop)
        tries += 1
    return Suggestion(completion, seed + tries - 1, _people(completion) in known)


def _people(completion: Completion) -> People:
    return frozenset(frozenset(newcomer.values) for newcomer in completion.people)
