"""What the cells of a sheet show, as text. Formulas are never worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from personamap.importers.grid import storable
from personamap.importers.xlsx.dates import day_words, elapsed_words
from personamap.importers.xlsx.parts import Formats

_LONGEST_NUMBER = 400


@dataclass(frozen=True, slots=True)
class CellWords:
    """Turns what stands in a cell into what its reader sees; whatever is odd stays as it stands."""

    texts: Sequence[str]
    formats: Formats
    from_1904: bool

    def of(self, kind: str, style: str, said: str) -> str:
        """Return the words of one cell: its type, its format and its value as the file has them."""
        match kind:
            case "n":
                return self._number(style, said) if said else ""
            case "s":
                return self._shared(said)
            case "b":
                return {"1": "True", "0": "False"}.get(said, said)
            case _:
                return storable(said)

    def _shared(self, said: str) -> str:
        if not (said.isascii() and said.isdigit() and len(said) < 10):
            return ""
        place = int(said)
        return storable(self.texts[place]) if place < len(self.texts) else ""

    def _number(self, style: str, said: str) -> str:
        try:
            number = float(said[:_LONGEST_NUMBER])
            if style in self.formats.days:
                return day_words(number, from_1904=self.from_1904)
            if style in self.formats.elapsed:
                return elapsed_words(number)
            return plain_number(said, number)
        except (ValueError, OverflowError):
            return storable(said)


def plain_number(said: str, number: float) -> str:
    """Return a number without a fraction that is none: 34 for 34.0."""
    if said.lstrip("+-").isdigit():
        return said
    return str(int(number)) if number.is_integer() else str(number)
