"""Small stories for the tests of the checks: people and what they do, scene by scene."""

from __future__ import annotations

from personamap.analysis.coverage import check_coverage
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import answer, cast, person

GENDER = Facet(
    id="gender",
    label="Gender",
    starred=True,
    values=(
        FacetValue(id="woman", label="Woman"),
        FacetValue(id="man", label="Man"),
        FacetValue(id="non-binary", label="Non-binary"),
    ),
)
AGES = Facet(
    id="age_band",
    label="Age band",
    ordered=True,
    starred=True,
    values=tuple(FacetValue(id=v, label=v) for v in ("16-34", "35-54", "55plus")),
)
LEVELS = Facet(
    id="level",
    label="Organisational level",
    kind="work",
    ordered=True,
    values=tuple(
        FacetValue(id=v, label=v.capitalize())
        for v in ("trainee", "individual", "senior", "team-lead", "manager", "director")
    ),
)
WOMEN = tuple(person(name, answer("gender", "woman")) for name in ("Ada", "Bea", "Cleo"))
MEN = tuple(person(name, answer("gender", "man")) for name in ("Dan", "Eli", "Finn"))


def scene(number, lines=None, **doing):
    """A scene in which people do things: `ada="leads explains"`, with `lines` by name."""
    said = lines or {}
    appearances = tuple(
        Appearance(
            persona=f"per-{name}",
            functions=tuple(f for f in functions.split() if f not in ("silent", "mentioned")),
            presence=next((p for p in ("silent", "mentioned") if p in functions.split()), "speaks"),
            lines=said.get(name, 0),
            words=10 * said.get(name, 0),
        )
        for name, functions in doing.items()
    )
    return Scene(id=f"scn-{number}", title=f"Scene {number}", appearances=appearances)


def story(*scenes, people=WOMEN + MEN, facets=(GENDER,), **parts):
    """A course of these scenes with three women and three men."""
    return cast(*people, facets=facets, scenes=tuple(scenes), **parts)


def found(project, check):
    """Every finding of one check."""
    return [f for f in check_coverage(project).findings if f.check == check]


def keys(project, check):
    """The keys of the findings of one check, without its name."""
    return {finding.key.removeprefix(f"{check}:") for finding in found(project, check)}
