"""A part of an editor that folds, with its title in front and what is in it behind."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.base import Item
from personamap.gui.document import Document
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.i18n import _

SubjectT = TypeVar("SubjectT", bound=Item)

SIDE = 24
_HEIGHT, _CHEVRON, _GAP = 40, 14, 10
_WHOLE_WIDTH = Qt.AlignmentFlag(0)


class SectionHeader(QAbstractButton):
    """The line that opens and closes a section."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setProperty("ringRadius", 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.summary = ""

    def show_summary(self, summary: str) -> None:
        """Say in a few words what is in the section."""
        if summary != self.summary:
            self.summary = summary
            self.setAccessibleDescription(summary)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, current_theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("sunken", 0.6))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        side = theme.px(_CHEVRON)
        mark = QRectF(SIDE, (self.height() - side) / 2, side, side)
        whole = QRectF(self.rect())
        paint_icon(painter, self._chevron(), placed(painter, mark, whole), theme.color("ink2"))
        area = whole.adjusted(SIDE + side + _GAP, 0, -SIDE, 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(placed(painter, area, whole), Qt.AlignmentFlag.AlignVCenter, self.text())
        taken = painter.fontMetrics().horizontalAdvance(self.text()) + 2 * _GAP
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3"))
        room = area.adjusted(taken, 0, 0, 0)
        words = QFontMetrics(painter.font()).elidedText(
            self.summary, Qt.TextElideMode.ElideRight, int(room.width())
        )
        trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(placed(painter, room, whole), trailing, words)

    def _chevron(self) -> str:
        if self.isChecked():
            return "chevron-down"
        return "chevron-left" if self.isRightToLeft() else "chevron-right"


class FoldSection(QWidget, Generic[SubjectT]):
    """Shows one side of what the editor is on, its subject: a person, or a scene.

    What is inside is built when the section is first opened and redrawn
    only while it is open, so that a long editor costs little.
    """

    title = ""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.subject_id = ""
        self.body: QWidget | None = None
        self.header = SectionHeader(_(self.title))
        self.header.toggled.connect(self._on_toggled)
        self._sheet = QVBoxLayout(self)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._sheet.setSpacing(0)
        self._sheet.addWidget(self.header)

    @property
    @abstractmethod
    def subject(self) -> SubjectT:
        """What is shown, as it is in the present snapshot."""

    @abstractmethod
    def summary(self, subject: SubjectT, /) -> str:
        """Return what is in this section, in a few words."""

    @abstractmethod
    def build(self) -> QWidget:
        """Return the inside, to be filled by `redraw`."""

    @abstractmethod
    def redraw(self, subject: SubjectT, /) -> None:
        """Show a subject in the inside."""

    def show_subject(self, subject: SubjectT) -> None:
        """Show a subject, or what has changed about it."""
        self.subject_id = subject.id
        self.header.show_summary(self.summary(subject))
        if self.header.isChecked() and self.body is not None:
            self.redraw(subject)

    def open(self) -> None:
        """Unfold the section."""
        self.header.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.body is None:
            self.body = self.build()
            self._sheet.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(is_open)
        if is_open and self.subject_id:
            self.redraw(self.subject)


def padded(*widgets: QWidget) -> QWidget:
    """Return widgets one under the other with the margins of a section."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(SIDE, 12, SIDE, 20)
    column.setSpacing(12)
    for widget in widgets:
        is_button = isinstance(widget, QPushButton)
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if is_button else _WHOLE_WIDTH)
    return body
