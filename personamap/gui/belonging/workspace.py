"""The Belonging workspace: the square with everybody's way, and beside it who they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.edits.personas import add_persona, new_persona
from personamap.gui.belonging.actions import BelongingActions
from personamap.gui.belonging.inspector import BelongingInspector
from personamap.gui.belonging.people_list import PeopleList
from personamap.gui.belonging.square_view import SquareView
from personamap.gui.belonging.stands import Stand
from personamap.gui.card_workspace import CardWorkspace
from personamap.gui.coverage.dialogs import CoverageDialogs
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.document import Document
from personamap.gui.look.theme import current_look
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.empty_state import EmptyState
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, in_digits

_REACHES = ("personas", "scenes", "media")


class BelongingWorkspace(CardWorkspace):
    """Shows where everybody stands. Who is chosen is not saved.

    `inspector` is placed by the window, `belonging_actions` hang in its
    menu, `person_opened` carries the id of somebody who was asked for.
    """

    person_opened = Signal(str)
    inspector_wanted = Signal()

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._watcher = watcher
        self._portraits = Portraits.of(document)
        self.square = SquareView(self._portraits)
        self.people = PeopleList(self._portraits)
        self.belonging_actions = BelongingActions(document, self.square, self)
        self.empty = EmptyState("heart-handshake")
        self.next_step = hint("", "secondary")
        self.inspector = BelongingInspector(document, self)
        self.inspector.hide()
        self.dialogs = CoverageDialogs(document, watcher, None, self)
        for group in self.inspector.findings.groups:
            self.dialogs.answer(group.column)
        self._page = self._whole()
        self.lay_out(self._head(), self._page, self.empty)
        self._connect()

    def show_person(self, persona_id: str) -> None:
        """Put somebody forward."""
        self.square.choose(persona_id)
        self.people.follow(persona_id)
        self.inspector.show_person(persona_id)
        self._tell_next_step()

    @override
    def refresh(self, changes: Changes | None) -> None:
        super().refresh(changes)
        if changes is None or changes.reaches(*_REACHES):
            project = self.document.project
            has_people = bool(project.cast)
            self.bring(self._page if has_people else self.empty)
            self.people.show_project(project)
            self.square.show_project(project)
            self.inspector.show_person(self.square.chosen)
            self.belonging_actions.follow()
            self._tell_next_step()
        self._show_report()

    def _head(self) -> QWidget:
        head = WrappingHead(_("Belonging"), "title")
        head.setContentsMargins(24, 20, 24, 12)
        self.start = QPushButton(_("Place the start"))
        self.end = QPushButton(_("Place the end"))
        self.start.clicked.connect(self.belonging_actions.start.trigger)
        self.end.clicked.connect(self.belonging_actions.end.trigger)
        for button in (self.start, self.end):
            head.put(button)
        return head

    def _whole(self) -> QWidget:
        page = QWidget()
        beside = QVBoxLayout()
        beside.addWidget(self.people, 1)
        beside.addWidget(self.next_step)
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 0, 16, 16)
        row.setSpacing(12)
        row.addLayout(beside)
        row.addWidget(self.square, 1)
        self.next_step.setWordWrap(True)
        self.empty.tell(
            _("Where people stand goes here"),
            _(
                "How much of themselves does somebody bring, and how far do they accept others? "
                "Place each person where they start and where they end, and say what turned it."
            ),
        )
        page.setFocusProxy(self.people)
        self.add = self.empty.add_button(_("Add the first person"), "user-plus")
        return page

    def _connect(self) -> None:
        actions = self.belonging_actions
        for place in (self, self.inspector):
            place.addActions([action for action in actions.all if action is not actions.clear])
        actions.person_opened.connect(self.person_opened)
        actions.turning_wanted.connect(self._on_turning_wanted)
        self.square.moved.connect(self._on_moved)
        self.square.chosen_changed.connect(self.show_person)
        self.people.chosen.connect(self.show_person)
        self.people.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.people.addActions([action for action in actions.all if action is not actions.clear])
        self.square.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.square.customContextMenuRequested.connect(self._on_menu_wanted)
        for source in (self.square, self.people):
            source.opened.connect(self.person_opened)
        self.inspector.person_opened.connect(self.person_opened)
        self.add.clicked.connect(self._on_add)
        self._watcher.reported.connect(self._on_reported)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _tell_next_step(self) -> None:
        actions = self.belonging_actions
        for button, action in ((self.start, actions.start), (self.end, actions.end)):
            button.setEnabled(action.isEnabled())
            button.setToolTip(plain_tip(action.toolTip()))
        blank = [
            p for p in self.document.project.cast if not (p.belonging.start or p.belonging.end)
        ]
        words = _(
            "Not placed yet: {count}. Choose somebody, press “Place the start” and drag "
            "the portrait to where they begin."
        )
        self.next_step.setText(words.format(count=in_digits(len(blank))))
        self.next_step.setVisible(bool(blank))

    def _show_report(self) -> None:
        report = self._watcher.report
        if report is not None:
            self.inspector.findings.show_report(Shown(report, self._portraits))

    def _on_reported(self, _report: CoverageReport) -> None:
        if self.isVisible():
            self._show_report()
        else:
            self._stale = True

    def _on_moved(self, persona_id: str, stand: Stand, goes_on: bool) -> None:
        self.belonging_actions.move(persona_id, stand, goes_on)
        # What ends where it began changed nothing, and the square shows what was dragged.
        self.square.show_project(self.document.project)

    def _on_turning_wanted(self) -> None:
        self.inspector_wanted.emit()
        self.inspector.add_step()

    def _on_menu_wanted(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.belonging_actions.all)
        menu.setToolTipsVisible(True)
        self.pop_up(menu, self.square.mapToGlobal(at))

    def _on_add(self) -> None:
        persona = new_persona()
        self.document.apply(_("Add person"), add_persona, persona)
        self.person_opened.emit(persona.id)

    def _on_look_changed(self) -> None:
        self.square.show_project(self.document.project)
