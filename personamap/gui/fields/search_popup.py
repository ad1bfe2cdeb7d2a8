"""A popup in which people search a list and pick from it with the keyboard or the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.fields.fields import LineField
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_WIDTH, _MOST_ROWS, _ROW = 320, 9, 32
_INDENT = "     "
OTHER = "…"
"""The id of the last row, which offers to take the words as they were typed."""


class PopupRow(Struct, frozen=True):
    """One thing on offer; a `level` of 1 stands under the last row of level 0."""

    id: str
    text: str
    help: str = ""
    level: int = 0
    chosen: bool = False
    also: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether all words occur in what this row is known by."""
        text = f"{self.text} {self.also}".casefold()
        return all(word in text for word in words)

    def begins_with(self, words: Sequence[str]) -> bool:
        """Tell whether all words begin a word of the text itself."""
        own = f" {self.text}".casefold()
        return all(f" {word}" in own for word in words)


class SearchPopup(QFrame):
    """A search line over a list. Down and Up walk, Return picks, Escape closes.

    `other` is a text with a `{words}` hole that offers to use what was
    typed when nothing fits; `written` then says the words.
    """

    picked = Signal(str)
    written = Signal(str)

    def __init__(
        self, title: str, rows: Sequence[PopupRow], other: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        self._rows = {row.id: row for row in rows}
        self._order = [row.id for row in rows]
        self._other = other
        self.search = LineField()
        self.search.setPlaceholderText(title)
        self.search.setAccessibleName(title)
        self.search.textEdited.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.found = IdListModel(self._show, self)
        self.list = _list_view(self.found, title)
        self.list.clicked.connect(self._on_clicked)
        self._none = plain_label(_("Nothing here has these words."))
        self._none.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.search, self.list, self._none):
            column.addWidget(widget)
        self.setFocusProxy(self.search)
        self._on_searched("")

    def open_at(self, anchor: QWidget) -> None:
        """Open below `anchor`, or above it where the screen ends."""
        self.open_by(anchor, anchor.rect())

    def open_by(self, anchor: QWidget, part: QRect) -> None:
        """Open below a part of `anchor`, such as a cell, or above it where the screen ends."""
        rows = min(max(len(self._order), 1), _MOST_ROWS)
        row = max(self.list.sizeHintForRow(0), current_theme().px(_ROW))
        self.list.setFixedHeight(rows * row + 4)
        self.setFixedWidth(current_theme().px(_WIDTH))
        self.adjustSize()
        at = anchor.mapToGlobal(QPoint(part.left(), part.top() + part.height() + 4))
        room = anchor.screen().availableGeometry()
        if at.y() + self.height() > room.bottom():
            at = anchor.mapToGlobal(QPoint(part.left(), part.top() - self.height() - 4))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), at.y()))
        self.move(at)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._pick(self.found.id_at(self.list.currentIndex()))
            case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.list.keyPressEvent(event)
            case _:
                return False
        return True

    def _show(self, row_id: str, role: int) -> Any:
        if row_id == OTHER:
            words = self._other.format(words=self.search.text().strip())
            return words if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.FontRole:
            return _font(strong=self._rows[row_id].level == 0 and self._has_details(row_id))
        show = _SHOWN.get(role)
        return show(self._rows[row_id]) if show else None

    def _has_details(self, row_id: str) -> bool:
        after = self._order.index(row_id) + 1
        return after < len(self._order) and self._rows[self._order[after]].level > 0

    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        shown = [row_id for row_id in self._order if self._rows[row_id].matches(words)]
        if words:
            shown.sort(key=lambda row_id: not self._rows[row_id].begins_with(words))
        if self._other and text.strip():
            shown.append(OTHER)
        self.found.show_ids(shown, shown)
        self.list.setCurrentIndex(self.found.index(0))
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._pick(self.found.id_at(index))

    def _pick(self, row_id: str) -> None:
        if not row_id:
            return
        words = self.search.text().strip()
        self.close()
        if row_id == OTHER:
            self.written.emit(words)
        else:
            self.picked.emit(row_id)


def _spoken(row: PopupRow) -> str:
    return _("{choice}, chosen").format(choice=row.text) if row.chosen else row.text


_SHOWN: dict[int, Callable[[PopupRow], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: _INDENT * row.level + row.text,
    Qt.ItemDataRole.ToolTipRole: lambda row: plain_tip(row.help) or None,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda row: row.help,
    Qt.ItemDataRole.DecorationRole: lambda row: icon("check", "accent") if row.chosen else None,
}


def _list_view(model: IdListModel, title: str) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setAccessibleName(title)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setIconSize(QSize(14, 14) * current_theme().text_scale)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _font(strong: bool) -> QFont:
    return current_theme().font("strong" if strong else "base")
