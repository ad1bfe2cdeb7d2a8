"""Combinations the team holds to be impossible, each with its reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from personamap.domain.audience import Implausible
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.edits.aims import add_implausible, remove_implausible
from personamap.gui.coverage.matters.draft import AimDraft
from personamap.gui.fields.touches_field import TouchesField, ref_words
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _

_FEWEST = 2


class LeftOutSection(QWidget):
    """Lists what is left out, and leaves out more: values, and why."""

    def __init__(self, draft: AimDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._values: tuple[ValueRef, ...] = ()
        self.rows: dict[frozenset[ValueRef], LeftOutRow] = {}
        self.values = TouchesField(lambda: draft.project)
        self.values.add.setText(_("Add a value"))
        self.values.add.setAccessibleName(_("Add a value to the combination"))
        self.values.edited.connect(self._choose)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why, for those who read this later"))
        self.reason.setAccessibleName(_("Why this combination is left out"))
        self.add = QPushButton(_("&Leave out"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self._lay_out()
        self._choose(())
        self.tell()
        draft.changed.connect(self.tell)

    def tell(self) -> None:
        """Show the combinations of the draft; a row that stays keeps the keyboard."""
        left_out = self._draft.project.aim.implausible
        kept = {frozenset(each.values): each for each in left_out}
        for key in [key for key in self.rows if key not in kept]:
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, each in kept.items():
            if key not in self.rows:
                self.rows[key] = row = LeftOutRow(self._draft, each)
                self._list.addWidget(row)

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hint(_("Left out as implausible"), "label"))
        column.addWidget(
            hint(
                _(
                    "What is left out here is neither counted nor proposed. Look twice: what seems "
                    "implausible is often a bias of the writers, and somebody lives it."
                ),
                "secondary",
            )
        )
        column.addLayout(self._list)
        column.addWidget(self.values)
        column.addLayout(foot)

    def _choose(self, values: tuple[ValueRef, ...]) -> None:
        self._values = values
        self.values.show_refs(values)
        enough = len(values) >= _FEWEST
        self.add.setEnabled(enough)
        self.add.setToolTip("" if enough else _("Add two values or more first."))

    def _on_add(self) -> None:
        reason = self.reason.text().strip()
        self._draft.apply(add_implausible, Implausible(values=self._values, reason=reason))
        self.reason.clear()
        self._choose(())
        self.values.add.setFocus()


class LeftOutRow(QWidget):
    """One combination: its values, its reason to be reworded, and the way back."""

    def __init__(
        self, draft: AimDraft, implausible: Implausible, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft, self._values = draft, implausible.values
        words = combination_words(draft.project, implausible.values)
        self.reason = QLineEdit(implausible.reason)
        self.reason.setPlaceholderText(_("No reason given yet"))
        self.reason.setAccessibleName(_("Reason: {combination}").format(combination=words))
        self.reason.textEdited.connect(self._on_reworded)
        self.count = QPushButton(_("Count again"))
        self.count.setAutoDefault(False)
        self.count.setAccessibleName(_("Count again: {combination}").format(combination=words))
        self.count.clicked.connect(partial(draft.apply, remove_implausible, implausible.values))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(hint(words, "strong"))
        column.addLayout(line)

    def _on_reworded(self, reason: str) -> None:
        reworded = Implausible(values=self._values, reason=reason.strip())
        self._draft.apply(add_implausible, reworded)


def combination_words(project: Project, values: tuple[ValueRef, ...]) -> str:
    """Return values that stand together, each with its facet."""
    return " × ".join(ref_words(project, value) for value in values)
