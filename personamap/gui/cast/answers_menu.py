"""A menu of the facets: the one that is picked is answered for several people at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.facet import Facet
from personamap.gui.cast.sheet.answer_popup import ask_answers
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.i18n import plural

Place = tuple[QWidget, QRect]
"""A part of a widget, by which a popup opens."""


def answers_menu(
    document: Document, ids: Sequence[str], place: Callable[[], Place], parent: QWidget
) -> QMenu:
    """Return a menu of facets; the values of the one picked are offered by `place`."""
    menu = QMenu(plural("Answer for {count} person", "Answer for {count} people", len(ids)), parent)
    menu.setIcon(icon("pencil"))
    for facet in document.project.active_facets:
        entry = menu.addAction(facet.label.replace("&", "&&"))
        entry.triggered.connect(partial(_ask, document, ids, facet, place))
    return menu


def _ask(
    document: Document,
    ids: Sequence[str],
    facet: Facet,
    place: Callable[[], Place],
    _checked: bool = False,
) -> None:
    ask_answers(document, ids, facet, *place())
