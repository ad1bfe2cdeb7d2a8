"""What to do about a file that somebody else has changed or taken away since it was read."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.project import Project
from personamap.errors import ChangedElsewhere
from personamap.gui.sharing.file_comparison import FileComparison
from personamap.gui.widgets.dialog_parts import grow_to_fit, hint, size_for
from personamap.i18n import _

Answer = Literal["save-as", "overwrite"]
_SIZE, _SMALL = QSize(760, 560), QSize(560, 160)


class ChangedDialog(QDialog):
    """Shows what differs and asks where to save; nothing is written before an answer.

    Escape leaves everything as it is, on screen and in the file.
    """

    answered = Signal(str)  # Answer

    def __init__(
        self, present: Project, change: ChangedElsewhere, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._change = change
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Not saved yet"))
        self.resize(size_for(self, _SMALL if change.gone else _SIZE))
        self.title = hint(self._title(), "person")
        self.notes = hint(self._notes(), "secondary")
        self.comparison = FileComparison()
        self.cancel = QPushButton(_("Cancel"))
        self.overwrite = QPushButton(_("Save it &there again") if change.gone else _("&Overwrite"))
        self.save_as = QPushButton(_("Save &as…"))
        self.overwrite.setHidden(change.gone and not change.path.parent.is_dir())
        self.save_as.setProperty("role", "primary")
        self.save_as.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.overwrite.clicked.connect(self._on_overwrite)
        self.save_as.clicked.connect(self._on_save_as)
        self._lay_out()
        self.save_as.setFocus()
        if not change.gone:
            self.comparison.compare(present, change.path)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.cancel, self.overwrite, self.save_as):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.notes)
        layout.addWidget(self.comparison, 1)
        self.comparison.setHidden(self._change.gone)
        if self._change.gone:
            layout.addStretch(1)
        layout.addLayout(foot)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        grow_to_fit(self)

    @override
    def done(self, result: int) -> None:
        self.comparison.stop()
        super().done(result)

    def _title(self) -> str:
        name = self._change.path.stem
        if self._change.gone:
            return _("“{name}” is no longer where it was").format(name=name)
        return _("“{name}” was changed elsewhere").format(name=name)

    def _notes(self) -> str:
        if self._change.gone:
            return _(
                "Its file was moved, renamed or deleted while it was open here. Nothing was "
                "written, and everything is still on screen. Where do you want to save it?"
            )
        return _(
            "Another window, computer or program has saved it since it was read here. Nothing "
            "was written, and everything is still on screen. Overwriting keeps their version "
            "among the older copies first."
        )

    def _on_save_as(self) -> None:
        self._answer("save-as")

    def _on_overwrite(self) -> None:
        self._answer("overwrite")

    def _answer(self, answer: Answer) -> None:
        self.accept()
        self.answered.emit(answer)
