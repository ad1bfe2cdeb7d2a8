"""Differences between two projects as lines on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from personamap.analysis.differences import Difference, summary
from personamap.cli.output import INDENT, say
from personamap.edits.merging.point import Kind
from personamap.i18n import N_, _

_BECAME: Mapping[Kind, str] = {
    "added": N_("only in {file}"),
    "removed": N_("not in {file}"),
    "moved": N_("in another order in {file}"),
    "changed": N_("changed in {file}"),
}
_KEPT: Mapping[Kind, str] = {
    **_BECAME,
    "added": N_("removed in mine, worked on in {file}; it is kept"),
    "removed": N_("worked on in mine, removed in {file}; it is kept"),
}
_NOTHING = "–"


def tell_summary(found: Iterable[Difference]) -> None:
    """Say in one line how much differs."""
    line = summary(found)
    say(_("{summary}.").format(summary=line[:1].upper() + line[1:]))


def tell_differences(found: Iterable[Difference], file: str) -> None:
    """Say each difference in a line, below the name of the person or thing it is about."""
    _tell(found, file, _BECAME)


def tell_conflicts(found: Iterable[Difference], file: str) -> None:
    """Say each conflict in a line; an item that one side removed was kept."""
    _tell(found, file, _KEPT)


def _tell(found: Iterable[Difference], file: str, became: Mapping[Kind, str]) -> None:
    for (_part, _id, title), of_item in groupby(found, key=lambda d: (d.part, d.id, d.title)):
        say(title)
        for one in of_item:
            say(INDENT + (_line(one) if one.field else _(became[one.kind]).format(file=file)))


def _line(one: Difference) -> str:
    """Return a field with what it was and what it is."""
    return _("{field}: {before} → {after}").format(
        field=one.field, before=one.before or _NOTHING, after=one.after or _NOTHING
    )
