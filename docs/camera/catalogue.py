"""The Catalogue: one course alone, and several on each of its pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.gui.catalogue.workspace import CatalogueWorkspace
from personamap.resources import example

_PAGES = ("seats", "matrices", "findings", "shared")


def _catalogue(studio: Studio) -> CatalogueWorkspace:
    catalogue = studio.show("catalogue", CatalogueWorkspace)
    studio.wait(lambda: catalogue.settled)
    return catalogue


def _alone(studio: Studio) -> QWidget:
    catalogue = _catalogue(studio)
    for path in catalogue.chosen:
        catalogue.courses.removed.emit(path)
    studio.wait(lambda: catalogue.settled)
    return studio.window


def _together(studio: Studio, page: int) -> QWidget:
    catalogue = _catalogue(studio)
    if not catalogue.chosen:
        catalogue.add([example("catalogue")])
    studio.wait(lambda: bool(catalogue.chosen) and catalogue.settled)
    catalogue.together.tabs.setCurrentIndex(page)
    return studio.window


CATALOGUE = (
    Place("catalogue-alone", _alone),
    *(
        Place(
            f"catalogue-{name}", partial(_together, page=page), explains="" if page else "catalogue"
        )
        for page, name in enumerate(_PAGES)
    ),
)
