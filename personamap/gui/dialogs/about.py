"""What this program is, which parts it is made of, and on whose terms."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from personamap import __version__
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _

_WIDTH, _HEIGHT = 560, 520
_BUNDLED = (
    ("Inter", N_("the type of the window, SIL Open Font License 1.1")),
    ("Atkinson Hyperlegible Next", N_("the reading font, SIL Open Font License 1.1")),
    ("Noto", N_("the letters of the sheets, SIL Open Font License 1.1")),
    ("Lucide", N_("the icons, ISC License")),
    ("Open Peeps", N_("by Pablo Stanley, the parts of the portraits, CC0")),
)
_LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pydantic", "MIT"),
    ("networkx", "BSD-3-Clause"),
    ("reportlab", "BSD-3-Clause"),
    ("uharfbuzz", "Apache-2.0"),
    ("icu4py", "MIT"),
    ("fonttools", "MIT"),
    ("pillow", "MIT-CMU"),
    ("openpyxl", "MIT"),
    ("defusedxml", "PSF-2.0"),
    ("jellyfish", "MIT"),
    ("rapidfuzz", "MIT"),
    ("orjson", "MPL-2.0 AND (Apache-2.0 OR MIT)"),
    ("platformdirs", "MIT"),
    ("typer", "MIT"),
    ("rich", "MIT"),
)


class AboutDialog(QDialog):
    """Names the version and everything bundled, with its licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About personamap"))
        self.resize(_WIDTH, _HEIGHT)
        title = plain_label(_("personamap {version}").format(version=__version__))
        title.setProperty("role", "person")
        self.parts = QPlainTextEdit(_parts())
        self.parts.setReadOnly(True)
        self.parts.setAccessibleName(_("What is bundled, and its licences"))
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addWidget(
            hint(
                _(
                    "Build the cast of an eLearning course as a persona map, see what it lacks, "
                    "print its sheets. Nothing leaves this computer."
                ),
                "secondary",
            )
        )
        layout.addWidget(self.parts, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Open over the window."""
        cls(parent).open()


def _parts() -> str:
    running = f"Python {platform.python_version()}, Qt {qVersion()}"
    bundled = [f"{name}: {_(what)}" for name, what in _BUNDLED]
    libraries = [f"{name} {_version(name)}: {licence}" for name, licence in _LIBRARIES]
    return "\n".join(
        (
            _("personamap is under the MIT License."),
            running,
            "",
            _("Bundled:"),
            *bundled,
            "",
            _("Libraries:"),
            *libraries,
        )
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
