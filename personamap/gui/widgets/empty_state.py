"""What a place says while nothing is in it: what belongs here, and the one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.icons import icon, icon_pixmap, size_before_words
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MARK, _WIDTH, _ALL = 48, 440, 1000
_HELP = "help"


class EmptyState(QWidget):
    """An icon, a headline and a few words in the middle, with a button for the next step."""

    def __init__(self, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ownFocusRing", True)
        picture = plain_label()
        picture.setPixmap(icon_pixmap(mark, "seat", _MARK, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title, self.words = _centred("person"), _centred("secondary")
        middle = self._middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for widget in (picture, self.title, self.words):
            self._column.addWidget(widget)
        self.more = _link(_("Read more about this"))
        self.more.clicked.connect(self._on_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = page_of(_in_the_middle(middle), steady=False)
        whole.addWidget(self.area)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def tell(self, title: str, words: str) -> None:
        """Say what belongs here."""
        self.title.setText(title)
        self.words.setText(words)

    def add_button(self, text: str, mark: str = "") -> QPushButton:
        """Offer a next step, taken with Enter too; one with an icon is the main one.

        The keys are on the first that was added, once this place is shown.
        """
        button = QPushButton(icon(mark, "on"), text) if mark else QPushButton(text)
        button.setAutoDefault(True)
        if mark:
            button.setProperty("role", "primary")
            button.setIconSize(size_before_words())
        place = self._column.indexOf(self.more)
        self._column.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setTabOrder(button, self.more)
        if self.focusProxy() is self.more:
            self.setFocusProxy(button)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.more.setVisible(self._help() is not None)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(current_theme().px(_WIDTH))

    def _help(self) -> QAction | None:
        """Return what opens the help about this place, where the window has such an action."""
        return self.window().findChild(QAction, _HELP)

    def _on_more(self) -> None:
        action = self._help()
        if action is not None:
            action.trigger()


def _in_the_middle(middle: QWidget) -> QWidget:
    """Return a page with this a little above its middle, as wide as it may become."""
    page = QWidget()
    page.setProperty("role", "content")
    # The words wrap: their height follows from the width they really get, which an
    # alignment would hide from the layout.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(middle, _ALL)
    row.addStretch(1)
    layout = QVBoxLayout(page)
    layout.addStretch(2)
    layout.addLayout(row)
    layout.addStretch(3)
    return page


def _link(text: str) -> QPushButton:
    link = QPushButton(text)
    link.setProperty("role", "text-link")
    link.setAutoDefault(True)
    link.hide()
    return link


def _centred(role: str) -> QLabel:
    label = plain_label()
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
