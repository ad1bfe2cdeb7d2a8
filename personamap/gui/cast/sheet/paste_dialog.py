"""Asks about what came with the clipboard and has no clear place; nothing is dropped unsaid."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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

_RING = 4
"""What the focus ring takes around a field at the edge of a page that scrolls."""


class PasteDialog(QDialog):
    """A choice for each unknown word, and a word on people who are new and columns too many."""

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
        for word, near in pasted.unknown.items():
            column.addWidget(self._row(project, word, near))
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

    def _row(self, project: Project, word: Word, near: str) -> QWidget:
        facet = project.facet(word[0])
        values = {value.id: value.label for value in facet.values}
        offered = {NEW: _("A new value"), OWN_WORDS: _("In their own words"), **values}
        field = self.choices[word] = ChoiceField(offered)
        field.show_choice(near or OWN_WORDS)
        title = _("{facet}: “{word}” is").format(facet=facet.label, word=word[1])
        return labelled(title, field)

    def _on_accepted(self) -> None:
        self._then({word: str(field.currentData()) for word, field in self.choices.items()})


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
