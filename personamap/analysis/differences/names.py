"""What everything in one version of a project is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from personamap.analysis.coverage import all_checks
from personamap.analysis.item_titles import experience_title, goal_text, scene_title
from personamap.domain.experience import Relationship
from personamap.domain.facet import FacetValue, Qualifier, QualifierOption
from personamap.domain.project import Project
from personamap.domain.review import Comment, Decision, HandOff, Reflection, SignOff
from personamap.domain.subjects import kind_of
from personamap.i18n import _

LONGEST_TITLE = 60


class Names:
    """Names what a project holds; an id that leads nowhere stands for itself."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, item_id: str) -> str:
        """Return the name of a persona, experience, scene, goal, facet or `facet.value`."""
        return self._things.get(item_id, item_id)

    def value(self, facet: str, value: str) -> str:
        """Return the label of a value or of what can be added to one."""
        return self._things.get(f"{facet}.{value}", value)

    def check(self, check: str) -> str:
        """Return what a check is called."""
        return next((_(known.title) for known in all_checks() if known.id == check), check)

    def subject(self, subject: str) -> str:
        """Return what a comment, sign-off or decision is about."""
        match kind_of(subject):
            case "project":
                return _("The whole")
            case "finding":
                return self.check(subject.partition(":")[0])
            case _:
                return ": ".join(self.of(item_id) for item_id in subject.split("/"))

    def item(self, part: str, item_id: str) -> str:
        """Return a title by which a person knows an item; nothing when it is not here."""
        item = self._items.get((part, item_id))
        return "" if item is None else self._title(item)

    def _title(self, item: Any) -> str:
        match item:
            case Relationship():
                ends = {"source": self.of(item.source), "target": self.of(item.target)}
                return _("{source} and {target}").format(**ends)
            case Comment() | Decision() | Reflection():
                return self._saying(item)
            case SignOff():
                return item.name or item.role or _("Sign-off")
            case HandOff():
                return _("Issue {number}").format(number=item.number)
            case _:
                return self.of(item.id)

    def _saying(self, item: Comment | Decision | Reflection) -> str:
        match item:
            case Comment():
                return cut(item.text, LONGEST_TITLE) or self.subject(item.subject)
            case Decision():
                return self.subject(item.finding)
            case Reflection():
                return cut(item.answer, LONGEST_TITLE) or item.question

    @cached_property
    def _items(self) -> Mapping[tuple[str, str], Any]:
        return {
            (part, item.id): item
            for part in (*_NAMED, *_SAID)
            for item in getattr(self._project, part)
        }

    @cached_property
    def _things(self) -> Mapping[str, str]:
        return dict(_named(self._project))


_NAMED = ("facets", "personas", "experiences", "relationships", "scenes")
_SAID = ("audiences", "decisions", "comments", "reflections", "sign_offs", "hand_offs")


def _named(project: Project) -> Iterator[tuple[str, str]]:
    for audience in project.audiences:
        yield audience.id, audience.name or _("Audience")
    for goal in project.course.goals:
        yield goal.id, cut(goal_text(goal), LONGEST_TITLE)
    for scene in project.scenes:
        yield scene.id, scene_title(scene)
    for experience in project.experiences:
        yield experience.id, experience_title(experience)
    for persona in project.personas:
        yield persona.id, persona.name or _("Nameless")
    for facet in project.facets:
        yield facet.id, facet.label or _("Unnamed facet")
        options = (option for qualifier in facet.qualifiers for option in qualifier.options)
        labelled: tuple[FacetValue | Qualifier | QualifierOption, ...]
        labelled = (*facet.values, *facet.qualifiers, *options)
        yield from ((f"{facet.id}.{one.id}", one.label) for one in labelled)


def cut(text: str, longest: int) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
