from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from personamap.analysis.map.maker import MapMaker
from personamap.analysis.map.walk import walkable
from personamap.domain.experience import Experience
from personamap.domain.persona import LivedExperience, Persona
from personamap.domain.project import Project
from personamap.edits.personas import remove_personas, set_persona_field
from personamap.gui.document import Document
from personamap.gui.map.arrival import NEW_A_TURN, Arrival
from personamap.gui.map.scene import QUIET_ABOVE
from personamap.gui.map.workspace import MapWorkspace

CROWD = 200
LAST = f"per-{CROWD - 1}"


def crowd(count=CROWD) -> Project:
    return Project(
        personas=tuple(
            Persona(
                id=f"per-{n}",
                name=f"Person {n}",
                experiences=(LivedExperience(experience=f"exp-{n % 25}"),),
            )
            for n in range(count)
        ),
        experiences=tuple(Experience(id=f"exp-{n}", title=f"Lived {n}") for n in range(25)),
    )


@pytest.fixture
def document():
    return Document(crowd())


@pytest.fixture
def opened(document, qtbot):
    """A map that was opened a moment ago, with nobody on it yet."""
    workspace = MapWorkspace(document)
    qtbot.addWidget(workspace)
    workspace.resize(1000, 760)
    workspace.show()
    workspace.refresh(None)
    return workspace


@pytest.fixture
def arriving(opened, qtbot):
    """A map on which some have arrived, but not all."""
    scene = opened.scene
    scene.arrival._on_turn()
    scene.arrival._on_turn()
    assert 0 < len(scene.items()) < CROWD
    return opened


def everybody_stands(workspace) -> bool:
    scene, project = workspace.scene, workspace.document.project
    wanted = MapMaker().picture(project, workspace.head.lens)
    places = {spot.id: (spot.x, spot.y) for spot in wanted.spots}
    here = {item.spot.id: item.pos().toTuple() for item in scene.items()}
    return (scene.picture, here) == (wanted, places)


def test_a_crowd_arrives_a_few_a_turn(opened, qtbot):
    counts = [len(opened.scene.items())]
    beat = QTimer()
    beat.timeout.connect(lambda: counts.append(len(opened.scene.items())))
    beat.start(0)
    qtbot.waitUntil(lambda: not opened.scene.arrival.is_under_way)
    beat.stop()
    counts.append(len(opened.scene.items()))
    more = [after - before for before, after in pairwise(counts)]
    # Both may fall into the same turn in either order, so two turns lie between two beats at most.
    assert max(more) <= 2 * NEW_A_TURN
    assert everybody_stands(opened)


def test_opening_makes_no_item_before_the_window_is_back(document, qtbot):
    workspace = MapWorkspace(document)
    qtbot.addWidget(workspace)
    workspace.show()
    assert workspace.view.isVisible()
    assert not workspace.empty.isVisible()
    assert workspace.scene.items() == []


def test_the_legend_waits_until_it_is_known_which_lines_there_are(opened, qtbot):
    assert not opened.legend.isVisible()
    qtbot.waitUntil(lambda: everybody_stands(opened))
    kinds = {kind for kind, (row, _) in opened.legend._rows.items() if row.isVisible()}
    assert kinds == {"lived"}


def test_one_step_adds_no_more_than_a_turn_may(opened):
    arrival, scene = opened.scene.arrival, opened.scene
    while arrival.is_under_way:
        before = len(scene.items())
        arrival._on_turn()
        assert len(scene.items()) - before <= NEW_A_TURN
    assert everybody_stands(opened)


def test_a_small_cast_stands_at_once(qtbot):
    workspace = MapWorkspace(Document(crowd(QUIET_ABOVE)))
    qtbot.addWidget(workspace)
    workspace.show()
    assert not workspace.scene.arrival.is_under_way
    assert everybody_stands(workspace)


def test_the_whole_map_is_in_view_before_everybody_is_there(arriving, qtbot):
    view, content = arriving.view, arriving.scene.content_rect()
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(content)
    qtbot.waitUntil(lambda: everybody_stands(arriving))
    assert arriving.scene.content_rect() == content
    assert content == arriving.scene.itemsBoundingRect()


def test_who_zooms_meanwhile_keeps_the_zoom(arriving, qtbot):
    arriving.view.set_zoom(1.0)
    qtbot.waitUntil(lambda: everybody_stands(arriving))
    assert arriving.view.zoom == pytest.approx(1.0)


@pytest.mark.parametrize("moment", ["opened", "arriving"])
class TestWhoeverActsMeanwhileFindsEverybody:
    @pytest.fixture
    def workspace(self, moment, request):
        return request.getfixturevalue(moment)

    def test_choosing_somebody_who_is_to_come(self, workspace):
        workspace.select(LAST)
        assert workspace.scene.selected == LAST
        assert everybody_stands(workspace)

    def test_walking_to_the_end(self, workspace):
        QTest.keyClick(workspace.view, Qt.Key.Key_End)
        assert everybody_stands(workspace)
        assert workspace.scene.selected == walkable(workspace.scene.picture.spots)[-1].id

    def test_finding(self, workspace):
        QTest.keyClicks(workspace.head.find_field, "Person 199")
        assert workspace.scene.selected == LAST

    def test_a_screen_reader(self, workspace):
        interface = QAccessible.queryAccessibleInterface(workspace.view)
        assert interface.childCount() == CROWD + 25

    def test_another_lens(self, workspace, qtbot):
        workspace.show_lens("people")
        qtbot.waitUntil(lambda: everybody_stands(workspace))
        assert workspace.scene.item("exp-1") is None

    def test_an_edit_and_its_undo(self, workspace, document, qtbot):
        document.apply("Rename", set_persona_field, LAST, "name", "Zora")
        document.apply("Delete", remove_personas, ["per-0"])
        qtbot.waitUntil(lambda: everybody_stands(workspace))
        assert workspace.scene.item("per-0") is None
        assert workspace.scene.item(LAST).spot.label == "Zora"
        document.undo_stack.undo()
        document.undo_stack.undo()
        assert everybody_stands(workspace)
        assert workspace.scene.item(LAST).spot.label == "Person 199"


def test_a_press_on_who_has_arrived_lets_the_rest_come_before_a_drag(arriving):
    at = arriving.view.mapFromScene(arriving.scene.item("per-3").pos())
    QTest.mousePress(arriving.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert arriving.scene.selected == "per-3"
    assert everybody_stands(arriving)
    QTest.mouseRelease(arriving.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_step_that_asks_for_the_rest_is_not_entered_twice(qtbot):
    arrival, taken = Arrival(), []

    def steps():
        for step in range(3):
            arrival.finish()
            taken.append(step)
            yield

    arrival.begin(steps())
    qtbot.waitUntil(lambda: not arrival.is_under_way)
    assert taken == [0, 1, 2]
