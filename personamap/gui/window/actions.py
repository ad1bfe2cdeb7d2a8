"""Everything the window can do, as one list of actions, and the menus they hang in.

An action is never dead: what does not apply now is greyed and its tooltip
says what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from personamap.gui.look.icons import icon
from personamap.gui.settings import TEXT_SCALES
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.window.workspaces import WORKSPACES
from personamap.i18n import N_, _

Standard = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str


class ActionEntry(Struct, frozen=True):
    """One thing the window can do."""

    id: str
    text: str
    keys: Keys = ""
    icon: str = ""
    needs_project: bool = False


ENTRIES = (
    ActionEntry("new", N_("&New project"), Standard.New, "file-plus"),
    ActionEntry("open", N_("&Open…"), Standard.Open, "folder-open"),
    ActionEntry("open-example", N_("Open the e&xample"), icon="book-open"),
    ActionEntry("save", N_("&Save"), Standard.Save, "save", needs_project=True),
    ActionEntry("save-as", N_("Save &as…"), "Ctrl+Shift+S", needs_project=True),
    ActionEntry("older-copies", N_("Older co&pies…"), icon="history", needs_project=True),
    ActionEntry("recover", N_("Reco&ver unsaved work…"), icon="archive-restore"),
    ActionEntry("compare", N_("Compare with another &file…"), icon="copy", needs_project=True),
    ActionEntry("import-cast", N_("&Import a cast…"), "Ctrl+I", "file-input"),
    ActionEntry("import-audience", N_("Import an a&udience…"), needs_project=True),
    ActionEntry("import-script", N_("Import a scrip&t…"), needs_project=True),
    ActionEntry("merge-review", N_("&Merge a review…"), icon="messages-square", needs_project=True),
    ActionEntry("export", N_("&Export…"), "Ctrl+E", "file-down", needs_project=True),
    ActionEntry("course", N_("&Course…"), "Ctrl+Shift+C", "pencil", needs_project=True),
    ActionEntry("close", N_("&Close project"), Standard.Close, needs_project=True),
    ActionEntry("quit", N_("&Quit"), "Ctrl+Q", "log-out"),
    ActionEntry("facets", N_("&Facets…"), icon="list-filter", needs_project=True),
    ActionEntry("matters", N_("What &matters…"), icon="star", needs_project=True),
    ActionEntry("complete", N_("Complete my c&ast…"), icon="wand-sparkles", needs_project=True),
    ActionEntry("audience", N_("A&udience…"), icon="users", needs_project=True),
    ActionEntry("checks", N_("C&hecks…"), icon="list-filter", needs_project=True),
    ActionEntry(
        "add-courses",
        N_("&Read with other courses…"),
        "Ctrl+Shift+O",
        "book-open",
        needs_project=True,
    ),
    ActionEntry("add-course-folder", N_("Read with a &folder of courses…"), needs_project=True),
    ActionEntry("courses-again", N_("Read the co&urses again"), "F5", "refresh-cw", True),
    ActionEntry("comments", N_("C&omments"), icon="message-circle", needs_project=True),
    ActionEntry("palette", N_("&Find anything…"), "Ctrl+K", "search"),
    ActionEntry("preferences", N_("&Preferences…"), "Ctrl+,", "settings"),
    ActionEntry("larger-text", N_("&Larger text"), "Alt+PgUp", "zoom-in"),
    ActionEntry("smaller-text", N_("S&maller text"), "Alt+PgDown", "zoom-out"),
    ActionEntry("help", N_("&Help"), "F1", "circle-question-mark"),
    ActionEntry("tour", N_("&Take the tour"), icon="waypoints"),
    ActionEntry("shortcuts", N_("&Keyboard shortcuts"), "Ctrl+F1", "keyboard"),
    ActionEntry("report-folder", N_("Open the &folder of logs and reports"), icon="folder-open"),
    ActionEntry("about", N_("&About personamap"), icon="info"),
)
CHECKABLE = (
    ActionEntry("reading-font", N_("&Reading font")),
    ActionEntry("reduce-motion", N_("Reduce &motion")),
    ActionEntry("full-screen", N_("&Full screen"), "F11", "scan"),
)
THEMES = (
    ActionEntry("theme-system", N_("As the &system"), icon="monitor"),
    ActionEntry("theme-light", N_("&Light"), icon="sun"),
    ActionEntry("theme-dark", N_("&Dark"), icon="moon"),
)

CAST_LAYOUTS = (
    ActionEntry("cast-cards", N_("As &cards"), "Ctrl+Shift+K", "layout-grid", needs_project=True),
    ActionEntry("cast-sheet", N_("As a &sheet"), "Ctrl+Shift+T", "table-2", needs_project=True),
    ActionEntry("cast-experiences", N_("What they have &lived"), "Ctrl+Shift+E", "link", True),
)


class WindowActions(QObject):
    """All actions of the window by id; what each does is connected by its owner."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.by_id: dict[str, QAction] = {}
        self._need_project: list[QAction] = []
        for entry in ENTRIES:
            self._add(entry)
        for entry in CHECKABLE:
            self._add(entry).setCheckable(True)
        self.themes = self._group(THEMES)
        self.cast_layouts = self._group(CAST_LAYOUTS)
        self.text_scales = self._group(
            tuple(ActionEntry(f"text-{scale}", f"{scale:.0%}") for scale in TEXT_SCALES)
        )
        self.workspaces = self._group(
            tuple(
                ActionEntry(f"show-{entry.id}", entry.title, f"Ctrl+{at}", entry.icon, True)
                for at, entry in enumerate(WORKSPACES, start=1)
            )
        )

    def __getitem__(self, action_id: str) -> QAction:
        return self.by_id[action_id]

    def carry_out(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what actions do when they are triggered."""
        for action_id, slot in slots.items():
            # A slot with optional parameters would be handed `checked`.
            self.by_id[action_id].triggered.connect(lambda _checked=False, slot=slot: slot())

    def show_whether_open(self, is_open: bool) -> None:
        """Grey what needs a project while there is none, and say so."""
        for action in self._need_project:
            offer(action, "" if is_open else _("Open or start a project first."))

    def _group(self, entries: Sequence[ActionEntry]) -> QActionGroup:
        group = QActionGroup(self)
        for entry in entries:
            action = self._add(entry)
            action.setCheckable(True)
            group.addAction(action)
        return group

    def _add(self, entry: ActionEntry) -> QAction:
        action = QAction(_(entry.text), self)
        action.setObjectName(entry.id)
        if isinstance(entry.keys, QKeySequence.StandardKey):
            action.setShortcuts(entry.keys)
        elif entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
        if entry.icon:
            action.setIcon(icon(entry.icon))
        if entry.needs_project:
            self._need_project.append(action)
        self.by_id[entry.id] = action
        return action


def offer(action: QAction, reason: str) -> None:
    """Enable an action, or grey it with the `reason` as its tooltip."""
    action.setEnabled(not reason)
    plain = action.text().replace("&", "").removesuffix("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(plain_tip(reason or (f"{plain} ({keys})" if keys else plain)))


def history_actions(group: QUndoGroup) -> tuple[QAction, QAction]:
    """Return Undo and Redo of whichever project is open, named after what they undo."""
    undo = group.createUndoAction(group, _("&Undo"))
    undo.setShortcuts(Standard.Undo)
    undo.setIcon(icon("undo-2"))
    redo = group.createRedoAction(group, _("&Redo"))
    redo.setShortcuts(_redo_keys())
    redo.setIcon(icon("redo-2"))
    return undo, redo


def _redo_keys() -> list[QKeySequence]:
    # Ctrl+Y is what hands know from office programs, also where the system has another key.
    keys = QKeySequence.keyBindings(Standard.Redo)
    office = QKeySequence("Ctrl+Y")
    return keys if office in keys else [*keys, office]


class Menus(Struct, frozen=True):
    """The menus whose content changes while the program runs."""

    recent: QMenu
    person: QMenu
    scene: QMenu
    review: QMenu


def fill_menu_bar(bar: QMenuBar, actions: WindowActions, history: Sequence[QAction]) -> Menus:
    """Hang every action in the menu bar."""
    file = _menu(bar, _("&File"))
    _put(file, actions, "new", "open")
    recent = file.addMenu(icon("history"), _("Open &recent"))
    recent.setToolTipsVisible(True)
    _put(
        file,
        actions,
        "open-example",
        "",
        "save",
        "save-as",
        "older-copies",
        "recover",
        "compare",
        "",
        "import-cast",
        "import-audience",
        "import-script",
        "merge-review",
        "export",
    )
    _put(file, actions, "", "course", "", "close", "quit")
    edit = _menu(bar, _("&Edit"))
    edit.addActions(history)
    _put(edit, actions, "", "palette", "", "facets", "preferences")
    person = _menu(bar, _("&Person"))
    scene = _menu(bar, _("S&cene"))
    _fill_view(_menu(bar, _("&View")), actions)
    review = _menu(bar, _("&Review"))
    _put(
        review,
        actions,
        "matters",
        "complete",
        "audience",
        "checks",
        "comments",
        "",
        "add-courses",
        "add-course-folder",
        "courses-again",
    )
    guide = _menu(bar, _("&Help"))
    _put(guide, actions, "help", "tour", "shortcuts", "report-folder", "", "about")
    return Menus(recent, person, scene, review)


def _fill_view(view: QMenu, actions: WindowActions) -> None:
    view.addActions(actions.workspaces.actions())
    view.addSeparator()
    cast = view.addMenu(icon("layout-grid"), _("The &cast"))
    cast.addActions(actions.cast_layouts.actions())
    view.addSeparator()
    theme = view.addMenu(icon("palette"), _("&Theme"))
    theme.addActions(actions.themes.actions())
    size = view.addMenu(icon("accessibility"), _("Te&xt size"))
    size.addActions(actions.text_scales.actions())
    size.addSeparator()
    _put(size, actions, "larger-text", "smaller-text")
    _put(view, actions, "reading-font", "reduce-motion", "", "full-screen")


def _menu(bar: QMenuBar, title: str) -> QMenu:
    menu = bar.addMenu(title)
    menu.setToolTipsVisible(True)
    return menu


def _put(menu: QMenu, actions: WindowActions, *ids: str) -> None:
    for action_id in ids:
        if action_id:
            menu.addAction(actions[action_id])
        else:
            menu.addSeparator()
