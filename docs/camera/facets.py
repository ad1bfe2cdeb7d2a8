"""The facets of the cast, and what is asked before one of them changes on everybody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.facets.dialog import FacetsDialog
from personamap.gui.facets.merge_dialog import MergeDialog
from personamap.gui.facets.packs_dialog import PacksDialog


def _facets(studio: Studio) -> QWidget:
    return FacetsDialog.ask(studio.document, studio.window, "disability")


def _packs(studio: Studio) -> QWidget:
    FacetsDialog.ask(studio.document, studio.window).panel.ask_packs()
    return studio.front(PacksDialog)


def _lost(studio: Studio) -> QWidget:
    FacetsDialog.ask(studio.document, studio.window, "disability").panel.ask_removal()
    dialog = studio.front(LossDialog)
    studio.wait(lambda: dialog.is_ready)
    return dialog


def _merged(studio: Studio) -> QWidget:
    facet = studio.document.project.facet("age_band")
    MergeDialog(studio.document, facet, facet.values[0], studio.window).open()
    return studio.front(MergeDialog)


FACETS = (
    Place("facets", _facets),
    Place("facet-packs", _packs),
    Place("facet-lost", _lost),
    Place("values-merged", _merged),
)
