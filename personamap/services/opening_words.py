"""What somebody should hear about a project that is opened, and about who else has it open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from personamap.domain.days import strange_days
from personamap.i18n import N_, _, plural
from personamap.services.projects import Opened
from personamap.services.times import time_words
from personamap.storage.lock import Holder

_MOST_IDS, _MOST_DAYS = 8, 3
_NOW = {
    True: N_("“{name}” is open in another window on this computer."),
    False: N_("“{name}” is open on the computer “{computer}”."),
}
_SINCE = {
    True: N_("“{name}” has been open in another window on this computer since {time}."),
    False: N_("“{name}” has been open on the computer “{computer}” since {time}."),
}


def holder_words(path: Path, holder: Holder) -> str:
    """Say in a sentence who has a project open, and since when, as far as that is known."""
    told = _SINCE if holder.since is not None else _NOW
    return _(told[holder.is_here]).format(
        name=path.stem,
        computer=holder.computer or _("nameless"),
        time=time_words(holder.since) if holder.since is not None else "",
    )


def opening_news(opened: Opened) -> Iterator[str]:
    """Yield what the author of a project should hear once it is open."""
    if opened.shared_ids:
        yield _shared_ids_words(opened.path, opened.shared_ids)
    if strange := strange_days(opened.project):
        yield _strange_days_words(opened.path, strange)
    if opened.upgraded_from is not None:
        yield _(
            "“{name}” was made by an earlier version. Nothing is lost; "
            "saving writes it in the present form."
        ).format(name=opened.path.name)


def _shared_ids_words(path: Path, shared: tuple[str, ...]) -> str:
    return _(
        "In “{name}” two items each had one of these ids: {ids}. The second of them has an id "
        "of its own now. The file stays as it is until you save."
    ).format(name=path.name, ids=", ".join(dict.fromkeys(shared[:_MOST_IDS])))


def _strange_days_words(path: Path, strange: tuple[str, ...]) -> str:
    return plural(
        "In “{{name}}” there is a date that is no day of the calendar: {{dates}}. "
        "It stays as it was written.",
        "In “{{name}}” there are {count} dates that are no days of the calendar, such as "
        "{{dates}}. They stay as they were written.",
        len(strange),
    ).format(name=path.name, dates=", ".join(strange[:_MOST_DAYS]))
