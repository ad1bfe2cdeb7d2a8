"""What several courses show as one: four pages, and what is said before there are two courses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue, across_checks
from personamap.analysis.catalogue.wording import courses_together
from personamap.analysis.coverage_wording import heading
from personamap.gui.catalogue.matrix_page import ALL
from personamap.gui.catalogue.pages import CataloguePages
from personamap.gui.coverage.people_popup import PeoplePopup, Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.empty_state import EmptyState
from personamap.gui.widgets.slices import Slices
from personamap.i18n import _

_FEWEST = 2
_SEVERAL, _ALONE = 0, 1


class Together(QWidget):
    """Shows a catalogue; a chosen person comes with the place of the course."""

    person_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue: Catalogue | None = None
        self._shown: Shown | None = None
        self.summary = hint("", "secondary")
        self.tabs = CataloguePages()
        self._slices = Slices(self)
        self._making = self._make()
        self.empty = EmptyState("book-open")
        self.empty.tell(
            _("One course alone"),
            _(
                "No single course has to show everybody. Choose the files of other courses of "
                "the same client, or drop them here, and see what they show and lack together. "
                "They are only read, and remembered on this computer for the next time."
            ),
        )
        self.choose = self.empty.add_button(_("Choose courses…"), "folder-open")
        self._stack = QStackedWidget()
        self._waiting = QWidget()
        self._waiting.setAccessibleName(_("Reading the courses…"))
        self._waiting.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._waiting.setProperty("ownFocusRing", True)
        self._lay_out()
        self.setFocusProxy(self._waiting)

    @property
    def filled(self) -> bool:
        """Tell whether everything is shown by now."""
        if self._slices.busy:
            return False
        return not self.tabs.count() or self.tabs.filled

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Show what several courses have together."""
        self.catalogue = catalogue
        self._slices.run(self._fill(catalogue))

    def _fill(self, catalogue: Catalogue) -> Iterator[None]:
        enough = len(catalogue.courses) >= _FEWEST
        if enough:
            # Goes on where another catalogue, come in between, had it stop.
            for _page in self._making:
                yield None
            portraits = Portraits(catalogue.joined.project.find_media)
            shown = self._shown = Shown(catalogue.across, portraits)
            self.summary.setText(heading(courses_together(catalogue), catalogue.across))
            yield from self.tabs.show_catalogue(catalogue, shown)
        if enough:
            self._bring(_SEVERAL, self.tabs.seats.table)
        else:
            self._bring(_ALONE, self.choose)

    def _bring(self, place: int, first: QWidget) -> None:
        """Show one side, and hand it the keys if the other one had them."""
        had_keys = self.window().focusWidget() in {self.choose, self._waiting}
        self._stack.setCurrentIndex(place)
        self.setFocusProxy(first)
        if had_keys:
            first.setFocus()

    def show_nothing(self) -> None:
        """Say what belongs here, where nothing was read yet and nothing is being read."""
        self._bring(_ALONE, self.choose)

    def _make(self) -> Iterator[None]:
        yield from self.tabs.make()
        self.tabs.seats.looked_into.connect(self._on_seat_looked_into)
        self.tabs.matrices.looked_into.connect(self._on_cell_looked_into)
        self.tabs.across.why_asked.connect(self._on_why_asked)
        self.tabs.shared.opened.connect(self.person_chosen)

    def _lay_out(self) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 12, 16, 0)
        inner.setSpacing(8)
        inner.addWidget(self.summary)
        inner.addWidget(self.tabs, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._waiting)
        self._stack.setCurrentWidget(self._waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _on_seat_looked_into(self, question: Question, at: QPoint, course: int) -> None:
        if self._shown is not None:
            self._pop_up(question, self._shown, at, lambda person: (person, course))

    def _on_cell_looked_into(
        self, question: Question, shown: Shown, at: QPoint, course: int
    ) -> None:
        assert self.catalogue is not None
        ids = self.catalogue.joined.ids[course] if course != ALL else {}
        self._pop_up(question, shown, at, lambda person: (ids.get(person, person), course))

    def _pop_up(
        self,
        question: Question,
        shown: Shown,
        at: QPoint,
        whom: Callable[[str], tuple[str, int]],
    ) -> None:
        popup = PeoplePopup(question, shown, self)
        popup.person_chosen.connect(lambda person: self.person_chosen.emit(*whom(person)))
        popup.open_at(at)

    def _on_why_asked(self, check_id: str) -> None:
        if self.catalogue is None:
            return
        checks = {check.id: check for check in across_checks(self.catalogue.joined)}
        if check_id in checks:
            WhyDialog(checks[check_id], self).open()
