"""The matrices of Coverage: of all courses together, or of any one of them."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.gui.coverage.matrix_card import MatrixCard
from personamap.gui.coverage.people_popup import Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.look.theme import current_look
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.gui.widgets.slices import Slices
from personamap.i18n import _

ALL = -1
"""The place that stands for all courses together."""


class MatrixPage(QWidget):
    """Crosses facets and narrative functions, with what is crossed kept from course to course."""

    looked_into = Signal(object, object, QPoint, int)  # Question, Shown, where, place of the course

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._together: Shown | None = None
        self._shown: Shown | None = None
        self._slices = Slices(self)
        self.course = QComboBox()
        leave_wheel_to_page(self.course)
        self.course.setAccessibleName(_("Which courses the matrix shows"))
        self.course.activated.connect(self._draw)
        self.matrix = MatrixCard()
        self.matrix.looked_into.connect(self._on_looked_into)
        look = current_look()
        if look is not None:
            look.changed.connect(self.matrix.fit_boxes)
        self._lay_out()

    @property
    def filled(self) -> bool:
        """Tell whether the matrix is shown by now."""
        return not self._slices.busy

    def show_catalogue(self, catalogue: Catalogue, shown: Shown) -> None:
        """Offer the courses of a catalogue, and stay with the one that was looked at."""
        chosen = self.course.currentText()
        self._catalogue, self._together = catalogue, shown
        self.course.clear()
        self.course.addItem(_("All courses together"), ALL)
        for place, course in enumerate(catalogue.courses):
            self.course.addItem(course.title, place)
        self.course.setCurrentIndex(max(0, self.course.findText(chosen)))
        self._draw()

    def _draw(self) -> None:
        place: int = self.course.currentData()
        if self._catalogue is None:
            return
        self._shown = self._together
        if place != ALL:
            report = self._catalogue.reports[place]
            self._shown = Shown(report, Portraits(report.project.find_media))
        if self._shown is not None:
            self._slices.run(self.matrix.show_report(self._shown))

    def _on_looked_into(self, question: Question, at: QPoint) -> None:
        # What a course lacks is filled in that course, where it can be taken back.
        asked = replace(question, need=None)
        self.looked_into.emit(asked, self._shown, at, self.course.currentData())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        label = plain_label(_("Cou&rses:"))
        label.setBuddy(self.course)
        head.addWidget(label)
        head.addWidget(self.course)
        head.addStretch(1)
        content = QWidget()
        content.setProperty("role", "content")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 4, 8, 16)
        inner.addWidget(self.matrix)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(page_of(content), 1)
