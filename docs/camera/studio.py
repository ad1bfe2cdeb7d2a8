"""The window as it stands for its pictures, and the ways to move about in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QTabWidget, QWidget

from docs.camera.looks import Look, Theme
from personamap.gui.app import make_window, speak
from personamap.gui.document import Document
from personamap.gui.settings import Preferences
from personamap.gui.window.desk import Desk
from personamap.services.templates import example_path

PATIENCE_S = 60.0
"""How long a place may take to be there on a slow and busy computer."""

QUIET_S = 0.2
"""For how long nothing may be under way before a picture is taken."""

W = TypeVar("W", bound=QWidget)
Q = TypeVar("Q", bound=QWidget)


class Unreachable(Exception):
    """A place that did not come within the time there is."""


class Studio:
    """One window in one look; each place is left again before the next."""

    def __init__(self, app: QApplication, home: Path, look: Look, language: str) -> None:
        self.home, self._look, self.language = home, look, language
        preferences = Preferences(home / "settings.json", app)
        preferences.choose(folder=str(home), reduce_motion=True, text_scale=look.text)
        self._preferences = preferences
        if language:
            speak(app, language)
        self.window = make_window(app, preferences)
        self.desk = Desk(self.window)
        self.window.resize(*look.screen)
        self.window.show()

    @property
    def document(self) -> Document:
        """The project that is open."""
        document = self.desk.session.document
        assert document is not None
        return document

    @property
    def file(self) -> Path:
        """The example as a file of one's own."""
        path = self.home / "onboarding.personamap"
        if not path.exists():
            path.write_bytes(example_path().read_bytes())
        return path

    def dress(self, theme: Theme) -> None:
        """Show everything in a theme."""
        self._preferences.choose(theme=theme)

    def begin_at(self, stage: str) -> None:
        """Open what the next places show."""
        before = self.desk.session.document
        if stage == "start":
            self.desk.flows.close()
            self.desk.show_start()
        elif stage == "empty":
            self.desk.flows.new()
            self.wait(lambda: self.desk.session.document is not before)
        elif self.desk.session.path != self.file:
            self.desk.flows.open(self.file)
            self.wait(lambda: self.desk.session.path == self.file)

    def show(self, workspace_id: str, kind: type[W]) -> W:
        """Bring a workspace to the front, with what is beside it behind."""
        workspace = self.desk.stack.show_workspace(workspace_id)
        assert isinstance(workspace, kind)
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        place = self.desk.stack.currentWidget()
        tabs = place.findChild(QTabWidget, options=direct) if place is not None else None
        if tabs is not None:
            tabs.setCurrentIndex(0)
        self.settle()
        return workspace

    def press(self, action: str, kind: type[Q]) -> Q:
        """Choose an action of the menus and return what it opens."""
        offered = self.window.offers[action]
        if not offered.isEnabled():
            raise Unreachable(offered.toolTip())
        offered.trigger()
        return self.front(kind)

    def front(self, kind: type[Q]) -> Q:
        """Return what of this kind is open, as soon as it is."""
        self.wait(lambda: self._open(kind) is not None)
        opened = self._open(kind)
        assert opened is not None
        return opened

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise Unreachable("it did not come in time")
            _let_work(20)

    def settle(self) -> None:
        """Let the window work until nothing has been under way for a while."""
        quiet_since = time.monotonic()
        end = quiet_since + PATIENCE_S
        while time.monotonic() - quiet_since < QUIET_S:
            _let_work(20)
            if QThreadPool.globalInstance().activeThreadCount():
                quiet_since = time.monotonic()
            if quiet_since > end:
                raise Unreachable("it is never done")

    def picture(self, widget: QWidget) -> QImage:
        """Return what can be seen of a window once it has come to rest."""
        self.settle()
        return widget.grab().toImage()

    def clear(self) -> None:
        """Close what was opened over the window."""
        for widget in reversed(QApplication.topLevelWidgets()):
            if widget is not self.window and widget.isVisible():
                if isinstance(widget, QDialog):
                    widget.reject()
                else:
                    widget.close()
        self.desk.messages.hide()
        self.desk.tour.tour.leave()
        self.window.resize(*self._look.screen)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    def _open(self, kind: type[Q]) -> Q | None:
        here = (w for w in QApplication.allWidgets() if isinstance(w, kind) and w.isVisible())
        return next(here, None)


def scrolled(widget: QWidget, share: float = 1.0) -> None:
    """Scroll the tallest page within a widget to a share of its way, 1 being its end."""
    pages = widget.findChildren(QScrollArea)
    if isinstance(widget, QScrollArea):
        pages.append(widget)
    bars = [page.verticalScrollBar() for page in pages if page.isVisible()]
    if bars:
        bar = max(bars, key=lambda bar: bar.maximum())
        bar.setValue(round(bar.maximum() * share))


def _let_work(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
