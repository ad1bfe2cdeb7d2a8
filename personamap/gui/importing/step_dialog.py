"""A dialog that asks for a file and leads through a few pages about it.

What happens next is at the bottom right, the way back beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.importing.file_page import FilePage
from personamap.gui.project_session import words_for
from personamap.gui.widgets.dialog_parts import busy_line, hint, size_for
from personamap.i18n import _

_SIZE = QSize(880, 640)
_SMALLEST = QSize(560, 420)


class StepDialog(QDialog):
    """Holds the title, the pages, a line that moves while something is read, and the buttons.

    What is read from the file, and what `next` does, is for the dialog that
    is built on it.
    """

    page_shown = Signal()

    def __init__(
        self, title: str, start: FilePage, *steps: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(_SMALLEST)
        self.resize(size_for(self, _SIZE))
        self.title = hint(title, "person")
        self.start = start
        self.pages = QStackedWidget()
        for page in (start, *steps):
            self.pages.addWidget(page)
        self.progress = busy_line(_("Reading"))
        place = self.progress.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(place)
        self.progress.hide()
        self.cancel = QPushButton(_("Cancel"))
        self.back = QPushButton(_("&Back"))
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._on_back)
        self._lay_out()

    def begin(self, path: Path | None) -> Self:
        """Open over the window with this file; without one, ask for it first."""
        self.open()
        if path is None:
            self.start.choose_file()
        else:
            self.start.file_chosen.emit(path)
        return self

    def show_page(self, page: QWidget) -> None:
        """Go to a page, ready to be used from the keyboard."""
        self.pages.setCurrentWidget(page)
        self.page_shown.emit()
        self._put_the_cursor_into(page)

    def show_progress(self) -> None:
        """Let the line move, for as long as nobody knows how much there is to read."""
        self.progress.setRange(0, 0)
        self.progress.show()

    def show_reading(self, path: Path) -> None:
        """Say that a file is being read, and let no other be chosen meanwhile."""
        self.title.setText(_("Reading “{name}”").format(name=path.name))
        self.start.tell("")
        self.start.choose.setEnabled(False)
        self.show_progress()
        self.show_page(self.start)

    def show_unreadable(self, error: Exception) -> None:
        """Say why a file cannot be read, where another one can be chosen."""
        self.progress.hide()
        self.title.setText(self.windowTitle())
        self.start.tell(words_for(error))
        self.start.choose.setEnabled(True)
        self.show_page(self.start)
        self.start.choose.setFocus()

    def _on_back(self) -> None:
        self.start.choose.setEnabled(True)
        before = self.pages.widget(self.pages.currentIndex() - 1)
        assert before is not None
        self.show_page(before)

    def _put_the_cursor_into(self, page: QWidget) -> None:
        # It would be left on Cancel, the one button that is always there, and Enter would cancel.
        inside = (widget for widget in page.findChildren(QWidget) if _takes_keys(widget, page))
        next(inside, self.next).setFocus()

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


def _takes_keys(widget: QWidget, page: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisibleTo(page) and widget.isEnabled()
