"""Spaces whose inclusion questions nobody has answered yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limits
from personamap.analysis.inclusion import InclusionQuestion, Space, open_questions
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.domain.scene import Scene
from personamap.i18n import N_

_HEADLINES: dict[Space, str] = {
    "physical": N_("Rooms and places: questions on inclusion are open"),
    "virtual": N_("Meetings on screens: questions on inclusion are open"),
    "hybrid": N_("Spaces both near and far: questions on inclusion are open"),
}


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    for space, headline in _HEADLINES.items():
        here = [scene for scene in index.project.scenes if scene.setting.space == space]
        waiting = [(scene, asked) for scene in here if (asked := open_questions(scene.setting))]
        if waiting:
            yield _finding(space, headline, waiting)


def _finding(
    space: Space, headline: str, waiting: Sequence[tuple[Scene, Sequence[InclusionQuestion]]]
) -> Finding:
    scene, asked = waiting[0]
    count = sum(len(questions) for _scene, questions in waiting)
    return Finding(
        key=f"unasked-spaces:{space}",
        check="unasked-spaces",
        severity="note",
        headline=headline,
        message=N_(
            "Questions still to be answered: {count}; scenes: {scenes}. To begin with, in "
            "“{title}”: {question}"
        ),
        summary=N_("{count} open questions"),
        subjects=tuple(scene.id for scene, _asked in waiting),
        values={
            "scenes": len(waiting),
            "count": count,
            "title": scene_title(scene),
            "question": asked[0].question,
        },
        evidence={"scenes": len(waiting), "open": count},
        weight=0.3,
    )


UNASKED_SPACES = Check(
    id="unasked-spaces",
    title=N_("Questions about the spaces of scenes"),
    why=N_(
        "Belonging shows in spaces, practices, objects and feelings. A room, a call or a form "
        "tells people whether they were expected, long before anybody speaks."
    ),
    source=N_(
        "“Creating Belonging to Foster a Culture of Learning”, Training Industry Magazine, "
        "Summer 2024"
    ),
    find=_find,
    most=3,
    area="spaces",
    reads=frozenset(("cast", "scenes")),
    active=False,
)
