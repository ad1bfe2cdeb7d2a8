"""What the coverage report consists of, worded and in order, and laid out by nobody yet."""

from __future__ import annotations

from msgspec import Struct

from personamap.exporters.figure import Figure


class Seat(Struct, frozen=True):
    """A facet value, who sits on it, and how many when that is all."""

    label: str
    people: tuple[Figure, ...]
    count: str


class SeatRow(Struct, frozen=True):
    """The values of one facet with the people on them; `absent` names many values of nobody."""

    label: str
    note: str
    seats: tuple[Seat, ...]
    absent: str = ""


class CrossRow(Struct, frozen=True):
    """A facet value with how many people have it, and how many of them do each thing."""

    label: str
    people: int
    counts: tuple[int, ...]


class Crossing(Struct, frozen=True):
    """The values of one facet against what people do in the story, in the order of `heads`."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[CrossRow, ...]


class CountTable(Struct, frozen=True):
    """Counts row by row; the first cell names its row, and `bars` compare rows from 0 to 1."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float, ...] = ()


class FindingText(Struct, frozen=True):
    """A finding, its evidence in words and in counts, and the smallest change that closes it.

    `effect` says what else that change closes and what it opens, `returned`
    that somebody accepted the finding before the cast changed, and `subject`
    is what a comment on it is about.
    """

    title: str
    evidence: str
    counts: str
    change: str = ""
    effect: str = ""
    returned: str = ""
    subject: str = ""


class Accepted(Struct, frozen=True):
    """A finding accepted on purpose."""

    finding: str
    reason: str
    decided: str


class Coverage(Struct, frozen=True):
    """Everything the coverage report says."""

    question: str
    lead: str
    achieved: int
    achievable: int
    achieved_of: str
    achieved_text: str
    seats_title: str
    rows: tuple[SeatRow, ...]
    findings_title: str
    findings: tuple[FindingText, ...]
    change_title: str
    more: str
    accepted_title: str
    accepted_heads: tuple[str, str, str]
    accepted: tuple[Accepted, ...]
    advice: str
    crossed_title: str = ""
    crossed_note: str = ""
    crossed: tuple[Crossing, ...] = ()
    voices: CountTable | None = None
    audience: CountTable | None = None
    others: CountTable | None = None
