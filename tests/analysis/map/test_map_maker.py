import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.map.maker import MapMaker
from personamap.analysis.map.parts import LENSES
from personamap.analysis.map.picture import map_picture
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Job, LivedExperience
from personamap.edits.map import pin_node
from personamap.edits.personas import add_persona, new_persona, remove_personas, set_persona_field
from tests.analysis.map.test_map_picture import cast_of
from tests.conftest import stated

FACET = Facet(id="age", label="Age", values=(FacetValue(id="old", label="Old"),))
EDITS = {
    "rename": lambda project, who: set_persona_field(project, who, "name", "Ada"),
    "job": lambda project, who: set_persona_field(project, who, "job", Job(title="Cook")),
    "archive": lambda project, who: set_persona_field(project, who, "archived", True),
    "answer": lambda project, who: set_persona_field(
        project, who, "answers", (stated("age", "old"),)
    ),
    "live": lambda project, who: set_persona_field(
        project, who, "experiences", (LivedExperience(experience="exp-0"),)
    ),
    "pin": lambda project, who: pin_node(project, who, 7.0, 9.0),
    "add": lambda project, _who: add_persona(project, new_persona()),
    "tie": lambda project, _who: project.with_items(relationships=project.relationships[:2]),
}
LENS_IDS = [lens for lens, _label in LENSES]


def example():
    return cast_of(8).with_items(facets=(FACET,))


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 7), st.sampled_from(LENS_IDS)),
        max_size=8,
    )
)
def test_after_any_edits_the_map_is_the_one_made_from_nothing(steps):
    maker, project = MapMaker(), example()
    for edit, who, lens in steps:
        project = EDITS[edit](project, f"per-{who}")
        assert maker.picture(project, lens) == map_picture(project, lens)


@pytest.mark.parametrize("lens", LENS_IDS)
def test_a_new_name_leaves_everything_else_on_the_map_as_it_was(lens):
    maker, project = MapMaker(), example()
    before = maker.picture(project, lens)
    after = maker.picture(set_persona_field(project, "per-3", "name", "Ada"), lens)
    changed = [
        new.label for old, new in zip(before.spots, after.spots, strict=True) if new is not old
    ]
    assert changed == ["Ada"]
    assert after.links is before.links
    assert after.stands_as(before)


def test_a_map_with_somebody_more_stands_otherwise_even_without_lines():
    maker = MapMaker()
    project = example().with_items(relationships=(), scenes=())
    before = maker.picture(project, "people")
    after = maker.picture(remove_personas(project, ["per-3"]), "people")
    assert not after.stands_as(before)
