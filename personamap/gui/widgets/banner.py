"""A line above the workspace that says one thing, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.icon_mark import IconMark
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_CROSS = 16
_BUTTONS = 2
"""Where in the row the buttons stand: after the icon and the words."""
Offer = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """Says one thing quietly, for as long as that is so; one `closable` can be sent away.

    The text is always plain: a name with angle brackets is a name.
    """

    sent_away = Signal()

    def __init__(
        self, mark: IconMark, parent: QWidget | None = None, *, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "finding")
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offers: tuple[QPushButton, ...] = ()
        self.close_button = self._close_button()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(12)
        self._row.addWidget(mark)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.close_button)
        self.close_button.setHidden(not closable)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit_cross)
        self._fit_cross()
        self.hide()

    def say(self, text: str, *offers: Offer) -> None:
        """Show `text` with a button for each of the `offers`."""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        for button in self.offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = tuple(self._button(at, *offer) for at, offer in enumerate(offers, _BUTTONS))
        self.show()

    def _button(self, at: int, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: act())
        self._row.insertWidget(at, button)
        self.setTabOrder(button, self.close_button)
        return button

    def _close_button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setIcon(icon("x"))
        button.setToolTip(_("Close this message"))
        button.setAccessibleName(_("Close this message"))
        button.clicked.connect(self._on_sent_away)
        return button

    def _on_sent_away(self) -> None:
        self.hide()
        self.sent_away.emit()

    def _fit_cross(self) -> None:
        side = current_theme().px(_CROSS)
        self.close_button.setIconSize(QSize(side, side))
