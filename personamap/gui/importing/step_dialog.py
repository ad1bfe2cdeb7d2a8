"""A dialog of a few pages: what happens is at the bottom right, and the way back beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.widgets.dialog_parts import size_for
from personamap.i18n import _

_SIZE = QSize(880, 640)
_SMALLEST = QSize(560, 420)


class StepDialog(QDialog):
    """Holds the title, the pages, a line that moves while something is read, and the buttons.

    What `back` and `next` do is for the dialog that is built on it.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(_SMALLEST)
        self.resize(size_for(self, _SIZE))
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "person")
        self.title.setWordWrap(True)
        self.pages = QStackedWidget()
        self.progress = _reading_line()
        self.cancel = QPushButton(_("Cancel"))
        self.back = QPushButton(_("&Back"))
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.progress)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)


def _reading_line() -> QProgressBar:
    line = QProgressBar()
    line.setRange(0, 0)
    line.setTextVisible(False)
    line.setAccessibleName(_("Reading"))
    place = line.sizePolicy()
    place.setRetainSizeWhenHidden(True)
    line.setSizePolicy(place)
    line.hide()
    return line
