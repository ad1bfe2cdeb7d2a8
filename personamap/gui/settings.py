"""What a person prefers, kept between sessions.

One frozen value with a default for everything, as JSON in the platform's
config folder. A file that says something else is set aside, never mended and
never in the way of a start; one that cannot be read at all may be whole, so
it stays and nothing is written over it. Window geometry alone lives in
`QSettings`.

A choice that a later version adds has its default until somebody makes it,
and a number beyond what is allowed is taken as the nearest that is: a file
of another version costs nobody what they chose.

The settings are a struct and no model: the window is painted as they say
before anything is loaded that knows of projects.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from msgspec import DecodeError, Meta, Struct, convert, json
from msgspec.structs import asdict, force_setattr, replace
from PySide6.QtCore import QCoreApplication, QObject, Signal

from personamap.errors import CannotRead, PersonamapError
from personamap.i18n import _
from personamap.storage.files import read_bounded, write_atomically
from personamap.storage.folders import APP
from personamap.storage.placing import make_folder
from personamap.storage.temporary import sweep_temporaries

MOST_RECENT, MOST_USED, MOST_CATALOGUES = 8, 8, 50
_MOST_BYTES = 1_000_000
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)
Layout = Literal["cards", "sheet"]
TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
GROUPS, USUAL_GROUP = (5, 10_000), 10
"""How small a count of an audience may be: never below five, and ten unless somebody says more."""

COPIES_MB, USUAL_COPIES_MB = (20, 5_000), 200
"""How many megabytes the older copies of all files may take together."""


class Settings(Struct, frozen=True):
    """Everything a person can choose about the window; nothing about a project."""

    theme: Literal["light", "dark", "system"] = "system"
    language: str = ""
    """The language of the window, such as `de`; none is the language of the system."""

    text_scale: Annotated[float, Meta(ge=1.0, le=2.0)] = 1.0
    reading_font: bool = False
    reduce_motion: bool = False
    check_spelling: bool = True
    cast_layout: Layout = "cards"
    recent: tuple[str, ...] = ()
    folder: str = ""
    smallest_group: int = USUAL_GROUP
    copies_mb: int = USUAL_COPIES_MB
    used_lately: tuple[str, ...] = ()
    """What was taken from the command palette, the latest first."""

    read_with: dict[str, tuple[str, ...]] = {}
    """The other courses each file is read with in Catalogue, the file used last at the end."""

    def __post_init__(self) -> None:
        force_setattr(self, "smallest_group", _nearest(self.smallest_group, GROUPS))
        force_setattr(self, "copies_mb", _nearest(self.copies_mb, COPIES_MB))

    def with_recent(self, path: Path) -> Settings:
        """Return these settings with `path` as the file used last."""
        first = str(path)
        others = tuple(other for other in self.recent if other != first)
        recent = (first, *others)[:MOST_RECENT]
        return replace(self, recent=recent, folder=str(path.parent))

    def with_used(self, entry_id: str) -> Settings:
        """Return these settings with an entry of the palette as the one used last."""
        others = (other for other in self.used_lately if other != entry_id)
        return replace(self, used_lately=(entry_id, *others)[:MOST_USED])

    def with_courses(self, path: Path, others: Sequence[Path]) -> Settings:
        """Return these settings with `others` as what a file is read with."""
        read_with = {file: kept for file, kept in self.read_with.items() if file != str(path)}
        if others:
            read_with[str(path)] = tuple(str(other) for other in others)
        latest = dict(list(read_with.items())[-MOST_CATALOGUES:])
        return replace(self, read_with=latest)

    def without_recent(self, path: Path) -> Settings:
        """Return these settings without `path` among the recent files."""
        recent = tuple(other for other in self.recent if other != str(path))
        return replace(self, recent=recent)


def _nearest(number: int, limits: tuple[int, int]) -> int:
    return min(max(number, limits[0]), limits[1])


def settings_file() -> Path:
    """Return where the settings are kept."""
    return platformdirs.user_config_path(APP) / "settings.json"


def current_settings() -> Settings:
    """Return what a person prefers now, for dialogs that only ask what is usual."""
    app = QCoreApplication.instance()
    settings = app.property("settings") if app else None
    return settings if isinstance(settings, Settings) else Settings()


class Preferences(QObject):
    """Holds the settings of the running program and says when they changed."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file or settings_file()
        self.trouble = ""
        self._keeps = True
        self.settings = self._read()
        self._publish()
        sweep_temporaries(self.file.parent)

    def choose(self, **changes: Any) -> None:
        """Take over some settings, save them and tell everyone who listens."""
        self._take(convert(asdict(self.settings) | changes, Settings))
        if not self._keeps:
            self.refused.emit(self.trouble)

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        self._take(self.settings.with_recent(path))

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._take(self.settings.without_recent(path))

    def read_with(self, path: Path, others: Sequence[Path]) -> None:
        """Keep which courses a file is read with in Catalogue."""
        self._take(self.settings.with_courses(path, others))

    def use(self, entry_id: str) -> None:
        """Put an entry of the palette at the head of those used lately."""
        self._take(self.settings.with_used(entry_id))

    def _take(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self._publish()
        if self._keeps:
            self._save()
        self.changed.emit()

    def _publish(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.setProperty("settings", self.settings)

    def _read(self) -> Settings:
        try:
            found = read_bounded(self.file, _MOST_BYTES)
            return json.decode(found[:_MOST_BYTES], type=Settings)
        except CannotRead as error:
            self._keeps = error.cause.errno in _NOT_THERE
            self.trouble = "" if self._keeps else self._leave_alone(error)
        except (DecodeError, RecursionError):
            self.trouble = self._set_aside()
        return Settings()

    def _leave_alone(self, error: CannotRead) -> str:
        return _(
            "Your settings cannot be used: {problem}\nThe usual ones hold, and what you choose "
            "now lasts until you close personamap. The file stays as it is."
        ).format(problem=error)

    def _set_aside(self) -> str:
        aside = self.file.with_suffix(".broken.json")
        try:
            self.file.replace(aside)
        except OSError:
            return _(
                "Your settings in “{file}” cannot be read, so the usual ones are used. "
                "Check that you may read and change that file."
            ).format(file=self.file)
        return _(
            "Your settings could not be read, so the usual ones are used. "
            "The old file is kept as “{file}”."
        ).format(file=aside)

    def _save(self) -> None:
        try:
            make_folder(self.file.parent)
            write_atomically(self.file, json.format(json.encode(self.settings), indent=2))
        except (OSError, PersonamapError) as error:
            self.refused.emit(
                _("Your settings hold for now but could not be saved in “{file}”: {reason}").format(
                    file=self.file, reason=error
                )
            )
