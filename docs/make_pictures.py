"""Takes the pictures of the README: `make pictures`.

Opens the example in the real window, offscreen and at one size, so that
the same code gives the same pictures. What depends on the day (how long
ago something was saved) is not in them.

With a folder it takes many more, for whoever changes the look: every
workspace and the dialogs of Coverage, Export, Import and Review, in both
themes, and once more in a smaller window with larger text:

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

from personamap.domain.project import Project
from personamap.domain.review_file import Remark, ReviewFile
from personamap.edits.reviews import merge_comments
from personamap.gui.app import make_window
from personamap.gui.catalogue.workspace import CatalogueWorkspace
from personamap.gui.coverage.accept_dialog import AcceptDialog
from personamap.gui.coverage.checks_dialog import ChecksDialog
from personamap.gui.coverage.completing.dialog import CompleteDialog
from personamap.gui.coverage.fix_dialog import FixDialog
from personamap.gui.coverage.matters.dialog import WhatMattersDialog
from personamap.gui.coverage.several.dialog import FixSeveralDialog
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.coverage.workspace import CoverageWorkspace
from personamap.gui.export.export_dialog import ExportDialog
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from personamap.gui.importing.audience.overview import AudienceDialog
from personamap.gui.importing.audience.totals_dialog import TotalsDialog
from personamap.gui.review.comments_dialog import CommentsDialog
from personamap.gui.review.merge_dialog import MergeReviewDialog
from personamap.gui.settings import APP, Preferences
from personamap.resources import example
from personamap.services.reviews import propose_merge

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
        camera = Camera(app, folder, Path(home))
        camera.take_start()
        camera.open_example()
        for size in SIZES if arguments else (PLAIN,):
            for theme in ("light", "dark"):
                camera.dress(theme, size)
                camera.take_workspaces()
                if arguments:
                    camera.take_dialogs()
                    camera.take_imports()
                    camera.take_reviews()
    sys.stdout.write(f"The pictures are in {folder}.\n")


class Camera:
    """Takes pictures of one window and what opens over it."""

    def __init__(self, app: QApplication, folder: Path, home: Path) -> None:
        self._folder, self._home = folder, home
        self._preferences = preferences = Preferences(home / "settings.json", app)
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

    def take_imports(self) -> None:
        """Take who will take the course: as it is, typed, and brought in from a table."""
        window, document = self._window, self._window.session.document
        assert document is not None
        self._press("audience", AudienceDialog)
        self._ask("totals", lambda: TotalsDialog.ask(document, window), TotalsDialog)
        table = self._home / "payroll-export-north-and-south.csv"
        table.write_text(_people_of_a_payroll(), encoding="utf-8")
        dialog = ImportAudienceDialog(document, window)
        dialog.open()
        self._take("import-file", dialog)
        dialog.read(table)
        _wait(dialog.next.isEnabled)
        self._take("import-columns", dialog)
        dialog.next.click()
        _wait(lambda: dialog.job is None)
        self._take("import-kept", dialog)
        dialog.reject()

    def take_reviews(self) -> None:
        """Take what a reviewer sent back, and what reviewers have said."""
        window, document = self._window, self._window.session.document
        assert document is not None
        review = _review_of(document.project)
        file = self._home / "ada.personamap-review"
        file.write_text(review.model_dump_json(), encoding="utf-8")
        self._ask(
            "merge-review",
            lambda: window.flows.merge_review(file),
            MergeReviewDialog,
            lambda dialog: dialog.accept_button.isEnabled(),
        )
        news = propose_merge(document.project, review)
        said = merge_comments(document.project, news.new_comments, news.new_sign_offs)
        unsaid = document.project.evolve(comments=(), sign_offs=())
        for name, project in (("comments", said), ("comments-none", unsaid)):
            opened = CommentsDialog(project, window)
            self._ask(name, opened.open, CommentsDialog)

    def _show(self, workspace_id: str) -> QWidget:
        workspace = self._window.stack.show_workspace(workspace_id)
        if isinstance(workspace, CoverageWorkspace):
            _wait(lambda: workspace.filled and workspace.inspector.filled)
        return workspace

    def _take_catalogue(self) -> None:
        catalogue = self._show("catalogue")
        assert isinstance(catalogue, CatalogueWorkspace)
        _wait(lambda: catalogue.settled)
        self._take("catalogue-alone", self._window)
        catalogue.add([example("catalogue")])
        _wait(lambda: catalogue.settled)
        for page, name in enumerate(("seats", "matrices", "findings", "shared")):
            catalogue.together.tabs.setCurrentIndex(page)
            self._take(f"catalogue-{name}", self._window)
        catalogue.together.tabs.setCurrentIndex(0)
        for path in catalogue.chosen:
            catalogue.courses.removed.emit(path)

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


def _people_of_a_payroll() -> str:
    ages = ("24", "31", "38", "47", "58")
    rows = (
        f"{number},{ages[number % 5]},{'Woman' if number % 3 else 'Man'},"
        f"{'Mobility' if number % 8 == 0 else 'No disability'},"
        f"{'Yorkshire and the Humber' if number % 2 else 'Isle of Wight'}"
        for number in range(240)
    )
    return "\n".join(("Staff no,Age,Gender,Disability,Where they work", *rows)) + "\n"


def _review_of(project: Project) -> ReviewFile:
    first, second = project.cast[:2]
    remarks = (
        (first.id, first.name, "Where did she begin? Nobody here starts as a director."),
        (
            second.id,
            second.name,
            "I would not call him by his first name over the radio.",
        ),
        ("", project.course.title, "Nobody uses a wheelchair. Two of us at the yard do."),
        ("per-gone", "Somebody who left", "Was he not in the first version?"),
    )
    return ReviewFile(
        kind="personamap-review",
        format=1,
        review="0123456789abcdef0123456789abcdef",
        course=project.course.title,
        date="2026-11-26",
        author="Ada Nwosu",
        role="Deaf network and night shift",
        comments=tuple(Remark(subject=s, about=about, text=text) for s, about, text in remarks),
    )


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
