"""What to cover, and with how many people at most."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from personamap.analysis.completing.gaps import Scope, aims_at_some_facets, sizes_on_offer
from personamap.analysis.index import ProjectIndex
from personamap.gui.coverage.completing.suggesting import Wish
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MOST, _FIRST, _PAUSE_MS, _NARROW = 40, 3, 250, 88
_INSET, _GAP = 6, 12


class WishRow(QWidget):
    """Asks for the wish; `changed` follows when somebody has paused."""

    changed = Signal()

    def __init__(self, index: ProjectIndex, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = QCheckBox(_("&Values that matter"))
        self.values.setToolTip(_("Stars, minimums, and what many of the audience are"))
        self.values.setChecked(True)
        self.joined = QComboBox()
        self.joined.setAccessibleName(_("Combinations to cover"))
        words = {2: _("and pairs of facets"), 3: _("and triples of facets")}
        self.joined.addItem(_("and no combinations"), 0)
        for size in sizes_on_offer(index):
            self.joined.addItem(words[size], size)
        # Somebody with a value on each of all facets would be a list and no person.
        begin_with = 1 if aims_at_some_facets(index) else 0
        self.joined.setCurrentIndex(min(begin_with, self.joined.count() - 1))
        self.most = QSpinBox()
        self.most.setRange(1, _MOST)
        self.most.setValue(_FIRST)
        self.most.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.most.setFixedWidth(current_theme().px(_NARROW))
        self.most.setAccessibleName(_("New people at most"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._lay_out()
        self.values.toggled.connect(self._pause.start)
        self.joined.currentIndexChanged.connect(self._on_changed)
        self.most.valueChanged.connect(self._on_changed)

    @property
    def wish(self) -> Wish:
        """What is wished for by now."""
        scope = Scope(self.values.isChecked(), self.joined.currentData() or 0)
        return Wish(scope, self.most.value())

    def _lay_out(self) -> None:
        before, behind = plain_label(_("with at &most")), plain_label(_("people more"))
        before.setBuddy(self.most)
        row = FlowLayout(self, _GAP)
        row.addWidget(_side_by_side(self.values, self.joined))
        row.addWidget(_side_by_side(before, self.most, behind))

    def _on_changed(self, _value: int) -> None:
        self._pause.start()


def _side_by_side(*widgets: QWidget) -> QWidget:
    """Return what stays in one line where the window is narrow or the text large."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return box
