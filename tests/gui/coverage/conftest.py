"""The Coverage workspace of a small cast, in a themed application."""

import pytest

from personamap.domain.persona import Answer
from personamap.edits.personas import set_answer
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.coverage.workspace import CoverageWorkspace
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.side_by_side import SideBySide
from tests.conftest import LENE


def is_settled(workspace):
    """Tell whether everything shows the latest report by now."""
    return workspace.filled and workspace.inspector.filled


@pytest.fixture
def themed(qapp):
    return apply_theme(qapp, Theme.load("light"))


@pytest.fixture
def document(project, qapp):
    """Lene keeps her age to herself; nobody is 55 and over."""
    kept = set_answer(project, LENE, Answer(facet="age_band", state="withheld"))
    document = Document(kept)
    yield document
    document.deleteLater()


@pytest.fixture
def window(qtbot, themed, document):
    """The workspace beside its findings, with its first report on screen."""
    watcher = CoverageWatcher(document, delay_ms=0)
    workspace = CoverageWorkspace(document, watcher)
    place = SideBySide(workspace, workspace.inspector, "Findings")
    qtbot.addWidget(place)
    place.resize(1350, 840)
    place.show()
    qtbot.waitUntil(lambda: watcher.report is not None and is_settled(workspace))
    return place


@pytest.fixture
def workspace(window):
    return window.findChild(CoverageWorkspace)
