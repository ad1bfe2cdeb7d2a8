"""The Map through each of its lenses, and with somebody chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.analysis.map.parts import Lens
from personamap.gui.map.workspace import MapWorkspace


def _lens(studio: Studio, lens: Lens, chosen: int | None = None) -> QWidget:
    workspace = studio.show("map", MapWorkspace)
    workspace.show_lens(lens)
    workspace.scene.choose("")
    studio.settle()
    workspace.view.look_first()
    if chosen is not None:
        workspace.select(workspace.scene.picture.spots[chosen].id)
        studio.settle()
    return studio.window


MAP = (
    Place("map", partial(_lens, lens="experiences"), kept=("light",), explains="map"),
    Place("map-people", partial(_lens, lens="people")),
    Place("map-identity", partial(_lens, lens="identity")),
    Place("map-gaps", partial(_lens, lens="gaps")),
    Place("map-person", partial(_lens, lens="people", chosen=0)),
    Place("map-experience", partial(_lens, lens="experiences", chosen=-1)),
)
