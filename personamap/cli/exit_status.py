"""The exit statuses that mean something to whoever calls the program."""

from __future__ import annotations

ANSWER_IS_NO = 1
"""Findings are open, files differ, or a file is damaged."""

UNREADABLE = 2
"""Wrong use, or something that cannot be read."""
