"""The reflection questions of the article, which a team answers once for its course.

After "Creating Belonging to Foster a Culture of Learning" (Training Industry
Magazine, Summer 2024). The ids are what `Reflection.question` holds; texts are
marked for translation, and whoever shows them calls `_`.
"""

from __future__ import annotations

from collections.abc import Mapping

from personamap.domain.labels import Label
from personamap.i18n import N_

REFLECTION_QUESTIONS: Mapping[str, Label] = {
    "spaces": Label(
        N_("Spaces"),
        N_("Who can get into the rooms of your course, move in them and follow what happens?"),
    ),
    "virtual-spaces": Label(
        N_("Virtual spaces"),
        N_("Who can take part in the calls, chats and pages of your course, and be themselves?"),
    ),
    "representation": Label(
        N_("Representation"),
        N_("Can learners see themselves in the cast, in who people are and what they have lived?"),
    ),
    "leadership": Label(
        N_("Leadership"), N_("Can they see themselves in those who lead, decide and explain?")
    ),
    "collateral": Label(
        N_("Collateral"),
        N_("What do pictures, handouts and examples show beside the story, and whom do they miss?"),
    ),
    "shared-experiences": Label(
        N_("Shared experiences"),
        N_("Which experiences do people in the cast share who seem to have little in common?"),
    ),
    "goals": Label(
        N_("Goals"), N_("Which mission, vision or goals does it serve that these people are here?")
    ),
    "threats": Label(
        N_("Threats"),
        N_("What could make a learner feel unsafe, left out or talked about, and what is done?"),
    ),
}
