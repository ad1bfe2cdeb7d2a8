"""The Tab key goes from control to control as a page is read.

Qt goes by the order in which widgets were made. Parts that come later, when
somebody first looks at them, would all stand at the end, behind what is read
after them. So windows with such parts ask where they stand instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_on_reading(window: QWidget, *, is_next: bool) -> bool:
    """Put the focus on the next or the last control of this window; False where there is none."""
    stops = list(tab_stops(window))
    if not stops:
        return False
    here = QApplication.focusWidget()
    step = 1 if is_next else -1
    at = stops.index(here) + step if here in stops else _nearest(stops, here, step)
    reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key can reach within `part`, in the order in which it is read."""
    for widget in _as_read(part):
        if _stops_at(widget):
            yield widget
        yield from tab_stops(widget)


def _as_read(part: QWidget) -> list[QWidget]:
    """Return the children that are shown, row by row, and in a row as the language runs."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    shown = [
        widget
        for widget in part.findChildren(QWidget, options=direct)
        if widget.isVisible() and widget.isEnabled() and not widget.isWindow()
    ]
    mirrored = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rows: list[list[QWidget]] = []
    for widget in sorted(shown, key=lambda child: child.y()):
        if rows and widget.geometry().center().y() <= _bottom(rows[-1]):
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda w: _place(w, mirrored))]


def _bottom(row: list[QWidget]) -> int:
    return row[0].geometry().bottom()


def _place(widget: QWidget, mirrored: bool) -> int:
    return -widget.geometry().right() if mirrored else widget.x()


def _stops_at(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.focusProxy() is None


def _nearest(stops: list[QWidget], here: QWidget | None, step: int) -> int:
    """Return where to go from a widget that is no stop itself, such as a whole page."""
    if here is not None:
        inside = [at for at, stop in enumerate(stops) if here.isAncestorOf(stop)]
        if inside:
            return inside[0] if step > 0 else inside[-1]
        around = [at for at, stop in enumerate(stops) if stop.isAncestorOf(here)]
        if around:
            return around[-1] + step
    return 0 if step > 0 else -1
