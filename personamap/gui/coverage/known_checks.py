"""Which check a finding comes from, and what that check is about."""

from __future__ import annotations

from personamap.analysis.check import AREAS, Area, Check, propose_nothing
from personamap.analysis.checks import CHECKS
from personamap.i18n import _

_BY_ID = {check.id: check for check in CHECKS}


def check_of(check_id: str) -> Check | None:
    """Return a check by its id, unless it is one of a later version."""
    return _BY_ID.get(check_id)


def title_of(check_id: str) -> str:
    """Return what a check is called."""
    check = check_of(check_id)
    return _(check.title) if check else check_id


def area_of(check_id: str) -> Area:
    """Return what a check is about; one nobody knows counts as a matter of the file."""
    check = check_of(check_id)
    return check.area if check else "file"


def area_title(area: Area) -> str:
    """Return what an area is called."""
    return _(AREAS[area])


def can_be_fixed(check_id: str) -> bool:
    """Tell whether a check has changes to propose."""
    check = check_of(check_id)
    return check is not None and check.propose is not propose_nothing
