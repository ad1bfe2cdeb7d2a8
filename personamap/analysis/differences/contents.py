"""What a whole item holds, where one of two versions has it and the other does not."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.differences.telling import Telling
from personamap.domain.base import Item
from personamap.domain.project import Project
from personamap.edits.merging.merge import merge
from personamap.edits.merging.point import Point
from personamap.i18n import _

_SEEN = ("portrait", "colour")
"""What is to be seen and not to be read."""


def content_lines(project: Project, point: Point) -> Iterator[str]:
    """Yield every field of the item a point is about, as it is in `project`, one a line."""
    items = {item.id: item for item in getattr(project, point.part)}
    item = items.get(point.path[-1])
    if item is None:
        return
    # Seen from an item with nothing in it, everything in this one is a difference.
    bare = project.with_items(**{point.part: (_emptied(item),)})
    whole = project.with_items(**{point.part: (item,)})
    telling = Telling(project, project)
    for one in merge(bare, bare, whole).points:
        _before, words = telling.values(one)
        if words and one.path[-1] not in _SEEN:
            yield _("{field}: {text}").format(field=telling.field(one), text=words)


def _emptied(item: Item) -> Item:
    fields = type(item).model_fields
    defaults = {
        name: field.get_default(call_default_factory=True)
        for name, field in fields.items()
        if not field.is_required()
    }
    return item.model_copy(update=defaults)
