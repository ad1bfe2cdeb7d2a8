"""How a person stands to the others: each tie is shown on both, in the words of each side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.base import new_id
from personamap.domain.experience import Relationship
from personamap.domain.labels import TRUSTS
from personamap.domain.persona import Persona
from personamap.domain.project import find
from personamap.edits.experiences import (
    add_relationship,
    remove_relationships,
    set_relationship,
)
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.panel_section import PanelSection
from personamap.gui.cast.relationship_words import (
    Seen,
    Side,
    kind_rows,
    power_choices,
    standing_words,
)
from personamap.gui.cast.section import Section
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, LineField, MultiLineField
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _

_FACE = 32


class RelationshipForm(QWidget):
    """The fields of one relationship, seen from one person."""

    def __init__(self, document: Document, relationship_id: str) -> None:
        super().__init__()
        self._document, self._id = document, relationship_id
        self._seen: Seen | None = None
        self.mine, self.theirs = LineField(), LineField()
        self.mine.textEdited.connect(partial(self._on_written, "mine"))
        self.theirs.textEdited.connect(partial(self._on_written, "theirs"))
        self.choose = QPushButton(_("Choose a word…"))
        self.choose.setProperty("role", "quiet-chip")
        self.choose.clicked.connect(self._on_choose)
        self.power = ChoiceField({})
        self.power.picked.connect(partial(self._on_picked, "power"))
        self.trust = ChoiceField({trust: _(label.text) for trust, label in TRUSTS.items()})
        self.trust.picked.connect(partial(self._on_picked, "trust"))
        self.note = MultiLineField()
        self.note.edited.connect(self._on_note_edited)
        self._lay_out()

    def show_seen(self, seen: Seen, me: str, other: str) -> None:
        """Show a relationship between two people, named."""
        self._seen = seen
        toward = _("What {one} is to {other}")
        self.mine.setPlaceholderText(toward.format(one=me, other=other))
        self.theirs.setPlaceholderText(toward.format(one=other, other=me))
        for field, words in ((self.mine, seen.mine), (self.theirs, seen.theirs)):
            field.setAccessibleName(field.placeholderText())
            field.setToolTip(plain_tip(field.placeholderText()))
            field.show_text(words)
        source, target = (me, other) if seen.tie.source == seen.me else (other, me)
        self.power.offer(power_choices(source, target))
        self.power.show_choice(seen.tie.power)
        self.trust.show_choice(seen.tie.trust)
        self.note.show_text(seen.tie.note)

    def start(self) -> None:
        """Put the cursor into the word for this side."""
        self.mine.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labelled(_("From this side"), self.mine))
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labelled(_("From the other side"), self.theirs))
        column.addWidget(labelled(_("Who decides"), self.power))
        column.addWidget(labelled(_("Trust"), self.trust))
        column.addWidget(labelled(_("Note"), self.note))

    def _on_written(self, side: Side, words: str) -> None:
        assert self._seen is not None
        change = partial(set_relationship, **self._seen.written(side, words))
        typing = f"{self._id}.{side}"
        self._document.apply_typing(_("Edit relationship"), typing, change, self._id)

    def _on_choose(self) -> None:
        popup = SearchPopup(_("Search relationships"), kind_rows(), _("“{words}”"), self)
        popup.picked.connect(self._on_kind_picked)
        popup.written.connect(partial(self._on_written, "mine"))
        popup.open_at(self.choose)

    def _on_kind_picked(self, kind_id: str) -> None:
        assert self._seen is not None
        change = partial(set_relationship, **self._seen.picked(kind_id))
        self._document.apply(_("Edit relationship"), change, self._id)
        self.choose.setFocus()

    def _on_picked(self, field: str, value: str) -> None:
        change = partial(set_relationship, **_fields(field, value))
        self._document.apply(_("Edit relationship"), change, self._id)

    def _on_note_edited(self, note: str) -> None:
        change = partial(set_relationship, note=note)
        typing = f"{self._id}.note"
        self._document.apply_typing(_("Edit relationship"), typing, change, self._id)


class RelationshipPanel(FoldPanel):
    """One relationship: "manages Kwame", and its fields once opened."""

    def __init__(self, document: Document, relationship_id: str, portraits: Portraits) -> None:
        super().__init__()
        self._document, self.item_id = document, relationship_id
        self._portraits = portraits
        self._persona_id = ""
        self.form: RelationshipForm | None = None
        self.opened.connect(self._on_opened)

    def show_tie(self, persona_id: str) -> None:
        """Show the relationship as one of its people sees it."""
        self._persona_id = persona_id
        tie = find(self._document.project.relationships, self.item_id)
        if tie is None:
            return
        seen = Seen(tie, persona_id)
        other = self._name(seen.other)
        words = seen.mine or _("is somehow related to")
        line = standing_words(tie, self._name(tie.source), self._name(tie.target))
        self.tell(_("{words} {name}").format(words=words, name=other), line)
        self._show_face(seen.other)
        if self.form is not None and self.is_open:
            self.form.show_seen(seen, self._name(persona_id), other)

    def _show_face(self, persona_id: str) -> None:
        persona = self._document.project.find_persona(persona_id)
        if persona is not None:
            side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
            self.show_picture(self._portraits.circle(persona, side, ratio))

    def _name(self, persona_id: str) -> str:
        persona = self._document.project.find_persona(persona_id)
        return shown_name(persona) if persona else persona_id

    def _on_opened(self) -> None:
        if self.form is None:
            self.form = RelationshipForm(self._document, self.item_id)
            self.fill(self.form)
        self.show_tie(self._persona_id)


class RelationshipSection(Section, PanelSection[Persona, RelationshipPanel]):
    """Everybody this person has to do with."""

    title = N_("Relationships")
    add_words = N_("Add a relationship")
    person_opened = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._portraits = Portraits.of(document)

    @override
    def summary(self, persona: Persona) -> str:
        count = len(self.item_ids(persona))
        return str(count) if count else _("nothing yet")

    @override
    def item_ids(self, persona: Persona) -> Sequence[str]:
        ties = self.document.project.relationships
        return tuple(tie.id for tie in ties if persona.id in (tie.source, tie.target))

    @override
    def make_panel(self, item_id: str) -> RelationshipPanel:
        return RelationshipPanel(self.document, item_id, self._portraits)

    @override
    def show_panel(self, panel: RelationshipPanel, persona: Persona, item_id: str) -> None:
        panel.show_tie(persona.id)

    @override
    def open_add(self) -> None:
        self._ask_other(self._on_other_picked)

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        tie = find(self.document.project.relationships, item_id)
        if tie is not None:
            other = Seen(tie, self.subject_id).other
            menu.addAction(icon("user"), _("Open in the cast"), partial(self._open, other))
        menu.addAction(icon("users"), _("With somebody else…"), partial(self._turn_to, item_id))
        menu.addAction(icon("trash-2"), _("Remove"), partial(self._remove, item_id))

    def _open(self, persona_id: str) -> None:
        self.person_opened.emit(persona_id)

    def _ask_other(self, picked: Any) -> None:
        people = (p for p in self.document.project.cast if p.id != self.subject_id)
        rows = tuple(PopupRow(p.id, shown_name(p), also=p.job.title) for p in people)
        popup = SearchPopup(_("Search people"), rows, parent=self)
        popup.picked.connect(picked)
        popup.open_at(self.add)

    def _on_other_picked(self, other_id: str) -> None:
        tie = Relationship(id=new_id("rel"), source=self.subject_id, target=other_id)
        self.document.apply(_("Add a relationship"), add_relationship, tie)
        panel = self.panel_of(tie.id)
        panel.open()
        if panel.form is not None:
            panel.form.start()

    def _turn_to(self, item_id: str) -> None:
        self._ask_other(partial(self._on_turned, item_id))

    def _on_turned(self, item_id: str, other_id: str) -> None:
        tie = find(self.document.project.relationships, item_id)
        if tie is not None:
            end = Seen(tie, self.subject_id).other_end
            change = partial(set_relationship, **_fields(end, other_id))
            self.document.apply(_("Edit relationship"), change, item_id)

    def _remove(self, item_id: str) -> None:
        self.add.setFocus()
        self.document.apply(_("Remove relationship"), remove_relationships, (item_id,))


def _fields(name: str, value: Any) -> dict[str, Any]:
    return {name: value}
