"""First names that start alike or sound alike."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import jellyfish

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.index import ProjectIndex
from personamap.analysis.names import first_name
from personamap.i18n import N_

_COMPARED = 60

_Named = tuple[str, str]
"""A persona id and the first name it goes by."""


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    named = [(p.id, name) for p in index.cast if (name := first_name(p))]
    told: set[frozenset[str]] = set()
    for code, alike in _sounding_alike(named, limits["likeness"]):
        told.add(frozenset(persona_id for persona_id, _name in alike))
        yield _finding(index, f"sound:{code}", N_("{names} sound alike"), alike)
    if len(index.cast) > limits["largest_cast"]:
        return
    for letter, alike in _grouped((initial(name), (who, name)) for who, name in named):
        if frozenset(persona_id for persona_id, _name in alike) not in told:
            yield _finding(index, f"initial:{letter}", N_("{names} start alike"), alike)


def initial(name: str) -> str:
    """Return the first letter as a reader sees it: with the marks that belong to it."""
    letters = unicodedata.normalize("NFC", name.casefold())
    end = 1
    while end < len(letters) and unicodedata.category(letters[end]).startswith("M"):
        end += 1
    return letters[:end]


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """Return a code that names sounding alike share; none for scripts it knows nothing about."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    )
    return jellyfish.metaphone(plain) if plain.isascii() else ""


def _sounding_alike(named: Sequence[_Named], likeness: float) -> Iterator[tuple[str, list[_Named]]]:
    for code, group in _grouped((sound(name), (who, name)) for who, name in named):
        yield from _alike(code, group[:_COMPARED], likeness)


def _alike(
    code: str, group: Sequence[_Named], likeness: float
) -> Iterator[tuple[str, list[_Named]]]:
    """Keep who is also written like somebody else: the code alone knows no vowels."""
    close = {
        person
        for person in group
        for other in group
        if person is not other and _likeness(person[1], other[1]) >= likeness
    }
    if close:
        yield code, [person for person in group if person in close]


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> float:
    return jellyfish.jaro_winkler_similarity(one.casefold(), other.casefold())


def _grouped(pairs: Iterable[tuple[str, _Named]]) -> Iterator[tuple[str, list[_Named]]]:
    groups: dict[str, list[_Named]] = defaultdict(list)
    for code, person in pairs:
        if code:
            groups[code].append(person)
    yield from ((code, group) for code, group in groups.items() if len(group) > 1)


def _finding(index: ProjectIndex, what: str, headline: str, alike: Sequence[_Named]) -> Finding:
    firsts = tuple(name for _who, name in alike)
    is_clear = len(set(firsts)) == len(firsts)
    names = firsts if is_clear else tuple(index.name(who) for who, _name in alike)
    return Finding(
        key=f"similar-names:{what}",
        check="similar-names",
        severity="note",
        headline=headline,
        message=N_(
            "Learners meet these names for a few minutes, often read aloud by a screen reader. "
            "Would another name for one of them be easier to tell apart?"
        ),
        summary=N_("{count} names"),
        subjects=tuple(who for who, _name in alike),
        values={"names": names, "count": len(names)},
        evidence={"names": tuple(sorted(firsts))},
        weight=0.5 if what.startswith("sound:") else 0.1,
    )


SIMILAR_NAMES = Check(
    id="similar-names",
    title=N_("Names that are easily confused"),
    why=N_(
        "Names that start or sound alike are mixed up most often, by readers and by listeners, "
        "and then the story of one person becomes that of another."
    ),
    source=N_(
        "S. A. Deffler, C. Fox, C. M. Ogle and D. C. Rubin, “All My Children: The Roles of "
        "Semantic Category and Phonetic Similarity in the Misnaming of Familiar Individuals”, "
        "Memory & Cognition 44 (7), 2016"
    ),
    find=_find,
    limits=(
        Limit("likeness", 0.75, N_("How alike names of one sound must be written, 0 to 1")),
        Limit("largest_cast", 12, N_("Casts larger than this are not asked about first letters")),
    ),
    most=10,
    area="names",
    reads=frozenset(("cast",)),
)
