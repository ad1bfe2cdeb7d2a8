"""The inclusion questions about the spaces scenes are set in, and which are still open.

They follow the themes in which belonging shows: spaces, practices,
objects and feelings. Like the facets they are content, kept as a file.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Literal

from personamap.domain.base import Entity, Id, Text
from personamap.domain.scene import Setting
from personamap.resources import resource

Space = Literal["physical", "virtual", "hybrid"]


class InclusionQuestion(Entity):
    """One question about the spaces of some kinds."""

    id: Id
    theme: Literal["spaces", "practices", "objects", "feelings"]
    spaces: tuple[Space, ...]
    question: Text


@lru_cache(maxsize=1)
def inclusion_questions() -> tuple[InclusionQuestion, ...]:
    """Return all questions in the order in which they are asked."""
    rows = json.loads(resource("vocabulary", "inclusion.json").read_text(encoding="utf-8"))
    return tuple(InclusionQuestion.model_validate(row) for row in rows)


def open_questions(setting: Setting) -> tuple[InclusionQuestion, ...]:
    """Return what has been neither answered nor settled about a space of a known kind."""
    done = {a.question for a in setting.inclusion if a.settled or a.answer.strip()}
    asked = (q for q in inclusion_questions() if setting.space in q.spaces)
    return tuple(question for question in asked if question.id not in done)
