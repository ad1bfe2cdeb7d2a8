"""What a map that is exported shows: its lens, and with some lenses the facets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.map.parts import LENSES, Lens
from personamap.domain.facet import Facet
from personamap.gui.export.label_for import label_for
from personamap.gui.map.facet_box import FacetBox
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.i18n import _

_OF_FACETS: tuple[Lens, ...] = ("identity", "gaps")


class MapChoice(QWidget):
    """Chooses as the head of the map does."""

    changed = Signal()

    def __init__(self, active: Sequence[Facet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = tuple(active)
        self.lens_box = QComboBox()
        leave_wheel_to_page(self.lens_box)
        self.lens_box.addItems([_(label) for _lens, label in LENSES])
        self.facet_box = FacetBox()
        self.facet_box.offer(self._active)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label_for(_("&Lens"), self.lens_box))
        row = QHBoxLayout()
        row.setSpacing(12)
        for box in (self.lens_box, self.facet_box):
            row.addWidget(box, 1)
        column.addLayout(row)
        self.choose("experiences", ())
        self.lens_box.currentIndexChanged.connect(self._on_lens_chosen)
        self.facet_box.activated.connect(self.changed)

    @property
    def lens(self) -> Lens:
        """What is looked at."""
        return LENSES[self.lens_box.currentIndex()][0]

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets to show, where the lens shows any."""
        if self.lens not in _OF_FACETS:
            return ()
        return self.facet_box.facets(self._active) or tuple(facet.id for facet in self._active)

    def choose(self, lens: Lens, facets: Sequence[str]) -> None:
        """Choose a lens and facets; without any of them, the choice of facets stays."""
        self.lens_box.setCurrentIndex([lens for lens, _label in LENSES].index(lens))
        if facets:
            self.facet_box.choose(facets, self._active)
        self._show_for_lens()

    def _show_for_lens(self) -> None:
        self.facet_box.setVisible(self.lens in _OF_FACETS)

    def _on_lens_chosen(self) -> None:
        self._show_for_lens()
        self.changed.emit()
