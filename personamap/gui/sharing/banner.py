"""A line above the workspace that stays for as long as what it says is so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from personamap.gui.look.icons import icon, icon_pixmap
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MARK = 16
_BUTTONS = 2
"""Where in the row the buttons stand: after the icon and the words."""
Offer = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """Says one thing quietly and offers what can be done about it; one `closable` can be sent away.

    The text is always plain: a name with angle brackets is a name.
    """

    sent_away = Signal()

    def __init__(self, mark: str, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "finding")
        self._mark_name = mark
        self._mark = plain_label()
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offers: tuple[QPushButton, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(12)
        self._row.addWidget(self._mark)
        self._row.addWidget(self.text, 1)
        if closable:
            self.close_button = self._close_button()
            self._row.addWidget(self.close_button)
        look = current_look()
        if look is not None:
            look.changed.connect(self._tint)
        self._tint()
        self.hide()

    def tell(self, text: str, *offers: Offer) -> None:
        """Show `text` with a button for each of the `offers`."""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        for button in self.offers:
            self._row.removeWidget(button)
            button.deleteLater()
        self.offers = tuple(self._button(at, *offer) for at, offer in enumerate(offers, _BUTTONS))
        self.show()

    def _button(self, at: int, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: act())
        self._row.insertWidget(at, button)
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

    def _tint(self) -> None:
        side = current_theme().px(_MARK)
        mark = icon_pixmap(self._mark_name, "ink2", side, self.devicePixelRatioF())
        self._mark.setPixmap(mark)
