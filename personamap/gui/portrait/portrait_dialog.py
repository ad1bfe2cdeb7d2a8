"""Gives a person a portrait: a drawing composed of parts, or a picture, or none."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait, Portrait
from personamap.edits.personas import picture_persona
from personamap.gui.document import Document
from personamap.gui.jobs import LatestJob
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.portrait.portrait_pages import DRAWN, NOTHING, PICTURE, PortraitPages
from personamap.gui.portrait.portrait_preview import PortraitPreview
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import file_picker, size_for
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _
from personamap.importers.pictures import SUFFIXES, centred_portrait, read_picture
from personamap.portraits.catalogue import random_portrait

_SIZE = QSize(900, 560)


class PortraitDialog(QDialog):
    """Tries portraits out; only accepting it makes one undoable edit.

    What was drawn and what was imported are both kept while it is open,
    so that one can go back and forth between them.
    """

    def __init__(self, document: Document, persona_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self._persona = document.project.persona(persona_id)
        self._media: Media | None = None
        self.portrait: Portrait | None = self._persona.portrait
        self.colour = self._persona.colour
        self._drawn = _drawn(self._persona)
        self._picture = self.portrait if isinstance(self.portrait, PicturePortrait) else None
        portraits = Portraits(self._find_media)
        self.preview = PortraitPreview(portraits)
        self.pages = PortraitPages(portraits, self._find_media)
        self.refusal = plain_label()
        self.shuffle = QPushButton(icon("shuffle"), _("Shuffle"))
        self.shuffle.setIconSize(size_before_words())
        self._reading = LatestJob(0, self)
        self._connect()
        self._lay_out()
        self.pages.kind.choose(_kind(self.portrait))
        self._show()

    @classmethod
    def open_for(cls, document: Document, persona_id: str, parent: QWidget) -> PortraitDialog:
        """Open the dialog for one person over `parent`."""
        dialog = cls(document, persona_id, parent)
        dialog.open()
        return dialog

    def read(self, path: Path) -> None:
        """Read a picture file in the background and show it when it is there."""
        self.refusal.hide()
        self._reading.request_while_wanted(partial(read_picture, path))

    @override
    def accept(self) -> None:
        """Give the person what is shown."""
        is_picture = isinstance(self.portrait, PicturePortrait)
        media = self._media if is_picture else None
        arguments = (self._persona.id, self.portrait, self.colour, media)
        self._document.apply(_("Change the portrait"), picture_persona, *arguments)
        super().accept()

    @override
    def done(self, result: int) -> None:
        self._reading.stop()
        super().done(result)

    def _connect(self) -> None:
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_refused)
        self.preview.ground.picked.connect(self._on_ground_picked)
        self.shuffle.clicked.connect(self._on_shuffle)
        self.pages.kind.chosen.connect(self._on_kind_chosen)
        self.pages.shelves.chosen.connect(self._on_drawn)
        self.pages.crop.cropped.connect(self._on_cropped)
        self.pages.credit.textEdited.connect(self._on_credit_edited)
        self.pages.choose.clicked.connect(self._on_choose)

    def _lay_out(self) -> None:
        name = self._persona.name or _("a person")
        self.setWindowTitle(_("Portrait of {name}").format(name=name))
        self.refusal.setProperty("role", "warn")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.preview)
        left.addWidget(self.shuffle)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addWidget(self.refusal)
        column.addWidget(self._buttons())
        self.resize(size_for(self, _SIZE))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        use = buttons.addButton(_("Use this portrait"), QDialogButtonBox.ButtonRole.AcceptRole)
        use.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self) -> None:
        shown = self._persona.evolve(portrait=self.portrait, colour=self.colour)
        self.preview.show_persona(shown)
        self.pages.show_drawn(self._drawn, self.colour)
        self.pages.show_picture(self._picture)
        self.shuffle.setEnabled(self.pages.kind.choice == DRAWN)

    def _find_media(self, media_id: str) -> Media | None:
        if self._media is not None and self._media.id == media_id:
            return self._media
        return self._document.project.find_media(media_id)

    def _on_kind_chosen(self, kind: str) -> None:
        before = self._persona.portrait
        ways = {DRAWN: self._drawn, PICTURE: self._picture or before, NOTHING: None}
        self.portrait = ways[kind]
        self._show()

    def _on_ground_picked(self, colour: int) -> None:
        self.colour = colour
        self._show()

    def _on_shuffle(self) -> None:
        self._on_drawn(random_portrait(secrets.token_hex(8)).evolve(aids=self._drawn.aids))

    def _on_drawn(self, portrait: IllustratedPortrait) -> None:
        self.portrait = self._drawn = portrait
        self._show()

    def _on_cropped(self, portrait: PicturePortrait) -> None:
        self.portrait = self._picture = portrait
        self._show()

    def _on_credit_edited(self, credit: str) -> None:
        if self._picture is not None:
            self._on_cropped(self._picture.evolve(credit=credit))

    def _on_choose(self) -> None:
        pictures = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = _("Pictures ({suffixes})").format(suffixes=pictures)
        chooser = file_picker(self, _("Choose a picture"), kinds)
        chooser.fileSelected.connect(self._on_file_selected)
        chooser.open()

    def _on_file_selected(self, path: str) -> None:
        self.read(Path(path))

    def _on_read(self, media: Media) -> None:
        self._media = media
        self._on_cropped(centred_portrait(media))
        self.pages.crop.setFocus()

    def _on_refused(self, error: Exception) -> None:
        self.refusal.setText(str(error))
        self.refusal.show()


def _drawn(persona: Persona) -> IllustratedPortrait:
    if isinstance(persona.portrait, IllustratedPortrait):
        return persona.portrait
    return random_portrait(persona.id)


def _kind(portrait: Portrait | None) -> str:
    match portrait:
        case IllustratedPortrait():
            return DRAWN
        case PicturePortrait():
            return PICTURE
        case _:
            return NOTHING
