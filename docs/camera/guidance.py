"""What leads people around: the tour, the palette, help, shortcuts, preferences, about."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio, scrolled
from personamap.gui.dialogs.about import AboutDialog
from personamap.gui.dialogs.preferences import PreferencesDialog
from personamap.gui.dialogs.shortcuts import ShortcutsDialog
from personamap.gui.help.help_window import HelpWindow
from personamap.gui.palette.palette import Palette
from personamap.gui.tour.steps import STEPS


def _tour(studio: Studio, step: int) -> QWidget:
    tour = studio.desk.tour.tour
    tour.begin()
    for _more in range(step):
        studio.settle()
        tour.go_on()
    return studio.window


def _palette(studio: Studio, words: str) -> QWidget:
    studio.show("cast", QWidget)
    palette = studio.press("palette", Palette)
    palette.search.setText(words)
    palette.search.textEdited.emit(words)
    return palette


def _preferences(studio: Studio, share: float) -> QWidget:
    dialog = studio.press("preferences", PreferencesDialog)
    scrolled(dialog, share)
    return dialog


def _about(studio: Studio) -> QWidget:
    dialog = studio.press("about", AboutDialog)
    studio.wait(dialog.progress.isHidden)
    return dialog


def _help(studio: Studio, page: str) -> QWidget:
    dialog = studio.press("help", HelpWindow)
    dialog.show_page(page)
    return dialog


GUIDANCE = (
    *(Place(f"tour-{step.id}", partial(_tour, step=at)) for at, step in enumerate(STEPS)),
    Place("palette", partial(_palette, words="")),
    Place("palette-found", partial(_palette, words="iri")),
    Place("help", partial(_help, page="cast")),
    Place("shortcuts", lambda studio: studio.press("shortcuts", ShortcutsDialog)),
    Place("preferences", partial(_preferences, share=0)),
    Place("preferences-end", partial(_preferences, share=1)),
    Place("about", _about),
)
