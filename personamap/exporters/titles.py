"""Headings that speak of the person, in the pronouns the person uses."""

from __future__ import annotations

from msgspec import Struct

from personamap.i18n import N_, _


class Titles(Struct, frozen=True):
    """The headings of one sheet."""

    own_words: str
    in_words: str
    who: str
    would_not_say: str
    lived: str
    does: str


_THEY = Titles(
    N_("In their own words"),
    N_("In their words"),
    N_("Who they are"),
    N_("They would not say"),
    N_("What they have lived"),
    N_("What they do"),
)
_BY_PRONOUN = {
    "he": Titles(
        N_("In his own words"),
        N_("In his words"),
        N_("Who he is"),
        N_("He would not say"),
        N_("What he has lived"),
        N_("What he does"),
    ),
    "she": Titles(
        N_("In her own words"),
        N_("In her words"),
        N_("Who she is"),
        N_("She would not say"),
        N_("What she has lived"),
        N_("What she does"),
    ),
}
_SAME = {"er": "he", "sie": "she", "él": "he", "ella": "she"}
"""The pronouns of other languages that the program speaks."""


def titles_for(pronouns: str) -> Titles:
    """Return the headings for the first pronoun given; "they" fits everybody else."""
    first = next(iter(pronouns.lower().replace("/", " ").replace(",", " ").split()), "")
    titles = _BY_PRONOUN.get(_SAME.get(first, first), _THEY)
    return Titles(
        _(titles.own_words),
        _(titles.in_words),
        _(titles.who),
        _(titles.would_not_say),
        _(titles.lived),
        _(titles.does),
    )
