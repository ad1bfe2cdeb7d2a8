"""The dialog: reading, columns, people, and then one undoable edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Self

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.project import Project
from personamap.errors import NoNames
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.importing.cast.columns_page import ColumnsPage
from personamap.gui.importing.cast.people_page import PeoplePage
from personamap.gui.importing.file_page import FilePage
from personamap.gui.importing.step_dialog import StepDialog
from personamap.gui.jobs import LatestJob
from personamap.i18n import N_, _, plural
from personamap.importers.cast.mapping import ColumnMapping
from personamap.services.crowds import check_growth
from personamap.services.imports import (
    CastProposal,
    PreparedCast,
    bring_in,
    prepare_cast,
    propose_cast,
)

_PAUSE_MS = 150
_NO_NAMES = N_("No column holds names yet. Let the one that does go to “Name”.")


class ImportCastDialog(StepDialog):
    """Shows where every column and every person of a table would go, then brings them in.

    Reading happens off the GUI thread, on the snapshot of the moment, as far
    as putting everybody into it; the edit at the end runs on whatever the
    project is by then.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        columns, people = ColumnsPage(), PeoplePage()
        super().__init__(document, _("Import a cast"), _start(), columns, people, parent=parent)
        self.columns, self.people = columns, people
        self._proposal: CastProposal | None = None
        self.prepared: PreparedCast | None = None
        self._mapping = LatestJob(_PAUSE_MS, self)
        self._mapping.finished.connect(self._on_mapped)
        self._mapping.failed.connect(self._on_unmappable)
        self.columns.changed.connect(self._on_mapping_changed)

    @classmethod
    def ask(cls, document: Document, path: Path | None, parent: QWidget) -> Self:
        """Open over the window and return the dialog; without a path, ask for the table first."""
        return cls(document, parent).begin(path)

    @override
    def read(self, path: Path) -> None:
        """Read a table in the background, and then propose where its columns go."""
        self._proposal = self.prepared = None
        self.show_reading(path)
        self._reading.request_while_wanted(partial(propose_cast, self._document.project, path))

    @override
    def bring_in(self) -> None:
        if self.prepared is not None:
            self._document.apply(_("Import a cast"), bring_in, self.prepared)

    @override
    def done(self, result: int) -> None:
        self._mapping.stop()
        super().done(result)

    @override
    def _on_read(self, found: Any) -> None:
        self._proposal = proposal = found
        self.title.setText(proposal.table.name)
        self.columns.show_proposal(proposal)
        self.show_page(self.columns)
        self._on_mapping_changed()

    def _on_mapping_changed(self) -> None:
        if self._proposal is None:
            return
        self.prepared = None
        self.progress.show()
        self._show_buttons()
        mapping = self.columns.mapping
        self._mapping.request(partial(_prepared, self._document.project, self._proposal, mapping))

    def _on_mapped(self, prepared: Any) -> None:
        self.progress.hide()
        self.prepared = prepared
        self.columns.show_result(prepared.cast)
        self.people.show_result(prepared.cast)
        self._show_buttons()

    def _on_unmappable(self, error: Exception) -> None:
        self.progress.hide()
        self.columns.tell(_(_NO_NAMES) if isinstance(error, NoNames) else words_for(error))
        self._show_buttons()

    @override
    def _on_next(self) -> None:
        if self.prepared is None:
            return
        if self.pages.currentWidget() is self.columns:
            self.show_page(self.people)
            self.people.people.setFocus()
        else:
            self._take_in()

    @override
    def _show_buttons(self) -> None:
        super()._show_buttons()
        self.next.setEnabled(self.prepared is not None)
        if self.pages.currentWidget() is self.people and self.prepared is not None:
            count = len(self.prepared.cast.rows)
            self.next.setText(plural("&Import {count} person", "&Import {count} people", count))
        else:
            self.next.setText(_("&Next"))


def _prepared(project: Project, proposal: CastProposal, mapping: ColumnMapping) -> PreparedCast:
    prepared = prepare_cast(project, proposal, mapping)
    check_growth(prepared.before, prepared.after)
    return prepared


def _start() -> FilePage:
    return FilePage(
        _("A CSV, TSV or XLSX table with one person a row and headings on top."),
        _("Choose a table of people"),
        _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)"),
    )
