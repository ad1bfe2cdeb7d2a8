"""Who meets whom."""

from itertools import combinations

import networkx as nx
from hypothesis import given, settings

from personamap.analysis.bits import mask_of, places_in
from personamap.analysis.chance import chance_of_all
from personamap.analysis.company import Company
from personamap.analysis.index import ProjectIndex
from personamap.analysis.mixing import Mixing
from personamap.domain.scene import Appearance
from tests.analysis.casts import cast, person
from tests.analysis.courses import courses, scene, tie


def graph_of(company: Company) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(company.met)))
    graph.add_edges_from((p, q) for p, met in enumerate(company.met) for q in places_in(met))
    return graph


def masks(components) -> set[int]:
    return {sum(1 << place for place in component) for component in components}


@given(courses())
def test_meeting_is_mutual_and_nobody_meets_themselves(project):
    met = ProjectIndex(project).company.met
    for one, other in combinations(range(len(met)), 2):
        assert bool(met[one] >> other & 1) == bool(met[other] >> one & 1)
    assert not any(mask >> place & 1 for place, mask in enumerate(met))


@given(courses())
def test_circles_are_the_connected_components_of_the_graph(project):
    company = ProjectIndex(project).company
    assert set(company.circles(company.everyone)) == masks(
        nx.connected_components(graph_of(company))
    )


@given(courses(most=9))
@settings(max_examples=200)
def test_whoever_joins_two_sides_is_an_articulation_point_of_the_graph(project):
    company = ProjectIndex(project).company
    graph = graph_of(company)
    joints = company.joints()
    assert list(joints) == sorted(nx.articulation_points(graph))
    for place, sides in joints.items():
        circle = nx.node_connected_component(graph, place) - {place}
        assert set(sides) == masks(nx.connected_components(graph.subgraph(circle)))
        assert list(sides) == sorted(sides, key=lambda side: (-side.bit_count(), side & -side))


def test_who_is_only_mentioned_and_who_left_the_cast_meet_nobody():
    jo, mara, gone = person("Jo"), person("Mara"), person("Ida", archived=True)
    mentioned = Appearance(persona="per-mara", presence="mentioned")
    project = cast(
        jo,
        mara,
        gone,
        scenes=(scene(1, "per-jo", mentioned),),
        relationships=(tie("per-ida", "per-jo"),),
    )
    assert ProjectIndex(project).company.met == (0, 0)


def test_masks_keep_the_order_of_the_cast_and_leave_strangers_out():
    assert list(places_in(0b10110)) == [1, 2, 4]
    assert mask_of(["b", "nobody"], {"a": 0, "b": 1}) == 0b10


def test_a_chance_is_that_of_drawing_without_putting_back():
    assert chance_of_all(6, 3, 3) == 1 / 20
    assert chance_of_all(6, 2, 3) == 0
    assert chance_of_all(2_000, 1_999, 1_500) == 0.25


def test_ties_to_expect_keep_in_mind_that_some_meet_many():
    mixing = Mixing(Company((0b01110, 0b10001, 0b00001, 0b00001, 0b00010)), 0b11111)
    rare = mixing.rare_meeting(0b00001, 0b10010, expected=1, share=1)
    assert (rare.joining, rare.expected, rare.ties) == (1, 3 * 3 / 8, 4)
    assert mixing.rare_meeting(0b00001, 0b10010, expected=2, share=1) is None
    assert mixing.rare_meeting(0b00001, 0b01110, expected=1, share=1) is None
