"""What there is before there is anybody: the start page, and each workspace while it is empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.gui.window.start_page import StartPage
from personamap.gui.window.workspaces import WORKSPACES


def _start(studio: Studio, share: float) -> QWidget:
    page = studio.front(StartPage)
    # The faces come with what is said about the course, once all files have been looked into.
    studio.wait(lambda: "6" in page.example.sentence)
    scrolled(page, share)
    return studio.window


def _empty(studio: Studio, workspace_id: str) -> QWidget:
    studio.show(workspace_id, QWidget)
    return studio.window


BEGINNINGS = (
    Place("start", partial(_start, share=0), stage="start"),
    Place("start-below", partial(_start, share=1), stage="start"),
    *(
        Place(f"empty-{entry.id}", partial(_empty, workspace_id=entry.id), stage="empty")
        for entry in WORKSPACES
    ),
)
