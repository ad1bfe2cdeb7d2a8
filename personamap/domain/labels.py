"""The words people read for every fixed choice of the domain.

One mapping a choice, in the order in which it is offered. Window,
command line and sheets all take their words from here, so that one thing
has one name everywhere. Texts are marked for translation; whoever shows
them calls `_`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from personamap.domain.experience import Power, Trust
from personamap.domain.facet import FacetKind
from personamap.domain.persona import AnswerState, PersonaStatus, Quadrant, Showing
from personamap.domain.scene import NarrativeFunction, Presence, Safety
from personamap.i18n import N_


class Label(Struct, frozen=True):
    """What one choice is called, and one sentence that explains it."""

    text: str
    help: str = ""


ANSWER_STATES: Mapping[AnswerState, Label] = {
    "stated": Label(N_("Stated"), N_("A value, or the person's own words. Only this is counted.")),
    "undecided": Label(N_("Undecided"), N_("Nobody has thought about it yet.")),
    "open": Label(N_("Open"), N_("The production team may choose.")),
    "withheld": Label(N_("Withheld"), N_("We know; learners are not told.")),
    "undisclosed": Label(
        N_("Undisclosed"), N_("True, and the person keeps it to themselves in the story.")
    ),
}

SHOWINGS: Mapping[Showing, Label] = {
    "seen": Label(N_("Seen"), N_("Learners see it on screen.")),
    "heard": Label(N_("Heard"), N_("Learners hear it in what the person says, or how.")),
    "mentioned": Label(N_("Mentioned"), N_("Somebody says it once, in passing.")),
    "writers": Label(N_("Writers only"), N_("It shapes the writing; learners never meet it.")),
}

STATUSES: Mapping[PersonaStatus, Label] = {
    "draft": Label(N_("Draft"), N_("Still being written.")),
    "in_review": Label(N_("In review"), N_("Others have been asked to read it.")),
    "approved": Label(N_("Approved"), N_("Ready for the storyline team.")),
}

NARRATIVE_FUNCTIONS: Mapping[NarrativeFunction, Label] = {
    "leads": Label(N_("Leads"), N_("Sets the direction, and others follow.")),
    "decides": Label(N_("Decides"), N_("Makes the choice that counts.")),
    "explains": Label(N_("Explains"), N_("Knows, and tells the others.")),
    "learns": Label(N_("Learns"), N_("Understands or can do something new by the end.")),
    "errs": Label(N_("Errs"), N_("Makes the mistake the scene is about.")),
    "harms": Label(N_("Harms"), N_("Hurts or slights somebody, on purpose or not.")),
    "is_harmed": Label(N_("Is harmed"), N_("Is hurt, slighted or passed over.")),
    "is_helped": Label(N_("Is helped"), N_("Gets help from somebody else.")),
    "helps": Label(N_("Helps"), N_("Does something for somebody who needs it.")),
    "asks": Label(N_("Asks"), N_("Asks the question the scene needs.")),
    "supports": Label(N_("Supports"), N_("Stands by somebody, and leaves the deed to them.")),
    "background": Label(N_("Background"), N_("Is there, and the scene would work without them.")),
}

PRESENCES: Mapping[Presence, Label] = {
    "speaks": Label(N_("Speaks"), N_("Has lines in the scene.")),
    "silent": Label(N_("Silent"), N_("Is in the picture and says nothing.")),
    "mentioned": Label(N_("Mentioned"), N_("Is talked about and not there.")),
}

SAFETIES: Mapping[Safety, Label] = {
    "": Label(N_("Not said"), N_("Nobody has thought about it yet.")),
    "safe": Label(N_("Safe"), N_("Speaking up costs nothing here.")),
    "mixed": Label(N_("Mixed"), N_("Safe for some, or about some things.")),
    "unsafe": Label(N_("Unsafe"), N_("Whoever speaks up takes a risk.")),
}

SPACES: Mapping[str, Label] = {
    "": Label(N_("Not said"), N_("Nobody has thought about it yet.")),
    "physical": Label(N_("Physical"), N_("Everyone is in one place.")),
    "virtual": Label(N_("Virtual"), N_("Everyone is on a screen or on the phone.")),
    "hybrid": Label(N_("Hybrid"), N_("Some are in the room and some are not.")),
}

TURNS: Mapping[str, Label] = {
    "barrier": Label(N_("Barrier"), N_("What stands in the way.")),
    "enabler": Label(N_("Enabler"), N_("What makes it work.")),
}

CONTEXTS: Mapping[str, Label] = {
    "": Label(N_("Not said"), N_("Nobody has thought about it yet.")),
    "permanent": Label(N_("Permanent"), N_("It is part of life and stays.")),
    "temporary": Label(N_("Temporary"), N_("It lasts for some weeks or months.")),
    "situational": Label(N_("Situational"), N_("It depends on where one is, and with whom.")),
}

TRUSTS: Mapping[Trust, Label] = {
    "high": Label(N_("High"), N_("They would tell each other bad news.")),
    "mixed": Label(N_("Mixed"), N_("In some things, on some days.")),
    "low": Label(N_("Low"), N_("They are careful with each other.")),
    "unclear": Label(N_("Not said"), N_("Nobody has thought about it yet.")),
}

POWERS: Mapping[Power, Label] = {
    "source": Label(N_("The first"), N_("The first person decides over the other.")),
    "target": Label(N_("The second"), N_("The second person decides over the first.")),
    "equal": Label(N_("Equal"), N_("Neither decides over the other.")),
    "unclear": Label(N_("Not said"), N_("Nobody has thought about it yet.")),
}

FACET_KINDS: Mapping[FacetKind, Label] = {
    "identity": Label(N_("Identity"), N_("Who a person is.")),
    "work": Label(N_("Work"), N_("What a person's working life is like.")),
}

GOAL_KINDS: Mapping[str, Label] = {
    "mission": Label(N_("Mission"), N_("What the organisation is there for.")),
    "vision": Label(N_("Vision"), N_("What it wants to become.")),
    "goal": Label(N_("Goal"), N_("What learners can do after the course.")),
}

BELONGING_PLACES: Mapping[Quadrant, Label] = {
    "minimisation": Label(
        N_("Minimisation"), N_("Mutes who they are, to make others comfortable.")
    ),
    "belonging": Label(
        N_("Belonging"), N_("Shows up as who they are, feels accepted and accepts others.")
    ),
    "reclusiveness": Label(
        N_("Reclusiveness"), N_("Shows little of themselves and takes little time to know others.")
    ),
    "overbearing": Label(N_("Overbearing"), N_("Assumes that everyone sees the world as they do.")),
}
