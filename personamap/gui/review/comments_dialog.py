"""Everything reviewers have said about the project, to read."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.project import Project
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.review.said_view import SaidView
from personamap.gui.widgets.dialog_parts import hint, size_for
from personamap.i18n import _, plural
from personamap.services.review_words import Saying, sayings_of

_SIZE = QSize(640, 560)


class CommentsDialog(QDialog):
    """Lists comments and sign-offs, the newest first; nothing can be changed here."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Comments"))
        self.resize(size_for(self, _SIZE))
        self.title = hint(_counted(project), "person")
        self.said = SaidView()
        self.empty = hint(_nothing(), "secondary")
        self.empty.setVisible(not (project.comments or project.sign_offs))
        self.said.setVisible(not self.empty.isVisibleTo(self))
        self.close_button = QPushButton(_("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self._reading = LatestJob(0, self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._reading.request(partial(_sayings, project))

    @override
    def done(self, result: int) -> None:
        self._reading.stop()
        super().done(result)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.empty)
        layout.addWidget(self.said, 1)
        layout.addStretch(0)
        layout.addLayout(foot)

    def _on_read(self, sayings: Any) -> None:
        self.said.show_sayings(sayings)

    def _on_failed(self, error: Exception) -> None:
        self.title.setText(words_for(error))


def _sayings(project: Project) -> tuple[Saying, ...]:
    return tuple(sayings_of(project))


def _counted(project: Project) -> str:
    open_count = sum(not comment.resolved for comment in project.comments)
    return plural("{count} open comment", "{count} open comments", open_count)


def _nothing() -> str:
    return _(
        "Nobody has commented yet. Export a review pack, send it to the people whose view you "
        "want, and bring their comments in with “Merge a review”."
    )
