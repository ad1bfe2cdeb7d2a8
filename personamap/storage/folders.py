"""Where the program keeps what belongs to no project: unsaved work, older copies, the log."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "personamap"


def state_folder() -> Path:
    """Return the folder for journals, backups, the log and the crash reports."""
    return platformdirs.user_state_path(APP)
