"""A first proposal for alternative text, from what is drawn and from nothing else."""

from __future__ import annotations

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait
from personamap.i18n import _
from personamap.portraits import labels


def proposed_alt_text(persona: Persona) -> str:
    """Describe the drawn portrait in one line; empty where only the author can know."""
    portrait = persona.portrait
    if not isinstance(portrait, IllustratedPortrait):
        return ""
    seen = [
        labels.HEADS.get(portrait.head, ""),
        labels.FACIAL_HAIR.get(portrait.facial_hair, ""),
        labels.ACCESSORIES.get(portrait.accessory, ""),
        *(labels.AIDS.get(aid, "") for aid in portrait.aids),
        labels.FACES.get(portrait.face, ""),
    ]
    details = ", ".join(_(label) for label in seen if label)
    name = persona.name or _("A person")
    if not details:
        return name
    return _("{name}, drawn: {details}.").format(name=name, details=details)
