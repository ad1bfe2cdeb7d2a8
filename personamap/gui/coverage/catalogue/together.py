"""What several courses show as one: three pages, and what is said before there are two courses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue, across_checks
from personamap.analysis.catalogue.wording import courses_together
from personamap.analysis.coverage_wording import heading
from personamap.gui.coverage.catalogue.across_page import AcrossPage
from personamap.gui.coverage.catalogue.seat_page import SeatPage
from personamap.gui.coverage.catalogue.shared_page import SharedPage
from personamap.gui.coverage.people_popup import PeoplePopup, Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.empty_state import EmptyState
from personamap.i18n import _

_FEWEST = 2


class Together(QWidget):
    """Shows a catalogue; a chosen person comes with the place of the course."""

    person_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue: Catalogue | None = None
        self._shown: Shown | None = None
        self.summary = hint("", "secondary")
        self.tabs = QTabWidget()
        bar = self.tabs.tabBar()
        self.seats, self.across, self.shared = SeatPage(), AcrossPage(bar), SharedPage(bar)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in (self.seats, self.across, self.shared):
            self.tabs.addTab(page, "")
        self.empty = EmptyState("book-open")
        self.empty.tell(
            _("One course alone"),
            _(
                "No single course has to show everybody. Choose the files of other courses of "
                "the same client, or drop them here, and see what they show and lack together."
            ),
        )
        self.choose = self.empty.add_button(_("Choose courses…"), "folder-open")
        self._stack = QStackedWidget()
        self._lay_out()
        self.seats.looked_into.connect(self._on_looked_into)
        self.across.why_asked.connect(self._on_why_asked)

    @property
    def filled(self) -> bool:
        """Tell whether everything is shown by now."""
        return self.across.filled and self.shared.filled

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Show what several courses have together."""
        self.catalogue = catalogue
        enough = len(catalogue.courses) >= _FEWEST
        self._stack.setCurrentIndex(0 if enough else 1)
        if not enough:
            return
        portraits = Portraits(catalogue.joined.project.find_media)
        shown = self._shown = Shown(catalogue.across, portraits)
        self.summary.setText(heading(courses_together(catalogue), catalogue.across))
        self.seats.show_catalogue(catalogue, shown)
        self.across.show_catalogue(catalogue, shown)
        self.shared.show_catalogue(catalogue, shown)
        self.tabs.setTabText(0, _("Who is there"))
        findings, people = catalogue.across.open_count, len(catalogue.shared)
        self.tabs.setTabText(1, _("Findings ({count:,})").format(count=findings))
        self.tabs.setTabText(2, _("In several courses ({count:,})").format(count=people))

    def _lay_out(self) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 12, 16, 0)
        inner.setSpacing(8)
        inner.addWidget(self.summary)
        inner.addWidget(self.tabs, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _on_looked_into(self, question: Question, at: QPoint, course: int) -> None:
        if self._shown is None:
            return
        popup = PeoplePopup(question, self._shown, self)
        popup.person_chosen.connect(lambda person: self.person_chosen.emit(person, course))
        popup.open_at(at)

    def _on_why_asked(self, check_id: str) -> None:
        if self.catalogue is None:
            return
        checks = {check.id: check for check in across_checks(self.catalogue.joined)}
        if check_id in checks:
            WhyDialog(checks[check_id], self).open()
