"""One dialog for everything that leaves the program: what, for whom, who, where to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from personamap.domain.project import Project
from personamap.exporters.exporter import Exporter
from personamap.exporters.options import SECTIONS, ExportOptions
from personamap.exporters.private import held_back
from personamap.gui.export.document_list import DocumentList
from personamap.gui.export.export_choice import (
    FORMAT_TITLES,
    PAGED_FORMATS,
    PAGES,
    READERS,
    ExportChoice,
    Product,
)
from personamap.gui.export.issue_choice import IssueChoice
from personamap.gui.export.map_choice import MapChoice
from personamap.gui.export.preview_pane import PreviewPane
from personamap.gui.fields.check_list import CheckList, face_size
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import buttons, hint, say, size_for
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.gui.widgets.side_by_side import SideBySide
from personamap.i18n import _, plural
from personamap.services.issues import Recipient, can_be_issued, next_issue

_WIDTH, _HEIGHT, _LIST_HEIGHT, _DOCUMENTS_WIDTH = 1200, 660, 180, 184
_PREVIEW_WIDTH = 420
Chosen = Callable[[ExportChoice], None]


class ExportDialog(QDialog):
    """Gathers one choice; the work itself goes on in the background afterwards.

    `last` is what was chosen the time before. Whom it is for is never
    remembered: private answers leave the program only when that is said anew.
    """

    def __init__(
        self,
        project: Project,
        place: Path,
        chosen: Chosen,
        parent: QWidget,
        last: ExportChoice | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._place, self._chosen = project, place, chosen
        self._own_place = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export"))
        self._make_fields()
        self._make_lists()
        self._lay_out()
        self._connect()
        self._on_product_chosen()
        if last is not None:
            self._choose_again(last)

    @property
    def product(self) -> Product:
        """What is to be made."""
        return self.what.product

    @property
    def format(self) -> Exporter:
        """What kind of file it becomes."""
        return self.product.formats[max(0, self.kind.currentIndex())]

    @property
    def options(self) -> ExportOptions:
        """How it is to be made."""
        product = self.product
        whole = not self.personas.isEnabled() or self.personas.all_ticked
        every = not product.is_sheets or self.sections.all_ticked
        return ExportOptions(
            personas=() if whole else self.personas.ticked,
            sections=() if every else self.sections.ticked,
            reader=READERS[self.reader.currentIndex()][0],
            page=PAGES[0][0] if self.page.choice == PAGES[0][0] else PAGES[1][0],
            what=product.what,
            lens=self.map.lens,
            facets=self.map.facets,
            one_file_each=product.is_sheets and self.one_each.isChecked(),
        )

    def _make_fields(self) -> None:
        self.what = DocumentList()
        self.what_hint = hint("")
        self.kind = _choices(())
        self.reader = _choices(title for _reader, title, _text in READERS)
        self.reader_hint = hint("")
        self.map = MapChoice(self._project.active_facets)
        self.page = Segmented(PAGES, _("Page size"))
        self.one_each = QCheckBox(_("One &file for each person"))
        self.place = QLineEdit()
        self.browse = QPushButton(_("&Browse…"))
        self.issue = IssueChoice(self._project)
        self.problem = hint("", "warn")
        self.preview = PreviewPane(self._project)

    def _make_lists(self) -> None:
        portraits = Portraits(self._project.find_media)
        ratio = self.devicePixelRatioF()
        self.personas = CheckList(_("People"))
        self.personas.fill(
            [
                (p.id, p.name or _("Nameless"), QIcon(portraits.circle(p, face_size(), ratio)))
                for p in self._project.cast
            ]
        )
        self.sections = CheckList(_("Sections"))
        self.sections.fill([(name, _(title), QIcon()) for name, title in SECTIONS.items()])
        for box in (self.personas, self.sections):
            box.list.setMinimumHeight(_LIST_HEIGHT)

    def _lay_out(self) -> None:
        self._buttons = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Export"))
        self.what.setFixedWidth(current_theme().px(_DOCUMENTS_WIDTH))
        choices = QWidget()
        columns = QHBoxLayout(choices)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addWidget(self.what)
        columns.addWidget(self._scrolled())
        titles = (_("Choices"), _("Preview"))
        body = SideBySide(choices, self.preview, titles, inspector_width=_PREVIEW_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(body, 1)
        layout.addLayout(_row(_label(_("Save &to"), self.place), self.place, self.browse))
        layout.addWidget(self.issue)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)
        self.resize(size_for(self, QSize(_WIDTH, _HEIGHT)))

    def _scrolled(self) -> QScrollArea:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.what_hint)
        for text, field, words in (
            (_("Fo&rmat"), self.kind, None),
            (_("For &whom"), self.reader, self.reader_hint),
        ):
            column.addWidget(_label(text, field))
            column.addWidget(field)
            if words is not None:
                column.addWidget(words)
            if field is self.kind:
                column.addWidget(self.map)
        lists = _row(self.personas, self.sections)
        lists.setStretch(0, 5)
        lists.setStretch(1, 6)
        column.addLayout(lists, 1)
        paper = _row(self.page, self.one_each)
        paper.addStretch(1)
        column.addLayout(paper)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(fields)
        return area

    def _connect(self) -> None:
        self.what.currentRowChanged.connect(self._on_product_chosen)
        self.kind.currentIndexChanged.connect(self._on_format_chosen)
        self.reader.currentIndexChanged.connect(self._on_reader_chosen)
        self.one_each.toggled.connect(self._suggest_place)
        self.place.textEdited.connect(self._on_place_typed)
        self.place.textChanged.connect(self._check)
        self.browse.clicked.connect(self._on_browse)
        self.personas.changed.connect(self._check)
        self.sections.changed.connect(self._check)
        self.page.chosen.connect(self._look)
        self.map.changed.connect(self._look)
        self.issue.changed.connect(self._check)
        self.accepted.connect(self._on_accepted)

    def _choose_again(self, last: ExportChoice) -> None:
        options = last.options
        self.what.choose(last.product)
        self.kind.setCurrentIndex(last.product.formats.index(last.format))
        self.page.choose(options.page)
        self.one_each.setChecked(options.one_file_each)
        self.map.choose(options.lens, options.facets)
        if options.personas:
            self.personas.tick(options.personas)
        if options.sections:
            self.sections.tick(options.sections)

    def _on_product_chosen(self) -> None:
        product = self.product
        self.what_hint.setText(_(product.text))
        self.personas.setEnabled(not product.is_about_everybody)
        self.sections.setEnabled(product.is_sheets)
        self.one_each.setEnabled(product.is_sheets)
        self.reader.setEnabled(product.what != "portraits")
        self.map.setVisible(product.what == "map")
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItems([_(FORMAT_TITLES[kind.id]) for kind in product.formats])
        self.kind.blockSignals(False)
        self.kind.setEnabled(len(product.formats) > 1)
        self._on_format_chosen()
        self._on_reader_chosen()

    def _on_format_chosen(self) -> None:
        self.issue.offer(possible=can_be_issued(self.format.id, self.options))
        self.page.setEnabled(self.format.id in PAGED_FORMATS)
        self._suggest_place()

    def _on_reader_chosen(self) -> None:
        text = _(READERS[self.reader.currentIndex()][2])
        kept = held_back(self._project, self.options)
        if kept:
            text += " " + plural("Here: {count} answer.", "Here: {count} answers.", kept)
        self.reader_hint.setText(text)
        self._look()

    def _suggest_place(self) -> None:
        name = f"{self._place.name} {_(self.product.title).lower()}"
        if not self.options.fills_folder:
            name += self.format.suffix
        folder = Path(self._own_place).parent if self._own_place else self._place.parent
        self.place.setText(str(folder / name))
        self._check()

    def _on_place_typed(self, text: str) -> None:
        self._own_place = text

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, _("Save to"), self.place.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.options.fills_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # The question is asked once, when the export meets the file.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.setDefaultSuffix(self.format.suffix.removeprefix("."))
            dialog.selectFile(self.place.text())
        dialog.fileSelected.connect(self._on_place_picked)
        dialog.open()

    def _on_place_picked(self, path: str) -> None:
        self._own_place = path
        self.place.setText(path)

    def _check(self) -> None:
        say(self.problem, self._trouble())
        export = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        export.setEnabled(not self.problem.text())
        export.setToolTip(plain_tip(self.problem.text()))
        self._look()

    def _look(self) -> None:
        trouble = self._content_trouble()
        if trouble:
            self.preview.say(trouble)
            return
        people = self.personas.ticked if self.product.is_one_by_one else ()
        of = self._numbered if self.issue.is_wanted else None
        self.preview.look_at(self.format, self.options, people, of)

    @cached_property
    def _numbered(self) -> Project:
        """The project with the number and the day that the next issue has on its pages."""
        today = Recipient(_("Nobody"), datetime.now().astimezone().date().isoformat())
        return next_issue(self._project, self.format.id, ExportOptions(), today).numbered

    def _trouble(self) -> str:
        if not self.place.text().strip():
            return self._content_trouble() or _("Say where to save it.")
        return self._content_trouble() or self.issue.trouble

    def _content_trouble(self) -> str:
        if self.personas.isEnabled() and not self.personas.ticked:
            if not self._project.cast:
                return _("There is nobody in this cast yet. Add a person first.")
            return _("Tick at least one person.")
        if self.sections.isEnabled() and not self.sections.ticked:
            return _("Tick at least one section.")
        return ""

    def _on_accepted(self) -> None:
        path = Path(self.place.text().strip()).expanduser()
        handed_to = self.issue.recipient
        self._chosen(ExportChoice(self.product, self.format, self.options, path, handed_to))


def _label(text: str, field: QWidget) -> QLabel:
    label = plain_label(text)
    label.setProperty("role", "label")
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choices(titles: Iterable[str]) -> QComboBox:
    box = QComboBox()
    leave_wheel_to_page(box)
    for title in titles:
        box.addItem(_(title))
    return box
