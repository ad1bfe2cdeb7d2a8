"""Theme, text size, reading font, reduced motion: everything holds at once and can be put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.fields.segmented import Segmented
from personamap.gui.settings import TEXT_SCALES, Preferences
from personamap.gui.widgets.dialog_parts import buttons, hint
from personamap.i18n import _

_WIDTH = 480


class PreferencesDialog(QDialog):
    """Shows each choice on the window behind it; Cancel puts the old ones back."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences, self._before = preferences, preferences.settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Preferences"))
        self.setMinimumWidth(_WIDTH)
        chosen = preferences.settings
        self.theme = Segmented(
            (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))),
            _("Theme"),
        )
        self.theme.choose(chosen.theme)
        self.text_size = QComboBox()
        for scale in TEXT_SCALES:
            self.text_size.addItem(f"{scale:.0%}", scale)
        self.text_size.setCurrentIndex(self.text_size.findData(chosen.text_scale))
        self.reading_font = QCheckBox(_("&Reading font (Atkinson Hyperlegible Next)"))
        self.reading_font.setChecked(chosen.reading_font)
        self.reduce_motion = QCheckBox(_("Reduce &motion: nothing slides or fades"))
        self.reduce_motion.setChecked(chosen.reduce_motion)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(24)
        layout.addLayout(self._form())
        layout.addWidget(hint(_("Kept on this computer, for every project.")))
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Done")))
        self._connect()

    @classmethod
    def ask(cls, preferences: Preferences, parent: QWidget) -> None:
        """Open the choices over the window."""
        cls(preferences, parent).open()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(16)
        form.addRow(_("Theme"), self.theme)
        form.addRow(_("&Text size"), self.text_size)
        form.addRow("", self.reading_font)
        form.addRow("", self.reduce_motion)
        return form

    def _connect(self) -> None:
        self.theme.chosen.connect(self._on_chosen)
        self.text_size.currentIndexChanged.connect(self._on_chosen)
        self.reading_font.toggled.connect(self._on_chosen)
        self.reduce_motion.toggled.connect(self._on_chosen)
        self.rejected.connect(self._on_rejected)

    def _on_chosen(self, _choice: object) -> None:
        self._preferences.choose(
            theme=self.theme.choice,
            text_scale=self.text_size.currentData(),
            reading_font=self.reading_font.isChecked(),
            reduce_motion=self.reduce_motion.isChecked(),
        )

    def _on_rejected(self) -> None:
        before = self._before
        self._preferences.choose(
            theme=before.theme,
            text_scale=before.text_scale,
            reading_font=before.reading_font,
            reduce_motion=before.reduce_motion,
        )
