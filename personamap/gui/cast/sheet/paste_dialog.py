"""Asks about what came with the clipboard and has no clear place; nothing is dropped unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.gui.cast.sheet.pasting import NEW, OWN_WORDS, Pasted, Word
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.i18n import _, plural

_SIZE = QSize(560, 440)

_MOST_ROWS = 50
"""Nobody answers more questions; with more unknown words, each facet is asked about once."""

_RING = 4
"""What the focus ring takes around a field at the edge of a page that scrolls."""


class PasteDialog(QDialog):
    """A choice for each unknown word, or for each facet if there are very many.

    It also says how many people are new and how many columns have no place.
    """

    def __init__(
        self,
        project: Project,
        pasted: Pasted,
        then: Callable[[Mapping[Word, str]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._then = then
        self.choices: dict[Word, ChoiceField] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Paste"))
        self.resize(size_for(self, _SIZE))
        content = QWidget()
        content.setProperty("role", "content")
        column = QVBoxLayout(content)
        column.setContentsMargins(_RING, _RING, 12, _RING)
        column.setSpacing(12)
        unknown = pasted.unknown
        rows = self._by_facet if len(unknown) > _MOST_ROWS else self._word_by_word
        for row in rows(project, unknown):
            column.addWidget(row)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(hint(_("Where should this go?"), "person"))
        for line in _lines(pasted):
            layout.addWidget(hint(line, "secondary"))
        layout.addWidget(page_of(content, steady=False), 1)
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Paste")))
        self.accepted.connect(self._on_accepted)

    def _word_by_word(self, project: Project, unknown: Mapping[Word, str]) -> Iterator[QWidget]:
        for word, near in unknown.items():
            facet = project.facet(word[0])
            values = {value.id: value.label for value in facet.values}
            field = self.choices[word] = ChoiceField({**_anything(), **values})
            field.show_choice(near or OWN_WORDS)
            title = _("{facet}: “{word}” is").format(facet=facet.label, word=word[1])
            yield labelled(title, field)

    def _by_facet(self, project: Project, unknown: Mapping[Word, str]) -> Iterator[QWidget]:
        for facet_id, count in Counter(facet_id for facet_id, _word in unknown).items():
            field = ChoiceField(_anything())
            field.show_choice(OWN_WORDS)
            self.choices |= {word: field for word in unknown if word[0] == facet_id}
            words = plural(
                "one word that names no value is",
                "{count} words that name no value are",
                count,
            )
            facet = project.facet(facet_id)
            yield labelled(_("{facet}: {words}").format(facet=facet.label, words=words), field)

    def _on_accepted(self) -> None:
        self._then({word: str(field.currentData()) for word, field in self.choices.items()})


def _anything() -> dict[str, str]:
    return {NEW: _("A new value"), OWN_WORDS: _("In their own words")}


def _lines(pasted: Pasted) -> list[str]:
    lines = []
    if pasted.newcomers:
        lines.append(
            plural(
                "One row goes beyond the last person and becomes a new one.",
                "{count} rows go beyond the last person and become new ones.",
                len(pasted.newcomers),
            )
        )
    if pasted.left_over:
        lines.append(
            plural(
                "One column goes beyond the last one here and stays out.",
                "{count} columns go beyond the last one here and stay out.",
                pasted.left_over,
            )
        )
    return lines
