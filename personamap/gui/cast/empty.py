"""What the wall says when there is nobody on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from personamap.gui.cast.choosing import Choosing
from personamap.gui.look.icons import icon, icon_pixmap
from personamap.i18n import _

_MARK, _WIDTH = 48, 420


class EmptyCast(QWidget):
    """Says what belongs here and offers the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icon_pixmap("users", "seat", _MARK, self.devicePixelRatioF()))
        self.title, self.text = _centred("person"), _centred("secondary")
        self.add = QPushButton(icon("plus", "on"), _("Add the first person"))
        self.add.setProperty("role", "primary")
        self.show_all = QPushButton(_("Show everybody"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (mark, self.title, self.text, self.add, self.show_all):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def tell(self, choosing: Choosing, has_people: bool) -> None:
        """Explain why nobody is here, and what to do about it."""
        filtered = has_people and choosing.narrows
        self.add.setVisible(not filtered)
        self.show_all.setVisible(filtered)
        if filtered:
            self.title.setText(_("Nobody here is like that yet"))
            self.text.setText(
                _("The search and the filter together leave nobody. That may be worth knowing.")
            )
            return
        self.title.setText(_("The people of your course go here"))
        self.text.setText(
            _(
                "Start with one person you could meet at work: a name, what they do, and "
                "something that happened to them. Everything else can wait, and may stay open."
            )
        )


def _centred(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    label.setFixedWidth(_WIDTH)
    return label
