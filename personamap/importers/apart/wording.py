"""What is said of files that cannot be read, on either side of the wall."""

from __future__ import annotations

from personamap.i18n import _


def stopped() -> str:
    """Say that reading was ended because nobody waits for it any more."""
    return _("reading it was stopped.")


def too_slow() -> str:
    """Say that reading was given up."""
    return _("it takes too long to read. Save it anew, with only what you need.")


def too_large() -> str:
    """Say that a file holds more than is read."""
    return _("it would unpack to far too much. Save it anew, with only what you need.")


def too_much_memory() -> str:
    """Say that reading was stopped before the computer had no memory left."""
    return _("it takes too much memory to read. Save it anew, with only what you need.")


def damaged() -> str:
    """Say that a file is broken, and what helps."""
    return _("it is damaged. Open it in the program it comes from, save it anew, and try again.")
