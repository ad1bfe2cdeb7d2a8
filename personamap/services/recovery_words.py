"""How unsaved work is put in words, on the command line and in the window alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from personamap.i18n import N_, _, plural
from personamap.services.looking_back import Preview, compared
from personamap.services.times import time_words
from personamap.services.unsaved_work import Found, Leftover, Unreadable, UnsavedWork

_MOST_NAMED = 3
_FILE = {
    "never": N_("It was never saved to a file."),
    "same": N_("Its file is “{path}”. It is as it was when the work went on from it."),
    "earlier": N_(
        "Its file “{path}” is an earlier version again by now. Saving does not replace it "
        "unless you say so."
    ),
    "changed": N_(
        "Its file “{path}” was changed since, in another window or by somebody else. "
        "Saving does not replace it unless you say so."
    ),
    "gone": N_("Its file “{path}” is no longer there."),
    "damaged": N_("Its file “{path}” does not open. What is here is whole."),
}


def name_of(leftover: Leftover) -> str:
    """Return what to call it: its file, else its course."""
    if isinstance(leftover, Unreadable):
        return _("Unsaved work that cannot be read")
    if leftover.path is not None:
        return leftover.path.stem
    return leftover.project.course.title or _("Untitled project")


def when_words(leftover: Leftover) -> str:
    """Tell in one line when it was worked on last, and how much was done since the last save."""
    if isinstance(leftover, Unreadable):
        return leftover.folder.name
    made = datetime.fromtimestamp(leftover.kept.at, UTC)
    return _("{time} · {changes}").format(time=time_words(made), changes=changes_words(leftover))


def changes_words(work: UnsavedWork) -> str:
    """Tell how much was done since the file had all of it."""
    return plural("{count} change", "{count} changes", max(1, work.kept.changes))


def notes_on(work: UnsavedWork) -> Iterator[str]:
    """Yield what somebody should know before they bring work back."""
    yield _(_FILE[work.state]).format(path=work.path)
    if not work.kept.whole:
        yield _("The last of what was kept is damaged. Everything before it comes back.")
    if work.is_elsewhere:
        yield _(
            "It comes from another computer that shares this folder. Where personamap still runs "
            "there with it, leave it for later."
        )
    undo = work.kept.history.index
    if undo:
        yield plural("{count} step can be undone.", "{count} steps can be undone.", undo)


def preview_unsaved(work: UnsavedWork) -> Preview:
    """Tell what unsaved work holds and how it differs from what its file has."""
    notes = tuple(notes_on(work))
    if work.file is None:
        begun = work.kept.history.base
        return compared(begun, work.project, (*notes, _("Compared with how it began:")))
    known = (
        _("Compared with its file:")
        if work.state == "same"
        else _("Compared with its file as it was when the work went on from it:")
    )
    return compared(work.file.project, work.project, (*notes, known))


def found_words(found: Found) -> str:
    """Say in one line what is left of earlier runs."""
    names = [f"“{name_of(work)}”" for work in found.work[:_MOST_NAMED]]
    if len(found.work) > len(names):
        names.append("…")
    if not names:
        return _("There is unsaved work of an earlier run that cannot be read.")
    return _("There is unsaved work of an earlier run: {names}.").format(names=", ".join(names))
