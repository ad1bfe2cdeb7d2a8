"""One check while somebody decides about it: why it asks, its thresholds, its source."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from personamap.gui.coverage.check_choices import CheckChoice
from personamap.gui.coverage.limit_field import LimitField
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.i18n import _

_FIELD_WIDTH = 140


class CheckPage(QWidget):
    """Edits one check and says what changed."""

    changed = Signal(object)  # CheckChoice
    more_asked = Signal(object)  # Check

    def __init__(self, choice: CheckChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "content")
        self.choice = choice
        self.active = QCheckBox(_("&Ask this in this project"))
        self.active.setChecked(choice.active)
        self.active.clicked.connect(self._on_switched)
        self.limits: dict[str, LimitField] = {}
        self.more = QPushButton(_("Read &more…"))
        self.more.clicked.connect(self._on_more)
        self.reset = QPushButton(_("&Reset to default"))
        self.reset.clicked.connect(self._on_reset)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        check = self.choice.check
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 4)
        column.setSpacing(12)
        column.addWidget(hint(_(check.title), "person"))
        column.addWidget(self.active)
        column.addWidget(hint(_("Why this matters"), "label"))
        column.addWidget(hint(_(check.why), "secondary"))
        column.addWidget(hint(_("Source: {source}").format(source=_(check.source))))
        for widget in self._limits():
            column.addWidget(widget)
        tools = QWidget()
        row = FlowLayout(tools, 8)
        row.addWidget(self.more)
        row.addWidget(self.reset)
        column.addSpacing(8)
        column.addWidget(tools)
        column.addStretch(1)

    def _limits(self) -> Iterator[QWidget]:
        for limit in self.choice.check.limits:
            field = LimitField(limit, self.choice.limits[limit.name])
            field.setMaximumWidth(current_theme().px(_FIELD_WIDTH))
            field.setAccessibleName(_(limit.label))
            field.edited.connect(self._on_limited)
            self.limits[limit.name] = field
            label = hint(_(limit.label), "secondary")
            label.setBuddy(field)
            yield label
            yield field

    def _show(self) -> None:
        self.reset.setEnabled(self.choice.changed)
        self.reset.setToolTip(
            "" if self.choice.changed else _("This check is as it comes: nothing to reset.")
        )

    def _decide(self, choice: CheckChoice) -> None:
        self.choice = choice
        self._show()
        self.changed.emit(choice)

    def _on_switched(self, active: bool) -> None:
        self._decide(self.choice.switched(active))

    def _on_limited(self, name: str, value: float) -> None:
        self._decide(self.choice.limited(name, value))

    def _on_reset(self) -> None:
        self._decide(CheckChoice.default(self.choice.check))

    def _on_more(self) -> None:
        self.more_asked.emit(self.choice.check)
