"""Days and times in workbooks: numbers that only a format tells from other numbers.

ECMA-376 part 1, 18.8.30 (formats) and 18.17.4 (dates as numbers of days).
"""

from __future__ import annotations

import datetime
import re

_DAY_FORMATS = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
"""Formats that are built in and show a day or a time."""
_SPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_ELAPSED = re.compile(r"\[(hh?|mm?|ss?)\]", re.IGNORECASE)
_DAY_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_STARTS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}
_NEVER_WAS = 60
"""The 29th of February 1900, which the first spreadsheet counted and all others must."""


def shows_a_day(number: int, code: str | None) -> bool:
    """Tell whether a format, by its number and its code if it has one, shows a day or a time."""
    if code is None:
        return number in _DAY_FORMATS
    return bool(_DAY_LETTER.search(_SPOKEN.sub("", code.partition(";")[0])))


def shows_elapsed_time(number: int, code: str | None) -> bool:
    """Tell whether a format shows how long something took."""
    return number == 46 if code is None else bool(_ELAPSED.search(code.partition(";")[0]))


def day_words(days: float, *, from_1904: bool) -> str:
    """Return a day, a time or both as ISO 8601 writes them."""
    moment = datetime.timedelta(milliseconds=round(days * 86_400_000))
    start = _STARTS[from_1904]
    if 0 <= days < 1 and moment.days == 0:
        return (start + moment).time().isoformat()
    if 0 < days < _NEVER_WAS and not from_1904:
        start += datetime.timedelta(days=1)
    whole = start + moment
    return whole.date().isoformat() if whole.time() == datetime.time() else whole.isoformat()


def elapsed_words(days: float) -> str:
    """Return how long something took as hours, minutes and seconds."""
    return str(datetime.timedelta(milliseconds=round(days * 86_400_000)))
