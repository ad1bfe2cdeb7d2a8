"""Brings a table in through the window, saves, meets a fault of our own, and closes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from personamap.edits.course import set_course
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from tests.torture.window_program import WindowProgram


def main(table: Path, project: Path) -> None:
    """Do with the window what a person does."""
    program = WindowProgram(project)
    program.window.offers["import-audience"].trigger()
    chooser = program.dialog(QFileDialog)
    chooser.selectFile(str(table))
    chooser.accept()
    dialog = program.dialog(ImportAudienceDialog)
    program.wait_for(lambda: dialog.pages.currentWidget() is dialog.columns)
    dialog.next.click()
    program.wait_for(lambda: dialog.pages.currentWidget() is dialog.kept)
    document = program.desk.session.document
    assert document is not None
    dialog.next.click()
    # An older copy is kept first, beside the window; the example has an audience already.
    program.wait_for(lambda: document.undo_stack.count() == 1)
    assert document.project.audiences
    document.undo_stack.undo()
    document.undo_stack.redo()
    program.save()
    document.apply("Rename", set_course, title="Another title")
    QTimer.singleShot(0, _fault)
    program.dialog(QMessageBox).reject()
    program.save()
    program.close()


def _fault() -> None:
    raise ValueError("a fault that nobody foresaw")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
