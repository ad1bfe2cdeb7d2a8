"""Speaker labels: what belongs to the name, and when one label stands for several people."""

from __future__ import annotations

import re

LONGEST_LABEL = 60
_MOST_WORDS = 6

_EXTENSION = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
"""(V.O.), (O.S.), (CONT'D), (on the phone): how or where it is said, not who."""

_DUAL = re.compile(r"\s*\^\s*$")
_TOGETHER = re.compile(
    r"\s*(?:&|\+|/|;|,|\band\b|\bund\b|\by\b|\be\b|\bet\b|\ben\b|\bи\b)\s*", re.I
)
_ENDS_A_SENTENCE = (".", ",")
_OF_SENTENCES = re.compile("[!?…;]")


def clean_label(label: str) -> str:
    """Return a label without its extensions and the mark of speech at the same time."""
    label = _DUAL.sub("", " ".join(label.split()))
    while (shorter := _EXTENSION.sub("", label)) != label and shorter:
        label = shorter
    return label.strip().rstrip(":").strip()


def parts_of(label: str) -> tuple[str, ...]:
    """Return the names in a label such as `A and B`; one name alone gives nothing."""
    parts = tuple(part for part in _TOGETHER.split(label) if part)
    return parts if len(parts) > 1 else ()


def could_be_label(text: str) -> bool:
    """Tell whether a text is short enough, and unlike a sentence, to name who speaks."""
    return (
        0 < len(text) <= LONGEST_LABEL
        and len(text.split()) <= _MOST_WORDS
        and any(letter.isalpha() for letter in text)
        and not _OF_SENTENCES.search(text)
        and not clean_label(text).endswith(_ENDS_A_SENTENCE)
    )


def in_capitals(text: str) -> bool:
    """Tell whether a text has capitals and nothing small, as labels of screenplays do."""
    return text == text.upper() and text != text.lower()


def as_name(label: str) -> str:
    """Return a label as a name: what is written in capitals throughout gets small letters."""
    return label.title() if in_capitals(label) else label
