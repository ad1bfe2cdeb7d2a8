"""How the workspaces are made, each when it is first shown.

A workspace that wants something beside it has an attribute `inspector`,
which the window places, and may ask for it with `inspector_wanted`. One
that leads to a person says so with `person_opened` (to an experience with
`experience_opened`), one that can be exported as it is looked at with
`export_asked`, one that leads to the facets with `facets_asked`, one that leads
anywhere with `place_asked`, one that takes reviews with `merge_asked`. One that
reads other files is handed the session and the work under way by its `begin_reading`, and
one that reads older copies of the file learns which it is by its `know_file`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.window.workspaces import (
    BELONGING,
    CAST,
    CATALOGUE,
    COVERAGE,
    MAP,
    REVIEW,
    STORY,
)

Build = Callable[[Document, CoverageWatcher, QWidget], QWidget]


# Imported when first shown: a person who never opens the map does not wait for it.
def _cast(document: Document, watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.cast.workspace import CastWorkspace

    return CastWorkspace(document, watcher, parent)


def _map(document: Document, _watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.map.workspace import MapWorkspace

    return MapWorkspace(document, parent)


def _coverage(document: Document, watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.coverage.workspace import CoverageWorkspace

    return CoverageWorkspace(document, watcher, parent)


def _story(document: Document, watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.story.workspace import StoryWorkspace

    return StoryWorkspace(document, watcher, parent)


def _belonging(document: Document, watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.belonging.workspace import BelongingWorkspace

    return BelongingWorkspace(document, watcher, parent)


def _catalogue(document: Document, _watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.catalogue.workspace import CatalogueWorkspace

    return CatalogueWorkspace(document, parent)


def _review(document: Document, watcher: CoverageWatcher, parent: QWidget) -> QWidget:
    from personamap.gui.review.workspace import ReviewWorkspace

    return ReviewWorkspace(document, watcher, parent)


BUILDS: dict[str, Build] = {
    CAST.id: _cast,
    MAP.id: _map,
    COVERAGE.id: _coverage,
    STORY.id: _story,
    BELONGING.id: _belonging,
    REVIEW.id: _review,
    CATALOGUE.id: _catalogue,
}


def load_all() -> tuple[type[QWidget], ...]:
    """Import every workspace ahead of its first look, which then is a third shorter."""
    from personamap.gui.belonging.workspace import BelongingWorkspace
    from personamap.gui.cast.experiences.page import ExperiencesPage
    from personamap.gui.cast.workspace import CastWorkspace
    from personamap.gui.catalogue.workspace import CatalogueWorkspace
    from personamap.gui.coverage.workspace import CoverageWorkspace
    from personamap.gui.map.workspace import MapWorkspace
    from personamap.gui.review.workspace import ReviewWorkspace
    from personamap.gui.story.workspace import StoryWorkspace

    cast = (CastWorkspace, ExperiencesPage)
    telling = (StoryWorkspace, BelongingWorkspace)
    return (*cast, MapWorkspace, CoverageWorkspace, *telling, ReviewWorkspace, CatalogueWorkspace)
