"""The last page: what would be kept, words nobody knows, and what the audience is called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.audience import Audience
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.importing.audience.about_row import AboutRow
from personamap.gui.importing.audience.counts_view import CountsView
from personamap.gui.importing.audience.left_out import left_out
from personamap.gui.importing.column_list import CHOICE_LETTERS, ColumnList, ListedColumn
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import _, in_digits, plural
from personamap.importers.audience.answering import ColumnReport
from personamap.importers.audience.counting import AudienceImport
from personamap.importers.audience.mapping import AudienceMapping

_MOST_WORDS = 12


class KeptPage(QWidget):
    """Shows the counts. Saying which value a word stands for has the table counted once more."""

    explained = Signal(str, str, str)  # column, word, id of a value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary, self.notes = hint("", "strong"), hint("", "secondary")
        self.counts, self.words, self.about = CountsView(), ColumnList(), AboutRow()
        self.boxes: dict[str, ChoiceField] = {}
        self._words: dict[str, tuple[ColumnReport, str]] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(self.summary)
        page.addWidget(self.notes)
        page.addWidget(self.counts, 3)
        page.addWidget(self.words, 2)
        page.addWidget(self.about)

    def show_result(self, found: AudienceImport, mapping: AudienceMapping) -> None:
        """Show what was counted, with the words that `mapping` gives a value."""
        self._facets = {facet.id: facet for facet in found.facets}
        self.summary.setText(_summary(found.audience))
        say(self.notes, "\n".join(found.notes))
        self.counts.show_counts(found.audience, found.facets, left_out(found))
        self._show_words(found, mapping)

    def _show_words(self, found: AudienceImport, mapping: AudienceMapping) -> None:
        given = {column.column: column.values for column in mapping.columns}
        self._words = {
            _("{column}: {word}").format(column=column.column, word=word): (column, word)
            for column in found.columns
            for word in (*given.get(column.column, ()), *column.often[:_MOST_WORDS])
        }
        self._given: Mapping[str, Mapping[str, str]] = given
        self.boxes.clear()
        self.words.setVisible(bool(self._words))
        self.words.show_columns(
            [ListedColumn(key, (), "") for key in self._words],
            (_("Word no value is called by"), "", _("Stands for")),
            self._box,
        )

    def _box(self, key: str) -> ChoiceField:
        column, word = self._words[key]
        values = {value.id: value.label for value in self._facets[column.facet].groups}
        box = self.boxes[key] = ChoiceField({"": _("Left out")} | values)
        box.setMinimumContentsLength(CHOICE_LETTERS)
        box.setAccessibleName(_("What “{word}” stands for").format(word=key))
        box.show_choice(self._given.get(column.column, {}).get(word, ""))
        box.picked.connect(partial(self.explained.emit, column.column, word))
        return box


def _summary(audience: Audience) -> str:
    people = plural("{count} person was counted", "{count} people were counted", audience.people)
    if audience.people > 1:
        people = _("{people} people were counted").format(people=in_digits(audience.people))
    kept = plural("{count} count is kept", "{count} counts are kept", len(audience.groups))
    rule = _("none below {k}").format(k=audience.smallest_group)
    return " · ".join((people, kept, rule))
