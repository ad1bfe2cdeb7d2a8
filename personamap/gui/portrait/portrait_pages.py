"""The three ways to a portrait: compose it, import a picture, or have none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import LineField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.portrait.picture_crop import PictureCrop
from personamap.gui.portrait.portrait_shelves import PortraitShelves
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

DRAWN, PICTURE, NOTHING = "drawn", "picture", "nothing"
_KINDS = (DRAWN, PICTURE, NOTHING)


class PortraitPages(QWidget):
    """A page for each kind of portrait; the dialog says what happens on it."""

    def __init__(
        self,
        portraits: Portraits,
        find_media: Callable[[str], Media | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_media = find_media
        choices = ((DRAWN, _("Drawn")), (PICTURE, _("Picture")), (NOTHING, _("None")))
        self.kind = Segmented(choices, _("Kind of portrait"))
        self.shelves = PortraitShelves(portraits)
        self.crop = PictureCrop()
        self.credit = LineField()
        self.choose = QPushButton(icon("image"), _("Choose a picture…"))
        self.choose.setIconSize(size_before_words())
        self._stack = QStackedWidget()
        for page in (self.shelves, self._picture_page(), _no_portrait()):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)

    def show_drawn(self, portrait: IllustratedPortrait, colour: int) -> None:
        """Show the page of the kind that is chosen, and the drawing on its page."""
        self._stack.setCurrentIndex(_KINDS.index(self.kind.choice))
        self.shelves.show_portrait(portrait, colour)

    def show_picture(self, portrait: PicturePortrait | None) -> None:
        """Show a picture on its page, if there is one."""
        self.crop.setVisible(portrait is not None)
        self._credit_row.setVisible(portrait is not None)
        if portrait is not None:
            self.crop.show_picture(self._find_media(portrait.media), portrait)
            self.credit.show_text(portrait.credit)

    def _picture_page(self) -> QWidget:
        hint = plain_label(
            _("Pictures are turned upright, made smaller, and lose all their hidden details.")
        )
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self._credit_row = labelled(_("Credit"), self.credit)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(hint)
        column.addWidget(self.crop, 1)
        column.addWidget(self._credit_row)
        column.addStretch(0)
        return page


def _no_portrait() -> QWidget:
    label = plain_label(_("Without a portrait, cards and sheets show the initials on the ground."))
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
