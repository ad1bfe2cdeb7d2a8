import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.map.parts import LENSES, Spot
from personamap.analysis.map.picture import map_picture
from personamap.analysis.map.walk import next_in, walkable
from personamap.analysis.map.words import spoken, summary
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Job, LivedExperience, Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.edits.map import pin_node, unpin_nodes
from tests.slowness import slowness

MOST_SECONDS = 0.5
"""Ten times what an ordinary computer takes: only a search that grows too fast fails."""

MARA, IDRIS, LENE = "per-mara", "per-idris", "per-lene"


def cast_of(count, experiences=8) -> Project:
    return Project(
        personas=tuple(
            Persona(
                id=f"per-{n}",
                name=f"Person {n}",
                experiences=(LivedExperience(experience=f"exp-{n % experiences}"),),
            )
            for n in range(count)
        ),
        experiences=tuple(
            Experience(id=f"exp-{n}", title=f"Experience number {n}") for n in range(experiences)
        ),
        relationships=tuple(
            Relationship(id=f"rel-{n}", source=f"per-{n}", target=f"per-{(n * 7 + 1) % count}")
            for n in range(count)
        ),
        scenes=tuple(
            Scene(
                id=f"scn-{n}",
                appearances=tuple(
                    Appearance(persona=f"per-{p}") for p in range(n, min(n + 4, count))
                ),
            )
            for n in range(0, count, 5)
        ),
    )


def boxes(picture):
    for spot in picture.spots:
        extra = 40 if spot.kind == "person" else 0
        yield (
            spot.x - spot.width / 2,
            spot.y - spot.height / 2,
            spot.x + spot.width / 2,
            spot.y + spot.height / 2 + extra,
        )


def covers(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("lens", [lens for lens, _ in LENSES])
def test_everyone_of_the_cast_is_on_every_lens(project, lens):
    spots = {spot.id for spot in map_picture(project, lens).spots}
    assert {MARA, IDRIS, LENE} <= spots


def test_the_archived_are_not_on_the_map(project):
    archived = project.with_items(
        personas=(project.personas[0].evolve(archived=True), *project.personas[1:])
    )
    picture = map_picture(archived, "experiences")
    assert picture.find(MARA) is None
    assert all(MARA not in (link.start, link.end) for link in picture.links)


def test_a_relationship_points_from_source_to_target_and_carries_its_word(project):
    (tie,) = map_picture(project, "people").links
    assert (tie.start, tie.end, tie.label, tie.kind) == (IDRIS, MARA, "manages", "relationship")


def test_people_who_share_a_scene_and_no_relationship_are_linked_lightly(project):
    appearances = tuple(Appearance(persona=p) for p in (MARA, IDRIS, LENE))
    scene = project.scenes[0].evolve(appearances=appearances)
    links = map_picture(project.with_items(scenes=(scene,)), "people").links
    assert sorted((link.kind, *sorted((link.start, link.end))) for link in links) == [
        ("relationship", IDRIS, MARA),
        ("scene", IDRIS, LENE),
        ("scene", LENE, MARA),
    ]


def test_who_is_only_mentioned_shares_no_scene(project):
    appearances = (Appearance(persona=MARA), Appearance(persona=LENE, presence="mentioned"))
    scene = project.scenes[0].evolve(appearances=appearances)
    links = map_picture(project.with_items(scenes=(scene,)), "people").links
    assert [link.kind for link in links] == ["relationship"]


def test_an_experience_counts_the_people_who_lived_it(project):
    picture = map_picture(project, "experiences")
    assert picture.find("exp-rules").count == 2
    assert picture.neighbours()["exp-rules"] == {MARA, IDRIS}


def test_every_value_is_on_the_map_with_or_without_people(project):
    values = {s.id: s.count for s in map_picture(project, "identity").spots if s.kind == "value"}
    assert values == {
        "age_band.16-34": 1,
        "age_band.35-54": 1,
        "age_band.55plus": 0,
        "disability.hearing": 1,
        "disability.none": 0,
    }


def test_details_roll_up_into_their_group():
    facet = Facet(
        id="gender",
        label="Gender",
        values=(FacetValue(id="a", label="A"), FacetValue(id="b", label="B", parent="a")),
    )
    picture = map_picture(Project(facets=(facet,)), "identity")
    assert [spot.id for spot in picture.spots] == ["gender", "gender.a"]


def test_gaps_show_what_nobody_has_and_experiences_of_at_most_one(project):
    lonely = Experience(id="exp-lonely", title="Lift out of order")
    picture = map_picture(project.with_items(experiences=(*project.experiences, lonely)), "gaps")
    shown = {spot.id for spot in picture.spots if spot.kind in ("value", "experience")}
    assert shown == {"age_band.55plus", "disability.none", "exp-lonely"}


def test_facets_can_be_chosen(project):
    picture = map_picture(project, "identity", ["disability"])
    assert {s.note for s in picture.spots if s.kind == "value"} == {"Disability"}


def test_a_pinned_node_stays_where_it_was_put_until_it_is_freed(project):
    pinned = pin_node(project, MARA, 1234.0, -5.0)
    spot = map_picture(pinned, "people").find(MARA)
    assert (spot.x, spot.y, spot.is_pinned) == (1234.0, -5.0, True)
    assert map_picture(unpin_nodes(pinned, MARA), "people") == map_picture(project, "people")


@pytest.mark.parametrize("lens", ["people", "experiences"])
@pytest.mark.parametrize("count", [1, 2, 3, 6, 9, 14, 15, 40, 120])
def test_nothing_covers_anything_else(count, lens):
    found = list(boxes(map_picture(cast_of(count), lens)))
    assert not [(a, b) for at, a in enumerate(found) for b in found[at + 1 :] if covers(a, b)]


def test_stacks_of_values_do_not_cover_people_or_each_other(project):
    facets = tuple(
        Facet(
            id=f"f{n}",
            label=f"Facet {n}",
            values=tuple(FacetValue(id=f"v{v}", label=f"Value {v}") for v in range(3 + n)),
        )
        for n in range(9)
    )
    found = list(boxes(map_picture(cast_of(12).with_items(facets=facets), "identity")))
    assert not [(a, b) for at, a in enumerate(found) for b in found[at + 1 :] if covers(a, b)]


@pytest.mark.parametrize("lens", ["people", "experiences"])
def test_the_same_project_gives_the_same_map(lens):
    assert map_picture(cast_of(30), lens) == map_picture(cast_of(30), lens)


def test_adding_an_experience_moves_nobody():
    before = map_picture(cast_of(6, experiences=3), "experiences")
    after = map_picture(cast_of(6, experiences=4), "experiences")
    assert [s for s in before.spots if s.kind == "person"] == [
        s for s in after.spots if s.kind == "person"
    ]


def test_adding_a_person_keeps_the_order_around_the_ring():
    def order(project):
        return [s.id for s in map_picture(project, "people").spots]

    assert order(cast_of(7))[:6] == order(cast_of(6))


def test_adding_a_person_to_a_large_cast_moves_only_the_outer_ring():
    before = {s.id: (s.x, s.y) for s in map_picture(cast_of(120), "people").spots}
    after = {s.id: (s.x, s.y) for s in map_picture(cast_of(121), "people").spots}
    still = [key for key in before if before[key] == after[key]]
    assert len(still) > 80


def test_a_thousand_people_are_placed_quickly():
    project = cast_of(1000, experiences=60)
    start = time.thread_time()
    map_picture(project, "experiences")
    taken = time.thread_time() - start
    assert taken / max(1.0, slowness()) < MOST_SECONDS


spots = st.lists(
    st.builds(
        Spot,
        id=st.uuids().map(str),
        kind=st.sampled_from(["person", "value", "heading"]),
        label=st.just("x"),
        x=st.integers(-2000, 2000).map(float),
        y=st.integers(-2000, 2000).map(float),
    ),
    min_size=2,
    max_size=20,
    unique_by=lambda spot: (spot.x, spot.y),
)


@given(spots)
def test_walking_goes_the_way_it_says_and_never_to_a_heading(spots):
    here = spots[0]
    right, up = next_in(spots, here, "right"), next_in(spots, here, "up")
    assert right is None or (right.x > here.x and right.kind != "heading")
    assert up is None or (up.y < here.y and up.kind != "heading")


def test_tab_goes_line_by_line_from_left_to_right():
    def at(name, x, y):
        return Spot(name, "person", name, x=x, y=y)

    order = walkable([at("d", 0, 300), at("b", 200, 5), at("a", 0, 0), at("c", 400, -5)])
    assert [spot.id for spot in order] == ["a", "b", "c", "d"]


def test_a_screen_reader_hears_who_it_is_and_what_ties_them(project):
    named = project.with_items(
        personas=(
            project.personas[0].evolve(job=Job(title="team lead")),
            *project.personas[1:],
        )
    )
    picture = map_picture(named, "experiences")
    assert spoken(named, picture.find(MARA)) == (
        "Mara, team lead, 1 relationship, shares 1 experience"
    )
    assert spoken(named, picture.find(LENE)) == "Lene, no relationships"
    assert spoken(named, picture.find("exp-rules")) == "Nobody told me the rules, 2 people"
    assert summary(picture) == "3 people, 1 experience"


def test_a_screen_reader_hears_that_a_seat_is_empty(project):
    picture = map_picture(project, "identity")
    assert spoken(project, picture.find("age_band.55plus")) == "55 and over, Age band, nobody"
