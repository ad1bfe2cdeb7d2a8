"""The menu that says how the story shows an answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.labels import SHOWINGS
from personamap.domain.persona import Answer, Showing
from personamap.edits.answers import set_showing
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.widgets.chips import SHOWING_ICONS
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _


def showing_menu(document: Document, persona_id: str, answer: Answer, parent: QWidget) -> QMenu:
    """Return a menu of the ways a story shows something; several may hold at once."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addSection(_("How does the story show it?"))
    for way, label in SHOWINGS.items():
        action = menu.addAction(icon(SHOWING_ICONS[way]), _(label.text))
        action.setCheckable(True)
        action.setChecked(way in answer.shown)
        action.setToolTip(plain_tip(_(label.help)))
        action.toggled.connect(partial(_show, document, persona_id, answer.facet, way))
    return menu


def _show(document: Document, persona_id: str, facet_id: str, way: Showing, wanted: bool) -> None:
    document.apply(_("How it is shown"), set_showing, persona_id, facet_id, way, wanted)
