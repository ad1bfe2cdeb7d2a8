"""The fields of one part: what somebody does in a scene, how they are there, what they say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.domain.labels import NARRATIVE_FUNCTIONS, PRESENCES
from personamap.domain.scene import Appearance, NarrativeFunction
from personamap.edits.appearances import set_function, set_part_field
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import MultiLineField, NumberField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

MOST = 1_000_000


class PartForm(QWidget):
    """Edits what one persona does in one scene; every change is a step of its own."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._scene_id = self._persona_id = ""
        self.functions: dict[NarrativeFunction, QPushButton] = {}
        self.presence = Segmented(
            [(presence, _(label.text)) for presence, label in PRESENCES.items()],
            _("How they are there"),
        )
        for presence, label in PRESENCES.items():
            self.presence.button(presence).setToolTip(plain_tip(_(label.help)))
        self.presence.chosen.connect(self._on_presence_chosen)
        self.lines, self.words = NumberField(0, MOST), NumberField(0, MOST)
        self.lines.edited.connect(partial(self._on_counted, "lines"))
        self.words.edited.connect(partial(self._on_counted, "words"))
        self.note = MultiLineField(lines=1)
        self.note.setPlaceholderText(_("What writers should know about this part"))
        self.note.edited.connect(self._on_note_edited)
        self._lay_out()

    def show_part(self, scene_id: str, appearance: Appearance) -> None:
        """Show a part in a scene."""
        self._scene_id, self._persona_id = scene_id, appearance.persona
        for function, button in self.functions.items():
            _show_chosen(button, function in appearance.functions)
        self.presence.choose(appearance.presence)
        # A zero that is typed over stays empty until another field is looked at.
        for field, count in ((self.lines, appearance.lines), (self.words, appearance.words)):
            if count or not field.hasFocus():
                field.show_number(count)
        self.note.show_text(appearance.note)

    def start(self) -> None:
        """Put the focus on the first function."""
        next(iter(self.functions.values())).setFocus()

    def _lay_out(self) -> None:
        title = plain_label(_("What they do"))
        title.setProperty("role", "label")
        counts = QHBoxLayout()
        counts.setSpacing(12)
        counts.addWidget(labelled(_("Lines"), self.lines))
        counts.addWidget(labelled(_("Words"), self.words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._function_chips())
        column.addWidget(labelled(_("How they are there"), self.presence))
        column.addLayout(counts)
        column.addWidget(labelled(_("Note"), self.note))

    def _function_chips(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(_("What they do"))
        flow = FlowLayout(holder, 6)
        for function, label in NARRATIVE_FUNCTIONS.items():
            button = QPushButton(_(label.text))
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIconSize(QSize(12, 12))
            button.setToolTip(plain_tip(_(label.help)))
            button.clicked.connect(partial(self._on_function, function))
            flow.addWidget(button)
            self.functions[function] = button
        return holder

    def _on_function(self, function: NarrativeFunction) -> None:
        does = self.functions[function].isChecked()
        self._document.apply(
            _("Change a part"), set_function, self._scene_id, self._persona_id, function, does
        )

    def _on_presence_chosen(self, presence: str) -> None:
        self._set("presence", presence)

    def _set(self, field: str, value: object) -> None:
        self._document.apply(
            _("Change a part"), set_part_field, self._scene_id, self._persona_id, field, value
        )

    def _type(self, field: str, value: object) -> None:
        typing = f"{self._scene_id}.{self._persona_id}.{field}"
        change = partial(set_part_field, field=field, value=value)
        self._document.apply_typing(
            _("Change a part"), typing, change, self._scene_id, self._persona_id
        )

    def _on_counted(self, field: str, number: int | None) -> None:
        self._type(field, number or 0)

    def _on_note_edited(self, note: str) -> None:
        self._type("note", note)


def _show_chosen(button: QPushButton, chosen: bool) -> None:
    """Show with a check, and not by colour alone, that a function is chosen."""
    button.setChecked(chosen)
    button.setIcon(icon("check", "accent") if chosen else QIcon())
