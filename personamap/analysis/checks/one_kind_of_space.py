"""Courses whose scenes all happen in one kind of space."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.i18n import N_

_HEADLINES = {
    "physical": N_("Every scene happens in a room or a place"),
    "virtual": N_("Every scene happens on a screen"),
    "hybrid": N_("Every scene happens both near and far"),
}


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    spaces = [scene.setting.space for scene in index.project.scenes]
    if len(set(spaces)) != 1 or spaces[0] not in _HEADLINES or len(spaces) < limits["scenes"]:
        return
    yield Finding(
        key=f"one-kind-of-space:{spaces[0]}",
        check="one-kind-of-space",
        severity="note",
        headline=_HEADLINES[spaces[0]],
        message=N_(
            "The course has {scenes}, and it is so in each. Learners who work elsewhere do not "
            "meet the place they know. Is that what you intend?"
        ),
        summary=N_("{count} of {scenes}"),
        subjects=tuple(scene.id for scene in index.project.scenes),
        values={"count": len(spaces), "scenes": counted("scene", len(spaces))},
        evidence={"scenes": len(spaces)},
        weight=0.3,
    )


ONE_KIND_OF_SPACE = Check(
    id="one-kind-of-space",
    title=N_("One kind of space only"),
    why=N_(
        "People are included differently at a table, on a call and in between. A course that "
        "shows one of these says little about the others."
    ),
    source=N_(
        "“Creating Belonging to Foster a Culture of Learning”, Training Industry Magazine, "
        "Summer 2024"
    ),
    find=_find,
    limits=(Limit("scenes", 4, N_("Scenes in the course, at least")),),
    most=1,
    area="spaces",
    reads=frozenset(("cast", "scenes")),
)
