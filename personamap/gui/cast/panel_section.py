"""What the sections that list something share: panels by id, and Add."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.widgets.chips import add_chip
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import SIDE, FoldSection, SubjectT
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

PanelT = TypeVar("PanelT", bound=FoldPanel)

AT_A_TIME = 40
"""How many panels are there at first, and how many come with each press of the button below."""


class PanelSection(FoldSection[SubjectT], Generic[SubjectT, PanelT]):
    """A section of panels, one for each thing that belongs to the subject.

    `about`, where there is such, stands above them. Of thousands of things
    only the first have a panel, and a button under them brings the next.
    """

    about = ""
    add_words = ""

    @abstractmethod
    def item_ids(self, subject: SubjectT) -> Sequence[str]:
        """Return the ids of what is listed for a subject."""

    @abstractmethod
    def make_panel(self, item_id: str) -> PanelT:
        """Return a panel for one thing."""

    @abstractmethod
    def show_panel(self, panel: PanelT, subject: SubjectT, item_id: str) -> None:
        """Show in a panel what there is now."""

    @abstractmethod
    def open_add(self) -> None:
        """Let the person choose what to add."""

    @abstractmethod
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        """Put what can be done with one thing into its menu."""

    @override
    def build(self) -> QWidget:
        self.panels: dict[str, PanelT] = {}
        self._whose = ""
        self._most = AT_A_TIME
        self._called: set[str] = set()
        self.more = QPushButton()
        self.more.setProperty("role", "quiet-chip")
        self.more.setToolTip(plain_tip(_("Show the next of them")))
        self.more.clicked.connect(self._on_more)
        self.add = add_chip(_(self.add_words))
        self.add.clicked.connect(self.open_add)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(SIDE, 12, SIDE, 20)
        self._column.setSpacing(8)
        if self.about:
            self._column.addWidget(hint(_(self.about)))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return body

    @override
    def redraw(self, subject: SubjectT) -> None:
        if subject.id != self._whose:
            self._most, self._called = AT_A_TIME, set()
        every = self.item_ids(subject)
        ids = [i for at, i in enumerate(every) if at < self._most or i in self._called]
        self._tell_more(len(every) - len(ids))
        kept = set(ids) if subject.id == self._whose else set()
        self._whose = subject.id
        for item_id in [item_id for item_id in self.panels if item_id not in kept]:
            gone = self.panels.pop(item_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, item_id in enumerate(ids, start=bool(self.about)):
            if item_id not in self.panels:
                self.panels[item_id] = self._new_panel(item_id)
                self._column.insertWidget(at, self.panels[item_id])
            self.show_panel(self.panels[item_id], subject, item_id)

    def panel_of(self, item_id: str) -> PanelT:
        """Return the panel of one thing that is listed, making it when it is far down."""
        if item_id not in self.panels:
            self._called.add(item_id)
            self.redraw(self.subject)
        return self.panels[item_id]

    def _tell_more(self, count: int) -> None:
        self.more.setVisible(count > 0)
        self.more.setText(plural("and {count} more", "and {count} more", count))

    def _on_more(self) -> None:
        self._most += AT_A_TIME
        self.redraw(self.subject)

    def _new_panel(self, item_id: str) -> PanelT:
        panel = self.make_panel(item_id)
        panel.menu_wanted.connect(partial(self._on_menu_wanted, item_id))
        return panel

    def _on_menu_wanted(self, item_id: str) -> None:
        anchor = self.panels[item_id].more
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, item_id)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
