"""The words of a facet row: chips, blanks and what the popups offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES, SHOWINGS
from personamap.domain.persona import Answer, Showing, StatedValue
from personamap.exporters.wording import small
from personamap.gui.cast.card import BLANKS
from personamap.gui.fields.search_popup import PopupRow
from personamap.gui.widgets.chips import BLANK_ICONS
from personamap.gui.widgets.rich_menu import MenuRow
from personamap.i18n import _, within


def value_words(facet: Facet, stated: StatedValue) -> str:
    """Return a value with its qualifiers, such as "Norwegian, first"."""
    value = facet.find_value(stated.value)
    options = qualifier_labels(facet)
    words = [within(options.get(option, option)) for option in stated.qualifiers]
    return ", ".join([value.label if value else stated.value, *words])


def qualifier_labels(facet: Facet) -> Mapping[str, str]:
    """Return the labels of everything that can be added to a value, by id."""
    return {o.id: o.label for qualifier in facet.qualifiers for o in qualifier.options}


def value_rows(facet: Facet, answer: Answer) -> tuple[PopupRow, ...]:
    """Return the values of a facet for the popup: groups, each with its details under it."""
    stated = {value.value for value in answer.values} if answer.state == "stated" else set()
    return tuple(_rows(facet, stated))


def _rows(facet: Facet, stated: set[str]) -> Iterable[PopupRow]:
    groups = {group.id: group for group in facet.groups}
    for group in facet.groups:
        own = [group, *(v for v in facet.values if v.parent == group.id)]
        for value in own:
            above = group.label if value.parent else ""
            yield PopupRow(
                id=value.id,
                text=value.label,
                help=value.definition,
                level=1 if value.parent else 0,
                chosen=value.id in stated,
                also=" ".join((above, *value.synonyms)),
            )
    for value in facet.values:
        if value.parent and value.parent not in groups:
            yield PopupRow(value.id, value.label, value.definition, 0, value.id in stated)


def blank_rows() -> tuple[MenuRow, ...]:
    """Return the four blanks for their menu."""
    return tuple(
        MenuRow(
            state, BLANK_ICONS[state], _(ANSWER_STATES[state].text), _(ANSWER_STATES[state].help)
        )
        for state in BLANKS
    )


def showing_words(ways: Iterable[Showing]) -> str:
    """Return how the story shows an answer, such as "Seen, heard"."""
    words = [_(label.text) for way, label in SHOWINGS.items() if way in set(ways)]
    return ", ".join([*words[:1], *map(small, words[1:])])
