"""How the export will look: its first pages, words or rows, drawn while one chooses."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.domain.project import Project
from personamap.exporters.exporter import Exporter
from personamap.exporters.options import ExportOptions
from personamap.gui.export.page_view import PageView
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.look.icons import icon
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _
from personamap.services.previews import Preview, preview_export

_DELAY_MS = 20
_TOLD_AFTER_MS = 300


class _Wish(Struct, frozen=True):
    """What is to be looked at, `of` which project; `people` are leafed through one by one."""

    kind: Exporter
    options: ExportOptions
    of: Project
    people: tuple[str, ...] = ()


class PreviewPane(QWidget):
    """Shows how an export begins and leafs through it; the drawing never holds up the window."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._wish: _Wish | None = None
        self._preview = Preview()
        self._person, self._page, self._from_end = 0, 0, False
        self._job = LatestJob(_DELAY_MS, self)
        self._job.finished.connect(self._on_ready)
        self._job.failed.connect(self._on_failed)
        self._late = QTimer(self, singleShot=True, interval=_TOLD_AFTER_MS)
        self._late.timeout.connect(self._on_late)
        self._make_views()
        self._lay_out()

    def look_at(
        self,
        kind: Exporter,
        options: ExportOptions,
        people: tuple[str, ...],
        of: Project | None = None,
    ) -> None:
        """Draw how an export begins; of `people`, if any, one sheet at a time.

        `of` is the project as it will be printed, if something is added to it.
        """
        self._person = min(self._person, max(0, len(people) - 1))
        self._page, self._from_end = 0, False
        wish = _Wish(kind, options, of or self._project, people)
        if wish != self._wish:
            self._wish = wish
            self._draw()

    def say(self, words: str) -> None:
        """Say why there is nothing to look at."""
        self._wish = None
        self._job.stop()
        self._late.stop()
        self._show_words_only(words)

    def _make_views(self) -> None:
        self.message = hint(_("Drawing the preview…"), "secondary")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page = PageView()
        self.words = QPlainTextEdit(readOnly=True)
        self.words.setAccessibleName(_("Preview"))
        self.table = QTableWidget()
        self.table.setAccessibleName(_("Preview"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.views = QStackedWidget()
        for view in (self.message, self.page, self.words, self.table):
            self.views.addWidget(view)
        self.back = _turning("chevron-left", _("Page before"), partial(self._turn, -1))
        self.on = _turning("chevron-right", _("Next page"), partial(self._turn, 1))
        self.place = plain_label()
        self.place.setProperty("role", "secondary")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = hint("")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views, 1)
        column.addLayout(foot)
        column.addWidget(self.note)
        self._name_place()

    def _draw(self) -> None:
        wish = self._wish
        if wish is None:
            return
        options = wish.options
        if wish.people:
            options = replace(options, personas=(wish.people[self._person],))
        self._late.start()
        self._job.request(partial(preview_export, wish.of, wish.kind.id, options))

    def _on_late(self) -> None:
        self.place.setText(_("Drawing the preview…"))

    def _on_ready(self, preview: Preview) -> None:
        self._late.stop()
        self._preview = preview
        self._page = max(0, len(preview.pages) - 1) if self._from_end else 0
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._late.stop()
        told = _("There is no preview of this. {why}").format(why=words_for(error))
        self._show_words_only(told)

    def _show_words_only(self, words: str) -> None:
        self._preview = Preview()
        self.message.setText(words)
        self.views.setCurrentWidget(self.message)
        self._name_place()

    def _show(self) -> None:
        preview = self._preview
        self._name_place()
        if preview.pages:
            name = _("Preview: {place}").format(place=self.place.text())
            self.page.show_page(preview.pages[self._page], name)
            self.views.setCurrentWidget(self.page)
        elif preview.heads:
            self._fill_table(preview)
            self.views.setCurrentWidget(self.table)
        else:
            self.words.setPlainText(preview.words)
            self.views.setCurrentWidget(self.words)

    def _fill_table(self, preview: Preview) -> None:
        self.table.setColumnCount(len(preview.heads))
        self.table.setRowCount(len(preview.rows))
        self.table.setHorizontalHeaderLabels(list(preview.heads))
        for down, row in enumerate(preview.rows):
            for across, cell in enumerate(row):
                self.table.setItem(down, across, QTableWidgetItem(cell))

    def _name_place(self) -> None:
        self.place.setText(self._place_words())
        self.back.setEnabled(self._may_turn(-1))
        self.on.setEnabled(self._may_turn(1))
        say(self.note, self._note_words())

    def _place_words(self) -> str:
        count = len(self._preview.pages)
        page = _("Page {number} of {count}").format(number=self._page + 1, count=count)
        people = self._wish.people if self._wish else ()
        if people and (count or self._preview.words):
            name = self._project.persona(people[self._person]).name or _("Nameless")
            if not count or self._is_portrait:
                return name
            return _("{name} · {page}").format(name=name, page=page)
        return page if count else ""

    @property
    def _is_portrait(self) -> bool:
        return self._wish is not None and self._wish.options.what == "portraits"

    def _note_words(self) -> str:
        if self._preview.alike:
            return _("The same content; this format arranges it in its own way.")
        if self._preview.goes_on:
            return _("Only the beginning is shown; the file holds everything.")
        return ""

    def _may_turn(self, step: int) -> bool:
        people = len(self._wish.people) if self._wish else 0
        return (
            0 <= self._page + step < len(self._preview.pages) or 0 <= self._person + step < people
        )

    def _turn(self, step: int) -> None:
        if not self._may_turn(step):
            return
        if 0 <= self._page + step < len(self._preview.pages):
            self._page += step
            self._show()
        else:
            self._person += step
            self._from_end = step < 0
            self._draw()


def _turning(mark: str, name: str, turn: partial[None]) -> QPushButton:
    button = QPushButton(icon(mark), "")
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(name))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: turn())
    return button
