"""The values of the facet that is looked at, and what can be done with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.edits.facet_values import Step, add_facet_value, place_value, stepped
from personamap.edits.naming import value_id_of
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.document import Document
from personamap.gui.facets.facet_form import ValueForm
from personamap.gui.facets.losses import loss_of_value
from personamap.gui.facets.merge_dialog import MergeDialog
from personamap.gui.facets.value_tree import ValueTree
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_TREE_HEIGHT = 260


class ValuesPart(QWidget):
    """A tree of values, the buttons that change it, and the fields of the current value."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._facet = Facet(id="none", label="")
        self._coming = ""
        self.tree = ValueTree()
        self.tree.setMinimumHeight(current_theme().px(_TREE_HEIGHT))
        self.value = ValueForm(document)
        self.add = self._button(_("Add &value"), "plus", self.add_value)
        self.detail = self._button(_("Add &detail"), "plus", self.add_detail)
        self.up = self._button(_("Up"), "chevron-up", lambda: self.step("up"))
        self.down = self._button(_("Down"), "chevron-down", lambda: self.step("down"))
        self.merge = self._button(_("Mer&ge…"), "link", self.ask_merge)
        self.remove = self._button(_("Remove…"), "trash-2", self.ask_removal)
        self._lay_out()
        self.tree.chosen.connect(self._on_chosen)
        self.tree.placed.connect(self._on_placed)
        self.tree.step_asked.connect(self.step)
        self.tree.removal_asked.connect(self.ask_removal)
        self.tree.name_wanted.connect(self.value.edit_name)

    def show_facet(self, project: Project, facet: Facet) -> None:
        """Show the values of a facet, the one just added in front."""
        self._facet = facet
        coming, self._coming = self._coming, ""
        current = coming if facet.find_value(coming) else ""
        self.tree.show_facet(facet, _people_by_value(project, facet.id), current)
        self._show_current()
        if current:
            self.value.edit_name()

    def add_value(self) -> None:
        """Add a value of the first level."""
        self._add(None)

    def add_detail(self) -> None:
        """Add a detail below the current value, or beside it when it is one."""
        value = self._current()
        if value is not None:
            self._add(value.parent or value.id)

    def step(self, step: Step) -> None:
        """Move the current value by one step."""
        value = self._current()
        where = stepped(self._facet, value.id, step) if value is not None else None
        if value is not None and where is not None:
            self._on_placed(value.id, *where)

    def ask_removal(self) -> None:
        """Say what removing the current value means, and ask."""
        value = self._current()
        if value is not None:
            loss = loss_of_value(self._document.project, self._facet, value)
            LossDialog(self._document, loss, self.window()).open()

    def ask_merge(self) -> None:
        """Ask which value the current one becomes."""
        value = self._current()
        if value is not None and len(self._facet.values) > 1:
            MergeDialog(self._document, self._facet, value, self.window()).open()

    def _current(self) -> FacetValue | None:
        return self._facet.find_value(self.tree.current_id)

    def _add(self, parent: str | None) -> None:
        taken = {value.id for value in self._facet.values}
        value = FacetValue(id=value_id_of(_("value"), taken), label="", parent=parent)
        self._coming = value.id
        self._document.apply(_("Add a value"), add_facet_value, self._facet.id, value)

    def _on_placed(self, value_id: str, parent: str | None, place: int) -> None:
        self._document.apply(
            _("Move a value"), place_value, self._facet.id, value_id, parent, place
        )

    def _on_chosen(self, _value_id: str) -> None:
        self._show_current()

    def _show_current(self) -> None:
        value = self._current()
        self.value.setVisible(value is not None)
        if value is not None:
            self.value.show_value(self._facet, value)
        alone = len(self._facet.values) < 2
        for button in (self.detail, self.up, self.down, self.merge, self.remove):
            button.setEnabled(value is not None)
        self.merge.setEnabled(value is not None and not alone)
        if value is not None:
            self.up.setEnabled(stepped(self._facet, value.id, "up") is not None)
            self.down.setEnabled(stepped(self._facet, value.id, "down") is not None)

    def _button(self, words: str, mark: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(mark), words)
        button.setAutoDefault(False)
        button.setProperty("compact", "true")
        button.setIconSize(size_before_words())
        button.setToolTip(plain_tip(words.replace("&", "")))
        # A slot with optional parameters would be handed `checked`.
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        title = plain_label(_("Values"))
        title.setProperty("role", "section")
        title.setBuddy(self.tree)
        strip = QWidget()
        flow = FlowLayout(strip, 6)
        for button in (self.add, self.detail, self.up, self.down, self.merge, self.remove):
            flow.addWidget(button)
        side = QHBoxLayout()
        side.setSpacing(16)
        side.addWidget(self.tree, 5)
        side.addWidget(self.value, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(strip)
        column.addLayout(side, 1)


def _people_by_value(project: Project, facet_id: str) -> dict[str, int]:
    return dict(
        Counter(
            stated.value
            for persona in project.personas
            for answer in persona.answers
            if answer.facet == facet_id
            for stated in answer.values
        )
    )
