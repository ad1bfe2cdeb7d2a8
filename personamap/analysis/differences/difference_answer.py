"""Differences as data: what `diff --json` and `merge --json` answer. Keys are stable."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from personamap.analysis.differences.telling import Telling
from personamap.analysis.json_answer import JsonAnswer
from personamap.domain.project import Project
from personamap.edits.merging.point import Kind, Point, Side


class DifferenceAnswer(JsonAnswer):
    """One difference: where it is, what a person knows it by, and both values in full, in words."""

    part: str = Field(description="The field of the project, such as personas.")
    id: str = Field(description="The item in it; nothing for what is not about one item.")
    title: str
    kind: Kind
    field: str = Field(description="Nothing where a whole item came or went.")
    before: str
    after: str
    path: tuple[str, ...] = Field(description="Where it is in the data of the project.")


class ConflictAnswer(DifferenceAnswer):
    """What both sides changed, each in another way; `before` is mine and `after` theirs."""

    taken: Side = Field(description="Which of the two stands in the merged project.")


def difference_answers(
    before: Project, after: Project, points: Iterable[Point]
) -> tuple[DifferenceAnswer, ...]:
    """Return points of a merge as plain data."""
    telling = Telling(before, after)
    return tuple(_answer(telling, point) for point in points)


def conflict_answers(
    mine: Project, theirs: Project, points: Iterable[Point]
) -> tuple[ConflictAnswer, ...]:
    """Return conflicts as plain data, with the side that stands at each."""
    telling = Telling(mine, theirs)
    return tuple(
        ConflictAnswer(**_answer(telling, point).model_dump(), taken=point.taken)
        for point in points
    )


def _answer(telling: Telling, point: Point) -> DifferenceAnswer:
    told = telling.difference(point)
    before, after = telling.values(point)
    return DifferenceAnswer(
        part=told.part,
        id=told.id,
        title=told.title,
        kind=told.kind,
        field=told.field,
        before=before,
        after=after,
        path=told.path,
    )
