"""What floats over the map: the zoom control and the legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.map.parts import LinkKind
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import N_, _

_LINES: tuple[tuple[LinkKind, str], ...] = (
    ("relationship", N_("relationship")),
    ("lived", N_("has lived this")),
    ("has", N_("has this value")),
    ("scene", N_("share a scene")),
)
_SAMPLE = QSize(28, 12)


class ZoomControl(QWidget):
    """Smaller, how large, larger, and the whole map."""

    smaller = Signal()
    larger = Signal()
    actual = Signal()
    whole = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        less = _button("first", "minus", _("Zoom out"))
        self._percent = _button("middle", "", _("Show at 100 %"))
        more = _button("middle", "plus", _("Zoom in"))
        fit = _button("last", "scan", _("Show the whole map"))
        fit.setText(_("Fit"))
        fit.setIconSize(size_before_words())
        for button in (less, self._percent, more, fit):
            layout.addWidget(button)
        less.clicked.connect(self.smaller)
        more.clicked.connect(self.larger)
        self._percent.clicked.connect(self.actual)
        fit.clicked.connect(self.whole)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the map is."""
        text = _("{percent} %").format(percent=round(zoom * 100))
        self._percent.setText(text)
        self._percent.setAccessibleName(_("Zoom: {zoom}. Show at 100 %").format(zoom=text))


class Legend(QFrame):
    """What the kinds of lines mean that are on the map; hides where it would cover much of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("What the lines mean"))
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setVerticalSpacing(4)
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self._kinds: frozenset[str] = frozenset()
        for row, (kind, words) in enumerate(_LINES):
            label = plain_label(_(words))
            label.setProperty("role", "caption")
            self._rows[kind] = _Sample(kind), label
            for column, widget in enumerate(self._rows[kind]):
                layout.addWidget(widget, row, column)
        self.hide()

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Explain these kinds of lines."""
        self._kinds = kinds
        for kind, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(kind in kinds)
        self.setVisible(bool(kinds))
        self.adjustSize()

    def give_way(self, tallest: int) -> None:
        """Hide while the legend is taller than so many pixels."""
        self.setVisible(bool(self._kinds) and self.sizeHint().height() <= tallest)


class _Sample(QWidget):
    def __init__(self, kind: LinkKind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return _SAMPLE

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        pen = QPen(theme.color("edge"), 1.5)
        if self._kind == "relationship":
            pen.setColor(theme.color("ink2"))
        elif self._kind == "scene":
            pen = QPen(theme.color("seat", 0.55), 3)
        else:
            pen.setDashPattern([1.4, 3.4])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(2, middle), QPointF(self.width() - 2, middle))


def _button(segment: str, icon_name: str, tip: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("segment", segment)
    button.setAutoDefault(False)
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip)
    if icon_name:
        button.setIcon(icon(icon_name, "ink"))
    return button
