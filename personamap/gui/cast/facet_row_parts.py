"""The widgets of a facet row and where they stand; the row itself says what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.cast.small_buttons import MenuChip, StarButton
from personamap.gui.fields.fields import LineField, MultiLineField
from personamap.gui.look.icons import icon, icon_pixmap
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import HEIGHT, add_chip
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.fold_section import SIDE
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_BEARING = 2


class FacetRowParts(QFrame):
    """Label and star, how it is shown, chips, own words: laid out, and nothing else."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = _HeadLabel()
        self.star = StarButton(self)
        self.showing = MenuChip("quiet-chip", self)
        self.more = QToolButton(self)
        self.more.setIcon(icon("ellipsis"))
        self.more.setMinimumSize(HEIGHT, HEIGHT)
        self.blank = MenuChip("chip-blank", self)
        self.add = add_chip(_("Add"), self)
        self.state_again = _link(_("count it again"), self)
        self.say = _link(_("own words"), self)
        self.say.setIcon(icon("quote"))
        self.exactly = _ChipLabel()
        self.quote = _Quote(self)
        self.words = self.quote.words
        self.note = LineField(self)
        self.note.setProperty("role", "inline")
        self.note.addAction(icon("pencil", "ink3"), LineField.ActionPosition.LeadingPosition)
        self.note.setPlaceholderText(_("How do learners notice?"))
        self.chips = QWidget(self)
        self.flow = FlowLayout(self.chips, 6)
        self._lay_out()
        self.name_after(label)

    def name_after(self, label: str) -> None:
        """Name every control after the facet, since a screen reader hears them one by one."""
        self.label.setText(label)
        self.more.setToolTip(_("Leave this blank"))
        self.star.setToolTip(_("Matters for this course"))
        for control, words in (
            (self.star, _("{facet}: matters for this course")),
            (self.more, _("{facet}: leave blank")),
            (self.add, _("{facet}: add a value")),
            (self.say, _("{facet}: add own words")),
            (self.state_again, _("{facet}: count it again")),
            (self.words, _("{facet}: in their own words")),
            (self.note, _("{facet}: note on how the story shows it")),
        ):
            control.setAccessibleName(words.format(facet=label))

    def line_up(self, *widgets: QWidget) -> None:
        """Put these widgets into the line of chips, in this order, and hide the rest of it."""
        standing: Sequence[QWidget] = (
            self.blank,
            self.add,
            self.state_again,
            self.say,
            self.exactly,
        )
        while self.flow.count():
            self.flow.takeAt(0)
        for widget in widgets:
            self.flow.addWidget(widget)
            if widget.isHidden():
                widget.show()
        for widget in standing:
            if widget not in widgets:
                widget.hide()
        before: QWidget = self.more
        for widget in widgets:
            QWidget.setTabOrder(before, widget)
            before = widget
        self.flow.invalidate()
        self.chips.updateGeometry()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.label)
        head.addWidget(self.star)
        head.addStretch(1)
        head.addWidget(self.showing)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self.chips, self.quote, self.note):
            column.addWidget(widget)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = current_theme().color("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)


class _HeadLabel(QLabel):
    """The name of a facet, in one line wherever there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "label")
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        # Qt asks for the width of a nearly square block of words, and breaks short names.
        wide = self.fontMetrics().horizontalAdvance(self.text()) + _BEARING
        return QSize(wide, super().sizeHint().height())


class _ChipLabel(QLabel):
    """Words that stand in a line of chips, as high as a chip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "caption")

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, current_theme().px(HEIGHT)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Quote(QFrame):
    """What a person says themselves, with a quote mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quote")
        self.words = MultiLineField(lines=1)
        self.words.setProperty("role", "inline")
        self.words.setPlaceholderText(_("In their own words"))
        mark = plain_label()
        mark.setPixmap(icon_pixmap("quote", "ink3", 14, self.devicePixelRatioF()))
        mark.setContentsMargins(0, 8, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


def _link(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("role", "quiet-chip")
    button.setAutoDefault(False)
    return button
