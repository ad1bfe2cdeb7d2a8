"""Why a file was not read."""

from __future__ import annotations


class NotRead(Exception):
    """`str(error)` completes the sentence “it cannot be read: ...” and says what to do."""
