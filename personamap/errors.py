"""Every error a person may be told about.

Each message says what happened, where, and what to do about it. Anything
that is not a `PersonamapError` is a bug and goes to the crash handler.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from personamap.i18n import N_, _


class PersonamapError(Exception):
    """Base class: `str(error)` is a sentence fit to show."""


class UnknownId(PersonamapError):
    """An id that points at nothing in the project."""

    def __init__(self, kind: str, missing: str) -> None:
        super().__init__(
            _("There is no {kind} with the id “{id}” in this project.").format(
                kind=kind, id=missing
            )
        )


class EditRefused(PersonamapError):
    """The change would make something that cannot be stored."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("This change cannot be stored: {reason}. The project stays as it was.").format(
                reason=reason
            )
        )


class PictureRefused(PersonamapError):
    """A file that cannot become a portrait."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _(
                "“{name}” cannot be used as a portrait: {reason} "
                "Choose a PNG, JPEG or WebP picture of at most 25 megapixels."
            ).format(name=name, reason=reason)
        )


class UnknownPack(PersonamapError):
    """A facet pack that does not travel with the program."""

    def __init__(self, missing: str, known: Sequence[str]) -> None:
        super().__init__(
            _("There is no facet pack “{id}”. Choose one of: {known}.").format(
                id=missing, known=", ".join(known)
            )
        )


class UnknownTemplate(PersonamapError):
    """A template that does not travel with the program."""

    def __init__(self, missing: str, known: Sequence[str]) -> None:
        super().__init__(
            _("There is no template “{id}”. Choose one of: {known}.").format(
                id=missing, known=", ".join(known)
            )
        )


class NotAProject(PersonamapError):
    """A file that personamap did not write."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(
            _(
                "“{source}” is not a personamap project: {reason}. "
                "Choose a file whose name ends in .personamap, or bring a table in with "
                "“import cast”."
            ).format(source=source, reason=reason)
        )


class DamagedProject(PersonamapError):
    """A project file that is no longer whole."""

    def __init__(self, source: str, reason: str) -> None:
        self.reason = reason
        super().__init__(
            _(
                "The project “{source}” is damaged and was left as it is: {reason}. "
                "Open an older copy of it."
            ).format(source=source, reason=reason)
        )


class FileTooNew(PersonamapError):
    """A project file in a format this version does not know yet."""

    def __init__(self, source: str, written: int, known: int, writer: str) -> None:
        super().__init__(
            _(
                "“{source}” was saved by a newer personamap ({writer}, format {written}); "
                "this one reads up to format {known}. Update personamap to open it; "
                "the file was left as it is."
            ).format(source=source, writer=writer, written=written, known=known)
        )


class CannotStore(PersonamapError):
    """A project that would not come back from its file as it is now."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _(
                "This project cannot be saved as it is: {reason}. "
                "The file was left as it was, and your work is still open."
            ).format(reason=reason)
        )


class TooManyForWindow(PersonamapError):
    """A project with more people than a window can be used with; the file is whole."""


class CannotRead(PersonamapError):
    """A file the operating system does not hand out."""

    def __init__(self, path: Path, error: OSError) -> None:
        self.cause = error
        super().__init__(
            _("“{path}” cannot be read: {reason}").format(path=path, reason=_advice(error))
        )


class NoProjectsThere(PersonamapError):
    """A folder that was to be read as a catalogue and has no course in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _(
                "“{path}” has no file in it whose name ends in .personamap. "
                "Choose the folder in which the courses are kept."
            ).format(path=folder)
        )


class CannotWrite(PersonamapError):
    """A file the operating system does not let be written; what was there is still there."""

    def __init__(self, path: Path, error: OSError) -> None:
        self.cause = error
        super().__init__(
            _("“{path}” was not saved: {reason}").format(path=path, reason=_advice(error))
        )


class NoCopyKept(PersonamapError):
    """An older copy that could not be kept; nothing else is kept from happening by that."""

    def __init__(self, of: Path, error: OSError) -> None:
        super().__init__(
            _("No older copy of “{name}” could be kept: {reason}").format(
                name=of.name, reason=_advice(error)
            )
        )


class NotKept(PersonamapError):
    """Unsaved work that could not be written down for the case of a crash."""

    def __init__(self, place: Path, error: OSError) -> None:
        super().__init__(
            _(
                "If the program stopped without warning now, what is not saved would be lost, "
                "because nothing can be kept in “{path}”: {reason} Save from time to time; "
                "personamap goes on trying by itself."
            ).format(path=place, reason=_advice(error))
        )


class DamagedWork(PersonamapError):
    """Unsaved work of which nothing can be brought back."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            _(
                "The unsaved work in “{path}” is damaged from its beginning and was left as it "
                "is. Open the file it belongs to, or an older copy of it."
            ).format(path=place)
        )


class WorkOfAnotherVersion(PersonamapError):
    """Unsaved work that another version of the program wrote down in its own way."""

    def __init__(self, place: Path, writer: str) -> None:
        super().__init__(
            _(
                "The unsaved work in “{path}” was written by {writer}, in a form this version "
                "does not read. It was left as it is; bring it back with that version."
            ).format(path=place, writer=writer)
        )


class MayNotLast(CannotWrite):
    """A file that is written, and whose name the disk did not confirm.

    `digest` names what stands there now.
    """

    def __init__(self, path: Path, error: OSError, digest: str) -> None:
        super().__init__(path, error)
        self.digest = digest


class ChangedElsewhere(PersonamapError):
    """A file that is no longer what was read from it; it was left as it is.

    `found` is the digest of what stands there now.
    """

    def __init__(self, path: Path, found: str, *, gone: bool = False) -> None:
        self.path, self.found, self.gone = path, found, gone
        told = (
            _("“{path}” is no longer there, so nothing was written. Was it renamed or moved?")
            if gone
            else _(
                "“{path}” was changed by another program after it was read, "
                "so nothing was written. Do the same again with the file as it is now."
            )
        )
        super().__init__(told.format(path=path))


class AlreadyThere(PersonamapError):
    """A file that would have been overwritten without being asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            _("“{path}” is already there. Choose another name, or remove it first.").format(
                path=path
            )
        )


class UnknownFinding(PersonamapError):
    """A key that none of the open findings has."""

    def __init__(self, key: str) -> None:
        super().__init__(
            _(
                "No open finding has the key “{key}”. “personamap check --json” lists the keys."
            ).format(key=key)
        )


class NothingToBringBack(PersonamapError):
    """Unsaved work, an older copy or a damaged file that is not there, or cannot be read."""

    def __init__(self, wanted: str, why: str) -> None:
        told = why or (
            _(
                "Nothing that could be brought back has the id “{id}”. Without --take and --out, "
                "“personamap recover” lists all there is."
            ).format(id=wanted)
            if wanted
            else _("There is nothing to bring back: no unsaved work, and no older copy.")
        )
        super().__init__(told)


class WrongUse(PersonamapError):
    """Options of a command that do not fit together; the reason says how they would."""


class UnknownFormat(PersonamapError):
    """A format that nothing here can write."""

    def __init__(self, missing: str, known: Sequence[str]) -> None:
        super().__init__(
            _("“{format}” is not a format personamap can write. Choose one of: {known}.").format(
                format=missing, known=", ".join(known)
            )
        )


class ExportRefused(PersonamapError):
    """Choices that give no document."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("Nothing was exported: {reason} What was there before is untouched.").format(
                reason=reason
            )
        )


_ADVICE = {
    errno.ENOENT: N_("it is not there, or its folder is gone. Check the name, or choose another."),
    errno.ENOTDIR: N_("part of its path is a file, not a folder. Check the name."),
    errno.EEXIST: N_("part of its path is a file, not a folder. Check the name."),
    errno.EISDIR: N_("it is a folder. Name a file."),
    errno.EACCES: N_("you may not do that there. Change its permissions or choose another folder."),
    errno.EPERM: N_("you may not do that there. Change its permissions or choose another folder."),
    errno.EROFS: N_("the disk can only be read. Choose another folder."),
    errno.ENOSPC: N_("the disk is full. Free some space or choose another folder."),
    errno.EDQUOT: N_("your share of the disk is full. Free some space or choose another folder."),
    errno.EFBIG: N_("the file would be larger than this disk allows. Choose another folder."),
    errno.EIO: N_("the disk reported a fault. Choose another disk, and check this one."),
    errno.EBUSY: N_("another program is using it. Try again, or choose another name."),
    errno.ENAMETOOLONG: N_("its name is too long. Choose a shorter one."),
}

_HELD_ON_WINDOWS = (32, 33)


def _advice(error: OSError) -> str:
    if getattr(error, "winerror", 0) in _HELD_ON_WINDOWS:
        return _(_ADVICE[errno.EBUSY])
    if error.errno in _ADVICE:
        return _(_ADVICE[error.errno])
    return _("{reason}. Try again, or choose another place.").format(
        reason=error.strerror or type(error).__name__
    )


class TableRefused(PersonamapError):
    """A table that cannot be read; `reason` is a sentence that also says what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("“{name}” cannot be read as a table: {reason}").format(name=name, reason=reason)
        )


class AudienceRefused(PersonamapError):
    """A table from which no audience can be counted; `reason` also says what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("No audience was counted from “{name}”: {reason}").format(name=name, reason=reason)
        )


class NoNames(PersonamapError):
    """A table in which no column holds the names of people."""

    def __init__(self, name: str, columns: str) -> None:
        super().__init__(
            _(
                "No column of “{name}” holds names (it has: {columns}). "
                "Call one of them “Name”, or say in the mapping which one goes to “name”."
            ).format(name=name, columns=columns)
        )


class MappingRefused(PersonamapError):
    """A mapping of columns that does not fit the table or the project."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("The mapping of columns cannot be used: {reason}").format(reason=reason))


class PatternsRefused(PersonamapError):
    """A table whose combinations cannot be looked for; `reason` also says what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("The combinations of “{name}” were not looked for: {reason}").format(
                name=name, reason=reason
            )
        )


class ReviewRefused(PersonamapError):
    """A file from which no comments can be merged; `reason` also says what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _(
                "“{name}” was not merged: {reason} "
                "Choose a file that “Save my comments” wrote in a review pack."
            ).format(name=name, reason=reason)
        )


class ScriptRefused(PersonamapError):
    """A script that cannot be read; `reason` is a sentence that also says what to do."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("“{name}” cannot be read as a script: {reason}").format(name=name, reason=reason)
        )
