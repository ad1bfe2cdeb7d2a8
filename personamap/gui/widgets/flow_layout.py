"""A layout that fills lines with widgets like words, for chips."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Places widgets side by side and goes on in the next line when one is full.

    With `last_at_end` the last of them stands at the end of its line.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, *, last_at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._last_at_end = gap, last_at_end
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def clear(self) -> None:
        """Take every widget out and delete it."""
        while self._items:
            widget = self.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        # Qt asks many times for the same width while it lays out a long form.
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        at, line_height = area.topLeft(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if at.x() > area.left() and at.x() + size.width() > area.right() + 1:
                at = QPoint(area.left(), at.y() + line_height + self._gap)
                line_height = 0
            if self._last_at_end and item is self._items[-1]:
                at.setX(max(at.x(), area.right() + 1 - size.width()))
            if move:
                item.setGeometry(QRect(self._mirrored(at, size, area), size))
            at += QPoint(size.width() + self._gap, 0)
            line_height = max(line_height, size.height())
        return at.y() + line_height - rect.y() + self.contentsMargins().bottom()

    def _mirrored(self, at: QPoint, size: QSize, area: QRect) -> QPoint:
        widget = self.parentWidget()
        if widget is None or widget.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return at
        return QPoint(area.left() + area.right() + 1 - at.x() - size.width(), at.y())
