"""What Coverage says when there is nobody to count, or nothing to count them by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from personamap.analysis.coverage import CoverageReport
from personamap.gui.look.icons import icon_pixmap
from personamap.i18n import _

_MARK, _WIDTH = 40, 440


class EmptyCoverage(QWidget):
    """Says what belongs here and what the next step is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icon_pixmap("armchair", "seat", _MARK, self.devicePixelRatioF()))
        self.title, self.words = QLabel(), QLabel()
        self.title.setProperty("role", "section")
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.words.setFixedWidth(_WIDTH)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (mark, self.title, self.words):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def tell(self, report: CoverageReport) -> None:
        """Explain what is missing before anything can be counted."""
        if not report.facets:
            self.title.setText(_("There is nothing to count by yet"))
            self.words.setText(
                _(
                    "Facets are what people differ in: age, caregiving, job level. Add some to "
                    "the project, and every value shows here, with people or without."
                )
            )
            return
        self.title.setText(_("All seats are still empty"))
        self.words.setText(
            _(
                "Coverage shows who in your cast has which value, who does what, and what is "
                "missing. Add the first person under Cast; one is enough to begin with."
            )
        )
