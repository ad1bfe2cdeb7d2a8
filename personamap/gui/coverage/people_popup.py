"""Who is in a seat or a cell: a list that pops up and leads to each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from personamap.analysis.check import Need
from personamap.gui.coverage.shown import Shown
from personamap.gui.id_list_model import IdListModel
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, plural

_WIDTH, _FACE, _ROW, _MOST_ROWS = 320, 32, 44, 8


class Question(Struct, frozen=True):
    """What was looked into: its title, what to say about it, who is there, and how to get there."""

    title: str
    note: str
    people: tuple[str, ...]
    starred: bool | None = None
    need: Need | None = None


class PeoplePopup(QFrame):
    """Lists people; Enter or a click opens one, Escape closes the list.

    Where what was looked into can be starred, it offers the star too, and
    where nobody is, the ways to put somebody there.
    """

    person_chosen = Signal(str)
    starring = Signal(bool)
    ways_asked = Signal(object)  # Question

    def __init__(self, question: Question, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self.setAccessibleName(question.title)
        self._shown = shown
        self._people = {persona.id: persona for persona in shown.people(question.people)}
        self.model = IdListModel(self._show, self)
        self.model.show_ids(list(self._people))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(_FACE, _FACE) * current_theme().text_scale)
        self.list.setAccessibleName(question.title)
        self.list.clicked.connect(self._on_activated)
        self.list.activated.connect(self._on_activated)
        self.star = QCheckBox(_("Matters for this course"))
        self.star.setChecked(bool(question.starred))
        self.star.setVisible(question.starred is not None)
        self.star.clicked.connect(self.starring)
        self._question = question
        self.ways = QPushButton(_("Fill this place…"))
        self.ways.setVisible(question.need is not None and not self._people)
        self.ways.clicked.connect(self._on_ways)
        self._lay_out(question)

    def open_at(self, at: QPoint) -> None:
        """Show the list with its corner there, or as near as the screen allows."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(at.x(), room.right() - self.width())
        y = min(at.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        if self._people:
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)
            self.list.setCurrentIndex(self.model.index(0))
        elif not self.ways.isHidden():
            self.ways.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, question: Question) -> None:
        theme = current_theme()
        title, note = (
            plain_label(question.title),
            plain_label(question.note or _how_many(self._people)),
        )
        title.setProperty("role", "strong")
        note.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for label in (title, note):
            label.setWordWrap(True)
            label.setFixedWidth(theme.px(_WIDTH) - 24)
            column.addWidget(label)
        self.list.setVisible(bool(self._people))
        rows = min(_MOST_ROWS, len(self._people))
        self.list.setFixedHeight(rows * max(_ROW, theme.px(_ROW)) + 8)
        column.addWidget(self.list)
        column.addWidget(self.star)
        column.addWidget(self.ways)
        self.setFixedWidth(theme.px(_WIDTH))

    def _show(self, persona_id: str, role: int) -> Any:
        persona = self._people[persona_id]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return persona.name or _("Nameless")
        if role == Qt.ItemDataRole.DecorationRole:
            face = self._shown.portraits.circle(persona, _FACE, self.devicePixelRatioF())
            icon = QIcon(face)
            icon.addPixmap(face, QIcon.Mode.Selected)
            return icon
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, max(_ROW, current_theme().px(_ROW)))
        return None

    def _on_ways(self) -> None:
        self.close()
        self.ways_asked.emit(self._question)

    def _on_activated(self, index: QModelIndex) -> None:
        persona_id = self.model.id_at(index)
        self.close()
        self.person_chosen.emit(persona_id)


def _how_many(people: Sequence[str] | dict[str, Any]) -> str:
    return plural("{count} person", "{count} people", len(people)) if people else _("Nobody yet")
