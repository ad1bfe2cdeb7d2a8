"""`make pictures` leaves nothing out: it is told of each workspace and of each dialog."""

import re
from pathlib import Path

from docs.camera.places import PLACES
from personamap.gui.window.workspaces import WORKSPACES

ROOT = Path(__file__).resolve().parents[2]
ASKING = re.compile(r"^class (\w+)\((Q?\w*Dialog|QMessageBox|Question)\):", re.MULTILINE)


def sources(folder):
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_every_dialog_of_the_window_is_taken():
    asking = [found for text in sources("personamap/gui") for found in ASKING.findall(text)]
    bases = {base for _name, base in asking}
    taken = "\n".join(sources("docs/camera"))
    missing = [name for name, _base in asking if name not in bases and name not in taken]
    assert len(asking) > len(bases)
    assert not missing


def test_every_workspace_is_taken_with_people_and_without():
    names = {place.name for place in PLACES}
    assert len(names) == len(PLACES)
    for entry in WORKSPACES:
        assert f"empty-{entry.id}" in names
        assert any(name.startswith(entry.id) for name in names)
