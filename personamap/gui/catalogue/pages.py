"""The four pages about several courses, made when there is first something to show on them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QTabWidget, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.gui.catalogue.across_page import AcrossPage
from personamap.gui.catalogue.matrix_page import MatrixPage
from personamap.gui.catalogue.seat_page import SeatPage
from personamap.gui.catalogue.shared_page import SharedPage
from personamap.gui.coverage.shown import Shown
from personamap.i18n import _, in_digits


class CataloguePages(QTabWidget):
    """Who is there, who does what, what is missing, and who plays in several courses."""

    seats: SeatPage
    matrices: MatrixPage
    across: AcrossPage
    shared: SharedPage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)

    @property
    def filled(self) -> bool:
        """Tell whether every page shows everything, once each is there."""
        return self.across.filled and self.shared.filled and self.matrices.filled

    def make(self) -> Iterator[None]:
        """Make each page; to dress them takes longer than a click should."""
        self.seats = SeatPage()
        self.addTab(self.seats, _("Who is there"))
        yield
        self.matrices = MatrixPage()
        yield
        self.addTab(self.matrices, _("Who does what"))
        yield
        self.across = AcrossPage(self.tabBar())
        self.addTab(self.across, "")
        yield
        self.shared = SharedPage(self.tabBar())
        self.addTab(self.shared, "")
        yield

    def show_catalogue(self, catalogue: Catalogue, shown: Shown) -> Iterator[None]:
        """Fill one page after another, the one in front first."""
        findings, people = catalogue.across.open_count, len(catalogue.shared)
        self.setTabText(2, _("Findings ({count})").format(count=in_digits(findings)))
        self.setTabText(3, _("In several courses ({count})").format(count=in_digits(people)))
        for page in (self.seats, self.matrices, self.across, self.shared):
            page.show_catalogue(catalogue, shown)
            yield
