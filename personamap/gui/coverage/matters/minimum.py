"""How many people should have one value."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from personamap.domain.facet import ValueRef
from personamap.edits.aims import set_minimum
from personamap.gui.coverage.matters.draft import AimDraft
from personamap.gui.fields.touches_field import ref_words
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.i18n import _

_MOST, _WIDTH, _INSET = 1_000, 160, 6


class MinimumSection(QWidget):
    """Asks for a number of people on the value that is current at the left."""

    def __init__(self, draft: AimDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._value: ValueRef | None = None
        self.words = hint("", "secondary")
        self.count = QSpinBox()
        leave_wheel_to_page(self.count)
        self.count.setRange(0, _MOST)
        self.count.setSpecialValueText(_("no number"))
        self.count.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.count.setMaximumWidth(current_theme().px(_WIDTH))
        self.count.valueChanged.connect(self._on_counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hint(_("At least so many people"), "label"))
        column.addWidget(self.words)
        column.addWidget(self.count)
        self.show_value(None)

    def show_value(self, value: ValueRef | None) -> None:
        """Ask about another value, or about none."""
        self._value = value
        project = self._draft.project
        words = ref_words(project, value) if value else ""
        self.words.setText(
            words or _("Choose a value in the list to say how many people should have it.")
        )
        self.count.setEnabled(value is not None)
        self.count.setAccessibleName(_("At least so many people: {value}").format(value=words))
        self.count.blockSignals(True)
        least = {minimum.value: minimum.count for minimum in project.aim.minimums}
        self.count.setValue(least.get(value, 0) if value else 0)
        self.count.blockSignals(False)

    def _on_counted(self, count: int) -> None:
        if self._value is not None:
            self._draft.apply(set_minimum, self._value, count)
