"""What is to be made, and how: the choices beside the preview."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
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
from personamap.gui.export.label_for import label_for
from personamap.gui.export.map_choice import MapChoice
from personamap.gui.fields.check_list import CheckList, face_size
from personamap.gui.fields.segmented import Segmented
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.i18n import _, plural

_LIST_HEIGHT = 180


class ExportForm(QWidget):
    """The document, its format, for whom it is, and what stands in it.

    `file_changed` tells that another kind of file is made or that there are
    several, `changed` that something else will stand in it.
    """

    changed = Signal()
    file_changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._make_fields()
        self._make_lists()
        self._lay_out()
        self._connect()
        self._on_product_chosen()

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

    @property
    def people(self) -> tuple[str, ...]:
        """Whose pages can be turned over, where each has pages of their own."""
        return self.personas.ticked if self.product.is_one_by_one else ()

    @property
    def trouble(self) -> str:
        """What is still missing, if anything."""
        if self.personas.isEnabled() and not self.personas.ticked:
            if not self._project.cast:
                return _("There is nobody in this cast yet. Add a person first.")
            return _("Tick at least one person.")
        if self.sections.isEnabled() and not self.sections.ticked:
            return _("Tick at least one section.")
        return ""

    def choose_again(self, last: ExportChoice) -> None:
        """Choose what was chosen the last time."""
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

    def _make_fields(self) -> None:
        self.what = DocumentList()
        self.what_hint = hint("")
        self.kind = _choices(())
        self.reader = _choices(title for _reader, title, _text in READERS)
        self.reader_hint = hint("")
        self.map = MapChoice(self._project.active_facets)
        self.page = Segmented(PAGES, _("Page size"))
        self.one_each = QCheckBox(_("One &file for each person"))

    def _make_lists(self) -> None:
        portraits = Portraits(self._project.find_media)
        ratio = self.devicePixelRatioF()
        self.personas = CheckList(_("People"))
        cast = {persona.id: persona for persona in self._project.cast}
        self.personas.fill(
            [(persona.id, persona.name or _("Nameless")) for persona in cast.values()],
            lambda persona_id: portraits.circle(cast[persona_id], face_size(), ratio),
        )
        self.sections = CheckList(_("Sections"))
        self.sections.fill([(name, _(title)) for name, title in SECTIONS.items()])
        for box in (self.personas, self.sections):
            box.list.setMinimumHeight(_LIST_HEIGHT)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addWidget(self.what)
        columns.addWidget(self._scrolled())

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._column())
        return area

    def _column(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        kind, reader = label_for(_("Fo&rmat"), self.kind), label_for(_("For &whom"), self.reader)
        for widget in (self.what_hint, kind, self.kind, self.map, reader, self.reader):
            column.addWidget(widget)
        column.addWidget(self.reader_hint)
        lists = _row(self.personas, self.sections)
        lists.setStretch(0, 5)
        lists.setStretch(1, 6)
        column.addLayout(lists, 1)
        paper = _row(self.page, self.one_each)
        paper.addStretch(1)
        column.addLayout(paper)
        return fields

    def _connect(self) -> None:
        self.what.currentRowChanged.connect(self._on_product_chosen)
        self.kind.currentIndexChanged.connect(self._on_format_chosen)
        self.reader.currentIndexChanged.connect(self._on_reader_chosen)
        self.one_each.toggled.connect(self.file_changed)
        for chooser in (self.personas, self.sections, self.map):
            chooser.changed.connect(self.changed)
        self.page.chosen.connect(self.changed)

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
        self.page.setEnabled(self.format.id in PAGED_FORMATS)
        self.file_changed.emit()

    def _on_reader_chosen(self) -> None:
        text = _(READERS[self.reader.currentIndex()][2])
        kept = held_back(self._project, self.options)
        if kept:
            text += " " + plural("Here: {count} answer.", "Here: {count} answers.", kept)
        self.reader_hint.setText(text)
        self.changed.emit()


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
