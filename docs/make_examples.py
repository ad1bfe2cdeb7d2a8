"""Builds the examples and templates from their sources in `docs/examples/`.

A source names the facet packs it uses, what is starred and switched off,
and holds the rest of the project as it stands in a file. Packs grow and
file formats change, so what ships is made from sources rather than kept
by hand. Run it after changing either: `python docs/make_examples.py`.

A translation is a file of the same name in a folder named after its
language, such as `docs/examples/de/`: every text of the source, and what
stands for it. People, answers and scenes are those of the source. The
facets are those of the packs in that language, so run `make` and then this
after changing how the catalogue of a language calls them, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.i18n import ENGLISH, speaking
from personamap.services.facet_packs import load_pack
from personamap.services.projects import save_project

HOME = Path(__file__).resolve().parent.parent
SOURCES = HOME / "docs" / "examples"


_FIELDS = """
alt_text author avoid brief client department description donts dos duties end_note feelings flaw
goals help label motivations note notes own_words place pronouns pronunciation reciprocal response
reviewer safety_note sample_lines shown_how situation source start_note strengths summary text
themes title tone turn_text
"""
WRITTEN = frozenset(_FIELDS.split())
"""The fields that hold what somebody wrote, and not ids or choices."""


def sources() -> list[Path]:
    """Return the source of every example and template, and of every translation."""
    return sorted(SOURCES.rglob("*.json"))


def target(source: Path) -> Path:
    """Return the file that is made from a source."""
    file = HOME / str(_read(SOURCES / source.name)["file"])
    return file if language_of(source) == ENGLISH else file.parent / source.parent.name / file.name


def language_of(source: Path) -> str:
    """Return the language of a source."""
    return ENGLISH if source.parent == SOURCES else source.parent.name


def build(source: Path) -> Project:
    """Return the project a source describes."""
    raw = _read(SOURCES / source.name)
    language = language_of(source)
    project = raw["project"]
    if language != ENGLISH:
        project = _translated(project, _read(source))
        project["course"]["language"] = language
    with speaking(language):
        return Project.model_validate(project | {"facets": _facets(raw)})


def texts(part: Any, field: str = "") -> Iterator[str]:
    """Yield what is written in a project as it stands in a source; ids of people are not."""
    match part:
        case str() if field in WRITTEN and part and not part.startswith("per-"):
            yield part
        case dict():
            for name, inner in part.items():
                yield from texts(inner, _meant(field, name))
        case list():
            for inner in part:
                yield from texts(inner, field)


def _translated(part: Any, words: Mapping[str, str], field: str = "") -> Any:
    match part:
        case str() if field in WRITTEN:
            return words.get(part, part)
        case dict():
            return {
                name: _translated(inner, words, _meant(field, name)) for name, inner in part.items()
            }
        case list():
            return [_translated(inner, words, field) for inner in part]
        case _:
            return part


def _meant(within: str, name: str) -> str:
    """Return what a field holds: the name of an audience is a title, people keep theirs."""
    return "title" if (within, name) == ("audiences", "name") else name


def _facets(raw: Mapping[str, Any]) -> tuple[Facet, ...]:
    starred, switched_off = set(raw["starred"]), set(raw["switched_off"])
    return tuple(
        _marked(facet, starred, switched_off)
        for pack_id in raw["packs"]
        for facet in load_pack(pack_id)
    )


def _read(source: Path) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return raw


def _marked(facet: Facet, starred: set[str], switched_off: set[str]) -> Facet:
    values = tuple(
        value.evolve(starred=f"{facet.id}.{value.id}" in starred) for value in facet.values
    )
    active = facet.active and facet.id not in switched_off
    return facet.evolve(starred=facet.id in starred, active=active, values=values)


if __name__ == "__main__":
    for one in sources():
        target(one).parent.mkdir(parents=True, exist_ok=True)
        save_project(build(one), target(one))
