"""The dialog that compares what is on screen with another file, and brings both together.

Reading runs as a job. Nothing changes before “Bring in”, and that is one step to undo.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.project import Project
from personamap.gui.comparing.comparison_view import ComparisonView
from personamap.gui.comparing.foot import Foot
from personamap.gui.comparing.head import Head
from personamap.gui.comparing.nothing_to_bring import NothingToBring
from personamap.gui.comparing.reading import Read, Reading
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import file_picker, size_for
from personamap.i18n import _
from personamap.services.common_base import Base, Version
from personamap.services.crowds import check_growth
from personamap.services.two_versions import (
    Report,
    TwoVersions,
    brought_together,
    compared_through,
    merged_with,
    read_two,
    through_copy,
    through_file,
)
from personamap.storage.older_copy import OlderCopy

_SIZE = QSize(1120, 780)


class CompareDialog(QDialog):
    """Shows in what two versions differ; what is chosen comes in as one edit.

    `mine` is the project on screen with the file it is kept in, and `name` what that is called.
    """

    brought_in = Signal(str)  # the digest of the bytes that theirs was read from

    def __init__(
        self,
        document: Document,
        mine: Version,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._mine, self._name = document, mine, name
        self.two: TwoVersions | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Compare with another file"))
        self.resize(size_for(self, _SIZE))
        self.reading = Reading(self)
        self.settling, self._bringing = LatestJob(0, self), LatestJob(0, self)
        self.head, self.foot = Head(), Foot()
        self.view, self.nothing = ComparisonView(), NothingToBring()
        self.body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_what_there_is()

    def read(self, path: Path, base: Base | None = None) -> None:
        """Compare with this file; `base` is what both come from, where that is known."""
        self.head.show_reading(path.name)
        self.reading.begin(partial(read_two, self._mine, path, base))

    def choose_file(self) -> None:
        """Let people choose the file to compare with."""
        picker = self._picker(_("Choose the file to compare with"))
        picker.fileSelected.connect(self._on_file_chosen)
        picker.open()

    @override
    def done(self, result: int) -> None:
        self.reading.drop()
        self.settling.stop()
        self._bringing.stop()
        super().done(result)

    def _lay_out(self) -> None:
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.reading.began.connect(self._on_began)
        self.reading.progressed.connect(self.head.show_progress)
        self.reading.found.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)
        self.reading.stopped.connect(self._show_what_there_is)
        self.head.stop.clicked.connect(self.reading.stop)
        self.head.through.copy_chosen.connect(self._on_copy_chosen)
        self.head.through.none_chosen.connect(self._on_none_chosen)
        self.head.through.file_asked.connect(self._ask_for_base)
        self.nothing.choose.clicked.connect(self.choose_file)
        self.view.chose.connect(self._settle)
        self.settling.finished.connect(self._on_settled)
        self.settling.failed.connect(self._on_failed)
        self._bringing.finished.connect(self._on_brought_together)
        self._bringing.failed.connect(self._on_failed)
        self.foot.next.clicked.connect(self.view.go_to_next)
        self.foot.another.clicked.connect(self.choose_file)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.bring.clicked.connect(self._on_bring)

    def _on_file_chosen(self, chosen: str) -> None:
        self.read(Path(chosen))

    def _ask_for_base(self) -> None:
        picker = self._picker(_("Choose the version that both come from"))
        picker.fileSelected.connect(self._on_base_chosen)
        picker.open()

    def _picker(self, question: str) -> QFileDialog:
        maps, everything = _("Persona maps (*.personamap)"), _("All files (*)")
        picker = file_picker(self, question, maps, everything)
        if self._mine.path is not None:
            picker.setDirectory(str(self._mine.path.parent))
        return picker

    def _on_base_chosen(self, chosen: str) -> None:
        if self.two is not None:
            self._compare_through(partial(through_file, self.two, Path(chosen)))

    def _on_copy_chosen(self, copy: OlderCopy) -> None:
        if self.two is not None:
            self._compare_through(partial(through_copy, self.two, copy))

    def _on_none_chosen(self) -> None:
        if self.two is not None:
            self._compare_through(partial(compared_through, self.two, None))

    def _compare_through(self, compare: Callable[[Report], TwoVersions]) -> None:
        self.head.show_reading(self._theirs)
        self.reading.begin(compare)

    def _on_began(self) -> None:
        self.settling.stop()
        self.nothing.wait_for_reading()
        self.body.setCurrentWidget(self.nothing)
        self.foot.show_nothing(reading=True)
        self.head.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, read: Read) -> None:
        self.two = read.two
        self.view.show_read(read, self._theirs)
        self._show_what_there_is()

    def _on_failed(self, error: Exception) -> None:
        self._show_what_there_is()
        self.head.show_problem(words_for(error))

    def _show_what_there_is(self) -> None:
        """Show the two that were compared last, or what belongs here while there are none."""
        two = self.two
        self.body.setEnabled(True)
        if two is None:
            self.head.show_nothing()
            self.nothing.wait_for_file()
            self.foot.show_nothing()
            self.nothing.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.head.show_two(two, self._name, self._theirs)
        if two.points:
            self.body.setCurrentWidget(self.view)
            self.foot.show_points(two.points, self.view.choices)
            self.view.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.nothing.tell_two(two)
            self.foot.show_nothing()
            self.foot.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _theirs(self) -> str:
        path = self.two.theirs.path if self.two else None
        return path.name if path else ""

    def _settle(self) -> None:
        if self.two is not None:
            self.settling.request(partial(merged_with, self.two, dict(self.view.choices)))

    def _on_settled(self, two: TwoVersions) -> None:
        self.two = two
        self.view.show_settled(two)
        self.foot.show_points(two.points, self.view.choices)

    def _on_bring(self) -> None:
        if self.two is not None:
            self.body.setEnabled(False)
            self.foot.bring.setEnabled(False)
            choices = dict(self.view.choices)
            work = partial(_settled_and_brought, self.two, choices, self._theirs)
            self._bringing.request(work)

    def _on_brought_together(self, project: Project) -> None:
        self._document.after_copy("import", partial(self._bring_in, project))

    def _bring_in(self, project: Project) -> None:
        two = self.two
        if two is None or self.isHidden():
            return
        text = _("Merge with {file}").format(file=self._theirs)
        self._document.apply(text, _replaced_by, self._mine.project, project)
        self.accept()
        self.brought_in.emit(two.theirs.digest)


def _settled_and_brought(two: TwoVersions, choices: Any, name: str) -> Project:
    # A choice made just now may not have been worked out yet.
    both = brought_together(merged_with(two, choices), choices, name)
    check_growth(two.mine.project, both)
    return both


def _replaced_by(present: Project, mine: Project, merged: Project) -> Project:
    """Return the merged project; what is not what was compared stays as it is."""
    return merged if present is mine else present
