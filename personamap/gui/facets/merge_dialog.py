"""Which value another one becomes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.analysis.facet_loss import answering
from personamap.domain.facet import Facet, FacetValue
from personamap.edits.facet_merging import counted_twice, merge_values
from personamap.edits.facet_values import branches
from personamap.gui.document import Document
from personamap.gui.facets.words import facet_name
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.widgets.dialog_parts import buttons, hint, say, size_for
from personamap.i18n import _, plural

_SIZE = QSize(460, 280)
_INDENT = "     "


class MergeDialog(QDialog):
    """Asks for the value that stays; who had the other one has it afterwards."""

    def __init__(
        self, document: Document, facet: Facet, value: FacetValue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._facet, self._value = document, facet, value
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Merge two values"))
        self.setMinimumWidth(size_for(self, _SIZE).width())
        self.kept = ChoiceField(_others(facet, value))
        self.kept.setCurrentIndex(0)
        self.kept.currentIndexChanged.connect(self._tell)
        self.effect = hint("", "secondary")
        self.uncounted = hint("", "secondary")
        self._lay_out()
        self._tell()
        self.accepted.connect(self._on_accepted)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        question = _("Which value does “{value}” become?").format(value=self._value.label)
        layout.addWidget(hint(question, "person"))
        layout.addWidget(labelled(_("The value that stays"), self.kept))
        layout.addWidget(self.effect)
        layout.addWidget(self.uncounted)
        layout.addWidget(hint(_("An older copy is kept first. You can undo this.")))
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Merge")))

    def _tell(self) -> None:
        people = len(answering(self._document.project, self._facet.id, self._value.id))
        who = (
            plural("{count} person has", "{count} people have", people)
            if people
            else _("Nobody has")
        )
        words = _(
            "{who} “{gone}” now and “{kept}” afterwards. “{gone}” stays as another word for it, "
            "so that tables are still understood."
        )
        kept = self.kept.currentText().strip()
        self.effect.setText(words.format(who=who, gone=self._value.label, kept=kept))
        say(self.uncounted, self._uncounted_words(str(self.kept.currentData()), kept))

    def _uncounted_words(self, kept: str, label: str) -> str:
        """Say that an audience is not counted by this facet any more, where that is so."""
        audiences = self._document.project.audiences
        if not any(counted_twice(a, self._facet, self._value.id, kept) for a in audiences):
            return ""
        words = _(
            "The audience is counted value by value, so whoever chose both “{gone}” and “{kept}” "
            "would be counted twice. Its counts for “{facet}” are left out instead: "
            "please import them again."
        )
        facet = facet_name(self._facet)
        return words.format(gone=self._value.label, kept=label, facet=facet)

    def _on_accepted(self) -> None:
        self._document.after_copy("removal", partial(self._merge, str(self.kept.currentData())))

    def _merge(self, kept: str) -> None:
        text = _("Merge two values")
        self._document.apply(text, merge_values, self._facet.id, self._value.id, kept)


def _others(facet: Facet, value: FacetValue) -> dict[str, str]:
    offered = {}
    for branch in branches(facet):
        offered[branch.group.id] = branch.group.label
        offered |= {detail.id: _INDENT + detail.label for detail in branch.details}
    offered.pop(value.id, None)
    return offered
