"""Takes the pictures of the README: `make pictures`.

Opens the example in the real window, offscreen and at one size, so that
the same code gives the same pictures. What depends on the day (how long
ago something was saved) is not in them.

With a folder it takes many more, for whoever changes the look: every
workspace and the dialogs of Coverage and Export, in both themes, and once
more in a smaller window with larger text:

    python docs/make_pictures.py /tmp/pictures
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from personamap.gui.app import make_window
from personamap.gui.coverage.accept_dialog import AcceptDialog
from personamap.gui.coverage.catalogue.dialog import CatalogueDialog
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.coverage.completing.dialog import CompleteDialog
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.matters.dialog import WhatMattersDialog
from personamap.gui.coverage.several.dialog import FixSeveralDialog
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.coverage.workspace import CoverageWorkspace
from personamap.gui.export.export_dialog import ExportDialog
from personamap.gui.settings import APP, Preferences
from personamap.resources import example

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (1440, 900)
WORKSPACES = ("cast", "map", "coverage")
PATIENCE_MS = 20_000
SETTLING_MS = 700

D = TypeVar("D", bound=QDialog)


@dataclass(frozen=True, slots=True)
class Size:
    """How large the window and its text are, and what the names of such pictures end in."""

    name: str
    window: tuple[int, int]
    text: float = 1.0


PLAIN = Size("", SIZE)
SIZES = (PLAIN, Size("-large-text", (1100, 760), 1.5))


def main(arguments: list[str]) -> None:
    """Write the pictures of the README, or all there are into a folder of one's own."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP)
    folder = Path(arguments[0]) if arguments else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        camera = Camera(app, folder, Preferences(Path(home) / "settings.json", app))
        camera.take_start()
        camera.open_example()
        for size in SIZES if arguments else (PLAIN,):
            for theme in ("light", "dark"):
                camera.dress(theme, size)
                camera.take_workspaces()
                if arguments:
                    camera.take_dialogs()
    sys.stdout.write(f"The pictures are in {folder}.\n")


class Camera:
    """Takes pictures of one window and what opens over it."""

    def __init__(self, app: QApplication, folder: Path, preferences: Preferences) -> None:
        self._folder, self._preferences = folder, preferences
        preferences.choose(theme="light", reduce_motion=True)
        self._window = make_window(app, preferences)
        self._ending = "-light"

    def take_start(self) -> None:
        """Take the page a first-time user sees."""
        self._window.show_start()
        self._window.resize(*SIZE)
        self._window.show()
        self._take("start", self._window)

    def open_example(self) -> None:
        """Open what the pictures show."""
        self._window.flows.open(example("onboarding.personamap"))
        _wait(lambda: self._window.session.document is not None)

    def dress(self, theme: Literal["light", "dark"], size: Size) -> None:
        """Show the window in a theme and at a size."""
        self._preferences.choose(theme=theme, text_scale=size.text)
        self._window.resize(*size.window)
        self._ending = f"-{theme}{size.name}"

    def take_workspaces(self) -> None:
        """Take every workspace of the README."""
        for workspace in WORKSPACES:
            self._show(workspace)
            self._take(workspace, self._window)

    def take_dialogs(self) -> None:
        """Take what opens over Coverage, and Export."""
        coverage = self._show("coverage")
        assert isinstance(coverage, CoverageWorkspace)
        page = coverage.findChildren(QScrollArea)[0].verticalScrollBar()
        page.setValue(page.maximum())
        self._take("coverage-below", self._window)
        page.setValue(0)
        card = coverage.inspector.cards[0]
        self._press("matters", WhatMattersDialog)
        self._press("checks", ChecksDialog)
        self._ask("why", card.why.click, WhyDialog)
        self._ask("accept", card.accept.click, AcceptDialog)
        self._ask("fix", card.fix.click, FixDialog, lambda dialog: bool(dialog.fixes))
        several = coverage.inspector.head.several.click
        self._ask("fix-several", several, FixSeveralDialog, lambda d: d.plan is not None)
        self._press("complete", CompleteDialog, lambda dialog: bool(dialog.cards))
        self._press("export", ExportDialog, lambda dialog: not dialog.preview.page.isHidden())
        self._take_catalogue()

    def _show(self, workspace_id: str) -> QWidget:
        workspace = self._window.stack.show_workspace(workspace_id)
        if isinstance(workspace, CoverageWorkspace):
            _wait(lambda: workspace.filled and workspace.inspector.filled)
        return workspace

    def _take_catalogue(self) -> None:
        self._window.offers["catalogue"].trigger()
        dialog = _front(CatalogueDialog)
        _wait(lambda: dialog.settled)
        self._take("catalogue-alone", dialog)
        dialog.add([example("catalogue")])
        _wait(lambda: dialog.settled)
        for page, name in enumerate(("seats", "findings", "shared")):
            dialog.together.tabs.setCurrentIndex(page)
            self._take(f"catalogue-{name}", dialog)
        dialog.files = ()
        dialog.reject()

    def _press(
        self, action: str, kind: type[D], ready: Callable[[D], bool] = lambda _dialog: True
    ) -> None:
        self._ask(action, self._window.offers[action].trigger, kind, ready)

    def _ask(
        self,
        name: str,
        ask: Callable[[], object],
        kind: type[D],
        ready: Callable[[D], bool] = lambda _dialog: True,
    ) -> None:
        ask()
        dialog = _front(kind)
        _wait(lambda: ready(dialog))
        self._take(name, dialog)
        dialog.reject()

    def _take(self, name: str, widget: QWidget) -> None:
        _settle()
        widget.grab().save(str(self._folder / f"{name}{self._ending}.png"))


def _front(kind: type[D]) -> D:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


@contextmanager
def _loop(limit_ms: int) -> Iterator[QEventLoop]:
    loop = QEventLoop()
    QTimer.singleShot(limit_ms, loop.quit)
    yield loop
    loop.exec()


def _settle() -> None:
    with _loop(SETTLING_MS):
        pass


def _wait(until: Callable[[], bool]) -> None:
    watch = QTimer()
    with _loop(PATIENCE_MS) as loop:
        watch.timeout.connect(lambda: loop.quit() if until() else None)
        watch.start(20)
    watch.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
