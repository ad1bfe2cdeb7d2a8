"""Story, page by page and with a scene open, and Belonging with somebody chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.cast import SOMEBODY
from docs.camera.looks import Theme
from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.gui.belonging.workspace import BelongingWorkspace
from personamap.gui.story.head import PAGES, PARTS, SCENES
from personamap.gui.story.workspace import StoryWorkspace

_KEPT: dict[str, tuple[Theme, ...]] = {PARTS: ("light",)}


def _page(studio: Studio, page: str) -> QWidget:
    studio.show("story", StoryWorkspace).show_page(page)
    return studio.window


def _scene(studio: Studio, share: float) -> QWidget:
    story = studio.show("story", StoryWorkspace)
    story.show_page("scenes")
    story.open_scene(studio.document.project.scenes[0].id)
    story.inspector_wanted.emit()
    studio.settle()
    scrolled(story.inspector, share)
    return studio.window


def _belonging(studio: Studio) -> QWidget:
    studio.show("belonging", BelongingWorkspace).show_person("")
    return studio.window


def _stands(studio: Studio, share: float) -> QWidget:
    belonging = studio.show("belonging", BelongingWorkspace)
    belonging.show_person(SOMEBODY)
    belonging.inspector_wanted.emit()
    studio.settle()
    scrolled(belonging.inspector, share)
    return studio.window


TELLING = (
    *(
        Place(
            f"story-{page}",
            partial(_page, page=page),
            kept=_KEPT.get(page, ()),
            explains="story" if page == SCENES else "",
        )
        for page, _word in PAGES
    ),
    Place("story-scene", partial(_scene, share=0)),
    Place("story-scene-end", partial(_scene, share=1)),
    Place("belonging-nobody", _belonging),
    Place("belonging", partial(_stands, share=0), kept=("light",), explains="belonging"),
    Place("belonging-end", partial(_stands, share=1)),
)
