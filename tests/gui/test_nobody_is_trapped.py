"""Every dialog can be left with Escape, and then all is as it was before."""

import pytest
from PySide6.QtCore import QSettings, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from docs.camera.looks import README
from docs.camera.places import PLACES
from docs.camera.studio import Studio
from personamap.gui.importing.step_dialog import StepDialog
from personamap.gui.sharing.question import Question

BASES = {StepDialog.__name__, Question.__name__}
NO_DIALOGS = ("cast", "map", "coverage", "story", "belonging", "catalogue", "tour", "message")
MORE_OF_ONE = ("export-", "preferences-end", "gone-elsewhere")
"""Other sides of a dialog that is there already; sheets stand for all that can be exported."""


@pytest.fixture
def studio(dressed, tmp_path):
    settings = str(tmp_path / "geometry")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, settings)
    studio = Studio(dressed, tmp_path, README, "")
    studio.begin_at("example")
    yield studio
    studio.window.desk._leaving = True
    studio.window.close()
    QThreadPool.globalInstance().waitForDone()
    studio.window.deleteLater()


def places():
    """The places of the example where a dialog is open."""
    other = (*NO_DIALOGS, *MORE_OF_ONE)
    return [
        place
        for place in PLACES
        if place.stage == "example"
        and (place.name == "export-sheets" or not place.name.startswith(other))
    ]


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def kinds_of_dialog(of=QDialog):
    for kind in of.__subclasses__():
        yield from kinds_of_dialog(kind)
        if kind.__module__.startswith("personamap.") and kind.__name__ not in BASES:
            yield kind.__name__


def would_lose(dialog):
    """Tell whether Return would do something else than the main thing, such as cancel."""
    shown = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    default = [button for button in shown if button.isDefault()]
    main = [button for button in shown if button.property("role") == "primary"]
    return bool(main and default) and default != main


def leave(studio, dialog):
    """Press Escape where the keyboard is, and tell what is wrong then, if anything is."""
    document, before = studio.document, studio.document.project
    steps, others = document.undo_stack.count(), [one for one in dialogs() if one is not dialog]
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    if dialog in dialogs():
        return "Escape does not leave it"
    if dialogs() != others:
        return "Escape opens or closes something else"
    is_same = studio.document is document and document.project is before
    return "" if is_same and document.undo_stack.count() == steps else "Escape changes something"


def test_escape_leaves_every_dialog_and_changes_nothing(studio):
    wrong, left = [], set()
    for place in places():
        dialog = place.reach(studio)
        if isinstance(dialog, QDialog):
            left.add(type(dialog).__name__)
            if would_lose(dialog):
                wrong.append(f"{place.name}: Return does not do the main thing")
            if words := leave(studio, dialog):
                wrong.append(f"{place.name}: {words}")
        studio.clear()
    assert wrong == []
    assert set(kinds_of_dialog()) <= left
