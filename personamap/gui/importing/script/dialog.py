"""The dialog: reading, labels, scenes, and then one undoable edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Self

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.gui.document import Document
from personamap.gui.importing.file_page import FilePage
from personamap.gui.importing.script.labels_page import LabelsPage
from personamap.gui.importing.script.scenes_page import ScenesPage
from personamap.gui.importing.step_dialog import StepDialog
from personamap.i18n import _
from personamap.services.scripts import (
    ScriptImport,
    ScriptProposal,
    bring_script,
    prepare_script,
    propose_script,
)


class ImportScriptDialog(StepDialog):
    """Shows who speaks in a script and what its scenes become, then brings them in."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        labels, scenes = LabelsPage(), ScenesPage()
        super().__init__(document, _("Import a script"), _start(), labels, scenes, parent=parent)
        self.labels, self.scenes = labels, scenes
        self._proposal: ScriptProposal | None = None
        self.prepared: ScriptImport | None = None

    @classmethod
    def ask(cls, document: Document, path: Path | None, parent: QWidget) -> Self:
        """Open over the window and return the dialog; without a path, ask for the script first."""
        return cls(document, parent).begin(path)

    @override
    def read(self, path: Path) -> None:
        """Read a script in the background, and then propose who speaks in it."""
        self._proposal = self.prepared = None
        self.show_reading(path)
        self._reading.request_while_wanted(partial(propose_script, self._document.project, path))

    @override
    def bring_in(self) -> None:
        if self.prepared is not None:
            self._document.apply(_("Import a script"), bring_script, self.prepared)

    @override
    def _on_read(self, found: Any) -> None:
        self._proposal = proposal = found
        self.progress.hide()
        self.title.setText(proposal.script.title or proposal.script.name)
        self.labels.show_proposal(self._document.project, proposal)
        self.show_page(self.labels)

    @override
    def _on_next(self) -> None:
        if self._proposal is None:
            return
        if self.pages.currentWidget() is self.labels:
            self.prepared = prepare_script(self._proposal.script, self.labels.mapping)
            self.scenes.show_result(self._document.project, self.prepared)
            self.show_page(self.scenes)
        else:
            self._take_in()

    @override
    def _show_buttons(self) -> None:
        super()._show_buttons()
        self.next.setEnabled(True)
        is_last = self.pages.currentWidget() is self.scenes
        self.next.setText(_("&Import these scenes") if is_last else _("&Next"))


def _start() -> FilePage:
    return FilePage(
        _(
            "A script in Fountain, Final Draft (FDX), Word (a storyboard table or screenplay "
            "paragraphs) or plain text with “NAME: line”. The same script again updates its scenes."
        ),
        _("Choose a script"),
        _("Scripts (*.fountain *.spmd *.fdx *.docx *.txt *.md)"),
    )
