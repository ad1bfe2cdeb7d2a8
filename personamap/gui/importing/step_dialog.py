"""A dialog that asks for a file, leads through a few pages about it, and then takes it in.

What happens next is at the bottom right, the way back beside it. The file is
read off the GUI thread; an older copy is kept before anything comes in.
"""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.importing.file_page import FilePage
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import busy_line, hint, size_for
from personamap.i18n import _

_SIZE = QSize(880, 640)
_SMALLEST = QSize(560, 420)


class StepDialog(QDialog):
    """Holds the title, the pages, a line that moves while something is read, and the buttons.

    The dialog that is built on it gives `read`, what becomes of what was
    read, what `next` does on each page, and `bring_in`.
    """

    def __init__(
        self,
        document: Document,
        title: str,
        start: FilePage,
        *steps: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
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
        self._make_buttons()
        self.start.file_chosen.connect(self.read)
        self._reading = LatestJob(0, self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self.show_unreadable)
        self._lay_out()

    @abstractmethod
    def read(self, path: Path) -> None:
        """Read a file in the background; `_reading` tells when that is done."""

    @abstractmethod
    def bring_in(self) -> None:
        """Change the project in one step, by what the pages say."""

    @abstractmethod
    def _on_read(self, found: Any) -> None:
        """Show what was read."""

    @abstractmethod
    def _on_next(self) -> None:
        """Go on to the next page, or bring in what the last one says."""

    @override
    def done(self, result: int) -> None:
        self._reading.stop()
        super().done(result)

    def begin(self, path: Path | None) -> Self:
        """Open over the window with this file; without one, ask for it first."""
        self.show_page(self.start)
        self.open()
        if path is None:
            self.start.choose_file()
        else:
            self.start.file_chosen.emit(path)
        return self

    def show_page(self, page: QWidget) -> None:
        """Go to a page, ready to be used from the keyboard."""
        self.pages.setCurrentWidget(page)
        self._show_buttons()
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

    def _make_buttons(self) -> None:
        self.cancel = QPushButton(_("Cancel"))
        self.back = QPushButton(_("&Back"))
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)

    def _show_buttons(self) -> None:
        """Show the buttons that this page needs; what is built on it names and enables them."""
        is_start = self.pages.currentWidget() is self.start
        self.back.setVisible(not is_start)
        self.next.setVisible(not is_start)

    def _take_in(self) -> None:
        """Bring in what was read once the project as it is has been kept as an older copy."""
        self.next.setEnabled(False)
        self._document.after_copy("import", self._on_copied)

    def _on_copied(self) -> None:
        if self.isVisible():
            self.bring_in()
            self.accept()

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
