import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import SearchPopup
from personamap.gui.widgets.rich_menu import RichMenu
from tests.conftest import MARA


@pytest.fixture
def document(dressed, project):
    return Document(project)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    QHBoxLayout(window)
    window.resize(1280, 860)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def cast(qtbot, document, window):
    """The cast as the window shows it, with Mara open in the editor."""
    row = window.layout()
    workspace = CastWorkspace(document, None, window)
    row.addWidget(workspace, 1)
    row.addWidget(workspace.inspector)
    workspace.inspector.setFixedWidth(380)
    workspace.inspector.show()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    workspace.wall.select([MARA])
    return workspace


class Hands:
    """What a person does with keyboard and mouse, whatever is open."""

    def __init__(self, qtbot):
        self.qtbot = qtbot

    def click(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def press(self, key, widget=None, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(widget or QApplication.focusWidget(), key, modifier)

    def search(self, words, key=Qt.Key.Key_Return):
        """Type into the popup that is open, and take what is found first."""
        popup = self.popup()
        QTest.keyClicks(popup.search, words)
        QTest.keyClick(popup.search, key)

    def popup(self):
        return self._open(SearchPopup)

    def menu(self):
        return self._open(RichMenu)

    def _open(self, kind):
        def found():
            return [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[-1]

    def click_at(self, view, point: QPoint):
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)
