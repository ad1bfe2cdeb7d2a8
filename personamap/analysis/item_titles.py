"""What scenes, experiences and goals are called in a sentence: never by their ids."""

from __future__ import annotations

from personamap.domain.experience import Experience
from personamap.domain.project import CourseGoal
from personamap.domain.scene import Scene
from personamap.i18n import _


def scene_title(scene: Scene) -> str:
    """Return what a scene is called."""
    return scene.title or _("Untitled scene")


def experience_title(experience: Experience) -> str:
    """Return what a lived experience is called."""
    return experience.title or _("Untitled experience")


def goal_text(goal: CourseGoal) -> str:
    """Return what a goal of the course says."""
    return goal.text or _("Untitled goal")
