"""The marks a style sheet cannot colour: arrows, ticks and dots drawn in the palette's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from typing_extensions import override

_ELEMENT = QStyle.PrimitiveElement
_CHEVRONS: dict[QStyle.PrimitiveElement, tuple[tuple[float, float], ...]] = {
    _ELEMENT.PE_IndicatorArrowDown: ((-4, -2), (0, 2), (4, -2)),
    _ELEMENT.PE_IndicatorArrowUp: ((-4, 2), (0, -2), (4, 2)),
    _ELEMENT.PE_IndicatorArrowRight: ((-2, -4), (2, 0), (-2, 4)),
    _ELEMENT.PE_IndicatorArrowLeft: ((2, -4), (-2, 0), (2, 4)),
    _ELEMENT.PE_IndicatorSpinUp: ((-3, 1.5), (0, -1.5), (3, 1.5)),
    _ELEMENT.PE_IndicatorSpinDown: ((-3, -1.5), (0, 1.5), (3, -1.5)),
}
_LARGEST_TICK = 2.4
_USUAL_LARGEST, _INDENTED = 11, 1.25
"""For how many pixels of an icon a mark grows by itself once, and how far a tree is indented."""
_NEVER = (
    QStyle.StyleHint.SH_EtchDisabledText,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons,
)
_TICK = ((-4.0, 0.0), (-1.0, 3.0), (4.0, -3.0))


class CalmStyle(QProxyStyle):
    """Fusion with our own small marks, and without a focus rectangle or a desktop's icons.

    The focus ring has a gap, so it is an overlay of its own and not part
    of what a control paints.
    """

    def __init__(self, moves: Callable[[], bool], line_icon: Callable[[], int]) -> None:
        super().__init__("Fusion")
        self._moves, self._line_icon = moves, line_icon

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _ELEMENT.PE_FrameFocusRect:
            return
        if element in _CHEVRONS:
            _polyline(painter, option, _CHEVRONS[element], _mark_role(option))
        elif element == _ELEMENT.PE_IndicatorBranch:
            if option.state & QStyle.StateFlag.State_Children:
                largest = self._line_icon() / _USUAL_LARGEST
                _polyline(painter, option, _branch(option), _mark_role(option), largest)
        elif element in (_ELEMENT.PE_IndicatorCheckBox, _ELEMENT.PE_IndicatorItemViewItemCheck):
            _paint_box(painter, option)
        elif element == _ELEMENT.PE_IndicatorRadioButton:
            _paint_dot(painter, option)
        elif element == _ELEMENT.PE_IndicatorMenuCheckMark:
            _polyline(painter, option, _TICK, QPalette.ColorRole.Accent)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        # The measures that a style sheet does not reach: icons within lines, arrows of trees.
        if metric == QStyle.PixelMetric.PM_LineEditIconSize:
            return self._line_icon()
        if metric == QStyle.PixelMetric.PM_TreeViewIndentation:
            return round(self._line_icon() * _INDENTED)
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _NEVER:
            return 0
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration and not self._moves():
            return 0
        return super().styleHint(hint, option, widget, returnData)


def _branch(option: QStyleOption) -> tuple[tuple[float, float], ...]:
    if option.state & QStyle.StateFlag.State_Open:
        return _CHEVRONS[_ELEMENT.PE_IndicatorArrowDown]
    if option.direction == Qt.LayoutDirection.RightToLeft:
        return _CHEVRONS[_ELEMENT.PE_IndicatorArrowLeft]
    return _CHEVRONS[_ELEMENT.PE_IndicatorArrowRight]


def _mark_role(option: QStyleOption) -> QPalette.ColorRole:
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    return QPalette.ColorRole.Text if enabled else QPalette.ColorRole.PlaceholderText


def _polyline(
    painter: QPainter,
    option: QStyleOption,
    points: tuple[tuple[float, float], ...],
    role: QPalette.ColorRole,
    largest: float = 1.6,
) -> None:
    rect = QRectF(option.rect)
    middle = rect.center()
    scale = min(max(min(rect.width(), rect.height()) / 12, 0.8), largest)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(option.palette.color(role), 1.75 * max(1.0, scale / 1.6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * scale for x, y in points]))
    painter.restore()


def _paint_dot(painter: QPainter, option: QStyleOption) -> None:
    rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
    chosen = bool(option.state & QStyle.StateFlag.State_On)
    role = QPalette.ColorRole.Accent if chosen else QPalette.ColorRole.Dark
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(role), 1.5))
    painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(rect)
    if chosen:
        painter.setBrush(option.palette.color(role))
        painter.drawEllipse(rect.center(), rect.width() / 4, rect.width() / 4)
    painter.restore()


def _paint_box(painter: QPainter, option: QStyleOption) -> None:
    rect = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75)
    side = min(rect.width(), rect.height())
    box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    filled = partly or bool(option.state & QStyle.StateFlag.State_On)
    role = QPalette.ColorRole.Accent if filled else QPalette.ColorRole.Dark
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(role), 1.5))
    painter.setBrush(option.palette.color(role if filled else QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 4, 4)
    painter.restore()
    if filled:
        dash = ((-3.5, 0.0), (3.5, 0.0))
        mark = dash if partly else _TICK
        _polyline(painter, option, mark, QPalette.ColorRole.BrightText, _LARGEST_TICK)
