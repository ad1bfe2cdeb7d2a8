"""The line above the findings: how many there are, in which order, and which of them."""

from __future__ import annotations

from collections import Counter
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.check import AREAS, Area
from personamap.analysis.coverage import CoverageReport
from personamap.gui.coverage.finding_order import ORDERS, Order, Wish
from personamap.gui.coverage.known_checks import area_of, area_title, title_of
from personamap.gui.coverage.small_button import small_button
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import value_chip
from personamap.gui.widgets.icon_behind import put_icon_behind
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, in_digits, plural

_MARK = QSize(14, 14)


class FindingsHead(QWidget):
    """Lets people say how they want to see the findings, and says what they see."""

    wish_changed = Signal()
    checks_asked = Signal()
    several_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = Wish()
        self._counts: Counter[Area] = Counter()
        self.title, self.numbers = plain_label(_("Findings")), plain_label()
        self.title.setProperty("role", "section")
        self.numbers.setProperty("role", "secondary")
        self.order = QPushButton(icon("chevron-down", "ink3"), "")
        self.order.setProperty("role", "quiet")
        self.order.setIconSize(_MARK * current_theme().text_scale)
        self.menu = QMenu(self.order)
        self.menu.aboutToShow.connect(self.fill_menu)
        put_icon_behind(self.order, self.menu)
        self.only = value_chip("", self)
        self.only.setIcon(icon("x"))
        self.only.setIconSize(QSize(12, 12) * current_theme().text_scale)
        self.only.setToolTip(_("Show all findings again"))
        self.only.clicked.connect(self.widen)
        self.several = small_button(_("Fix several…"), "text-link")
        self.several.setToolTip(_("Look for the fewest changes that close many findings"))
        self.several.clicked.connect(self.several_asked)
        self._lay_out()
        self._name_wish()

    def show_report(self, report: CoverageReport, listed: int) -> None:
        """Say how many findings are open and accepted, and how many of them are listed."""
        self._counts = Counter(area_of(finding.check) for finding in report.findings)
        self._counts.update({area_of(check): number for check, number in report.hidden.items()})
        self.numbers.setText(_numbers(report, listed if self.wish.narrows else None))

    def narrow(self, *, area: Area | None = None, check: str = "") -> None:
        """Show the findings of one area or of one check alone."""
        self._wish(replace(self.wish, area=area, check=check))

    def widen(self) -> None:
        """Show all findings again."""
        self._wish(replace(self.wish, area=None, check=""))

    def put_in(self, order: Order) -> None:
        """Put the findings in another order."""
        self._wish(replace(self.wish, order=order))

    def fill_menu(self) -> None:
        """Offer the orders, and the areas in which something is open."""
        self.menu.clear()
        orders = QActionGroup(self.menu)
        for order, words in ORDERS.items():
            action = self._choice(orders, _(words), order == self.wish.order)
            action.triggered.connect(partial(self._on_order, order))
        self.menu.addSeparator()
        areas = QActionGroup(self.menu)
        everything = self._choice(areas, _("All areas"), not self.wish.narrows)
        everything.triggered.connect(self._on_everything)
        for area in AREAS:
            if self._counts[area]:
                words = _("{area} ({count})").format(
                    area=area_title(area), count=self._counts[area]
                )
                action = self._choice(areas, words, area == self.wish.area)
                action.triggered.connect(partial(self._on_area, area))
        self.menu.addSeparator()
        self.menu.addAction(icon("settings"), _("Checks…"), self.checks_asked.emit)

    def _choice(self, group: QActionGroup, words: str, chosen: bool) -> QAction:
        action = group.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        self.menu.addAction(action)
        return action

    def _on_order(self, order: Order, _checked: bool = False) -> None:
        self.put_in(order)

    def _on_area(self, area: Area, _checked: bool = False) -> None:
        self.narrow(area=area)

    def _on_everything(self, _checked: bool = False) -> None:
        self.widen()

    def _wish(self, wish: Wish) -> None:
        if wish != self.wish:
            self.wish = wish
            self._name_wish()
            self.wish_changed.emit()

    def _name_wish(self) -> None:
        order = _(ORDERS[self.wish.order])
        self.order.setText(order)
        self.order.setAccessibleName(
            _("Order and area of the findings: {order}").format(order=order)
        )
        self.only.setVisible(self.wish.narrows)
        if self.wish.narrows:
            words = title_of(self.wish.check) if self.wish.check else ""
            words = words or area_title(self.wish.area or "file")
            self.only.setText(_("Only: {words}").format(words=words))
            self.only.setAccessibleName(
                _("Only: {words}. Press to show all findings again.").format(words=words)
            )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 18, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.numbers, 1)
        row.addWidget(self.order)
        chips = QHBoxLayout()
        chips.setContentsMargins(24, 0, 24, 0)
        chips.addWidget(self.only)
        chips.addStretch(1)
        chips.addWidget(self.several)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(chips)


def _numbers(report: CoverageReport, listed: int | None) -> str:
    still_open = plural("{count} open", "{count} open", report.open_count)
    if listed is not None:
        still_open = _("{listed} of {open}").format(listed=in_digits(listed), open=still_open)
    if not report.accepted:
        return still_open
    accepted = plural("{count} accepted", "{count} accepted", len(report.accepted))
    return _("{open}, {accepted}").format(open=still_open, accepted=accepted)
