"""What people leave behind in the other course when they are brought over: said beforehand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from personamap.analysis.item_titles import goal_text, scene_title
from personamap.analysis.wording import listed
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.i18n import _, plural


def left_behind(project: Project, other: Project, ids: Collection[str]) -> tuple[str, ...]:
    """Say in sentences which turning points and goals of these people this project lacks."""
    people = [person for person in other.personas if person.id in ids]
    return (*_turning_points(project, other, people), *_goals(project, other, people))


def _turning_points(project: Project, other: Project, people: Collection[Persona]) -> Iterator[str]:
    here = {scene.id for scene in project.scenes}
    titles = {scene.id: scene_title(scene) for scene in other.scenes}
    lost: dict[str, list[str]] = {}
    for person in people:
        for turn in person.belonging.turning_points:
            if turn.scene not in here:
                title = titles.get(turn.scene, turn.scene)
                lost.setdefault(person.name or _("Nameless"), []).append(title)
    count = sum(map(len, lost.values()))
    if count:
        each = [
            _("{person} (“{scenes}”)").format(person=who, scenes=_("”, “").join(scenes))
            for who, scenes in lost.items()
        ]
        what = plural(
            "{count} turning point stays behind, since this course lacks its scene",
            "{count} turning points stay behind, since this course lacks their scenes",
            count,
        )
        yield _("{what}: {names}.").format(what=what, names=listed(each))


def _goals(project: Project, other: Project, people: Collection[Persona]) -> Iterator[str]:
    here = {goal.id for goal in project.course.goals}
    served = {goal for person in people for goal in person.serves} - here
    titles = [goal_text(goal) for goal in other.course.goals if goal.id in served]
    if titles:
        what = plural(
            "They no longer serve {count} goal that this course lacks",
            "They no longer serve {count} goals that this course lacks",
            len(titles),
        )
        quoted = [_("“{goal}”").format(goal=title) for title in titles]
        yield _("{what}: {names}.").format(what=what, names=listed(quoted))
