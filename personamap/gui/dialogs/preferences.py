"""What holds for this person on this computer: everything holds at once and can be put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.document import Document
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.settings import COPIES_MB, GROUPS, TEXT_SCALES, Preferences
from personamap.gui.spelling.dictionaries_line import dictionaries_line
from personamap.gui.widgets.dialog_parts import buttons, hint, lay_out_over_foot, size_for
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, languages_there
from personamap.storage.backups import backups_folder

_SIZE, _INSET, _NUMBER_WIDTH = QSize(600, 680), 6, 120
_CHOICES = (
    "language",
    "theme",
    "text_scale",
    "reading_font",
    "reduce_motion",
    "check_spelling",
    "smallest_group",
    "copies_mb",
)


class PreferencesDialog(QDialog):
    """Shows each choice on the window behind it; Cancel puts the old ones back."""

    def __init__(
        self, preferences: Preferences, document: Document | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._preferences, self._before = preferences, preferences.settings
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Preferences"))
        self.resize(size_for(self, _SIZE))
        self._make_fields()
        self._lay_out()
        self._connect()

    @classmethod
    def ask(
        cls, preferences: Preferences, document: Document | None, parent: QWidget
    ) -> PreferencesDialog:
        """Open the choices over the window."""
        dialog = cls(preferences, document, parent)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(24)
        parts = (self._look(), self._writing(), self._checks(), self._audience(), self._copies())
        for section in parts:
            content.addLayout(section)
        kept = hint(_("Kept on this computer, for every project."))
        done = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Done"))
        lay_out_over_foot(self, content, kept, done)

    def _make_fields(self) -> None:
        chosen = self._preferences.settings
        self.theme = Segmented(
            (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))),
            _("Theme"),
        )
        self.theme.choose(chosen.theme)
        self._make_language(chosen.language)
        sizes = {scale: f"{scale:.0%}" for scale in TEXT_SCALES}
        self.text_size = _choice(_("Text size"), sizes, chosen.text_scale)
        self.reading_font = QCheckBox(_("&Reading font (Atkinson Hyperlegible Next)"))
        self.reading_font.setChecked(chosen.reading_font)
        self.reduce_motion = QCheckBox(_("Reduce &motion: nothing slides or fades"))
        self.reduce_motion.setChecked(chosen.reduce_motion)
        self.check_spelling = QCheckBox(_("Mark words that may be mi&sspelled"))
        self.check_spelling.setChecked(chosen.check_spelling)
        self.smallest_group = _number(GROUPS, chosen.smallest_group)
        self.smallest_group.setAccessibleName(_("Hide counts of fewer people than"))
        self.copies_mb = _number(COPIES_MB, chosen.copies_mb)
        self.copies_mb.setSingleStep(50)
        self.copies_mb.setSuffix(_(" MB"))
        self.copies_mb.setAccessibleName(_("Room for older copies, in megabytes"))
        self.checks = QPushButton(_("&Checks of this project…"))
        self.checks.setAutoDefault(False)
        self.checks.setEnabled(self._document is not None)
        if self._document is None:
            self.checks.setToolTip(_("Open or start a project first."))
        self.copies_folder = QPushButton(_("Open the &folder"))
        self.copies_folder.setAutoDefault(False)

    def _make_language(self, chosen: str) -> None:
        languages = {"": _("As the system"), **languages_there()}
        self.language = _choice(_("Language"), languages, chosen)
        self.later = hint(_("Spoken from the next start on."))
        self.later.hide()

    def _look(self) -> QVBoxLayout:
        section, form = _section(_("Look")), _form()
        form.addRow(_("&Language"), self.language)
        form.addRow("", self.later)
        form.addRow(_("Theme"), self.theme)
        form.addRow(_("&Text size"), self.text_size)
        form.addRow("", self.reading_font)
        form.addRow("", self.reduce_motion)
        section.addLayout(form)
        return section

    def _writing(self) -> QVBoxLayout:
        section = _section(_("Writing"))
        section.addWidget(self.check_spelling)
        section.addWidget(hint(dictionaries_line(), "secondary"))
        return section

    def _checks(self) -> QVBoxLayout:
        section = _section(_("Checks"))
        section.addWidget(
            hint(
                _(
                    "Which questions are asked, and from which numbers on, belongs to each "
                    "project, so that everyone who works on it sees the same findings."
                ),
                "secondary",
            )
        )
        section.addWidget(self.checks, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _audience(self) -> QVBoxLayout:
        section = _section(_("Audience"))
        section.addLayout(_row(_("&Hide counts of fewer people than"), self.smallest_group))
        section.addWidget(
            hint(
                _(
                    "Proposed whenever you bring in an audience. Never below {least}, so that "
                    "nobody can be found in a count. An audience you have keeps its number."
                ).format(least=GROUPS[0])
            )
        )
        return section

    def _copies(self) -> QVBoxLayout:
        section = _section(_("Older copies"))
        section.addLayout(_row(_("&Room for the copies of all files"), self.copies_mb))
        section.addWidget(
            hint(
                _(
                    "When they need more, the oldest go first; the newest copy of each file "
                    "always stays. They lie in {folder}."
                ).format(folder=backups_folder())
            )
        )
        section.addWidget(self.copies_folder, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(self._on_language)
        self.theme.chosen.connect(self._on_chosen)
        self.text_size.currentIndexChanged.connect(self._on_chosen)
        self.reading_font.toggled.connect(self._on_chosen)
        self.reduce_motion.toggled.connect(self._on_chosen)
        self.check_spelling.toggled.connect(self._on_chosen)
        self.smallest_group.valueChanged.connect(self._on_chosen)
        self.copies_mb.valueChanged.connect(self._on_chosen)
        self.checks.clicked.connect(self._on_checks)
        self.copies_folder.clicked.connect(_open_copies_folder)
        self.rejected.connect(self._on_rejected)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _on_language(self, choice: int) -> None:
        self._on_chosen(choice)
        self.later.setVisible(self._before.language != self.language.currentData())

    def _on_chosen(self, _choice: object) -> None:
        self._preferences.choose(
            language=self.language.currentData(),
            theme=self.theme.choice,
            text_scale=self.text_size.currentData(),
            reading_font=self.reading_font.isChecked(),
            reduce_motion=self.reduce_motion.isChecked(),
            check_spelling=self.check_spelling.isChecked(),
            smallest_group=self.smallest_group.value(),
            copies_mb=self.copies_mb.value(),
        )

    def _on_checks(self) -> None:
        from personamap.gui.coverage.checks_dialog import ChecksDialog

        if self._document is not None:
            ChecksDialog.ask(self._document, self)

    def _on_look_changed(self) -> None:
        self.resize(size_for(self, _SIZE))

    def _on_rejected(self) -> None:
        before = {name: getattr(self._before, name) for name in _CHOICES}
        self._preferences.choose(**before)


def _open_copies_folder() -> None:
    folder = backups_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _choice(name: str, labels: Mapping[Any, str], chosen: object) -> QComboBox:
    field = QComboBox()
    leave_wheel_to_page(field)
    field.setAccessibleName(name)
    for value, label in labels.items():
        field.addItem(label, value)
    field.setCurrentIndex(max(field.findData(chosen), 0))
    return field


def _number(limits: tuple[int, int], value: int) -> QSpinBox:
    field = QSpinBox()
    leave_wheel_to_page(field)
    field.setRange(*limits)
    field.setValue(value)
    field.setMinimumWidth(current_theme().px(_NUMBER_WIDTH))
    field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
    return field


def _section(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(hint(title, "section"))
    return column


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setSpacing(12)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def _row(words: str, field: QSpinBox) -> QHBoxLayout:
    label = plain_label(words)
    label.setWordWrap(True)
    label.setBuddy(field)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label, 1)
    row.addWidget(field)
    return row
