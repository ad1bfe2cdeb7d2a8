"""A few things picked from more, as chips: pressing one takes it out, Add searches the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import add_chip, chip_to_take_out
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_WIDEST = 250


class PickedChips(QWidget):
    """Shows what is picked. `question` names the field and stands in its search."""

    picked = Signal(str)
    taken_out = Signal(str)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._rows: tuple[PopupRow, ...] = ()
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.chips: dict[str, QPushButton] = {}
        self.add = add_chip(_("Add"))
        self.add.setAccessibleName(_("{question} Add").format(question=question))
        self.add.clicked.connect(self._on_add)
        self.setAccessibleName(question)
        self._flow = FlowLayout(self, 6)
        self._flow.addWidget(self.add)

    def show_picked(self, rows: Sequence[PopupRow], picked: Collection[str]) -> None:
        """Offer these, of which some are picked; what is picked and not offered stays out."""
        self._rows = tuple(row for row in rows if row.id not in picked)
        self.add.setVisible(bool(self._rows))
        shown = tuple((row.id, row.text) for row in rows if row.id in picked)
        if shown != self._shown:
            self._shown = shown
            self._fill(shown)

    def _fill(self, shown: Sequence[tuple[str, str]]) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {row_id: self._chip(row_id, text) for row_id, text in shown}
        for widget in (*self.chips.values(), self.add):
            self._flow.addWidget(widget)
        for chip in self.chips.values():
            chip.show()
        self.updateGeometry()

    def _chip(self, row_id: str, text: str) -> QPushButton:
        theme = current_theme()
        short = QFontMetrics(theme.font("chip")).elidedText(
            text, Qt.TextElideMode.ElideRight, theme.px(_WIDEST)
        )
        chip = chip_to_take_out(short, self)
        if short != text:
            chip.setToolTip(plain_tip(text))
            chip.setAccessibleName(_("{value}. Press to take it out.").format(value=text))
        chip.clicked.connect(partial(self._on_taken_out, row_id))
        return chip

    def _on_add(self) -> None:
        popup = SearchPopup(self._question, self._rows, parent=self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.add)

    def _on_picked(self, row_id: str) -> None:
        self.add.setFocus()
        self.picked.emit(row_id)

    def _on_taken_out(self, row_id: str, _checked: bool = False) -> None:
        self.add.setFocus()
        self.taken_out.emit(row_id)
