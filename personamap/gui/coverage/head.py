"""The line above the counts: its title, and what can be done with the whole cast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.icons import icon, size_before_words
from personamap.i18n import _

_SIDE = 24


class CoverageHead(WrappingHead):
    """Holds the title and, at the right, a button for each thing that can be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Coverage"), "title", parent)
        self.buttons: list[QPushButton] = []
        self._grid.setContentsMargins(_SIDE, 20, _SIDE, 12)

    def add(
        self, words: str, icon_name: str, asked: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """Add a button at the right end that does `asked`; a primary one is filled."""
        button = QPushButton(icon(icon_name, "on" if primary else "ink2"), words)
        if primary:
            button.setProperty("role", "primary")
        # A slot with optional parameters would be handed `checked`.
        button.clicked.connect(lambda _checked=False: asked())
        self.buttons.append(button)
        self.fit_icons()
        self.put(button)
        return button

    def fit_icons(self) -> None:
        """Draw the icons as large as the text size asks for."""
        for button in self.buttons:
            button.setIconSize(size_before_words())
