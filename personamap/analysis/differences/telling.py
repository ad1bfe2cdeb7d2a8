"""Points of a merge in the words of the product: whom each is about, and which field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from personamap.analysis.differences.field_titles import field_title
from personamap.analysis.differences.names import LONGEST_TITLE, Names, cut
from personamap.analysis.differences.values import Values
from personamap.analysis.inclusion import inclusion_questions
from personamap.domain.changes import COLLECTIONS
from personamap.domain.persona import Answer
from personamap.domain.project import Project
from personamap.edits.merging.answers import SAID
from personamap.edits.merging.point import Kind, Path, Point
from personamap.i18n import N_, _

_LONGEST = 120
_LEAD = 30
_STANDING = {
    "course": N_("The course"),
    "aim": N_("What the cast aims for"),
    "notes": N_("The project"),
    "audiences": N_("The project"),
}
"""What the parts are called that are no collection of items."""

_WHOLE_MEMBERS = ("pins", "media")
_KEYED = frozenset(
    (
        "answers",
        "experiences",
        "turning_points",
        "appearances",
        "inclusion",
        "goals",
        "values",
        "qualifiers",
        "options",
        "minimums",
        "implausible",
        "checks",
        "thresholds",
    )
)
"""The collections inside items whose members have keys."""


class Difference(Struct, frozen=True):
    """Something in which the later of two versions is not as the earlier.

    `part` is the field of the project, `id` the item in it, and `title`
    what a person knows it by; `field` is empty where a whole item came or
    went. For a list, `before` and `after` are what went and what came.
    """

    part: str
    id: str
    title: str
    kind: Kind
    field: str
    before: str
    after: str
    path: Path


class Telling:
    """Tells the differences between two versions of one project."""

    def __init__(self, mine: Project, theirs: Project) -> None:
        self._names = (Names(mine), Names(theirs))
        self._mine, self._theirs = (Values(names) for names in self._names)

    def difference(self, point: Point) -> Difference:
        """Return a point as a difference, with values short enough for one line."""
        before, after = self._short(point)
        return Difference(
            part=point.part,
            id=self.item(point),
            title=self.title(point),
            kind=self._kind(point),
            field=self.field(point),
            before=before,
            after=after,
            path=point.path,
        )

    def item(self, point: Point) -> str:
        """Return the id of the item that a point is about; nothing for the project itself."""
        part, *inner = point.path
        return inner[0] if inner and (part in COLLECTIONS or part == "pins") else ""

    def title(self, point: Point) -> str:
        """Return what a person knows the thing by that a point is about."""
        if point.part in _STANDING:
            return _(_STANDING[point.part])
        item = self.item(point)
        if not item:
            return _("The project")
        if point.part == "pins":
            return self._known(item)
        mine, theirs = (names.item(point.part, item) for names in self._names)
        return mine or theirs or item

    def field(self, point: Point) -> str:
        """Return which field a point is about, with whatever it is a field of."""
        if len(point.path) == len(("part", "id")) and point.part in COLLECTIONS:
            return ""
        steps = [self.member(at) for at in _members_on_the_way(point)]
        if any(isinstance(side, Answer) for side in point.three):
            steps.append(self.member(point.path))
        elif point.spot.field != SAID:
            steps.append(field_title(point.spot.owner, point.spot.field))
        whole, *parts = steps
        for part in parts:
            whole = _("{whole}: {part}").format(whole=whole, part=part)
        return whole

    def values(self, point: Point) -> tuple[str, str]:
        """Return what mine and theirs have, in full."""
        if not self.field(point):
            return "", ""
        if point.kind == "moved":
            mine, theirs = self._orders(point)
            return _(", ").join(mine), _(", ").join(theirs)
        three = point.three
        return self._mine.words(point.spot, three.mine), self._theirs.words(
            point.spot, three.theirs
        )

    def member(self, path: Path) -> str:
        """Return what the member of a collection is called to which a path leads."""
        collection, key = path[-2:]
        match collection:
            case "values" | "qualifiers" | "options":
                return self._known(f"{path[1]}.{key}")
            case "implausible":
                return _(" + ").join(map(self._known, key.split()))
            case "checks":
                return self._names[0].check(key)
            case "inclusion":
                asked = (q.question for q in inclusion_questions() if q.id == key)
                return cut(next(asked, key), LONGEST_TITLE)
            case _:
                return self._known(key)

    def _known(self, item_id: str) -> str:
        mine, theirs = self._names
        name = mine.of(item_id)
        return name if name != item_id else theirs.of(item_id)

    def _kind(self, point: Point) -> Kind:
        if self.field(point) and point.kind in ("added", "removed"):
            return "changed"
        return "moved" if _is_list(point) and not any(self._list_changes(point)) else point.kind

    def _short(self, point: Point) -> tuple[str, str]:
        if _is_list(point):
            gone, new = self._list_changes(point)
            if gone or new:
                return cut(_(", ").join(gone), _LONGEST), cut(_(", ").join(new), _LONGEST)
        return _around_the_change(*self.values(point))

    def _list_changes(self, point: Point) -> tuple[list[str], list[str]]:
        mine = self._mine.items(point.spot, point.three.mine)
        theirs = self._theirs.items(point.spot, point.three.theirs)
        went, came = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
        return list(went.elements()), list(came.elements())

    def _orders(self, point: Point) -> tuple[list[str], ...]:
        """Return the names of what both have, in the order of either."""
        _base, mine, theirs = point.three
        shared = set(mine) & set(theirs)
        return tuple(
            [self._in_order(point.path, key) for key in keys if key in shared]
            for keys in (mine, theirs)
        )

    def _in_order(self, path: Path, key: str) -> str:
        titles = (names.item(path[0], key) for names in self._names) if len(path) == 1 else ()
        return next(filter(None, titles), "") or self.member((*path, key))


def _is_list(point: Point) -> bool:
    """Tell whether a point is about a list that is told by what went and what came."""
    sides = (point.three.mine, point.three.theirs)
    is_told_whole = point.spot.field in (SAID, "audiences") or point.kind != "changed"
    return not is_told_whole and all(isinstance(side, tuple) for side in sides)


def _members_on_the_way(point: Point) -> Iterator[Path]:
    """Yield the paths of the members of collections inside an item that hold a point."""
    path = point.path
    is_member = point.kind in ("added", "removed") or point.part in _WHOLE_MEMBERS
    last = len(path) - 1 - is_member
    place = 2 if path[0] in COLLECTIONS or path[0] in _WHOLE_MEMBERS else 1
    while place < last:
        if path[place] in _KEYED:
            yield path[: place + 2]
            place += 1
        place += 1


def _around_the_change(before: str, after: str) -> tuple[str, str]:
    """Return both texts short enough for a line, from shortly before they begin to differ."""
    before, after = " ".join(before.split()), " ".join(after.split())
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), _LONGEST)
    start = max(0, same - _LEAD)
    return _from(before, start), _from(after, start)


def _from(text: str, start: int) -> str:
    return cut("…" * bool(start) + text[start:], _LONGEST) if text else ""
