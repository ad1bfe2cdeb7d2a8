"""One dialog for everything that leaves the program: what, for whom, who, where to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.exporters.options import ExportOptions
from personamap.gui.export.export_choice import ExportChoice
from personamap.gui.export.export_form import ExportForm
from personamap.gui.export.issue_choice import IssueChoice
from personamap.gui.export.place_field import PlaceField
from personamap.gui.export.preview_pane import PreviewPane
from personamap.gui.widgets.dialog_parts import buttons, hint, say, size_for
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.widgets.side_by_side import SideBySide
from personamap.i18n import _, within
from personamap.services.issues import Recipient, can_be_issued, next_issue

_WIDTH, _HEIGHT, _PREVIEW_WIDTH = 1200, 660, 420
Chosen = Callable[[ExportChoice], None]


class ExportDialog(QDialog):
    """Gathers one choice; the work itself goes on in the background afterwards.

    `last` is what was chosen the time before. Whom it is for is never
    remembered: private answers leave the program only when that is said anew.
    """

    def __init__(
        self,
        project: Project,
        place: Path,
        chosen: Chosen,
        parent: QWidget,
        last: ExportChoice | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._name, self._chosen = project, place.name, chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export"))
        self.form = ExportForm(project)
        self.preview = PreviewPane(project)
        self.place = PlaceField(place.parent)
        self.issue = IssueChoice(project)
        self.problem = hint("", "warn")
        self.buttons = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Export"))
        self._lay_out()
        self._connect()
        self._on_file_changed()
        if last is not None:
            self.form.choose_again(last)

    def _lay_out(self) -> None:
        titles = (_("Choices"), _("Preview"))
        body = SideBySide(self.form, self.preview, titles, inspector_width=_PREVIEW_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(body, 1)
        for part in (self.place, self.issue, self.problem, self.buttons):
            layout.addWidget(part)
        self.resize(size_for(self, QSize(_WIDTH, _HEIGHT)))

    def _connect(self) -> None:
        self.form.file_changed.connect(self._on_file_changed)
        for part in (self.form, self.place, self.issue):
            part.changed.connect(self._check)
        self.accepted.connect(self._on_accepted)

    def _on_file_changed(self) -> None:
        kind, options = self.form.format, self.form.options
        self.issue.offer(possible=can_be_issued(kind.id, options))
        name = f"{self._name} {within(_(self.form.product.title))}"
        self.place.suggest(name, "" if options.fills_folder else kind.suffix)
        self._check()

    def _check(self) -> None:
        say(self.problem, self.form.trouble or self.place.trouble or self.issue.trouble)
        export = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        export.setEnabled(not self.problem.text())
        export.setToolTip(plain_tip(self.problem.text()))
        self._look()

    def _look(self) -> None:
        form = self.form
        if form.trouble:
            self.preview.say(form.trouble)
            return
        of = self._numbered if self.issue.is_wanted else None
        self.preview.look_at(form.format, form.options, form.people, of)

    @cached_property
    def _numbered(self) -> Project:
        """The project with the number and the day that the next issue has on its pages."""
        today = Recipient(_("Nobody"), datetime.now().astimezone().date().isoformat())
        return next_issue(self._project, self.form.format.id, ExportOptions(), today).numbered

    def _on_accepted(self) -> None:
        form = self.form
        handed_to = self.issue.recipient
        self._chosen(
            ExportChoice(form.product, form.format, form.options, self.place.path, handed_to)
        )
