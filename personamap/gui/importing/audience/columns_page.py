"""The first page: which columns are counted, by which facet, and how small a count may be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from personamap.analysis.disclosure.publishing import LEAST_SMALLEST
from personamap.domain.facet import Facet
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.importing.column_list import CHOICE_LETTERS, ColumnList, ListedColumn
from personamap.gui.settings import current_settings
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _
from personamap.importers.audience.mapping import COUNT, AudienceMapping
from personamap.importers.audience.proposing import AudienceSurvey, SurveyedColumn

_MOST_SMALLEST, _INSET = 10_000, 6


class AudienceColumnsPage(QWidget):
    """Columns nobody chooses are never read; entries that tell people apart are not shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = AudienceMapping()
        self.boxes: dict[str, ChoiceField] = {}
        self.problem = hint("", "warn")
        self.columns = ColumnList()
        self.smallest = smallest_field(current_settings().smallest_group)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(
            hint(
                _(
                    "Only the columns you choose are read. What is kept are numbers of people, "
                    "never a row or a name, and none so small that somebody could be found in it."
                )
            )
        )
        page.addWidget(self.columns, 1)
        page.addLayout(smallest_row(self.smallest))
        page.addWidget(self.problem)
        self.smallest.valueChanged.connect(lambda _count: self.changed.emit())
        self.tell("")

    def show_survey(self, survey: AudienceSurvey, facets: tuple[Facet, ...]) -> None:
        """List the columns of a table and what is proposed for them."""
        self.mapping = survey.mapping
        self.boxes.clear()
        self._apart = {column.column for column in survey.columns if column.tells_apart}
        self._facets = {facet.id: facet.label for facet in facets}
        self.columns.show_columns(
            [_listed(column) for column in survey.columns],
            (_("Column"), _("For example"), _("Counted by")),
            self._box,
        )

    def tell(self, problem: str) -> None:
        """Show what keeps the counting from going on, or nothing."""
        say(self.problem, problem)

    def _box(self, column: str) -> ChoiceField:
        choices = {"": _("Not read"), COUNT: _("Number of people")}
        if column not in self._apart or self.mapping.count:
            choices |= self._facets
        box = self.boxes[column] = ChoiceField(choices)
        box.setMinimumContentsLength(CHOICE_LETTERS)
        box.setAccessibleName(_("What “{column}” is counted by").format(column=column))
        box.show_choice(self.mapping.target_of(column))
        box.picked.connect(partial(self._on_picked, column))
        return box

    def _on_picked(self, column: str, target: str) -> None:
        self.mapping = self.mapping.with_column(column, target)
        for name, box in self.boxes.items():
            box.show_choice(self.mapping.target_of(name))
        self.changed.emit()


def smallest_field(smallest: int) -> QSpinBox:
    """Return a field for the smallest number of people that may be kept."""
    field = QSpinBox()
    leave_wheel_to_page(field)
    field.setRange(LEAST_SMALLEST, _MOST_SMALLEST)
    field.setValue(smallest)
    field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
    field.setAccessibleName(_("Hide counts of fewer people than"))
    return field


def smallest_row(field: QSpinBox) -> QHBoxLayout:
    """Return the field with its label in front."""
    label = plain_label(_("&Hide counts of fewer people than"))
    label.setBuddy(field)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field)
    row.addStretch(1)
    return row


def _listed(column: SurveyedColumn) -> ListedColumn:
    apart = _("tells people apart, so it is not shown")
    return ListedColumn(
        column.column, column.entries, apart if column.tells_apart else _("no cell is filled")
    )
