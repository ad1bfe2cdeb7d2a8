"""Somebody who could be added: a dashed card with an empty seat and what they would answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.completing.completion import Newcomer
from personamap.analysis.completing.wording import adds_line
from personamap.analysis.facet_counts import roots_of
from personamap.analysis.proposals import value_label
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.project import Project
from personamap.gui.coverage.change_words import closes, opens
from personamap.gui.coverage.shown import paint_seat
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import value_chip
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.icon_behind import put_icon_behind
from personamap.i18n import _

_SEAT, _MARK, _GAP = 40, 12, 6


class NewcomerCard(QFrame):
    """Shows one proposed person, who can be left out or given other values."""

    changed = Signal()

    def __init__(
        self, project: Project, number: int, values: Sequence[ValueRef], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "newcomer")
        self.setProperty("chosen", "true")
        self._project = project
        self.values = tuple(values)
        self.chips: list[QPushButton] = []
        self.choice = QCheckBox(_("New person {number}").format(number=number))
        self.choice.setChecked(True)
        self.adds, self.closes, self.opens = hint("", "secondary"), hint("", "good"), hint("")
        self._lay_out()
        self._fill_chips()
        self.choice.toggled.connect(self._on_toggled)

    @property
    def is_chosen(self) -> bool:
        """Whether this person is to be added."""
        return self.choice.isChecked()

    def tell(self, newcomer: Newcomer | None) -> None:
        """Say what this person does, or nothing about somebody who is left out."""
        lines = (self.adds, self.closes, self.opens)
        words = (
            (adds_line(newcomer), closes(newcomer.closed), opens(newcomer.opened))
            if newcomer
            else ("", "", "")
        )
        for label, text in zip(lines, words, strict=True):
            say(label, text)
        if newcomer is None:
            self.adds.setText(_("Left out"))
            self.adds.show()
        self.choice.setAccessibleDescription(" ".join((*self._words(), *words)))

    def _lay_out(self) -> None:
        box = QWidget()
        self._flow = FlowLayout(box, _GAP)
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self.choice, box, self.adds, self.closes, self.opens):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 12)
        row.setSpacing(12)
        row.addWidget(_Seat(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _fill_chips(self) -> None:
        self._flow.clear()
        self.chips = [self._chip(value) for value in self.values]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()

    def _chip(self, value: ValueRef) -> QPushButton:
        facet = self._project.facet(value.facet)
        words = _("{facet}: {value}").format(
            facet=facet.label, value=value_label(facet, value.value)
        )
        chip = value_chip(words.replace("&", "&&"), self)
        chip.setAccessibleName(_("{value}. Press to choose another.").format(value=words))
        chip.setToolTip(_("Choose another value"))
        chip.setIcon(icon("chevron-down", "ink3"))
        chip.setIconSize(QSize(_MARK, _MARK) * current_theme().text_scale)
        menu = QMenu(chip)
        menu.aboutToShow.connect(partial(self._fill_menu, menu, facet, value))
        put_icon_behind(chip, menu)
        return chip

    def _fill_menu(self, menu: QMenu, facet: Facet, current: ValueRef) -> None:
        menu.clear()
        roots = roots_of(facet)
        for value in facet.values:
            if roots[value.id] == value.id or value.starred or value.id == current.value:
                action = menu.addAction(value.label.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(value.id == current.value)
                other = ValueRef(facet=facet.id, value=value.id)
                action.triggered.connect(partial(self._on_other, current, other))
        if len(self.values) > 1:
            menu.addSeparator()
            leave = menu.addAction(icon("circle-dashed"), _("Leave undecided"))
            leave.triggered.connect(partial(self._on_other, current, None))

    def _on_other(self, old: ValueRef, new: ValueRef | None, _checked: bool = False) -> None:
        place = self.values.index(old)
        swapped = (new if value == old else value for value in self.values)
        self.values = tuple(value for value in swapped if value is not None)
        self._fill_chips()
        self.chips[min(place, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_toggled(self, chosen: bool) -> None:
        self.setProperty("chosen", str(chosen).lower())
        self.style().unpolish(self)
        self.style().polish(self)
        for chip in self.chips:
            chip.setEnabled(chosen)
        self.changed.emit()

    def _words(self) -> list[str]:
        facets = [self._project.facet(value.facet) for value in self.values]
        return [value_label(f, v.value) for f, v in zip(facets, self.values, strict=True)]


class _Seat(QWidget):
    """An empty seat, where a portrait will be once somebody is written."""

    def __init__(self) -> None:
        super().__init__()
        side = current_theme().px(_SEAT)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_seat(QPainter(self), QPointF(0, 0), self.width())
