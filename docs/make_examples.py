"""Builds the examples and templates from their sources in `docs/examples/`.

A source names the facet packs it uses, what is starred and switched off,
and holds the rest of the project as it stands in a file. Packs grow and
file formats change, so what ships is made from sources rather than kept
by hand. Run it after changing either: `python docs/make_examples.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.services.facet_packs import load_pack
from personamap.services.projects import save_project

HOME = Path(__file__).resolve().parent.parent
SOURCES = HOME / "docs" / "examples"


def sources() -> list[Path]:
    """Return the source of every example and template."""
    return sorted(SOURCES.glob("*.json"))


def target(source: Path) -> Path:
    """Return the file that is made from a source."""
    return HOME / str(_read(source)["file"])


def build(source: Path) -> Project:
    """Return the project a source describes."""
    raw = _read(source)
    starred, switched_off = set(raw["starred"]), set(raw["switched_off"])
    facets = tuple(
        _marked(facet, starred, switched_off)
        for pack_id in raw["packs"]
        for facet in load_pack(pack_id)
    )
    return Project.model_validate(raw["project"] | {"facets": facets})


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
