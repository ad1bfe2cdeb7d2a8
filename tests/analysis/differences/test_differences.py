"""What differs between two versions of a project, in words a designer knows."""

from typing import get_args

import pytest
from hypothesis import given, settings

from personamap.analysis.differences import differences, summary
from personamap.analysis.differences.field_titles import field_title
from personamap.domain.audience import (
    Audience,
    AudienceGroup,
    FacetPair,
    Implausible,
    MinimumCount,
    Threshold,
)
from personamap.domain.base import Entity
from personamap.domain.experience import Experience
from personamap.domain.facet import Standard, ValueRef
from personamap.domain.persona import Answer, Evidence, Persona, Place, StatedValue
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait, Pose
from personamap.domain.project import Pin, Project
from personamap.edits.answers import set_own_words, set_state
from personamap.edits.items import move_item, set_field
from personamap.edits.map import pin_node
from personamap.edits.personas import (
    add_persona,
    remove_personas,
    set_persona_field,
    set_persona_part,
)
from personamap.storage.codec import decode, encode
from tests.conftest import IDRIS, MARA
from tests.storage.any_project import any_project


def told(before, after):
    return [(d.title, d.field, d.before, d.after) for d in differences(before, after)]


def test_the_same_project_read_twice_does_not_differ(project):
    assert differences(project, decode(encode(project), "").project) == ()
    assert summary(()) == "nothing differs"


def test_a_field_is_told_by_whose_it_is_and_what_it_is_called(project):
    after = set_persona_part(project, MARA, "job", "title", "Ward manager")
    (found,) = differences(project, after)
    assert (found.part, found.id, found.kind) == ("personas", MARA, "changed")
    assert (found.title, found.field, found.after) == (
        project.persona(MARA).name,
        "Job title",
        "Ward manager",
    )


def test_an_answer_is_told_by_the_labels_of_its_facet(project):
    after = set_state(project, MARA, "age_band", "withheld")
    ((title, field, before, now),) = told(project, after)
    assert (title, field) == (project.persona(MARA).name, "Age band")
    assert before in ("16 to 34", "35 to 54", "55 and over")
    assert now == f"Withheld: {before}"


def test_a_first_answer_is_told_like_any_other(project):
    before = set_field(project, "personas", MARA, "answers", ())
    after = set_own_words(before, MARA, "age_band", "Older than I feel")
    assert told(before, after) == [
        (project.persona(MARA).name, "Age band", "", "“Older than I feel”")
    ]


def test_of_a_list_only_what_went_and_what_came_is_told(project):
    before = set_persona_field(project, MARA, "goals", ("Sleep", "Be heard"))
    after = set_persona_field(project, MARA, "goals", ("Be heard", "Get a team"))
    assert told(before, after)[0][1:] == ("Goals", "Sleep", "Get a team")


def test_a_list_in_another_order_has_moved(project):
    before = set_persona_field(project, MARA, "goals", ("Sleep", "Be heard"))
    (found,) = differences(before, set_persona_field(before, MARA, "goals", ("Be heard", "Sleep")))
    assert (found.kind, found.before, found.after) == (
        "moved",
        "Sleep, Be heard",
        "Be heard, Sleep",
    )
    assert summary((found,)) == "1 person changed"


def test_of_a_long_text_the_place_is_shown_where_it_changed(project):
    start = "On the ward everybody knows everybody. " * 9
    before = set_persona_field(project, MARA, "brief", start + "She likes nights.")
    after = set_persona_field(project, MARA, "brief", start + "She hates nights.")
    ((_title, _field, was, now),) = told(before, after)
    assert was.startswith("…")
    assert "likes nights." in was
    assert "hates nights." in now
    assert len(was) < 121


def test_whoever_came_or_went_is_told_by_name(project):
    after = add_persona(remove_personas(project, {IDRIS}), Persona(id="per-new", name="Jo"))
    came_and_went = [(d.kind, d.title) for d in differences(project, after) if d.part == "personas"]
    assert came_and_went == [("removed", project.persona(IDRIS).name), ("added", "Jo")]


def test_the_order_of_the_cast_is_one_difference(project):
    (found,) = differences(project, move_item(project, "personas", MARA, 2))
    assert (found.kind, found.field, found.id) == ("moved", "Order of the people", "")
    assert summary((found,)) == "the order changed"


def test_a_place_on_the_map_is_told_by_who_stands_there(project):
    ((title, field, before, _now),) = told(project, pin_node(project, MARA, 3.0, 4.0))
    assert (title, field, before) == (project.persona(MARA).name, "Place on the map", "")


def test_a_move_in_the_belonging_square_is_told_by_the_names_of_its_places(project):
    place = Place(authenticity=0.8, acceptance=0.9)
    after = set_persona_part(project, MARA, "belonging", "start", place)
    ((_title, field, _before, now),) = told(project, after)
    assert field == "Belonging at the start"
    assert now.startswith("Belonging (")


def test_the_whole_is_told_in_one_line(project):
    after = set_persona_field(project, MARA, "name", "Mara L.")
    after = set_persona_field(after, IDRIS, "brief", "New here.")
    after = after.with_items(
        experiences=(*after.experiences, Experience(id="exp-new", title="Left out")),
        course=after.course.evolve(client="Somebody else"),
    )
    assert (
        summary(differences(project, after))
        == "2 people changed, 1 experience added, the course changed"
    )


@settings(max_examples=12)
@given(any_project(), any_project())
def test_any_two_projects_can_be_compared(before, after):
    found = differences(before, after)
    assert bool(found) == (before.with_items(media=()) != after.with_items(media=()))
    assert summary(found)


def walked(kind, seen):
    """Yield every class of entity that is compared field by field, with its fields."""
    for part in get_args(kind) or (kind,):
        if part is kind and isinstance(kind, type) and issubclass(kind, Entity):
            if kind not in seen:
                seen.add(kind)
                yield kind
                for field in kind.model_fields.values():
                    yield from walked(field.annotation, seen)
        elif part is not kind:
            yield from walked(part, seen)


NOT_TOLD = {"id", "answers"} | {"facet", "experience", "scene", "persona", "question", "check"}
PARTS = {"course", "aim", "job", "voice", "look", "belonging", "setting", "media"}


@pytest.mark.parametrize("owner", sorted(walked(Project, set()), key=str), ids=lambda o: o.__name__)
def test_every_field_has_a_name_people_read(owner):
    whole = (Place, Standard, IllustratedPortrait, PicturePortrait, Pin, Media, Audience)
    whole += (AudienceGroup, ValueRef, FacetPair, Evidence, Pose, StatedValue)
    told = set() if owner in whole else set(owner.model_fields) - NOT_TOLD - PARTS
    if owner is Answer:
        told -= {"state", "values", "own_words"}
    if owner in (MinimumCount, Implausible):
        told -= {"value", "values"}
    if owner is Threshold:
        told -= {"name"}
    assert [name for name in told if field_title(owner, name) == name] == []
