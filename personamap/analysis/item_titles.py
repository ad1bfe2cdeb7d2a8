"""What scenes, experiences and goals are called in a sentence: never by their ids."""

from __future__ import annotations

from personamap.domain.experience import Experience
from personamap.domain.project import CourseGoal
from personamap.domain.scene import Scene
from personamap.i18n import _

_OPENING, _CLOSING = '“„«"', '”“»"'


def scene_title(scene: Scene) -> str:
    """Return what a scene is called."""
    return _bare(scene.title) or _("Untitled scene")


def experience_title(experience: Experience) -> str:
    """Return what a lived experience is called."""
    return _bare(experience.title) or _("Untitled experience")


def goal_text(goal: CourseGoal) -> str:
    """Return what a goal of the course says."""
    return goal.text or _("Untitled goal")


def _bare(title: str) -> str:
    """Return a title without quotes around all of it: the sentence brings its own."""
    quoted = len(title) > 1 and title[0] in _OPENING and title[-1] in _CLOSING
    inside = title[1:-1]
    return inside if quoted and not set(inside) & set(_OPENING + _CLOSING) else title
