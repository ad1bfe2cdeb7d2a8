"""A window beside which other courses lie, and ways to add them to the catalogue."""

import pytest

from personamap.domain.persona import Answer, StatedValue
from personamap.domain.project import Course
from personamap.edits.facets import set_value_starred
from personamap.edits.personas import set_answer
from personamap.gui.beginning import begin
from personamap.gui.catalogue.workspace import CatalogueWorkspace
from personamap.services.projects import save_project
from tests.conftest import LENE, MARA

OLDEST = Answer(facet="age_band", state="stated", values=(StatedValue(value="55plus"),))


@pytest.fixture
def window(unshown_window, qtbot):
    """The whole window, since courses are opened from there."""
    begin(unshown_window.desk, None)
    unshown_window.show()
    qtbot.waitExposed(unshown_window)
    return unshown_window


@pytest.fixture
def second(project, tmp_path):
    """Another course, in which Lene is older than anybody in the first, and Mara is not there."""
    aged = set_value_starred(set_answer(project, LENE, OLDEST), "disability", "none", starred=True)
    people = tuple(person for person in aged.personas if person.id != MARA)
    scenes = tuple(scene.evolve(appearances=()) for scene in aged.scenes)
    path = tmp_path / "second.personamap"
    course = Course(title="Second week")
    save_project(
        aged.with_items(course=course, personas=people, scenes=scenes, relationships=()), path
    )
    return path


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.personamap"
    path.write_bytes(b"Not a project at all.")
    return path


@pytest.fixture
def ask(open_window, qtbot):
    """Show the workspace and wait until everything is read."""

    def asked():
        open_window.offers["show-catalogue"].trigger()
        catalogue = open_window.desk.stack.show_workspace("catalogue")
        assert isinstance(catalogue, CatalogueWorkspace)
        qtbot.waitUntil(lambda: catalogue.settled)
        return catalogue

    return asked


@pytest.fixture
def add(qtbot):
    def added(catalogue, *paths):
        catalogue.courses.added.emit(list(paths))
        qtbot.waitUntil(lambda: catalogue.settled)

    return added
