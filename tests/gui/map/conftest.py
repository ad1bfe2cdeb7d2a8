"""A map of the small project, standing still."""

import pytest

from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.map.workspace import MapWorkspace

MARA, IDRIS, LENE, RULES = "per-mara", "per-idris", "per-lene", "exp-rules"


@pytest.fixture(autouse=True)
def calm(qapp):
    apply_theme(qapp, Theme.load("light", reduce_motion=True))


@pytest.fixture
def document(project):
    return Document(project)


@pytest.fixture
def shown(qtbot):
    def show(document) -> MapWorkspace:
        workspace = MapWorkspace(document)
        qtbot.addWidget(workspace)
        workspace.resize(1000, 760)
        workspace.show()
        workspace.activateWindow()
        qtbot.waitUntil(workspace.isActiveWindow)
        workspace.view.setFocus()
        qtbot.waitUntil(workspace.view.hasFocus)
        return workspace

    return show


@pytest.fixture
def workspace(document, shown):
    return shown(document)
