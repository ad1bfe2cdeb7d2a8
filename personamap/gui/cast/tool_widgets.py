"""What the heads of the cast and of its library are made of: a search, menus, and filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from personamap.gui.fields.fields import LineField
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import value_chip
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_SIDE, _SEARCH = 24, 136


class FilterMarks(QWidget):
    """A chip for each thing that is filtered by; pressing one drops it."""

    dropped = Signal(object)  # whatever the filter goes by

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(_SIDE, 0, _SIDE, 8)
        self._row = FlowLayout(self, 6)
        self.hide()

    def show_marks(self, marks: Sequence[tuple[object, str]]) -> None:
        """Show these filters with their words, or nothing at all."""
        self._row.clear()
        for mark, words in marks:
            chip = value_chip(words.replace("&", "&&"), self)
            chip.setIcon(icon("x"))
            chip.setAccessibleName(_("Filter: {words}. Press to drop it.").format(words=words))
            chip.setToolTip(_("Drop this filter"))
            chip.clicked.connect(partial(self._on_clicked, mark))
            self._row.addWidget(chip)
            chip.show()
        self.setVisible(bool(marks))

    def _on_clicked(self, mark: object, _checked: bool = False) -> None:
        self.dropped.emit(mark)


def hang_menu(button: QPushButton, fill: Callable[[], None]) -> QMenu:
    """Return the menu of a button, filled with what there is when it opens."""
    menu = QMenu(button)
    menu.aboutToShow.connect(fill)
    button.setMenu(menu)
    return menu


def menu_button(text: str, icon_name: str) -> QPushButton:
    """Return a button with an icon, for a menu to hang from."""
    return QPushButton(icon(icon_name), text)


def search_field(name: str) -> LineField:
    """Return the line in which a list is searched; screen readers say its `name`."""
    field = LineField()
    field.setPlaceholderText(_("Search"))
    field.setAccessibleName(name)
    field.setToolTip(plain_tip(name))
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "ink3"), LineField.ActionPosition.LeadingPosition)
    fit_search(field)
    return field


def fit_search(field: LineField) -> None:
    """Make a search as narrow as lets all tools stand in one line beside an inspector."""
    field.setFixedWidth(current_theme().px(_SEARCH))
