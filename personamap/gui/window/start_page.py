"""The first thing people see: the example, templates, recent files, a spreadsheet to bring."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.project import Project
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.settings import Preferences
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.window.card_button import FACE, SMALL_FACE, CardButton
from personamap.gui.window.recent_files import Glance, Glances
from personamap.i18n import _, plural
from personamap.services.templates import Template, example_path, template_path, templates

MOST_FACES = 6
_ICONS = {
    "empty": "file-plus",
    "onboarding": "users",
    "compliance": "scan",
    "customer-service": "messages-square",
    "leadership": "flag",
}
_WIDEST = 1040


class StartPage(QScrollArea):
    """Offers every way to begin; what was chosen goes out as a signal."""

    template_chosen = Signal(str)
    file_chosen = Signal(object)  # Path
    example_chosen = Signal()
    tour_asked = Signal()
    open_asked = Signal()
    import_asked = Signal()
    recover_asked = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._glances = Glances(self)
        self._glances.seen.connect(self._on_seen)
        self.example = CardButton(
            _("Open the example"),
            _("A cast with lives, scenes and findings to look at."),
            "book-open",
        )
        self.example.primary = True
        self.example.clicked.connect(self.example_chosen)
        self.tour = self._tour_button()
        self._casts: dict[Path, CardButton] = {}
        self.templates = tuple(self._template_card(template) for template in templates())
        self.import_card = CardButton(
            _("Import a cast from a spreadsheet…"),
            _("Bring the people you already have, from CSV or Excel."),
            "table-2",
        )
        self.import_card.clicked.connect(self.import_asked)
        self.open_card = CardButton(
            _("Open a file…"), _("A .personamap file on this computer."), "folder-open"
        )
        self.open_card.clicked.connect(self.open_asked)
        self.recover_card = CardButton(_("Recover unsaved work…"), "", "archive-restore")
        self.recover_card.clicked.connect(self.recover_asked)
        self.recover_card.hide()
        self._no_recent = hint(_("Files you open or save appear here."), "count")
        self.recent: dict[Path, CardButton] = {}
        self._recent_column = QVBoxLayout()
        self.setWidget(self._content())
        preferences.changed.connect(self._list_recent)
        self._list_recent()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def show_unsaved(self, works: int) -> None:
        """Offer unsaved work of earlier runs, while there is any."""
        self.recover_card.say(
            plural(
                "{count} piece of work was not saved when the program ended.",
                "{count} pieces of work were not saved when the program ended.",
                works,
            )
        )
        self.recover_card.setVisible(works > 0)

    def _content(self) -> QWidget:
        page = self._page = _Page()
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(48)
        # Each a part of its own, so that the Tab key reads one to its end before the other.
        for part, share in ((self._beginnings(), 6), (self._known_files(), 4)):
            side = _Page()
            part.setContentsMargins(0, 0, 0, 0)
            side.setLayout(part)
            columns.addWidget(side, share)
        content = _Page()
        content.setProperty("role", "content")
        middle = QHBoxLayout(content)
        middle.setContentsMargins(48, 16, 48, 12)
        middle.addStretch(1)
        middle.addWidget(page, 100)
        middle.addStretch(1)
        self.setFocusProxy(self.example)
        return content

    def _fit(self) -> None:
        """Let the page be as wide as its cards need in this text size, so that none is cut."""
        self._page.setMaximumWidth(current_theme().px(_WIDEST))
        for card in self.findChildren(CardButton):
            card.updateGeometry()

    def _starts(self) -> tuple[CardButton, ...]:
        """Return the ways to start a cast as they are read: the filled ones first."""
        empty, *casts = self.templates
        return (*casts, empty, self.import_card)

    def _beginnings(self) -> QVBoxLayout:
        column = _column(
            hint(_("Who is in your course?"), "title"),
            hint(_("Build the cast, see who is missing, and hand out their sheets."), "count"),
        )
        column.addSpacing(8)
        column.addWidget(self.example)
        column.addWidget(self.tour, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(hint(_("Start a cast"), "section"))
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, card in enumerate(self._starts()):
            grid.addWidget(card, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _known_files(self) -> QVBoxLayout:
        column = _column(hint(_("Recent files"), "section"))
        column.addWidget(self._no_recent)
        self._recent_column.setSpacing(8)
        column.addLayout(self._recent_column)
        column.addWidget(self.open_card)
        column.addWidget(self.recover_card)
        column.addStretch(1)
        return column

    def _tour_button(self) -> QPushButton:
        button = QPushButton(_("Take the tour: five steps through the example"))
        button.setProperty("role", "quiet")
        button.clicked.connect(self.tour_asked)
        return button

    def _template_card(self, template: Template) -> CardButton:
        icon_name = _ICONS.get(template.id, "users")
        card = CardButton(template.title, template.summary, icon_name)
        card.clicked.connect(partial(self.template_chosen.emit, template.id))
        path = template_path(template.id)
        if path is not None:
            card.faces_beside = True
            self._casts[path] = card
        return card

    def _list_recent(self) -> None:
        wanted = [Path(name) for name in self._preferences.settings.recent]
        if list(self.recent) == wanted:
            return
        for card in self.recent.values():
            self._recent_column.removeWidget(card)
            card.deleteLater()
        self.recent = {}
        for path in wanted:
            card = self.recent[path] = CardButton(path.stem, _folder(path))
            card.setToolTip(plain_tip(str(path)))
            card.clicked.connect(partial(self.file_chosen.emit, path))
            self._recent_column.addWidget(card)
        self._no_recent.setVisible(not wanted)
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        self._glances.look((example_path(), *self._casts, *self.recent))

    def _on_seen(self, glances: tuple[Glance, ...]) -> None:
        for glance in glances:
            card = self.recent.get(glance.path)
            if glance.path in self._casts:
                self._show_faces(self._casts[glance.path], glance.project)
            elif glance.path == example_path():
                self._show_faces(self.example, glance.project)
                self.example.say(_about_example(glance))
            elif card is not None:
                card.say(_summary(glance))
                self._show_faces(card, glance.project)

    def _show_faces(self, card: CardButton, project: Project | None) -> None:
        if project is None:
            return
        people = project.cast[:MOST_FACES]
        portraits = Portraits(project.find_media)
        size, ratio = SMALL_FACE if card.faces_beside else FACE, self.devicePixelRatioF()
        faces = [portraits.circle(persona, size, ratio) for persona in people]
        card.show_faces(faces, len(project.cast) - len(people))


class _Page(QWidget):
    """Asks for no height but the one its words need at the width it has.

    What labels ask for at their narrowest would bring a scroll bar to a
    page that shows everything.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _folder(path: Path) -> str:
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)


def _about_example(glance: Glance) -> str:
    people = len(glance.project.cast) if glance.project else 0
    if glance.project is None:
        return _("A cast with lives, scenes and findings to look at.")
    return _("{course}: {people} with lives, scenes and findings to look at.").format(
        course=glance.project.course.title,
        people=plural("{count} person", "{count} people", people),
    )


def _summary(glance: Glance) -> str:
    if not glance.exists:
        return _("No longer in {folder}").format(folder=_folder(glance.path))
    if not glance.opens:
        return _("Does not open. Choose it to see what can be brought back.")
    if glance.project is None:
        return _folder(glance.path)
    people = plural("{count} person", "{count} people", len(glance.project.cast))
    title = glance.project.course.title or _("Untitled course")
    return _("{course}, {people}, in {folder}").format(
        course=title, people=people, folder=_folder(glance.path)
    )
