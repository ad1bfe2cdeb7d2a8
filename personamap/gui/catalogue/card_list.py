"""Cards one below the other, made a few at a time so that many of them hold nothing up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.slices import Slices


class CardList(QWidget):
    """Shows the cards it is given, in place of those before.

    Their buttons come behind `before` on the way of the Tab key, and not
    at its end, where Qt puts what is made late.
    """

    def __init__(self, before: QWidget, left: int = 0, above: int = 0) -> None:
        super().__init__()
        self._before = before
        self._slices = Slices(self)
        content = QWidget()
        content.setProperty("role", "content")
        self._cards = QVBoxLayout(content)
        self._cards.setContentsMargins(left, 4, 8, 16)
        self._cards.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, above, 0, 0)
        column.addWidget(page_of(content, steady=False))

    @property
    def filled(self) -> bool:
        """Tell whether every card is there by now."""
        return not self._slices.busy

    def fill(self, cards: Iterator[QWidget]) -> None:
        """Show these cards; each is made when its turn comes."""
        self._slices.stop()
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._cards.addStretch(1)
        self._slices.run(self._add(cards))

    def _add(self, cards: Iterator[QWidget]) -> Iterator[None]:
        last = self._before
        for card in cards:
            self._cards.insertWidget(self._cards.count() - 1, card)
            for button in card.findChildren(QPushButton):
                self.setTabOrder(last, button)
                last = button
            yield
