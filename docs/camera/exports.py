"""The Export dialog, for each document it offers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.gui.export.export_choice import PRODUCTS
from personamap.gui.export.export_dialog import ExportDialog


def _export(studio: Studio, row: int) -> QWidget:
    dialog = studio.press("export", ExportDialog)
    dialog.form.what.setCurrentRow(row)
    return dialog


EXPORTS = tuple(
    Place(f"export-{product.id}", partial(_export, row=row)) for row, product in enumerate(PRODUCTS)
)
