"""Text in whatever encoding it was saved in."""

from __future__ import annotations

import codecs
import re

from personamap.i18n import _

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
_SAMPLE_LENGTH = 100_000


class NotText(Exception):
    """Bytes that no encoding makes text of; `str(error)` says what to do about it."""


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text in `content`, and what there is to say about its encoding."""
    encoding = _marked(content) or _unmarked_utf16(content) or "utf-8"
    note = ""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise NotText(_("its text is damaged. Save it anew in UTF-8.")) from error
        text, note = _guessed(content)
    if _is_binary(text):
        raise NotText(_("it holds no text but something else."))
    return text, note


def is_wide(start: bytes) -> bool:
    """Tell whether a text that begins like this has two or four bytes for each letter."""
    return _marked(start).startswith(("utf-16", "utf-32")) or bool(_unmarked_utf16(start))


def _marked(content: bytes) -> str:
    return next((enc for mark, enc in _BYTE_ORDER_MARKS if content.startswith(mark)), "")


def _guessed(content: bytes) -> tuple[str, str]:
    """Read bytes that are no UTF-8 as the commonest other encoding, and say so."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text, _(
        "The file is not in UTF-8; it was read as Western European (Windows-1252). "
        "If letters look wrong, save it anew in UTF-8."
    )


def _unmarked_utf16(content: bytes) -> str:
    start = content[:4096]
    zeros = (start[0::2].count(0), start[1::2].count(0))
    if max(zeros) <= len(start) // 8 or min(zeros) > len(start) // 64:
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text[:_SAMPLE_LENGTH])) * 100 > len(text)
