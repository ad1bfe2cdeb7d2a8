"""The log: warnings and errors, and where they came from."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType

from typing_extensions import override

from personamap.gui.crash.places import where
from personamap.storage.folders import APP

LOG_BYTES = 512 * 1024


class PlaceFormatter(logging.Formatter):
    """Writes where an error came from, never what it says.

    Libraries put what they read into their warnings, so of theirs only the
    place is written; the words of our own hold nothing of a project.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}:{lineno} {message}", style="{")

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] != APP:
            return f"{record.asctime} {record.levelname} {record.name}:{record.lineno}"
        return super().formatMessage(record)

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return where(ei[0], ei[2]) if ei[0] is not None else ""


def keep_log(folder: Path) -> None:
    """Write warnings to a file of limited size in `folder`; without one, to nowhere."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "personamap.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    handler.setLevel(logging.WARNING)
    handler.setFormatter(PlaceFormatter())
    logging.getLogger().addHandler(handler)
