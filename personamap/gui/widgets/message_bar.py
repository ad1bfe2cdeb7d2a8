"""One calm line above the workspace for what could not be done, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from personamap.gui.look.icons import icon, icon_pixmap
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MARK = 16


class MessageBar(QFrame):
    """Shows one message until it is closed or the next one takes its place.

    The text is always plain: a name with angle brackets is a name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "finding")
        self.setProperty("current", "true")
        self._mark = plain_label()
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.offer = QPushButton()
        self.offer.clicked.connect(self._on_offer_taken)
        self._act: Callable[[], None] | None = None
        self._is_until_saved = False
        self.close_button = _close_button()
        self.close_button.clicked.connect(self.hide)
        self._lay_out()
        look = current_look()
        if look is not None:
            look.changed.connect(self._tint)
        self._tint()
        self.hide()

    def tell(
        self,
        text: str,
        offer: str = "",
        act: Callable[[], None] | None = None,
        *,
        until_saved: bool = False,
    ) -> None:
        """Show `text`, with one button named `offer` that calls `act`.

        What is said of work that is not saved is so only `until_saved`.
        """
        self._is_until_saved = until_saved
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._act = act
        self.show()
        # Loading what Qt has for screen readers would hold up every start.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def on_saved(self) -> None:
        """Take away what was said of work that was not saved."""
        if self._is_until_saved:
            self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.offer)
        row.addWidget(self.close_button)

    def _on_offer_taken(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _tint(self) -> None:
        side = current_theme().px(_MARK)
        self._mark.setPixmap(icon_pixmap("info", "warn", side, self.devicePixelRatioF()))
        self.close_button.setIconSize(QSize(side, side))


def _close_button() -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setIcon(icon("x"))
    button.setToolTip(_("Close this message"))
    button.setAccessibleName(_("Close this message"))
    return button
