"""What is said about a plan: its certainty, in words."""

from __future__ import annotations

from personamap.i18n import _, plural


def certainty(*, proven: bool, found: int, at_least: int) -> str:
    """Say how sure it is that no smaller plan closes as much."""
    if proven:
        return _("No smaller change does it.")
    if not found:
        return _("Nobody has to be added; fewer changes might do.")
    if found <= at_least:
        return _("It takes no fewer new people; fewer of the other changes might do.")
    people = plural("{count} new person found", "{count} new people found", found)
    if at_least <= 0:
        return _("{found}; more time might find less.").format(found=people)
    needed = plural("at least {count} needed", "at least {count} needed", at_least)
    return _("{found}, {needed}; more time might find less.").format(found=people, needed=needed)
