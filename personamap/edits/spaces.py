"""Edits of where scenes are set, and of what was thought of so that people can take part there."""

from __future__ import annotations

from typing import Any

from personamap.domain.project import Project
from personamap.domain.scene import InclusionAnswer, Scene
from personamap.edits.items import find_item
from personamap.edits.scenes import set_scene_field


def set_setting_field(project: Project, scene_id: str, field: str, value: Any) -> Project:
    """Return `project` with one field of where a scene is set replaced."""
    scene: Scene = find_item(project, "scenes", scene_id)
    setting = scene.setting.evolve(**{field: value})
    return set_scene_field(project, scene_id, "setting", setting)


def answer_inclusion(project: Project, scene_id: str, question: str, **fields: Any) -> Project:
    """Return `project` with the words on an inclusion question, or whether it is settled, replaced.

    An answer that says nothing any more is taken out: it is a question
    nobody has answered. What was answered about another kind of space stays.
    """
    scene: Scene = find_item(project, "scenes", scene_id)
    given = {answer.question: answer for answer in scene.setting.inclusion}
    before = given.get(question) or InclusionAnswer(question=question)
    given[question] = before.evolve(**fields)
    if not (given[question].answer or given[question].settled):
        del given[question]
    return set_setting_field(project, scene_id, "inclusion", tuple(given.values()))
