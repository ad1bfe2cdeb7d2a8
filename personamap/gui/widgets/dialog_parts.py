"""What dialogs and panels have in common."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

Standard = QDialogButtonBox.StandardButton
_GROWTH = 0.8
"""How much of a larger text size a dialog grows by; lines also wrap."""

_MARGIN, _CLOSE = 24, 8
_BETWEEN = 12
"""The room between two framed panes, as between other parts; a focus ring has its place in it."""

_LEFT_BY_MESSAGES, _WIDEST_MESSAGE = 480, 1000
"""How much of the screen Qt leaves beside a message, and how wide one becomes at most."""

_FRAME = QSize(16, 48)
"""What the window manager draws around a window."""


def buttons(dialog: QDialog, main: QDialogButtonBox.StandardButton, word: str) -> QDialogButtonBox:
    """Return Cancel and the main button, connected to the dialog."""
    box = QDialogButtonBox(main | Standard.Cancel)
    chosen = box.button(main)
    chosen.setText(word)
    chosen.setProperty("role", "primary")
    # Qt makes it the default once it is in the dialog. Called so before, Cancel would become it
    # where the main button waits for something, and Return would throw away what was chosen.
    box.button(Standard.Cancel).setText(_("Cancel"))
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def lead_with(box: QMessageBox, button: QAbstractButton) -> None:
    """Make one of the buttons of a message the main one, which Return presses."""
    button.setProperty("role", "primary")
    # A message dresses its buttons as it gets them; what they are called after that it looks up
    # only when told.
    button.style().polish(button)
    if isinstance(button, QPushButton):
        box.setDefaultButton(button)


def stack_where_cut(box: QMessageBox) -> None:
    """Put the answers of a message one below the other where they find no room side by side.

    Qt makes a message no wider than this, and cuts the words of its buttons instead.
    """
    widest = min(box.screen().availableSize().width() - _LEFT_BY_MESSAGES, _WIDEST_MESSAGE)
    row = box.findChild(QDialogButtonBox)
    answers = box.buttons()
    for answer in answers:
        answer.ensurePolished()
    needed = sum(answer.sizeHint().width() + _CLOSE for answer in answers) + 2 * _MARGIN
    if row is not None and needed > widest:
        row.setOrientation(Qt.Orientation.Vertical)


def hint(text: str, role: str = "hint") -> QLabel:
    """Return a line of help that wraps and is never taken for markup."""
    label = plain_label(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def say(label: QLabel, words: str) -> None:
    """Show words in a label that is only there while there is something to say."""
    label.setText(words)
    label.setVisible(bool(words))


def busy_line(words: str) -> QProgressBar:
    """Return a line that moves while something takes time; a screen reader says `words` of it."""
    line = QProgressBar()
    line.setRange(0, 0)
    line.setTextVisible(False)
    line.setAccessibleName(words)
    return line


def file_picker(parent: QWidget, question: str, *patterns: str) -> QFileDialog:
    """Return what asks for one file of these kinds, ready to be opened."""
    picker = QFileDialog(parent, question)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    picker.setFileMode(QFileDialog.FileMode.ExistingFile)
    picker.setNameFilters(patterns)
    return picker


def two_panes(left: QWidget, right: QWidget, widths: tuple[int, int]) -> QSplitter:
    """Return two framed panes that a person can make wider, but not make vanish."""
    panes = QSplitter()
    panes.setChildrenCollapsible(False)
    panes.setHandleWidth(_BETWEEN)
    panes.addWidget(left)
    panes.addWidget(right)
    panes.setSizes(widths)
    return panes


def size_for(dialog: QDialog, size: QSize) -> QSize:
    """Return how large to open a dialog: more for larger text, and never more than there is room.

    The window below it fits on the screen, so as much as that is always there,
    unless it fills the screen without the frame that a dialog has.
    """
    grown = size.expandedTo(size * current_theme().text_scale * _GROWTH)
    room = dialog.screen().availableSize() - _FRAME
    host = dialog.parentWidget()
    if host is not None and not host.window().isFullScreen():
        room = room.expandedTo(host.window().size())
    return grown.boundedTo(room)


def lay_out_over_foot(dialog: QDialog, content: QLayout, *foot: QWidget) -> None:
    """Let the content of a dialog scroll where there is no room, over a foot that always shows."""
    page = QWidget()
    page.setProperty("role", "content")
    column = QVBoxLayout(page)
    column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _CLOSE)
    column.addLayout(content)
    column.addStretch(1)
    below = QVBoxLayout()
    below.setContentsMargins(_MARGIN, _CLOSE, _MARGIN, _MARGIN)
    below.setSpacing(_BETWEEN)
    for widget in foot:
        below.addWidget(widget)
    line = QFrame()
    line.setProperty("role", "hairline")
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page_of(page, steady=False), 1)
    layout.addWidget(line)
    layout.addLayout(below)


def grow_to_fit(dialog: QDialog) -> None:
    """Make a dialog that is being shown high enough for its words as they wrap now."""
    layout = dialog.layout()
    if layout is not None:
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(dialog.height(), needed))
