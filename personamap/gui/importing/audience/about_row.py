"""What an audience is called, where its numbers come from, and of which day they are."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from personamap.domain.audience import Audience
from personamap.gui.fields.fields import DayField, LineField
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _


class AboutRow(QWidget):
    """Three fields in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.source, self.day = LineField(), LineField(), DayField()
        self.name.setPlaceholderText(_("All who take the course"))
        self.source.setPlaceholderText(_("Staff records"))
        self.day.setPlaceholderText("2026-11-24")
        self._day = ""
        self.day.edited.connect(self._on_day_edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = (
            (_("&Called"), self.name),
            (_("F&rom"), self.source),
            (_("Of the &day"), self.day),
        )
        for place, (words, field) in enumerate(fields):
            label = plain_label(words)
            label.setBuddy(field)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        for place, stretch in enumerate((2, 2, 1)):
            grid.setColumnStretch(place, stretch)

    def show_about(self, audience: Audience) -> None:
        """Show what is known already."""
        self.name.show_text(audience.name)
        self.source.show_text(audience.source)
        self.day.show_day(audience.date)
        self._day = audience.date

    def told(self, audience: Audience) -> Audience:
        """Return `audience` with what the fields say."""
        return audience.evolve(
            name=self.name.text().strip(), source=self.source.text().strip(), date=self._day
        )

    def _on_day_edited(self, day: str) -> None:
        self._day = day
