"""How each persona of a project is pictured in documents."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait, Pose
from personamap.domain.project import Project
from personamap.exporters.figure import (
    Figure,
    Picture,
)
from personamap.exporters.squares import cut_out
from personamap.i18n import _
from personamap.portraits.alt_text import proposed_alt_text
from personamap.portraits.compose import portrait_drawing
from personamap.stopping import go_on

ACCENTS = ("#0B625B", "#3D4CA3", "#86306A", "#9A4217", "#1B5F94", "#575F13")
TINTS = ("#E4F0EE", "#E9EBF7", "#F6E9F1", "#F9EBE1", "#E5EFF7", "#F0F1DF")


class Figures:
    """Makes the figure of each persona once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._made: dict[str, Figure] = {}

    def of(self, persona: Persona) -> Figure:
        """Return the figure of a persona."""
        go_on()
        if persona.id not in self._made:
            self._made[persona.id] = self._figure(persona, persona.portrait)
        return self._made[persona.id]

    def pose(self, persona: Persona, pose: Pose) -> Figure | None:
        """Return a persona in one pose: its picture, or the portrait with its expression."""
        media = self._project.find_media(pose.media) if pose.media else None
        if media and media.data and media.mime != "application/json":
            return self._pictured(persona, pose, cut_out(_middle(media)))
        if pose.face and isinstance(persona.portrait, IllustratedPortrait):
            return self._figure(persona, persona.portrait.evolve(face=pose.face), pose.label)
        return None

    def _pictured(self, persona: Persona, pose: Pose, picture: Picture | None) -> Figure | None:
        plain = self.of(persona)
        # The credit is about the picture of the portrait, and this is another one.
        return replace(plain, picture=picture, alt=pose.label, credit="") if picture else None

    def _figure(
        self,
        persona: Persona,
        portrait: IllustratedPortrait | PicturePortrait | None,
        alt: str = "",
    ) -> Figure:
        shown = persona if portrait is persona.portrait else persona.evolve(portrait=portrait)
        described = alt or persona.look.alt_text or proposed_alt_text(shown)
        name = persona.name or _("Nameless")
        return Figure(
            name,
            persona.colour,
            portrait_drawing(shown, "bust"),
            portrait_drawing(shown, "face"),
            self._picture(portrait),
            described or _("Portrait of {name}").format(name=name),
            _credit(portrait),
        )

    def _picture(self, portrait: object) -> Picture | None:
        if not isinstance(portrait, PicturePortrait):
            return None
        media = self._project.find_media(portrait.media)
        if media is None or not media.data:
            return None
        return cut_out(Picture(media.data, portrait.left, portrait.top, portrait.size))


def _credit(portrait: object) -> str:
    if isinstance(portrait, PicturePortrait) and portrait.credit.strip():
        return _("Picture: {credit}").format(credit=portrait.credit.strip())
    return ""


def _middle(media: Media) -> Picture:
    """Return a picture in which nobody chose a square: the middle of one that is broad."""
    side = min(1.0, media.height / media.width) if media.height and media.width else 1.0
    return Picture(media.data, (1.0 - side) / 2, 0.0, side)
