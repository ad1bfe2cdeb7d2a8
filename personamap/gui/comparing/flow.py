"""From the window to a comparison, and from there back with what came in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from personamap.gui.comparing.dialog import CompareDialog
from personamap.gui.project_session import ProjectSession, is_shipped
from personamap.i18n import _
from personamap.services.common_base import Base, Version


def compare_with(
    window: QWidget,
    session: ProjectSession,
    path: Path | None = None,
    base: Base | None = None,
    then: Callable[[str], object] | None = None,
) -> CompareDialog | None:
    """Compare the open project with a file, and return the dialog; none without a project.

    Without a `path` people choose one. Without a `base`, what both come from
    is looked for among the older copies of both. Once theirs is on screen,
    `then` gets the digest of the bytes that it was read from, to save over
    them; without it people are told to save.
    """
    document, own = session.document, session.path
    if document is None:
        return None
    mine = Version(document.project, None if own is None or is_shipped(own) else own)
    name = session.name if own is None or own == path else own.name
    dialog = CompareDialog(document, mine, name, window)
    dialog.brought_in.connect(then or partial(_tell, session))
    dialog.open()
    if path is None:
        dialog.choose_file()
    else:
        dialog.read(path, base)
    return dialog


def _tell(session: ProjectSession, _digest: str) -> None:
    session.told.emit(
        _("Both versions are on screen now. Save to keep that, or undo to go back to yours.")
    )
