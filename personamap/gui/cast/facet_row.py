"""One facet of one person: its values, or which kind of blank it is, and how the story shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.domain.persona import Answer, AnswerState, StatedValue
from personamap.edits.answers import (
    add_value,
    remove_value,
    set_own_words,
    set_qualifiers,
    set_shown_how,
    set_state,
)
from personamap.edits.facets import set_facet_field
from personamap.gui.cast.facet_row_parts import FacetRowParts
from personamap.gui.cast.facet_words import blank_rows, showing_words, value_rows, value_words
from personamap.gui.cast.showing_menu import showing_menu
from personamap.gui.cast.value_menu import add_removal, value_menu
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import SearchPopup
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import BLANK_ICONS, BLANK_WORDS, SHOWING_ICONS, value_chip
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.widgets.rich_menu import RichMenu
from personamap.i18n import _, within

_WIDEST_CHIP = 250


class FacetRow(FacetRowParts):
    """Edits what one person says on one facet."""

    def __init__(self, document: Document, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(facet.label, parent)
        self.document = document
        self.persona_id = ""
        self.facet = facet
        self.answer = Answer(facet=facet.id)
        self.value_chips: dict[str, QPushButton] = {}
        self._wants_words = False
        self.star.clicked.connect(self._on_starred)
        self.showing.clicked.connect(self._on_showing)
        self.more.clicked.connect(partial(self._ask_blank, self.more))
        self.blank.clicked.connect(partial(self._ask_blank, self.blank))
        self.add.clicked.connect(self.open_values)
        self.state_again.clicked.connect(partial(self._on_blank_picked, "stated"))
        self.say.clicked.connect(self._on_say)
        self.words.edited.connect(self._on_words_edited)
        self.words.left.connect(self._on_words_left)
        self.note.textEdited.connect(self._on_note_edited)

    def show_answer(self, persona_id: str, facet: Facet, answer: Answer, exactly: str) -> None:
        """Show an answer; a row that shows it already is left alone."""
        same = persona_id == self.persona_id and facet is self.facet and answer == self.answer
        if same and exactly == self.exactly.text():
            return
        if persona_id != self.persona_id:
            self._wants_words = False
        if facet.label != self.facet.label:
            self.name_after(facet.label)
        self.persona_id, self.facet, self.answer = persona_id, facet, answer
        self.label.setToolTip(plain_tip(facet.help))
        self.star.setChecked(facet.starred)
        self.exactly.setText(exactly)
        self._show_chips()
        self._show_words()
        self._show_showing()

    def open_values(self) -> None:
        """Open the popup in which a value is searched and picked."""
        title = _("Search {facet}").format(facet=within(self.facet.label))
        popup = SearchPopup(
            title,
            value_rows(self.facet, self.answer),
            _("“{words}” in their own words"),
            self,
        )
        popup.picked.connect(self._on_value_picked)
        popup.written.connect(self._on_words_written)
        popup.open_at(self.add)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.star.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.star.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if (
            event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._remove(next(v for v, chip in self.value_chips.items() if chip is watched))
            return True
        return False

    def _show_chips(self) -> None:
        stated = self.answer.state == "stated"
        wanted = {value.value: value for value in self.answer.values}
        for value_id in self.value_chips.keys() - wanted.keys():
            chip = self.value_chips.pop(value_id)
            chip.hide()
            chip.deleteLater()
        chips = [self._chip(value) for value in self.answer.values]
        row: list[QWidget] = []
        has_any = bool(self.answer.values or self.answer.own_words)
        if not stated or not has_any:
            row.append(self.blank)
            self._show_blank("undecided" if stated else self.answer.state)
        row.extend(chips)
        if self.exactly.text():
            row.append(self.exactly)
        if not stated and has_any:
            row.append(self.state_again)
        elif self.facet.many or not self.answer.values:
            row.append(self.add)
        if stated and has_any and not self.answer.own_words:
            row.append(self.say)
        self.line_up(*row)

    def _chip(self, stated: StatedValue) -> QPushButton:
        words = value_words(self.facet, stated)
        chip = self.value_chips.get(stated.value)
        if chip is None:
            chip = value_chip("", self.chips)
            chip.installEventFilter(self)
            chip.clicked.connect(partial(self._on_chip_clicked, stated.value))
            self.value_chips[stated.value] = chip
        counted = self.answer.state == "stated"
        shown = chip.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, current_theme().px(_WIDEST_CHIP)
        )
        chip.setText(shown.replace("&", "&&"))
        chip.setEnabled(True)
        chip.setToolTip(
            plain_tip(words if counted else _("{value} — kept, not counted").format(value=words))
        )
        chip.setAccessibleName(chip.toolTip())
        chip.setAccessibleDescription(_("Press for more, Delete to remove."))
        if chip.property("role") != ("chip" if counted else "chip-blank"):
            chip.setProperty("role", "chip" if counted else "chip-blank")
            chip.style().polish(chip)
        return chip

    def _show_blank(self, state: AnswerState) -> None:
        name = _("{facet}: {blank}. Press to choose another kind of blank.")
        word = _(BLANK_WORDS[state])
        said = name.format(facet=self.facet.label, blank=word)
        self.blank.tell(BLANK_ICONS[state], word, said)

    def _show_words(self) -> None:
        self.words.show_text(self.answer.own_words)
        wanted = bool(self.answer.own_words) or self._wants_words or self.words.hasFocus()
        self.quote.setVisible(wanted)

    def _show_showing(self) -> None:
        stated = not self.answer.is_blank
        self.more.setVisible(stated)
        self.showing.setVisible(stated or bool(self.answer.shown))
        words = showing_words(self.answer.shown)
        name = _("{facet}: how the story shows it. {ways}")
        self.showing.tell(
            SHOWING_ICONS[self.answer.shown[0]] if self.answer.shown else "",
            words or _("How shown"),
            name.format(facet=self.facet.label, ways=words),
        )
        self.note.show_text(self.answer.shown_how)
        self.note.setVisible(bool(self.answer.shown_how) or self.note.hasFocus())

    def _on_starred(self, starred: bool) -> None:
        text = _("Star {facet}").format(facet=self.facet.label)
        self.document.apply(text, set_facet_field, self.facet.id, "starred", starred)

    def _on_showing(self) -> None:
        menu = showing_menu(self.document, self.persona_id, self.answer, self)
        menu.addSeparator()
        menu.addAction(icon("pencil"), _("Note for the writers"), self._on_note_wanted)
        _popup(menu, self.showing)

    def _on_note_wanted(self) -> None:
        self.note.show()
        self.note.setFocus()

    def _ask_blank(self, anchor: QWidget) -> None:
        chosen = self.answer.state if self.answer.is_blank else ""
        question = _("No value here. What kind of blank is it?")
        if chosen == "":
            question = _("Leave this blank? What kind of blank is it?")
        menu = RichMenu(question, blank_rows(), chosen, self)
        menu.picked.connect(self._on_blank_picked)
        _popup(menu, anchor)

    def _on_blank_picked(self, state: AnswerState, _checked: bool = False) -> None:
        text = _("Answer {facet}").format(facet=self.facet.label)
        self.document.apply(text, set_state, self.persona_id, self.facet.id, state)
        (self.blank if self.blank.isVisible() else self.add).setFocus()

    def _on_value_picked(self, value_id: str) -> None:
        if self.facet.many and value_id in self.answer.counted_values:
            self._remove(value_id)
            return
        text = _("Answer {facet}").format(facet=self.facet.label)
        self.document.apply(text, add_value, self.persona_id, self.facet.id, value_id)
        target = self.add if self.add.isVisible() else self.value_chips.get(value_id, self.add)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip_clicked(self, value_id: str) -> None:
        stated = next(value for value in self.answer.values if value.value == value_id)
        menu = value_menu(self.facet, stated, self._qualify, self)
        if not self.facet.many:
            menu.addAction(_("Choose another…"), self.open_values)
        add_removal(menu, partial(self._remove, value_id))
        _popup(menu, self.value_chips[value_id])

    def _qualify(self, changed: StatedValue) -> None:
        text = _("Answer {facet}").format(facet=self.facet.label)
        self.document.apply(text, set_qualifiers, self.persona_id, self.facet.id, changed)

    def _remove(self, value_id: str) -> None:
        ids = list(self.value_chips)
        after = ids[ids.index(value_id) + 1 :] or ids[: ids.index(value_id)]
        text = _("Remove from {facet}").format(facet=self.facet.label)
        self.document.apply(text, remove_value, self.persona_id, self.facet.id, value_id)
        target = self.value_chips.get(after[0]) if after else None
        (target or self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_say(self) -> None:
        self._wants_words = True
        self.quote.show()
        self.words.setFocus()

    def _on_words_written(self, words: str) -> None:
        text = _("Own words on {facet}").format(facet=self.facet.label)
        self.document.apply(text, set_own_words, self.persona_id, self.facet.id, words)
        self.words.setFocus()

    def _on_words_edited(self, words: str) -> None:
        text = _("Own words on {facet}").format(facet=self.facet.label)
        typing = f"{self.persona_id}.{self.facet.id}.own_words"
        arguments = (self.persona_id, self.facet.id, words)
        self.document.apply_typing(text, typing, set_own_words, *arguments)

    def _on_words_left(self) -> None:
        self._wants_words = False
        self._show_words()

    def _on_note_edited(self, note: str) -> None:
        text = _("How {facet} is shown").format(facet=self.facet.label)
        typing = f"{self.persona_id}.{self.facet.id}.shown_how"
        arguments = (self.persona_id, self.facet.id, note)
        self.document.apply_typing(text, typing, set_shown_how, *arguments)


def _popup(menu: QMenu, anchor: QWidget) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
