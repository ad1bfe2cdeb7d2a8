"""A panel in a list that shows one line, and its fields when it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from personamap.gui.look.icons import icon
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _


class FoldPanel(QFrame):
    """Title, a line below it, a chevron, and what is inside once it is open."""

    opened = Signal()
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.fold = _tool("chevron-right")
        self.fold.clicked.connect(self._on_clicked)
        self.is_open = False
        self.more = _tool("ellipsis")
        self.more.clicked.connect(self.menu_wanted)
        self.title, self.line = hint("", "strong"), hint("")
        self.inside: QWidget | None = None
        self.picture = plain_label()
        self.picture.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 10)
        self.column.setSpacing(8)
        self.column.addLayout(self._head())

    def tell(self, title: str, line: str) -> None:
        """Show what this panel is about."""
        self.title.setText(title)
        say(self.line, line)
        self.fold.setAccessibleName(_("Edit {title}").format(title=title))
        self.fold.setToolTip(_("Edit"))
        self.more.setAccessibleName(_("More for {title}").format(title=title))
        self.more.setToolTip(_("More"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show a face before the title."""
        self.picture.setPixmap(picture)
        self.picture.show()

    def open(self) -> None:
        """Show the fields."""
        if not self.is_open:
            self._on_clicked()

    def fill(self, inside: QWidget) -> None:
        """Put the fields in."""
        self.inside = inside
        self.column.addWidget(inside)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.fold, 0, top)
        head.addWidget(self.picture, 0, top)
        head.addLayout(words, 1)
        head.addWidget(self.more, 0, top)
        return head

    def _on_clicked(self) -> None:
        self.is_open = not self.is_open
        self.fold.setIcon(icon("chevron-down" if self.is_open else "chevron-right"))
        if self.is_open:
            self.opened.emit()
        if self.inside is not None:
            self.inside.setVisible(self.is_open)


def _tool(icon_name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setMinimumSize(24, 24)
    return button
