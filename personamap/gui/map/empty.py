"""What the map says when nobody is on it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from personamap.gui.look.icons import icon, icon_pixmap
from personamap.i18n import _

_WIDTH = 440
_ICON = 40


class EmptyMap(QWidget):
    """Says what belongs on the map and offers the one next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon_pixmap("waypoints", "ink3", _ICON, self.devicePixelRatioF()))
        title = QLabel(_("Nobody is on the map yet"))
        title.setProperty("role", "section")
        words = QLabel(
            _(
                "The map shows who is in the course, how they stand to each other and what they "
                "have lived. Experiences that several people share lie between them."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(_WIDTH)
        self.add_person = QPushButton(icon("plus", "on"), _("Add the first person"))
        self.add_person.setProperty("role", "primary")
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (picture, title, words, self.add_person):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
