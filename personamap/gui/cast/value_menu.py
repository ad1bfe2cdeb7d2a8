"""The menu of one value chip: what can be added to the value, and removing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.facet import Facet, Qualifier
from personamap.domain.persona import StatedValue
from personamap.gui.look.icons import icon
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _


def value_menu(
    facet: Facet,
    stated: StatedValue,
    qualify: Callable[[StatedValue], None],
    parent: QWidget,
) -> QMenu:
    """Return the menu of a value; `qualify` is told the value with other qualifiers.

    Its owner adds what else can be done with the chip. One option of each
    qualifier holds at a time.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    value = facet.find_value(stated.value)
    if value is not None and value.definition:
        menu.setToolTip(plain_tip(value.definition))
    for qualifier in facet.qualifiers:
        menu.addSection(qualifier.label)
        for option in qualifier.options:
            action = menu.addAction(option.label)
            action.setCheckable(True)
            action.setChecked(option.id in stated.qualifiers)
            action.setToolTip(plain_tip(option.definition))
            changed = _with_option(qualifier, stated, option.id)
            action.triggered.connect(partial(_qualify, qualify, changed))
    menu.addSeparator()
    return menu


def add_removal(menu: QMenu, remove: Callable[[], None]) -> None:
    """Add the entry that takes the value away."""
    menu.addAction(icon("x"), _("Remove"), remove)


def _qualify(
    qualify: Callable[[StatedValue], None], changed: StatedValue, _checked: bool = False
) -> None:
    qualify(changed)


def _with_option(qualifier: Qualifier, stated: StatedValue, option_id: str) -> StatedValue:
    own = {option.id for option in qualifier.options}
    others = tuple(q for q in stated.qualifiers if q not in own)
    if option_id in stated.qualifiers:
        return stated.evolve(qualifiers=others)
    return stated.evolve(qualifiers=(*others, option_id))
