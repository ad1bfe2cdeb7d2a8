"""The project: the root of everything in one file."""

from __future__ import annotations

from typing import Literal, Self, TypeVar

from personamap.domain.audience import Aim, Audience
from personamap.domain.base import Entity, Id, Item, ShortText, Text
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.portrait import Media
from personamap.domain.review import Comment, Decision, HandOff, Reflection, SignOff
from personamap.domain.scene import Scene
from personamap.errors import UnknownId

ItemT = TypeVar("ItemT", bound=Item)


class CourseGoal(Entity):
    """One thing the course is for; personas and scenes say which one they serve."""

    id: Id
    text: Text = ""
    kind: Literal["mission", "vision", "goal"] = "goal"


class Course(Entity):
    """The course the cast is made for.

    `language` is a BCP 47 tag, `words` are right whatever a dictionary says.
    """

    title: ShortText = ""
    client: ShortText = ""
    summary: Text = ""
    goals: tuple[CourseGoal, ...] = ()
    language: ShortText = "en"
    words: tuple[ShortText, ...] = ()


class Pin(Entity):
    """Where the author placed a node of the map: a persona, an experience or `facet.value`."""

    node: ShortText
    x: float
    y: float


class Project(Entity):
    """The persona map of one course and all that belongs to it, as one value."""

    course: Course = Course.model_construct()
    facets: tuple[Facet, ...] = ()
    personas: tuple[Persona, ...] = ()
    experiences: tuple[Experience, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    scenes: tuple[Scene, ...] = ()
    audiences: tuple[Audience, ...] = ()
    aim: Aim = Aim.model_construct()
    decisions: tuple[Decision, ...] = ()
    comments: tuple[Comment, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    pins: tuple[Pin, ...] = ()
    media: tuple[Media, ...] = ()
    notes: Text = ""

    @property
    def cast(self) -> tuple[Persona, ...]:
        """The personas that are not archived: the ones that are shown and counted."""
        return tuple(persona for persona in self.personas if not persona.archived)

    @property
    def active_facets(self) -> tuple[Facet, ...]:
        """The facets that are switched on."""
        return tuple(facet for facet in self.facets if facet.active)

    def find_persona(self, persona_id: str) -> Persona | None:
        """Return the persona with that id, if there is one."""
        return find(self.personas, persona_id)

    def persona(self, persona_id: str) -> Persona:
        """Return the persona with that id, or raise `UnknownId`."""
        return get(self.personas, "persona", persona_id)

    def find_facet(self, facet_id: str) -> Facet | None:
        """Return the facet with that id, if there is one."""
        return find(self.facets, facet_id)

    def facet(self, facet_id: str) -> Facet:
        """Return the facet with that id, or raise `UnknownId`."""
        return get(self.facets, "facet", facet_id)

    def find_experience(self, experience_id: str) -> Experience | None:
        """Return the experience with that id, if there is one."""
        return find(self.experiences, experience_id)

    def find_scene(self, scene_id: str) -> Scene | None:
        """Return the scene with that id, if there is one."""
        return find(self.scenes, scene_id)

    def find_media(self, media_id: str) -> Media | None:
        """Return the picture with that id, if the project carries it."""
        return next((media for media in self.media if media.id == media_id), None)

    def with_items(self, **collections: tuple[Entity, ...] | Entity | str) -> Self:
        """Return a copy with whole collections or parts replaced.

        The items were checked when they were made, so this does not
        validate them again; that keeps an edit cheap in a large project.
        """
        return self.model_copy(update=collections)


def find(items: tuple[ItemT, ...], item_id: str) -> ItemT | None:
    """Return the item with that id, if there is one."""
    return next((item for item in items if item.id == item_id), None)


def get(items: tuple[ItemT, ...], kind: str, item_id: str) -> ItemT:
    """Return the item with that id, or raise `UnknownId` naming its `kind`."""
    item = find(items, item_id)
    if item is None:
        raise UnknownId(kind, item_id)
    return item
