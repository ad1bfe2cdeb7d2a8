"""How a persona is pictured. A portrait is never derived from answers, nor answers from it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from personamap.domain.base import Entity, Id, ShortText, Text

HexColour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
MediaId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class IllustratedPortrait(Entity):
    """A portrait composed of drawn parts; an empty part is left out.

    Part names are those of the portrait catalogue; a name the catalogue
    no longer knows is drawn as if it were empty.
    """

    kind: Literal["illustrated"] = "illustrated"
    head: ShortText = ""
    face: ShortText = ""
    facial_hair: ShortText = ""
    accessory: ShortText = ""
    aids: tuple[Id, ...] = ()
    skin: HexColour = "#C68A63"
    hair: HexColour = "#2A211C"
    clothing: HexColour = "#5F7F8A"


class PicturePortrait(Entity):
    """A portrait from an imported picture, shown from a square cut out of it.

    `left`, `top` and `size` are fractions of the picture's width.
    """

    kind: Literal["picture"] = "picture"
    media: MediaId
    left: float = Field(default=0.0, ge=0.0, le=1.0)
    top: float = Field(default=0.0, ge=0.0, le=4.0)
    size: float = Field(default=1.0, gt=0.0, le=1.0)
    credit: ShortText = ""


Portrait = Annotated[IllustratedPortrait | PicturePortrait, Field(discriminator="kind")]


class Pose(Entity):
    """One way the story team may show a persona; `face` overrides the portrait's expression."""

    label: ShortText = ""
    note: Text = ""
    face: ShortText = ""
    media: MediaId | None = None


class Look(Entity):
    """What a persona looks like on screen, for media developers.

    `alt_text` should stay within 150 characters; longer ones are kept and
    become a finding.
    """

    description: Text = ""
    poses: tuple[Pose, ...] = ()
    alt_text: Text = ""


class Media(Entity):
    """A picture (or an earlier snapshot) inside the project, named by the SHA-256 of its bytes.

    The bytes travel with the snapshot, so undo brings them back too; the
    file keeps them beside `project.json`, not inside it.
    """

    id: MediaId
    mime: Literal["image/png", "image/jpeg", "application/json"]
    width: int = Field(default=0, ge=0)
    height: int = Field(default=0, ge=0)
    data: SkipJsonSchema[bytes] = Field(default=b"", exclude=True, repr=False)
