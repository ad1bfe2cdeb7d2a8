"""Making one experience of several that are the same: which one leads, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.analysis.experience_loss import lived_by
from personamap.analysis.item_titles import experience_title
from personamap.analysis.wording import listed
from personamap.domain.experience import Experience
from personamap.domain.labels import CONTEXTS, TURNS
from personamap.domain.project import Project
from personamap.edits.experience_joining import join_experiences, joined
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.widgets.dialog_parts import buttons, grow_to_fit, hint, size_for
from personamap.i18n import _, plural

_SIZE = QSize(480, 280)
_TEXTS = ("situation", "turn_text", "response", "help")
_POINT = "•  {line}"


class JoinDialog(QDialog):
    """Asks whose words come first; nothing that either says is lost."""

    def __init__(
        self, document: Document, experience_ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        wanted = frozenset(experience_ids)
        self._same = [one for one in document.project.experiences if one.id in wanted]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("These are the same"))
        self.setMinimumWidth(size_for(self, _SIZE).width())
        self.kept = ChoiceField({one.id: experience_title(one) for one in self._same})
        self.kept.show_choice(self._most_lived())
        self.kept.currentIndexChanged.connect(self._tell)
        self.lines: tuple[str, ...] = ()
        self.effect = hint("", "secondary")
        self._lay_out()
        self._tell()
        self.accepted.connect(self._on_accepted)

    def _most_lived(self) -> str:
        """Return the one that most people have lived: it has been looked at most often."""
        project = self._document.project
        return max(self._same, key=lambda one: len(lived_by(project, (one.id,)))).id

    def _lay_out(self) -> None:
        question = plural(
            "Make one experience of this {count}?",
            "Make one experience of these {count}?",
            len(self._same),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(hint(question, "person"))
        layout.addWidget(labelled(_("The one that stays, and whose words come first"), self.kept))
        layout.addWidget(self.effect)
        layout.addStretch(1)
        layout.addWidget(hint(_("An older copy is kept first. You can undo this.")))
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Make them one")))

    def _tell(self) -> None:
        stays = next(one for one in self._same if one.id == self.kept.currentData())
        others = [one for one in self._same if one is not stays]
        self.lines = tuple(join_lines(self._document.project, stays, others))
        self.effect.setText("\n".join(_POINT.format(line=line) for line in self.lines))
        grow_to_fit(self)

    def _on_accepted(self) -> None:
        self._document.after_copy("removal", partial(self._join, str(self.kept.currentData())))

    def _join(self, kept: str) -> None:
        text = _("Make one experience of several")
        self._document.apply(text, join_experiences, tuple(one.id for one in self._same), kept)


def join_lines(project: Project, stays: Experience, others: Sequence[Experience]) -> Iterator[str]:
    """Say in sentences what comes of joining experiences."""
    same = (stays, *others)
    people = lived_by(project, [one.id for one in same])
    if people:
        what = plural("{count} person has lived it", "{count} people have lived it", len(people))
        names = listed([shown_name(persona) for persona in people])
        yield _("{what}: {names}.").format(what=what, names=names)
    titles = [experience_title(one) for one in others if one.title not in ("", stays.title)]
    if titles:
        words = _("{titles} comes to stand in the situation, with what it says.")
        yield words.format(titles=listed([_("“{title}”").format(title=title) for title in titles]))
    if _is_longer(stays, others):
        yield _("Where they say different things, one stands after the other, for you to smooth.")
    yield from _differing(stays, others)


def _is_longer(stays: Experience, others: Sequence[Experience]) -> bool:
    """Tell whether any text has something to stand after."""
    one = stays
    for other in others:
        one = joined(one, other)
    texts = (getattr(stays, name) for name in _TEXTS)
    after = (getattr(one, name) for name in _TEXTS)
    return any(text and text != grown for text, grown in zip(texts, after, strict=True))


def _differing(stays: Experience, others: Sequence[Experience]) -> Iterator[str]:
    """Say which choices the experiences make differently; only one of them can hold."""
    turn = _(TURNS[stays.turn].text)
    if any(one.turn != stays.turn and one.turn_text for one in others) and stays.turn_text:
        words = _("One tells of a barrier, the other of an enabler. It stays: {turn}.")
        yield words.format(turn=turn)
    if stays.context and any(one.context not in ("", stays.context) for one in others):
        words = _("They do not last equally long. It stays: {context}.")
        yield words.format(context=_(CONTEXTS[stays.context].text))
