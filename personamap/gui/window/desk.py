"""What the window is filled with: the open project and every way it is looked at and changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.map.parts import Lens
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.jobs import BackgroundWork
from personamap.gui.project_session import ProjectSession
from personamap.gui.sharing.sharing import Sharing
from personamap.gui.spelling.spelling import Spelling
from personamap.gui.widgets.message_bar import MessageBar
from personamap.gui.window.cast_layout import CastLayout
from personamap.gui.window.catalogue_flow import CatalogueFlow
from personamap.gui.window.coverage_line import coverage_line
from personamap.gui.window.dialog_actions import DialogActions
from personamap.gui.window.file_actions import FileActions
from personamap.gui.window.help_flow import HelpFlow
from personamap.gui.window.main_window import MainWindow
from personamap.gui.window.palette_flow import PALETTE, PaletteFlow
from personamap.gui.window.places import Places
from personamap.gui.window.project_flows import ProjectFlows, can_take, dropped_file
from personamap.gui.window.status_bar import StatusBar
from personamap.gui.window.tour_flow import TourFlow
from personamap.gui.window.view_actions import ViewActions
from personamap.gui.window.workspace_stack import WorkspaceStack
from personamap.gui.window.workspaces import CAST, WORKSPACES
from personamap.i18n import _

_MEGABYTE = 1_000_000


class Desk(QObject):
    """Fills one window: one session with one document; opening another replaces it after asking."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._offers = window, window.offers
        self._leaving = False
        self.work = BackgroundWork(self)
        self.session = ProjectSession(self.work, self)
        self.messages = MessageBar()
        self.flows = ProjectFlows(window, self.session, window.preferences, self.messages)
        self.sharing = Sharing(window, self.session, self.flows.save_as, self.flows.leave)
        Spelling(self.session, window.preferences, self)
        self.stack = WorkspaceStack(self._start_page)
        self.status = StatusBar(self.session, self.work)
        self._lay_out()
        self._connect()
        self._on_replaced()
        self._on_state_changed()
        window.desk = self

    def open_person(self, persona_id: str) -> None:
        """Show a person in the cast, ready to be edited."""
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self.stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        cast.open_person(persona_id)

    def open_experience(self, experience_id: str) -> None:
        """Show an experience in the library of the cast, and who has lived it."""
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self.stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        cast.open_experience(experience_id)

    def open_relationship(self, relationship_id: str) -> None:
        """Show a relationship with the person it begins at, ready to be edited."""
        from personamap.gui.cast.workspace import CastWorkspace

        cast = self.stack.show_workspace(CAST.id)
        assert isinstance(cast, CastWorkspace)
        cast.open_relationship(relationship_id)

    def show_start(self) -> None:
        """Show the start page, unless a project is open."""
        if self.session.document is None:
            self._window.rail.hide()
            self.stack.furnish(None, None)

    def _start_page(self) -> QWidget:
        from personamap.gui.window.start_page import StartPage

        page = StartPage(self._window.preferences)
        page.template_chosen.connect(self.flows.new)
        page.file_chosen.connect(self.flows.open)
        page.example_chosen.connect(self.flows.open_example)
        page.tour_asked.connect(self._offers["tour"].trigger)
        page.open_asked.connect(self.flows.ask_what_to_open)
        page.import_asked.connect(self.flows.import_cast)
        page.recover_asked.connect(self.flows.recovery.ask)
        page.show_unsaved(self.flows.recovery.count)
        self.flows.recovery.found.connect(page.show_unsaved)
        return page

    def may_close(self) -> bool:
        """Put everything away; say no, and ask, while something is not saved or under way."""
        if self.session.busy_or_dirty and not self._leaving:
            self.flows.leave(self._leave)
            return False
        self.work.cancel_all()
        self.session.put_away()
        self.session.leave_file()
        return True

    def can_take(self, dragged: QMimeData) -> bool:
        """Tell whether what is dragged over the window can be opened or imported."""
        return can_take(dragged)

    def take(self, dropped: QMimeData) -> None:
        """Open or import what was dropped."""
        self.flows.take(dropped_file(dropped))

    def _lay_out(self) -> None:
        self._window.setStatusBar(self.status)
        column = self._window.column
        column.addWidget(self.sharing.banner)
        column.addWidget(self.sharing.copies.banner)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        window, preferences = self._window, self._window.preferences
        for entry in WORKSPACES:
            show = partial(self.stack.show_workspace, entry.id)
            self._offers.carry_out({f"show-{entry.id}": show})
        ViewActions(window, self._offers, preferences)
        CastLayout(self.stack, self._offers, preferences, self)
        self._offers.carry_out({"export": self._on_export})
        self._read_courses()
        self._lead_around()
        FileActions(window, self._offers, self.flows, preferences, window.menus.recent)
        self.dialogs = DialogActions(window, self._offers, self.session, preferences, window.bar)
        self._lead_anywhere()
        self.session.replaced.connect(self._on_replaced)
        self.session.state_changed.connect(self._on_state_changed)
        self.stack.built.connect(self._on_workspace_built)
        for nothing_opened in (
            self.session.open_failed,
            self.session.open_cancelled,
            self.session.held,
        ):
            nothing_opened.connect(self.show_start)
        self.stack.shown.connect(self._on_workspace_shown)
        preferences.refused.connect(self.messages.tell)
        preferences.changed.connect(self._on_preferences_changed)
        self._on_preferences_changed()

    def _read_courses(self) -> None:
        courses = CatalogueFlow(self.stack, self.session, self._window.preferences, self.work, self)
        courses.carry_out(self._offers)
        courses.course_asked.connect(self.flows.open)
        courses.person_asked.connect(self.open_person)

    def _lead_anywhere(self) -> None:
        guide = HelpFlow(self._window, self.stack)
        self._offers.carry_out({"help": guide.ask})
        ways = {
            "person": self.open_person,
            "experience": self.open_experience,
            "facet": self.dialogs.show_facets,
            "course": self.dialogs.show_course,
        }
        self.places = Places(self.stack, ways, guide, self)
        show_comments = partial(self.places.go_to, "comments", "")
        self._offers.carry_out({"comments": show_comments})
        self.flows.comments_asked.connect(show_comments)
        palette = PaletteFlow(
            self._window, self._window.bar, self.session, self._window.preferences, self.places
        )
        self._offers.carry_out({PALETTE: palette.ask})
        self._window.bar.offer(self._offers[PALETTE])

    def _lead_around(self) -> None:
        self.tour = TourFlow(self._window, self.session, self.flows, self.stack, self._window.rail)
        self._offers.carry_out({"tour": self.tour.ask})

    def _on_replaced(self) -> None:
        document = self.session.document
        self.messages.hide()
        self._window.menus.person.clear()
        self._window.menus.scene.clear()
        # What can be done with scenes is known once the story was looked at.
        self._window.show_scene_menu(False)
        self._window.show_whether_open(document is not None)
        watcher = None
        if document is not None:
            watcher = CoverageWatcher(document)
            watcher.reported.connect(self._on_reported)
            document.changed.connect(self._on_state_changed)
            document.refused.connect(self.messages.tell)
            self._window.undo_group.addStack(document.undo_stack)
            self._window.undo_group.setActiveStack(document.undo_stack)
        if document is not None or self.stack.count():
            self._window.rail.setVisible(document is not None)
            self.stack.furnish(document, watcher)

    def _on_state_changed(self, _changes: object = None) -> None:
        document = self.session.document
        if document is None:
            self._window.setWindowModified(False)
            self._window.setWindowTitle(_("personamap"))
            self._window.bar.name("", "")
            return
        course = document.project.course
        self._window.setWindowTitle(_("{name}[*] – personamap").format(name=self.session.name))
        self._window.setWindowModified(self.session.dirty)
        self._window.bar.name(course.title or self.session.name, course.client)

    def _on_preferences_changed(self) -> None:
        self.session.copies.room = self._window.preferences.settings.copies_mb * _MEGABYTE

    def _on_reported(self, report: CoverageReport) -> None:
        self.status.show_coverage(coverage_line(report))

    def _on_workspace_shown(self, workspace_id: str) -> None:
        if workspace_id:
            self._offers[f"show-{workspace_id}"].setChecked(True)

    def _leave(self) -> None:
        self._leaving = True
        self._window.close()

    def _on_export(self, lens: Lens | None = None, facets: tuple[str, ...] = ()) -> None:
        # The fonts' catalogue is not read before somebody wants a page.
        from personamap.gui.export.export_flow import ExportFlow

        kept = self._window.findChild(ExportFlow)
        flow = kept or ExportFlow(self._window, self.session, self.work, self.messages)
        flow.ask(lens, facets)

    def _on_workspace_built(self, workspace: QWidget) -> None:
        asked = {
            "person_opened": self.open_person,
            "experience_opened": self.open_experience,
            "relationship_opened": self.open_relationship,
            "export_asked": self._on_export,
            "facets_asked": self.dialogs.show_facets,
            "place_asked": self.places.go_to,
            "merge_asked": self._offers["merge-review"].trigger,
        }
        for name, answer in asked.items():
            signal = getattr(workspace, name, None)
            if signal is not None:
                signal.connect(answer)
        know_file = getattr(workspace, "know_file", None)
        if know_file is not None:
            know_file(partial(getattr, self.session, "path"))
        self._hang_actions(workspace)

    def _hang_actions(self, workspace: QWidget) -> None:
        """Put what can be done in a workspace into the menus."""
        comment_actions = getattr(workspace, "comment_actions", None)
        if comment_actions is not None:
            self._window.menus.review.addActions(comment_actions.all)
        person_actions = getattr(workspace, "person_actions", None)
        if person_actions is not None:
            self._window.menus.person.addActions(person_actions.all)
        experience_actions = getattr(workspace, "experience_actions", None)
        if experience_actions is not None:
            self._window.menus.person.addSeparator()
            lived = self._window.menus.person.addMenu(_("Lived &experiences"))
            lived.setToolTipsVisible(True)
            lived.addActions(experience_actions.all)
        belonging_actions = getattr(workspace, "belonging_actions", None)
        if belonging_actions is not None:
            ways = self._window.menus.person.addMenu(_("Bel&onging"))
            ways.setToolTipsVisible(True)
            ways.addActions(belonging_actions.all)
        scene_actions = getattr(workspace, "scene_actions", None)
        if scene_actions is not None:
            self._window.menus.scene.addActions(scene_actions.all)
            self._window.show_scene_menu(True)
