"""The documents there are to choose, each with its icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from personamap.gui.export.export_choice import PRODUCTS, Product
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_MARK, _BAR = 20, 14
"""How large an icon is, and how wide the bar beside the documents."""


class DocumentList(QListWidget):
    """A list of documents, of which one is current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What to export"))
        self.setProperty("role", "list")
        self.setIconSize(QSize(1, 1) * current_theme().px(_MARK))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Choosing a row measures all of them, which has to know the style by then.
        self.ensurePolished()
        for product in PRODUCTS:
            item = QListWidgetItem(icon(product.mark), _(product.title), self)
            item.setToolTip(plain_tip(_(product.text)))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _(product.text))
        self.setCurrentRow(0)
        # As wide as its words are in the language of the window, so that none of them is cut.
        words = self.sizeHintForColumn(0) + 2 * self.frameWidth() + current_theme().px(_BAR)
        self.setFixedWidth(words)

    @property
    def product(self) -> Product:
        """The document that is current."""
        return PRODUCTS[max(0, self.currentRow())]

    def choose(self, product: Product) -> None:
        """Make a document current."""
        self.setCurrentRow(PRODUCTS.index(product))
