"""Who plays in several courses, and whether the courses say the same of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue, SharedPersona
from personamap.analysis.catalogue.wording import shared_words
from personamap.domain.persona import Persona
from personamap.gui.catalogue.card_list import CardList
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.small_button import small_button
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_FACE, _BETWEEN = 40, 12


class SharedPage(CardList):
    """One row a person, with their face, their courses and the way to them in each."""

    opened = Signal(str, int)  # id in the catalogue, the place of the course

    def __init__(self, before: QWidget) -> None:
        super().__init__(before, above=8)
        self.rows: list[QWidget] = []

    def show_catalogue(self, catalogue: Catalogue, shown: Shown) -> None:
        """List who plays in several courses of a catalogue."""
        self.rows.clear()
        self.fill(self._all(catalogue, shown))

    def _all(self, catalogue: Catalogue, shown: Shown) -> Iterator[QWidget]:
        yield hint(_explained(catalogue), "secondary")
        for shared in catalogue.shared:
            row = self._row(catalogue, shared, shown)
            self.rows.append(row)
            yield row

    def _row(self, catalogue: Catalogue, shared: SharedPersona, shown: Shown) -> QWidget:
        words = shared_words(catalogue, shared)
        row = QFrame()
        row.setProperty("role", "panel")
        row.setAccessibleName(words)
        face, size = plain_label(), current_theme().px(_FACE)
        face.setPixmap(shown.portraits.circle(shared.persona, size, self.devicePixelRatioF()))
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(hint(words, ""))
        ways = FlowLayout(None, _BETWEEN)
        for place in shared.courses:
            ways.addWidget(self._way(catalogue.courses[place].title, shared.persona, place))
        column.addLayout(ways)
        line.addLayout(column, 1)
        return row

    def _way(self, title: str, persona: Persona, place: int) -> QPushButton:
        way = small_button(_("Open in {course}").format(course=title), "text-link")
        way.setAccessibleDescription(persona.name)
        way.clicked.connect(lambda _checked=False: self.opened.emit(persona.id, place))
        return way


def _explained(catalogue: Catalogue) -> str:
    if catalogue.shared:
        return _(
            "Whoever was carried over from one course to another counts once, with everything "
            "either course says. Learners who take both meet one person."
        )
    return _(
        "Nobody plays in two of these courses. Learners who take several meet new people each "
        "time; somebody they know may make the next course easier to enter."
    )
