"""The first page: who speaks under each label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from personamap.domain.columns import folded
from personamap.domain.project import Project
from personamap.edits.script import Spoken
from personamap.gui.importing.column_list import ColumnList, ListedColumn
from personamap.gui.importing.script.speaker_box import SpeakerBox
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import _, plural
from personamap.importers.script.mapping import NEW, LabelMapping
from personamap.services.scripts import ScriptProposal

_SPEECHES_SHOWN = 3


class LabelsPage(QWidget):
    """One row a label: some of what is said, and the choice who says it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mapping = LabelMapping()
        self.boxes: dict[str, SpeakerBox] = {}
        self._project = Project()
        self._counts: Mapping[str, Spoken] = {}
        self.notes = hint("", "secondary")
        self.waiting = hint("", "warn")
        self.labels = ColumnList()
        self.all_new = QPushButton()
        self.all_new.setAutoDefault(False)
        self.all_new.clicked.connect(self._on_all_new)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(
            hint(
                _(
                    "Whose names leave no doubt are found. Where several people could be meant, "
                    "or nobody is called so, say who speaks; nothing is counted before."
                )
            )
        )
        page.addWidget(self.notes)
        page.addWidget(self.labels, 1)
        page.addWidget(self.waiting)
        page.addWidget(self.all_new, 0, Qt.AlignmentFlag.AlignLeft)

    def show_proposal(self, project: Project, proposal: ScriptProposal) -> None:
        """List the labels of a script and who seems to speak there."""
        self.mapping, self._project = proposal.mapping, project
        self.boxes.clear()
        self._counts = proposal.counts
        said = _said(proposal)
        self.labels.show_columns(
            [ListedColumn(u.label, said[folded(u.label)], "") for u in proposal.mapping.labels],
            (_("Label"), _("For example"), _("Who that is")),
            self._box,
        )
        say(self.notes, "\n".join(proposal.script.notes))
        self._say_what_is_open()

    def _box(self, label: str) -> SpeakerBox:
        box = self.boxes[label] = SpeakerBox(self.mapping.use_of(label), self._project.cast)
        box.activated.connect(partial(self._on_chosen, label))
        said = self._counts[label]
        self.labels.remark(label, how_much(said.lines, said.words))
        return box

    def _on_chosen(self, label: str, _place: int) -> None:
        self.mapping = self.mapping.with_use(label, *self.boxes[label].speakers)
        self._say_what_is_open()
        self.changed.emit()

    def _on_all_new(self) -> None:
        unknown = self.mapping.unknown_labels
        self.mapping = self.mapping.with_new_people()
        for label in unknown:
            # A row that is not listed yet will ask the mapping itself.
            if label in self.boxes:
                box = self.boxes[label]
                box.setCurrentIndex(box.findData([NEW]))
        self._say_what_is_open()
        self.changed.emit()

    def _say_what_is_open(self) -> None:
        count = len(self.mapping.open_labels)
        words = plural(
            "{count} label is open; its lines are not counted.",
            "{count} labels are open; their lines are not counted.",
            count,
        )
        say(self.waiting, words if count else "")
        unknown = len(self.mapping.unknown_labels)
        self.all_new.setVisible(unknown > 0)
        self.all_new.setText(
            plural(
                "Make a &new person of {count} label",
                "Make &new people of {count} labels",
                unknown,
            )
        )


def how_much(lines: int, words: int) -> str:
    """Say how many lines and words somebody has."""
    return _("{lines}, {words}").format(
        lines=plural("{count} line", "{count} lines", lines),
        words=plural("{count} word", "{count} words", words),
    )


def _said(proposal: ScriptProposal) -> Mapping[str, list[str]]:
    """Return the first few speeches under each label."""
    said: dict[str, list[str]] = defaultdict(list)
    for speech in proposal.script.speeches:
        shown = said[folded(speech.label)]
        if len(shown) < _SPEECHES_SHOWN:
            shown.append(speech.text)
    return said
