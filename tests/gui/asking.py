"""Answers dialogs the way a person does."""

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox


def the_dialog(qtbot, kind=QDialog):
    """Wait for a dialog of that kind and return it."""

    def find():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(find()))
    return find()[0]


def press(qtbot, button):
    """Press a button of the message box that is open."""
    the_dialog(qtbot, QMessageBox).button(button).click()


def choose_file(qtbot, path):
    """Pick a file in the file dialog that is open."""
    dialog = the_dialog(qtbot, QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()


def nothing_is_asked():
    """Tell whether no dialog is open."""
    return not any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
