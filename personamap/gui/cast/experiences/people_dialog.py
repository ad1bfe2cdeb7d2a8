"""Who of the cast has lived an experience: everybody with a face, to tick several at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.analysis.item_titles import experience_title
from personamap.analysis.wording import listed
from personamap.domain.experience import Experience
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.experiences import set_lived_by
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.fields.check_list import CheckList, face_size
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import buttons, hint, say, size_for
from personamap.gui.widgets.search_line import search_line
from personamap.i18n import _

_SIZE = QSize(440, 560)


class LivedByDialog(QDialog):
    """Ticks those who have lived it; what they told of it goes with a tick taken away."""

    def __init__(
        self, document: Document, experience: Experience, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._experience_id = document, experience.id
        self._told = _told(document.project, experience.id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Who has lived it"))
        self.resize(size_for(self, _SIZE))
        self.search = search_line(_("Search the cast"), _("Search the cast"))
        self.search.textChanged.connect(self._on_searched)
        self.people = CheckList(_("The cast"))
        self._fill()
        self.people.tick(lived_ids(document.project, experience.id))
        self.people.changed.connect(self._tell)
        self.loss = hint("", "secondary")
        self._lay_out(experience_title(experience))
        self._tell()
        self.search.setFocus()

    def _lay_out(self, title: str) -> None:
        question = _("Who has lived “{title}”?").format(title=title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(hint(question, "person"))
        layout.addWidget(self.search)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.loss)
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Take over")))
        self.accepted.connect(self._on_accepted)

    def _fill(self) -> None:
        portraits, ratio = Portraits.of(self._document), self.devicePixelRatioF()
        cast = {persona.id: persona for persona in self._document.project.cast}
        self.people.fill(
            [(persona.id, _words(persona)) for persona in cast.values()],
            lambda persona_id: portraits.circle(cast[persona_id], face_size(), ratio),
        )

    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        # All would be everybody, and not those who are found.
        self.people.toggle.setEnabled(not words)
        for at in range(self.people.list.count()):
            item = self.people.list.item(at)
            item.setHidden(not all(word in item.text().casefold() for word in words))

    def _tell(self) -> None:
        ticked = frozenset(self.people.ticked)
        left = [name for who, name in self._told.items() if who not in ticked]
        words = _("What {names} told of it in their own words goes with the tick.")
        say(self.loss, words.format(names=listed(left)) if left else "")

    def _on_accepted(self) -> None:
        text, ticked = _("Who has lived it"), frozenset(self.people.ticked)
        self._document.apply(text, set_lived_by, self._experience_id, ticked)


def lived_ids(project: Project, experience_id: str) -> tuple[str, ...]:
    """Return the ids of those of the cast who have lived an experience."""
    return tuple(
        persona.id
        for persona in project.cast
        if any(lived.experience == experience_id for lived in persona.experiences)
    )


def _told(project: Project, experience_id: str) -> dict[str, str]:
    """Return who has told an experience in their own words, by name."""
    return {
        persona.id: shown_name(persona)
        for persona in project.cast
        for lived in persona.experiences
        if lived.experience == experience_id and lived.own_words
    }


def _words(persona: Persona) -> str:
    parts = (shown_name(persona), persona.job.title)
    return " · ".join(part for part in parts if part)
