"""Who speaks how much: one line a person, with a calm bar and the words behind it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.meetings import Meetings, find_meetings
from personamap.analysis.voices import Voice, Voices, hear
from personamap.domain.changes import Changes
from personamap.domain.persona import Persona
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.id_list_model import IdListModel, Index
from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits, faces_width, first_faces, paint_faces
from personamap.gui.story.voice_words import met_words, said_words, where_words
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _

_ROW, _FACE, _MET, _SIDE, _BAR = 64, 40, 26, 16, 8
_NAME_SHARE, _MET_WIDTH, _NARROW = 0.32, 120, 560
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class VoicesPage(DocumentView):
    """Lists the cast, those who say most first; Return or a double click opens one."""

    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.heard = Voices((), None)
        self.meetings = Meetings({}, {})
        self._voices: dict[str, Voice] = {}
        self._people: dict[str, Persona] = {}
        self.note = hint("", "secondary")
        self.people = IdListModel(self._show, self)
        self.list = VoiceList(self, portraits)
        self.list.setModel(self.people)
        self.list.opened.connect(self.person_opened)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)

    def voice(self, persona_id: str) -> Voice:
        """Return how somebody is heard."""
        return self._voices[persona_id]

    def people_of(self, ids: tuple[str, ...]) -> list[Persona]:
        """Return the people with these ids."""
        return [self._people[persona_id] for persona_id in ids if persona_id in self._people]

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches("personas", "scenes", "media"):
            return
        project = self.document.project
        self.heard, self.meetings = hear(project), find_meetings(project)
        self._voices = {voice.persona: voice for voice in self.heard.voices}
        self._people = {persona.id: persona for persona in project.cast}
        ids = [voice.persona for voice in self.heard.voices]
        self.people.show_ids(ids, ids)
        self.note.setText(_note(self.heard))

    def _show(self, persona_id: str, role: int) -> Any:
        voice, persona = self._voices.get(persona_id), self._people.get(persona_id)
        if voice is None or persona is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(persona)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            met = self.people_of(self.meetings.met_by(persona_id))
            words = (said_words(voice), where_words(voice), met_words(met))
            return ", ".join((shown_name(persona), *words))
        return None


class VoiceList(QListView):
    """The list itself, with a face, a bar and words in each line."""

    opened = Signal(str)

    def __init__(self, page: VoicesPage, portraits: Portraits) -> None:
        super().__init__(page)
        self.setProperty("role", "ground")
        self.setProperty("ownFocusRing", True)
        self.setAccessibleName(_("Who speaks how much"))
        self.setItemDelegate(_VoiceDelegate(page, portraits, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_opened)
        look = current_look()
        if look is not None:
            look.changed.connect(self.scheduleDelayedItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        model = self.model()
        assert isinstance(model, IdListModel)
        self.opened.emit(model.id_at(index))


class _VoiceDelegate(QStyledItemDelegate):
    def __init__(self, page: VoicesPage, portraits: Portraits, view: QListView) -> None:
        super().__init__(view)
        self._page, self._portraits, self._view = page, portraits, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), current_theme().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = current_theme(), QRectF(option.rect)
        persona_id = self._page.people.id_at(index)
        (persona,) = self._page.people_of((persona_id,))
        voice = self._page.voice(persona_id)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, theme.color("sunken" if hovered else "surface"))
        line = area.adjusted(_SIDE, area.height() - 1, -_SIDE, 0)
        painter.fillRect(line, theme.color("line"))
        side = theme.px(_FACE)
        face = self._portraits.circle(persona, side, painter.device().devicePixelRatioF())
        mark = QRectF(_SIDE, area.center().y() - side / 2, side, side)
        painter.drawPixmap(placed(painter, mark, area).topLeft(), face)
        words = area.adjusted(2 * _SIDE + side, 0, -_SIDE, 0)
        name = QRectF(words.left(), area.top(), words.width() * _NAME_SHARE, area.height())
        _paint_two(painter, placed(painter, name, area), shown_name(persona), where_words(voice))
        rest = words.adjusted(name.width() + _SIDE, 0, 0, 0)
        if area.width() > theme.px(_NARROW):
            self._paint_met(painter, rest, area, persona_id, hovered)
            rest.setRight(rest.right() - theme.px(_MET_WIDTH) - _SIDE)
        self._paint_bar(painter, placed(painter, rest, area), voice)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint_ring(painter, area.adjusted(5, 5, -5, -5), 8)
        painter.restore()

    def _paint_bar(self, painter: QPainter, area: QRectF, voice: Voice) -> None:
        theme, heard = current_theme(), self._page.heard
        height = theme.px(_BAR)
        bar = QRectF(area.left(), area.center().y() - height - 2, area.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        said = voice.said(heard.measure) if heard.measure else 0
        if said:
            whole = QRectF(bar)
            bar.setWidth(max(float(height), bar.width() * said / heard.most))
            bar = placed(painter, bar, whole)
            painter.setBrush(theme.color("seat"))
            painter.drawRoundedRect(bar, height / 2, height / 2)
        words = QRectF(area.left(), area.center().y() + 2, area.width(), area.height() / 2 - 6)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink2" if said else "ink3"))
        painter.drawText(words, _LEADING, said_words(voice))

    def _paint_met(
        self, painter: QPainter, area: QRectF, within: QRectF, persona_id: str, hovered: bool
    ) -> None:
        theme = current_theme()
        met = self._page.people_of(self._page.meetings.met_by(persona_id))
        left = area.right() - theme.px(_MET_WIDTH)
        place = QRectF(left, area.top(), theme.px(_MET_WIDTH), area.height())
        size = theme.px(_MET)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3"))
        if not met:
            painter.drawText(placed(painter, place, within), _LEADING, _("meets nobody"))
            return
        faces, more = first_faces(met)
        ratio = painter.device().devicePixelRatioF()
        pixmaps = [self._portraits.circle(persona, size, ratio) for persona in faces]
        behind = theme.color("sunken" if hovered else "surface")
        width = faces_width(painter.device(), size, len(pixmaps), more)
        row = QRectF(left, area.center().y() - size / 2, width, size)
        paint_faces(painter, placed(painter, row, within).topLeft(), pixmaps, behind, more)


def _paint_two(painter: QPainter, area: QRectF, upper: str, lower: str) -> None:
    theme = current_theme()
    middle = area.center().y()
    above = QRectF(area.left(), area.top() + 8, area.width(), middle - area.top() - 8)
    below = QRectF(area.left(), middle, area.width(), area.bottom() - middle - 8)
    for place, role, token, words in (
        (above, theme.font("strong"), "ink", upper),
        (below, theme.font("chip"), "ink3", lower),
    ):
        painter.setFont(role)
        painter.setPen(theme.color(token))
        elided = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, _LEADING, elided)


def _note(heard: Voices) -> str:
    if not heard.voices:
        return _("Nobody is in the cast yet. Who speaks how much shows here with the first people.")
    if heard.measure is None:
        return _(
            "No scene is written yet. Import a script, or note lines and words in the grid, and "
            "this shows who is heard how much."
        )
    if heard.measure == "words":
        return _("By words, those who say most first. Is it who you want to be heard?")
    return _("By lines, those who say most first. Is it who you want to be heard?")
