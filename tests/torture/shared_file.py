"""What several windows and a program do with one file, and whether a change of anybody is lost.

Everybody who is added has a name of their own. A name is safe while it stands in a file, in an
older copy, in unsaved work that is offered, or on a screen. Whoever is told "saved" finds exactly
their screen in the file, and nobody's save takes the place of another that they were not asked
about.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import random
from collections.abc import Iterable
from pathlib import Path

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.projects import open_project, save_project
from personamap.services.recovery import find_unsaved, put_away
from personamap.storage.backups import backups_folder
from tests.torture.instance import Instance

ANSWERS = ("cancel", "compare", "overwrite", "save-as")
SUFFIX = ".personamap"
_numbers = itertools.count(1)


class Lost(Exception):
    """Says which change is gone, or was written over without a question."""


class SharedFile:
    """One run: a folder with one project, two windows and somebody else's program."""

    def __init__(self, folder: Path, windows: tuple[Instance, Instance], chance: random.Random):
        self.root, self.windows, self.chance = folder, windows, chance
        self.folder = folder / "course"
        self.folder.mkdir(parents=True)
        self.file = self.folder / f"shared{SUFFIX}"
        save_project(Project(), self.file)
        self.acknowledged: set[str] = set()
        self.steps: list[str] = []
        self._known: dict[Instance, frozenset[str]] = {}

    def open(self, window: Instance) -> None:
        """Open the file, to work in it or to look at it."""
        self._note(window, window.ask("open", str(self.file)))
        self._known[window] = window.people

    def add(self, window: Instance) -> None:
        """Add somebody; the program is answerable for them from now on."""
        name = f"n{next(_numbers)}"
        self._note(window, window.ask("add", name))
        self.acknowledged.add(name)

    def save(self, window: Instance, answer: str = "") -> None:
        """Save, give some answer to what is asked, and look at what that did to the files."""
        answer = answer or self.chance.choice(ANSWERS)
        place, before = window.path, people_in(window.path)
        elsewhere = self.root / f"else{next(_numbers)}{SUFFIX}"
        came = window.ask("save", answer, str(elsewhere))
        self._note(window, f"{answer}: {came}")
        if came == "saved" and before != self._known.get(window):
            raise Lost(f"written over unasked: {sorted(before or ())}")
        if came in ("saved", "overwritten", "saved elsewhere"):
            if people_in(window.path) != window.people:
                raise Lost(f"“{came}”, and the file is not what is on screen")
            self._known[window] = window.people
        elif people_in(place) != before:
            raise Lost(f"“{came}”, and the file was changed")

    def change_outside(self) -> None:
        """Another program changes the file, or takes it away; now and then time says nothing."""
        if not self.file.exists() or self.chance.random() < 0.2:
            self.judge()
            self.file.unlink(missing_ok=True)
            # Whom only that program knew, it has taken away itself.
            self.acknowledged &= self._safe()
            self.steps.append("outside: deleted")
            return
        told = self.file.stat()
        opened = open_project(self.file)
        name = f"n{next(_numbers)}"
        person = Persona(id=f"per-{name}", name=name)
        people = (*opened.project.personas, person)
        save_project(opened.project.with_items(personas=people), self.file, opened.digest)
        self.acknowledged.add(name)
        if self.chance.random() < 0.5:
            os.utime(self.file, ns=(told.st_atime_ns, told.st_mtime_ns))
        self.steps.append(f"outside: {name}")

    def move(self) -> None:
        """The folder goes to another place, and now and then another comes in its stead."""
        self.folder.rename(self.root / f"moved{next(_numbers)}")
        self.steps.append("moved")
        if self.chance.random() < 0.3:
            self.folder.mkdir()
            self.steps.append("another folder")

    def kill(self, window: Instance) -> None:
        """Kill a window, look for what was on its screen, and start it again."""
        window.kill()
        self._note(window, "killed")
        self.judge()
        for left in find_unsaved().every:
            put_away(left)
        # What was looked at and found is not looked for again once it is put away.
        self.acknowledged &= self._safe()
        window.start()

    def judge(self) -> None:
        """Look for everybody who was ever added."""
        lost = self.acknowledged - self._safe()
        if lost:
            raise Lost(f"gone: {sorted(lost)}")

    def _safe(self) -> set[str]:
        screens = set().union(*(window.people for window in self._alive()))
        files = [*self.root.rglob(f"*{SUFFIX}"), *backups_folder().rglob(f"*{SUFFIX}")]
        kept = (work.kept.history.project for work in find_unsaved().work)
        return screens.union(*map(people_in, files), *map(names, kept))

    def _alive(self) -> Iterable[Instance]:
        return (window for window in self.windows if window.is_alive)

    def _note(self, window: Instance, what: str) -> None:
        self.steps.append(f"{'AB'[self.windows.index(window)]} {what}")


def names(project: Project) -> frozenset[str]:
    """Return who is in a project."""
    return frozenset(persona.name for persona in project.personas)


def people_in(path: Path) -> frozenset[str]:
    """Return who is in a file; nobody where there is none."""
    with contextlib.suppress(PersonamapError):
        return names(open_project(path).project)
    return frozenset()
