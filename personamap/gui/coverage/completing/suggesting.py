"""Looking for people beside the window, so that somebody can stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from personamap.analysis.completing.completion import Completion, complete
from personamap.analysis.completing.gaps import Scope
from personamap.analysis.solving.effort import Effort, Stopped
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.gui.jobs import Cancelled, Job, Progress
from personamap.i18n import _

_TRIES = 4
"""How many seeds are tried before it is said that there is nobody else."""

People = frozenset[frozenset[ValueRef]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to cover, and with how many people at most."""

    scope: Scope
    most: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who was found, and whether others would have been wanted and were not."""

    completion: Completion
    seed: int
    is_known: bool


class Suggesting(QObject):
    """Runs one search at a time; the next one ends the one before."""

    found = Signal(object)  # Suggestion
    failed = Signal(object)  # the error
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._known: set[People] = set()
        self._seed = 0
        self._is_stopping = False

    @property
    def busy(self) -> bool:
        """Whether somebody is being looked for."""
        return self._job is not None

    def begin(self, project: Project, wish: Wish) -> None:
        """Look for people anew."""
        self._known, self._seed = set(), 0
        self.go_on(project, wish)

    def go_on(self, project: Project, wish: Wish) -> None:
        """Look for other people than those found before."""
        self.drop()
        work = partial(_look, project, wish, self._seed + 1, frozenset(self._known))
        job = Job(_("Looking for people"), work, self)
        job.finished.connect(self._only_of(job, self._on_found))
        job.failed.connect(self._only_of(job, self._on_failed))
        job.cancelled.connect(self._only_of(job, self._on_stopped))
        job.ended.connect(_forget)
        self._job, self._is_stopping = job, False
        job.start()

    def stop(self) -> None:
        """Ask the search to end; `stopped` follows."""
        if self._job is not None:
            self._is_stopping = True
            self._job.cancel()

    def drop(self) -> None:
        """End the search and tell nobody."""
        self.stop()
        self._job = None

    def _only_of(self, job: Job, tell: Callable[..., None]) -> Callable[..., None]:
        def told(*answer: object) -> None:
            if job is self._job:
                self._job = None
                tell(*answer)

        return told

    def _on_found(self, suggestion: Suggestion) -> None:
        if self._is_stopping:
            self.stopped.emit()
            return
        self._seed = suggestion.seed
        self._known.add(_people(suggestion.completion))
        self.found.emit(suggestion)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _on_stopped(self) -> None:
        self.stopped.emit()


def _look(
    project: Project, wish: Wish, seed: int, known: frozenset[People], progress: Progress
) -> Suggestion:
    """Try one seed after another until somebody else comes out."""
    completion = _complete(project, wish, seed, progress)
    tries = 1
    while known and _people(completion) in known and tries < _TRIES:
        completion = _complete(project, wish, seed + tries, progress)
        tries += 1
    return Suggestion(completion, seed + tries - 1, _people(completion) in known)


def _complete(project: Project, wish: Wish, seed: int, progress: Progress) -> Completion:
    effort = Effort(max_new=wish.most, seed=seed)
    try:
        completion = complete(project, wish.scope, effort, lambda: progress.cancelled)
    except Stopped:
        raise Cancelled from None
    progress.report(1, 1)
    return completion


def _people(completion: Completion) -> People:
    return frozenset(frozenset(newcomer.values) for newcomer in completion.people)


def _forget(job: Job) -> None:
    job.deleteLater()
