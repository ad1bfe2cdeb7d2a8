"""What somebody who looks into a fault asks first: versions, system, screen and language."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtWidgets import QWidget

from personamap import __version__
from personamap.gui.look.theme import current_theme
from personamap.i18n import _


def system_facts(seen_on: QWidget) -> str:
    """Return the facts a line each, for the screen a widget is on.

    Nothing in them leads to a person: no path, no user's and no computer's name.
    """
    system = f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"
    screen = _("Screen scale {scale:g}, text size {text:.0%}")
    return "\n".join(
        (
            f"personamap {__version__}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            f"PySide6 {PySide6.__version__}",
            _("System {system}").format(system=system),
            screen.format(scale=seen_on.devicePixelRatioF(), text=current_theme().text_scale),
            _("Locale {locale}").format(locale=QLocale.system().name()),
        )
    )
