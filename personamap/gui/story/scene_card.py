"""What the card of a scene says, worked out from one scene and the cast."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from personamap.analysis.inclusion import open_questions
from personamap.domain.labels import SPACES
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Safety, Scene
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.line_card_delegate import LineCard
from personamap.i18n import N_, _, plural

SPACE_ICONS: Mapping[str, str] = {
    "": "circle-dashed",
    "physical": "building-2",
    "virtual": "monitor",
    "hybrid": "waypoints",
}
_SAFE: Mapping[Safety, str] = {
    "": "",
    "safe": N_("Safe to speak up"),
    "mixed": N_("Safe to speak up for some"),
    "unsafe": N_("Not safe to speak up"),
}


class SceneCard(Struct, frozen=True):
    """The words of one card, ready to paint and to read aloud; `people` are there in person."""

    number: int
    title: str
    space: str
    where: str
    summary: str
    people: tuple[Persona, ...]
    names: str
    marks: str

    @property
    def drawn(self) -> LineCard:
        """The card as it is painted."""
        return LineCard(
            badge=str(self.number),
            title=self.title,
            icon=SPACE_ICONS[self.space],
            where=self.where,
            summary=self.summary,
            people=self.people,
            names=self.names,
            marks=self.marks,
        )

    @property
    def spoken(self) -> str:
        """The card as one sentence for a screen reader."""
        numbered = _("Scene {number}: {title}").format(number=self.number, title=self.title)
        words = (numbered, self.where, self.names, self.marks)
        return ", ".join(word for word in words if word)


def scene_name(scene: Scene) -> str:
    """Return the title, or what stands in for one that is still missing."""
    return scene.title or _("Untitled scene")


def numbered_name(project: Project, scene: Scene) -> str:
    """Return the title of a scene behind its number in the course."""
    return _("{number}. {title}").format(
        number=project.scenes.index(scene) + 1, title=scene_name(scene)
    )


def cards_of(project: Project) -> dict[str, SceneCard]:
    """Return the card of each scene, by its id."""
    cast = {persona.id: persona for persona in project.cast}
    numbered = enumerate(project.scenes, start=1)
    return {scene.id: _card(cast, number, scene) for number, scene in numbered}


def _card(cast: Mapping[str, Persona], number: int, scene: Scene) -> SceneCard:
    here = [a.persona for a in scene.appearances if a.presence != "mentioned"]
    people = tuple(cast[who] for who in here if who in cast)
    return SceneCard(
        number=number,
        title=scene_name(scene),
        space=scene.setting.space,
        where=_where(scene),
        summary=scene.summary,
        people=people,
        names=", ".join(shown_name(p) for p in people) or _("Nobody is in it yet"),
        marks="  ·  ".join(_marks(scene, cast)),
    )


def _where(scene: Scene) -> str:
    setting = scene.setting
    space = _(SPACES[setting.space].text) if setting.space else ""
    words = [word for word in (space, setting.place) if word]
    return "  ·  ".join(words) or _("No place yet")


def _marks(scene: Scene, cast: Mapping[str, Persona]) -> list[str]:
    waiting = len(open_questions(scene.setting))
    takers = [shown_name(cast[who]) for who in scene.risk_takers if who in cast]
    marks = [
        _(_SAFE[scene.safety]),
        _risk(takers),
        plural("{count} open question", "{count} open questions", waiting) if waiting else "",
    ]
    return [mark for mark in marks if mark]


def _risk(takers: list[str]) -> str:
    if not takers:
        return ""
    if len(takers) == 1:
        return _("{name} takes a risk").format(name=takers[0])
    return plural("{count} person takes a risk", "{count} people take a risk", len(takers))
