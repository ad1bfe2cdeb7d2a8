"""Who shares scenes with whom, as a table of the cast against itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.meetings import Meetings, find_meetings
from personamap.domain.changes import Changes
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.gui.cast.card import shown_name
from personamap.gui.coverage.cell_paint import frame_as_it_stands, paint_head
from personamap.gui.coverage.cell_table import CellTable
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.scene_card import numbered_name, scene_name
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ACROSS = Qt.Orientation.Horizontal
_CELL, _HEAD, _LABEL, _FACE, _PADDING = 44, 44, 176, 32, 8
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class MeetingModel(QAbstractTableModel):
    """The cast by the cast; a cell holds the scenes that two people share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Persona, ...] = ()
        self.meetings = Meetings({}, {})

    def show_project(self, project: Project) -> None:
        """Show another snapshot; with the same people, the current cell stays."""
        same = [p.id for p in project.cast] == [p.id for p in self.people]
        if not same:
            self.beginResetModel()
        self.people, self.meetings = project.cast, find_meetings(project)
        if not same:
            self.endResetModel()
        elif self.people:
            last = len(self.people) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))
            self.headerDataChanged.emit(_ACROSS, 0, last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def scenes(self, index: Index) -> tuple[Scene, ...]:
        """Return the scenes that two people share."""
        one, other = self.pair(index)
        return self.meetings.between(one.id, other.id)

    def pair(self, index: Index) -> tuple[Persona, Persona]:
        """Return the two people of a cell."""
        return self.people[index.row()], self.people[index.column()]

    @override
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.people)

    @override
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.people)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            count = len(self.scenes(index))
            return f"{count}" if count else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            titles = [scene_name(scene) for scene in self.scenes(index)]
            return plain_tip("\n".join((self.spoken(index), *titles)))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if section >= len(self.people):
            return None
        name = shown_name(self.people[section])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return name
        return plain_tip(name) if role == Qt.ItemDataRole.ToolTipRole else None

    def spoken(self, index: Index) -> str:
        """Return a cell as a sentence."""
        one, other = self.pair(index)
        count = len(self.scenes(index))
        if index.row() == index.column():
            there = plural("{count} scene", "{count} scenes", count) if count else _("no scene")
            return _("{name} is in {scenes}").format(name=shown_name(one), scenes=there)
        shared = plural("share {count} scene", "share {count} scenes", count)
        return _("{one} and {other} {share}").format(
            one=shown_name(one),
            other=shown_name(other),
            share=shared if count else _("share no scene"),
        )


class MeetingsPage(DocumentView):
    """Return or a click on a cell lists the scenes two people share, and leads to one."""

    person_opened = Signal(str)
    scene_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.pairs = MeetingModel(self)
        self.view = MeetingView(self.pairs, portraits)
        self.view.asked.connect(self._on_asked)
        self.view.person_opened.connect(self.person_opened)
        self.setFocusProxy(self.view)
        self.note = hint("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches("personas", "scenes", "media"):
            return
        self.pairs.show_project(self.document.project)
        if not self.view.currentIndex().isValid() and self.pairs.people:
            self.view.setCurrentIndex(self.pairs.index(0, 0))
        self.note.setText(
            _("In how many scenes two people are there together. The map draws the same.")
            if self.pairs.people
            else _("Nobody is in the cast yet. Who meets whom shows here with the first people.")
        )

    def _on_asked(self, index: QModelIndex) -> None:
        scenes, project = self.pairs.scenes(index), self.document.project
        if not scenes:
            return
        rows = [PopupRow(scene.id, numbered_name(project, scene)) for scene in scenes]
        popup = SearchPopup(self.pairs.spoken(index), rows, parent=self)
        popup.picked.connect(self.scene_opened)
        anchor = QWidget(self.view.viewport())
        anchor.setGeometry(self.view.visualRect(index))
        popup.destroyed.connect(anchor.deleteLater)
        popup.open_at(anchor)


class MeetingView(CellTable):
    """The table itself, walked with the arrow keys."""

    asked = Signal(QModelIndex)
    person_opened = Signal(str)

    def __init__(
        self, pairs: MeetingModel, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pairs = pairs
        self.setModel(pairs)
        self.setItemDelegate(_MeetingDelegate(pairs, self))
        self.setVerticalHeader(_FaceHeader(Qt.Orientation.Vertical, pairs, portraits, self))
        self.setHorizontalHeader(_FaceHeader(_ACROSS, pairs, portraits, self))
        for area in (self, self.verticalHeader(), self.horizontalHeader()):
            area.setProperty("role", "ground")
        self.setAccessibleName(_("Who shares scenes with whom"))
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self.asked)
        self.activated.connect(self._on_activated)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.sectionClicked.connect(self._on_head_clicked)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        rows, across = self.verticalHeader(), self.horizontalHeader()
        for header in (rows, across):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(theme.px(_CELL))
        rows.setFixedWidth(theme.px(_LABEL))
        across.setFixedHeight(theme.px(_HEAD))

    def _on_activated(self, index: QModelIndex) -> None:
        # A click is told twice where the system activates with one.
        if self.hasFocus():
            self.asked.emit(index)

    def _on_head_clicked(self, section: int) -> None:
        self.person_opened.emit(self._pairs.people[section].id)


class _FaceHeader(QHeaderView):
    """A face, and at a row the name beside it."""

    def __init__(
        self,
        orientation: Qt.Orientation,
        pairs: MeetingModel,
        portraits: Portraits,
        parent: QWidget,
    ) -> None:
        super().__init__(orientation, parent)
        self._pairs, self._portraits = pairs, portraits
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, persona = current_theme(), self._pairs.people[logicalIndex]
        across = self.orientation() == _ACROSS
        painter.save()
        paint_head(painter, rect)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = theme.px(_FACE)
        face = self._portraits.circle(persona, side, painter.device().devicePixelRatioF())
        left = rect.center().x() - side / 2 + 0.5 if across else float(rect.left() + _PADDING)
        painter.drawPixmap(QPointF(left, rect.center().y() - side / 2 + 0.5), face)
        if not across:
            words = QRectF(rect).adjusted(2 * _PADDING + side, 0, -4, 0)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("ink"))
            name = painter.fontMetrics().elidedText(
                shown_name(persona), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, _LEADING, name)
        painter.restore()


class _MeetingDelegate(QStyledItemDelegate):
    def __init__(self, pairs: MeetingModel, view: CellTable) -> None:
        super().__init__(view)
        self._pairs, self._view = pairs, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = current_theme(), QRectF(option.rect)
        count, own = len(self._pairs.scenes(index)), index.row() == index.column()
        painter.save()
        painter.fillRect(area, theme.color("surface" if count and not own else "sunken"))
        painter.setFont(theme.font("chip" if own else "strong"))
        painter.setPen(theme.color("ink3" if own else "ink"))
        if count:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{count}")
        frame_as_it_stands(painter, option, self._view)
        painter.restore()
