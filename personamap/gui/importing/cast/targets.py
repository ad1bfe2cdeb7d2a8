"""The places a column can go to, as the choices of one list that all rows share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.gui.importing.column_list import CHOICE_LETTERS
from personamap.i18n import _
from personamap.importers.cast.headings import FIELD_LABELS
from personamap.importers.cast.labels import target_label
from personamap.importers.cast.mapping import (
    FACET,
    LEAVE_OUT,
    NEW_FACET,
    NOTES,
    ColumnMapping,
    ColumnUse,
)

_FIRST = (NOTES, NEW_FACET, LEAVE_OUT)


def target_model(mapping: ColumnMapping, facets: Iterable[Facet]) -> QStandardItemModel:
    """Return all targets in groups, with the unusual ones only if the table has them."""
    facets = tuple(facets)
    fields = tuple(field for field in FIELD_LABELS if field not in _FIRST)
    own = tuple(f"{FACET}{facet.id}" for facet in facets)
    known = {*_FIRST, *fields, *own}
    unusual = tuple(
        dict.fromkeys(use.goes_to for use in mapping.columns if use.goes_to not in known)
    )
    model = QStandardItemModel()
    for title, targets in (
        ("", _FIRST),
        (_("About the person"), fields),
        (_("Facets"), own),
        (_("More"), unusual),
    ):
        _add_group(model, title, targets, facets)
    return model


def _add_group(
    model: QStandardItemModel, title: str, targets: tuple[str, ...], facets: tuple[Facet, ...]
) -> None:
    if title and targets:
        heading = QStandardItem(title)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        model.appendRow(heading)
    for target in targets:
        item = QStandardItem(target_label(ColumnUse(column="", goes_to=target), facets))
        item.setData(target, Qt.ItemDataRole.UserRole)
        model.appendRow(item)


class TargetBox(QComboBox):
    """Chooses where one column goes."""

    def __init__(self, targets: QStandardItemModel, use: ColumnUse) -> None:
        super().__init__()
        self.column = use.column
        self.setModel(targets)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHOICE_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(20)
        self.setCurrentIndex(self.findData(use.goes_to))
        self.setAccessibleName(_("Where “{column}” goes").format(column=use.column))

    @property
    def target(self) -> str:
        """The chosen place."""
        return str(self.currentData())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a choice."""
        event.ignore()
