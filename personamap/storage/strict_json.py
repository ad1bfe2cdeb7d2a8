"""JSON without its traps: what two programs could read differently is not read at all.

Refused are repeated keys (of two lists of personas the second would win,
silently), NaN and Infinity, halves of surrogate pairs (they load, and then
every save fails), whole numbers that would be rounded, other encodings than
UTF-8, and depth without end.
"""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from personamap.i18n import _

_OUR_WAY = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2
_FOREIGN_STARTS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
_LONG_NUMBER = re.compile(rb"[0-9]{19}")
_MOST_DIGITS = 21
_BEYOND = 2**64


class NotStrictJson(ValueError):
    """`str(error)` completes the sentence “it cannot be read: ...”."""


def write_json(raw: Any) -> bytes:
    """Return sorted and indented JSON, one fact a line, so that two versions can be compared."""
    return orjson.dumps(raw, option=_OUR_WAY)


def read_json(text: bytes) -> Any:
    """Return what `text` says, or raise `NotStrictJson`."""
    if text.startswith(_FOREIGN_STARTS):
        raise NotStrictJson(_("another program rewrote it in another encoding"))
    try:
        raw = orjson.loads(text)
        # What comes out of our writer the same again has no key twice;
        # only the text of another program needs the slow look.
        if write_json(raw) != text:
            _look_closely(text)
    except NotStrictJson:
        raise
    except ValueError as error:
        raise NotStrictJson(_where(error)) from error
    except (RecursionError, TypeError) as error:
        # Our writer refuses, as a wrong type, what is too deep for any project.
        raise NotStrictJson(_("it is nested too deep")) from error
    return raw


def read_typed_json(text: bytes) -> Any:
    """Return what somebody wrote in an editor, which may have chosen another Unicode encoding."""
    encoding = json.detect_encoding(text)
    try:
        return read_json(text if encoding == "utf-8" else text.decode(encoding).encode())
    except UnicodeError as error:
        raise NotStrictJson(_("its text is damaged")) from error


def read_own_json(text: bytes) -> Any:
    """Return what `text` says, which `write_json` has just written."""
    return orjson.loads(text)


def _look_closely(text: bytes) -> None:
    numbers = _refuse_rounding if _LONG_NUMBER.search(text) else None
    json.loads(text, object_pairs_hook=_refuse_repeated_keys, parse_int=numbers)


def _refuse_rounding(digits: str) -> int:
    if len(digits) > _MOST_DIGITS or not -_BEYOND // 2 <= int(digits) < _BEYOND:
        raise NotStrictJson(_("the number {number}… is too long").format(number=digits[:20]))
    return int(digits)


def _refuse_repeated_keys(pairs: list[tuple[str, Any]]) -> None:
    seen = set()
    for key, _value in pairs:
        if key in seen:
            raise NotStrictJson(_("it says “{key}” twice").format(key=key[:80]))
        seen.add(key)


def _where(error: Exception) -> str:
    if "recursion" in str(error):
        return _("it is nested too deep")
    found = re.search(r"line (\d+) column (\d+)", str(error))
    if not found:
        return _("it is not valid JSON")
    return _("it is not valid JSON at line {line}, column {column}").format(
        line=found[1], column=found[2]
    )
