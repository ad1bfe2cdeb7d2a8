"""Beside the map: what is chosen on it, told in full, with ways to the people concerned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.map import told
from personamap.gui.map.told import Told
from personamap.gui.map.told_widgets import TellingWidgets
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _


class MapInspector(DocumentView):
    """Tells about a persona, an experience, a value, or what to do when nothing is chosen."""

    person_opened = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("What is chosen on the map"))
        self._spot = ""
        self._tells = False
        self._portraits = Portraits.of(document)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.accessibleName())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(self._area)

    def show_spot(self, spot_id: str) -> None:
        """Tell about this spot of the map."""
        self._spot = spot_id
        self.refresh(None)

    @override
    def refresh(self, changes: Changes | None) -> None:
        telling = told.about(self.document.project, self._spot)
        if telling is None and not self._tells and self._area.widget() is not None:
            return  # An edit elsewhere does not build the same words anew.
        self._tells = telling is not None
        content = _nothing() if telling is None else self._built(telling)
        content.setProperty("role", "content")
        self._area.setWidget(content)

    def _built(self, telling: Told) -> QWidget:
        widgets = TellingWidgets(self.document.project, self._portraits, self.devicePixelRatioF())
        widgets.person_opened.connect(self.person_opened)
        return widgets.build(telling)


def _nothing() -> QWidget:
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(24, 24, 24, 24)
    words = plain_label(
        _(
            "Choose a person or an experience on the map to read about it here. Arrow keys go "
            "from one to the next, Enter opens one, Ctrl and an arrow key move one."
        )
    )
    words.setWordWrap(True)
    words.setProperty("role", "secondary")
    layout.addWidget(words)
    layout.addStretch(1)
    return content
