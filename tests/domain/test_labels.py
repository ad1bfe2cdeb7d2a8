"""Every fixed choice has words for it."""

from typing import get_args

import pytest

from personamap.domain import labels
from personamap.domain.experience import Experience, Power, Trust
from personamap.domain.facet import FacetKind
from personamap.domain.persona import AnswerState, PersonaStatus, Showing
from personamap.domain.project import CourseGoal
from personamap.domain.scene import NarrativeFunction, Presence, Safety, Setting


@pytest.mark.parametrize(
    ("choices", "mapping"),
    [
        (AnswerState, labels.ANSWER_STATES),
        (Showing, labels.SHOWINGS),
        (PersonaStatus, labels.STATUSES),
        (NarrativeFunction, labels.NARRATIVE_FUNCTIONS),
        (Presence, labels.PRESENCES),
        (Safety, labels.SAFETIES),
        (Setting.model_fields["space"].annotation, labels.SPACES),
        (Experience.model_fields["turn"].annotation, labels.TURNS),
        (Experience.model_fields["context"].annotation, labels.CONTEXTS),
        (Trust, labels.TRUSTS),
        (Power, labels.POWERS),
        (FacetKind, labels.FACET_KINDS),
        (CourseGoal.model_fields["kind"].annotation, labels.GOAL_KINDS),
    ],
)
def test_every_choice_has_a_name_and_a_sentence(choices, mapping):
    assert set(get_args(choices)) == set(mapping)
    assert all(label.text and label.help.endswith(".") for label in mapping.values())
    assert len({label.text for label in mapping.values()}) == len(mapping)
