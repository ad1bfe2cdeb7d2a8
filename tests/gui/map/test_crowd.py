from PySide6.QtWidgets import QLabel, QPushButton

from personamap.domain.persona import LivedExperience, Persona
from personamap.domain.project import Project
from personamap.edits.personas import set_archived
from personamap.gui.document import Document
from personamap.gui.map.told_widgets import MOST_ROWS
from personamap.gui.map.workspace import MapWorkspace

MARA, IDRIS, LENE, RULES = "per-mara", "per-idris", "per-lene", "exp-rules"


def crowd(count) -> Project:
    return Project(
        personas=tuple(
            Persona(
                id=f"per-{n}",
                name=f"Person {n}",
                experiences=(LivedExperience(experience=RULES),),
            )
            for n in range(count)
        ),
    )


def test_of_more_people_than_a_map_can_show_it_says_so_and_what_to_do(qtbot, monkeypatch):
    monkeypatch.setattr("personamap.gui.map.workspace.MOST_PEOPLE", 3)
    document = Document(crowd(4))
    workspace = MapWorkspace(document)
    qtbot.addWidget(workspace)
    workspace.show()
    assert workspace.empty.isVisible()
    assert not workspace.empty.add_person.isVisible()
    assert "this cast has 4." in workspace.empty.words.text()
    assert workspace.scene.picture.spots == ()
    document.apply("Set aside", set_archived, ["per-3"], archived=True)
    assert workspace.view.isVisible()
    assert workspace.scene.item("per-0")
    document.undo_stack.undo()
    assert workspace.empty.isVisible()


def test_the_inspector_lists_the_first_of_a_crowd_and_counts_the_rest(shown, project, qtbot):
    people = crowd(MOST_ROWS + 2).with_items(experiences=project.experiences)
    workspace = shown(Document(people))
    qtbot.addWidget(workspace.inspector)
    workspace.select(RULES)
    ways = workspace.inspector.findChildren(QPushButton)
    assert len(ways) == MOST_ROWS + 1  # and the one to the experience itself
    assert "and 2 more" in [label.text() for label in workspace.inspector.findChildren(QLabel)]


def test_in_a_crowd_lines_wait_until_they_are_asked_for(shown, qtbot, project):
    people = crowd(70).with_items(experiences=project.experiences)
    workspace = shown(Document(people))
    qtbot.waitUntil(lambda: not workspace.scene.arrival.is_under_way)
    layer = workspace.scene._layer
    assert layer._links == ()
    workspace.select("per-3")
    assert [link.start for link in layer._links] == ["per-3"]
    workspace.head.links_button.click()
    assert len(layer._links) == 70
    qtbot.waitUntil(lambda: not layer.needs_work(workspace.scene._seen()))


def bare_people(scene):
    return [spot.id for spot in scene.picture.spots if scene.item(spot.id).is_bare]


def test_everybody_of_a_crowd_gets_a_face(qtbot, shown):
    crowd = tuple(Persona(id=f"per-{at}", name=f"Person {at}") for at in range(70))
    scene = shown(Document(Project(personas=crowd))).scene
    left_out = []
    scene.changed.connect(lambda _regions: left_out.append(bare_people(scene)))
    scene.repaint_all()
    qtbot.waitUntil(lambda: not scene.arrival.is_under_way)
    qtbot.waitUntil(lambda: bool(left_out) and not bare_people(scene))
