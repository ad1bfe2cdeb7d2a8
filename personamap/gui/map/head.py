"""The head of the map: its lenses, which facets it shows, and finding something on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.map.parts import LENSES, Lens
from personamap.domain.facet import Facet
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.map.facet_box import FacetBox
from personamap.gui.widgets.plain_words import plain_label
from personamap.gui.widgets.search_line import search_line
from personamap.i18n import _

_FIND_WIDTH = 104
ONE_LINE_UP_TO = 1.3


class MapHead(QWidget):
    """Tells which lens and which facets were chosen; the workspace redraws."""

    lens_chosen = Signal()
    facets_chosen = Signal()
    found = Signal(str)
    fading = Signal(bool)
    all_links = Signal(bool)
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(_("Map"))
        self.title.setProperty("role", "title")
        self.lenses = Segmented([(lens, _(label)) for lens, label in LENSES], _("Lens"))
        self.lenses.choose("experiences")
        self.facet_box = FacetBox()
        self.find_field = search_line(_("Find"), _("Find on the map"))
        self.find_field.setMinimumWidth(_FIND_WIDTH)
        self.fade_button = _toggle(_("Fade others"), is_on=True)
        self.fade_button.setToolTip(_("Fade everything but the neighbours of what is chosen"))
        self.links_button = _toggle(_("All lines"), is_on=False)
        self.links_button.setToolTip(_("Draw the lines of everyone, not only of who is chosen"))
        self.export_button = QPushButton(icon("file-down"), "")
        self.export_button.setAccessibleName(_("Export the map"))
        self.export_button.setToolTip(_("Export the map as a PDF, a drawing or a picture"))
        self.export_button.setAutoDefault(False)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves = (QHBoxLayout(), QHBoxLayout())
        self._text_scale = 1.0
        self._lay_out()
        self._connect()
        self._show_for_lens()

    @property
    def lens(self) -> Lens:
        """The lens that is chosen."""
        return next(lens for lens, _label in LENSES if lens == self.lenses.choice)

    def facets(self, active: Sequence[Facet]) -> tuple[str, ...]:
        """Return the ids of the facets to show; none means all."""
        return self.facet_box.facets(active)

    def show_facets(self, active: Sequence[Facet]) -> None:
        """Offer these facets to choose from."""
        self.facet_box.offer(active)

    def choose_lens(self, lens: Lens) -> None:
        """Look through a lens as if it had been pressed."""
        self.lenses.choose(lens)
        self._on_lens_chosen()

    def show_size(self, is_large: bool) -> None:
        """Offer what only a large cast needs."""
        self.links_button.setVisible(is_large)
        self._break()

    def focus_find(self) -> None:
        """Put the cursor into the search field."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def show_scale(self, text_scale: float) -> None:
        """Use one line, or two where the text is too large for one."""
        self._text_scale = text_scale
        self._break()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        """Use two lines where one would cut what the lenses are called, and no title even then."""
        margins, gap = self._lines.contentsMargins(), self._lines.spacing()
        room = self.width() - margins.left() - margins.right()
        titled = self.title.sizeHint().width() + 3 * gap + self.lenses.sizeHint().width()
        self.title.setVisible(titled <= room)
        needed = sum(half.minimumSize().width() for half in self._halves) + gap
        is_tight = self._text_scale > ONE_LINE_UP_TO or needed > room
        way = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(way)

    def _lay_out(self) -> None:
        first, second = self._halves
        for line in self._halves:
            line.setSpacing(8)
            self._lines.addLayout(line, 1)
        first.addWidget(self.title)
        first.addSpacing(8)
        first.addStretch(1)
        first.addWidget(self.lenses)
        second.addWidget(self.facet_box)
        second.addStretch(1)
        for widget in (self.links_button, self.fade_button, self.find_field, self.export_button):
            second.addWidget(widget)
        self._lines.setContentsMargins(24, 20, 24, 20)
        self._lines.setSpacing(8)
        self.show_scale(current_theme().text_scale)

    def _connect(self) -> None:
        self.lenses.chosen.connect(self._on_lens_chosen)
        self.facet_box.activated.connect(self.facets_chosen)
        self.find_field.textEdited.connect(self.found)
        self.find_field.returnPressed.connect(self._on_find_again)
        self.fade_button.toggled.connect(self.fading)
        self.links_button.toggled.connect(self.all_links)
        self.export_button.clicked.connect(self._on_export)

    def _show_for_lens(self) -> None:
        self.facet_box.setVisible(self.lens in ("identity", "gaps"))
        self._break()

    def _on_lens_chosen(self) -> None:
        self._show_for_lens()
        self.lens_chosen.emit()

    def _on_export(self) -> None:
        self.export_asked.emit()

    def _on_find_again(self) -> None:
        self.found.emit(self.find_field.text())


def _toggle(label: str, is_on: bool) -> QPushButton:
    button = QPushButton(label)
    button.setCheckable(True)
    button.setChecked(is_on)
    button.setAutoDefault(False)
    return button
