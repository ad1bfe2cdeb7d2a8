"""How documents put things: sentences, dates, quotes, and the direction of a language."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.domain.days import is_day
from personamap.domain.labels import Label
from personamap.exporters.direction import runs_against
from personamap.i18n import N_, _

POWER = {
    "source": N_("{source} has the say"),
    "target": N_("{target} has the say"),
    "equal": N_("equal footing"),
}
TRUST = {"low": N_("little trust"), "mixed": N_("mixed trust"), "high": N_("trust")}
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_QUOTES = {
    "ar": "«»",
    "fa": "«»",
    "fr": "«»",
    "ru": "«»",
    "uk": "«»",
    "el": "«»",
    "es": "«»",
    "it": "«»",
    "nb": "«»",
    "nn": "«»",
    "no": "«»",
    "de": "„“",
    "bg": "„“",
    "cs": "„“",
    "sk": "„“",
    "sl": "„“",
    "hu": "„”",
    "pl": "„”",
    "ro": "„”",
    "fi": "””",
    "sv": "””",
    "ja": "「」",
    "zh": "“”",
}
"""As the language does (CLDR); elsewhere as English does."""

_ALREADY_QUOTED = tuple("“”\"«»„‘「『'")
_RTL_LANGUAGES = frozenset(("ar", "fa", "he", "ur", "ps", "sd", "yi", "dv", "ug", "ckb", "nqo"))


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return `text` with a small first letter, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def explained(label: Label) -> str:
    """Return what a choice is called and what that means, as one line."""
    return f"{_(label.text)}: {small(_(label.help)).rstrip('.')}"


def joined(parts: Sequence[str]) -> str:
    """Return "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def labelled(label: str, text: str) -> str:
    """Return a text behind what it is, or the one of them that is there.

    A text that runs the other way keeps its full stop at its own end (UAX #9, isolates).
    """
    if not (label and text):
        return label or text
    if runs_against(text, rtl=runs_against(label, rtl=False)):
        text = f"\u2068{text}\u2069"
    return _("{label}: {text}").format(label=label, text=text)


def dated(iso: str) -> str:
    """Return a day such as "24 November 2026"; nothing for no date.

    What is written as a day and is none, such as the 35th, stays as it was written.
    """
    if not is_day(iso):
        return iso
    year, month, day = iso.split("-")
    return _("{day} {month} {year}").format(
        day=int(day), month=_(_MONTHS[int(month) - 1]), year=year
    )


def quoted(text: str, lang: str) -> str:
    """Return `text` in the quotes of its language, unless it brings its own."""
    text = text.strip()
    if not text or text.startswith(_ALREADY_QUOTED):
        return text
    marks = _QUOTES.get(lang.partition("-")[0].lower(), "“”")
    return f"{marks[0]}{text}{marks[1]}"


def held_together(text: str, lang: str) -> str:
    """Return one of several texts on a line so that its signs stay at its own ends (UAX #9).

    On a page from the right the closing quote of a text from the left would
    go to the far end of the line.
    """
    return f"\u2068{text}\u2069" if runs_right_to_left(lang) else text


def runs_right_to_left(lang: str) -> bool:
    """Tell whether pages in this language are read from the right."""
    parts = lang.replace("_", "-").split("-")
    if any(part.title() in ("Arab", "Hebr", "Adlm", "Nkoo", "Thaa") for part in parts[1:]):
        return True
    return parts[0].lower() in _RTL_LANGUAGES
