"""The palette itself: a search line over everything that can be done or gone to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.fields.fields import LineField
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.palette.entry import Entry, found
from personamap.gui.palette.row_delegate import ROW, Index, RowDelegate
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

_WIDTH, _MOST_ROWS, _EDGE = 640, 9, 24
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Palette(QFrame):
    """Down and Up walk, Return takes, Escape closes; what was taken goes out as a signal.

    The focus stays in the search line. What is current in the list is
    announced, so that a screen reader says it while somebody types.
    """

    picked = Signal(str)  # the id of an entry

    def __init__(
        self,
        entries: Iterable[Entry],
        recent: Sequence[str],
        picture: Callable[[Entry], QIcon],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Find anything"))
        self._entries = {each.id: each for each in entries}
        self._recent = tuple(recent)
        self.search = _search_line()
        self.search.textEdited.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.rows = IdListModel(self._show, self)
        self.list = _list_view(self.rows)
        self.list.setItemDelegate(RowDelegate(self._entry_at, picture, self.list))
        self.list.clicked.connect(self._on_clicked)
        self.none = hint(_("Nothing has these words. Fewer or other words may find it."))
        self.none.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (self.search, self.list, self.none):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(self.search)
        self._on_searched("")

    @property
    def current(self) -> Entry | None:
        """The entry that Return takes."""
        return self._entry_at(self.list.currentIndex())

    def open_over(self, window: QWidget, top: int) -> None:
        """Open in the middle of a window, `top` pixels below its upper edge."""
        theme = current_theme()
        room = window.size()
        width = min(theme.px(_WIDTH), room.width() - 2 * _EDGE)
        line = self.search.sizeHint().height() + 3 * 8 + top + _EDGE
        rows = max(2, min(_MOST_ROWS, (room.height() - line) // theme.px(ROW)))
        self.list.setFixedHeight(rows * theme.px(ROW) + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((room.width() - width) // 2, top)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._announce(plural("{count} entry", "{count} entries", len(self.rows.ids)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.current)
        elif event.key() in _WALKING:
            self.list.keyPressEvent(event)
            self._announce_current()
        else:
            return False
        return True

    def _entry_at(self, index: Index) -> Entry | None:
        return self._entries.get(self.rows.id_at(index))

    def _show(self, entry_id: str, role: int) -> Any:
        each = self._entries[entry_id]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return each.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(each.reason or each.detail) or None
        return None

    def _on_searched(self, words: str) -> None:
        fitting = [each.id for each in found(self._entries.values(), words, self._recent)]
        self.rows.show_ids(fitting)
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.scrollToTop()
        self.list.setVisible(bool(fitting))
        self.none.setVisible(not fitting)
        if words:
            self._announce_current()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self._entry_at(index))

    def _take(self, each: Entry | None) -> None:
        if each is None:
            return
        if each.reason:
            self._announce(each.reason)
            return
        self.close()
        self.picked.emit(each.id)

    def _announce_current(self) -> None:
        current = self.current
        self._announce(current.said if current else self.none.text())

    def _announce(self, words: str) -> None:
        # Loading what Qt has for screen readers would hold up every start.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.search.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, words))


def _search_line() -> LineField:
    line = LineField()
    line.setPlaceholderText(_("Find anything: what to do, people, experiences, findings, help"))
    line.setAccessibleName(_("Find anything"))
    line.addAction(icon("search"), LineField.ActionPosition.LeadingPosition)
    return line


def _list_view(model: IdListModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setAccessibleName(_("Found"))
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
