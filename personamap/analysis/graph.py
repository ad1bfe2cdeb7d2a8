"""The persona map as a graph: people, what they have lived, where they meet, what they say.

Every value of every active facet is a node, with or without people:
a taxonomy makes absence visible.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from personamap.analysis.facet_counts import FacetCount, roots_of
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project


def build_graph(project: Project, counts: Iterable[FacetCount]) -> nx.MultiGraph:
    """Return the graph of the cast; each node and edge says its `kind`."""
    graph = nx.MultiGraph()
    graph.add_nodes_from((p.id for p in project.cast), kind="persona")
    graph.add_nodes_from((e.id for e in project.experiences), kind="experience")
    graph.add_nodes_from((s.id for s in project.scenes), kind="scene")
    _add_values(graph, project)
    for count in counts:
        _add_answers(graph, count)
    _add_ties(graph, project)
    _add_lives(graph, project)
    return graph


def _add_values(graph: nx.MultiGraph, project: Project) -> None:
    for facet in project.active_facets:
        roots = roots_of(facet)
        for value in facet.values:
            graph.add_node(
                f"{facet.id}.{value.id}", kind="value", facet=facet.id, group=roots[value.id]
            )


def _add_answers(graph: nx.MultiGraph, count: FacetCount) -> None:
    for value_id, people in count.stated.items():
        node = ValueRef(facet=count.facet.id, value=value_id).node
        graph.add_edges_from((persona_id, node, {"kind": "answers"}) for persona_id in people)


def _add_ties(graph: nx.MultiGraph, project: Project) -> None:
    cast = {persona.id for persona in project.cast}
    for tie in project.relationships:
        if tie.source in cast and tie.target in cast:
            graph.add_edge(tie.source, tie.target, kind="relationship", id=tie.id)
    for scene in project.scenes:
        met = [a.persona for a in scene.appearances if a.persona in cast]
        graph.add_edges_from((persona_id, scene.id, {"kind": "appears"}) for persona_id in met)


def _add_lives(graph: nx.MultiGraph, project: Project) -> None:
    known = {experience.id for experience in project.experiences}
    for persona in project.cast:
        lived = [e.experience for e in persona.experiences if e.experience in known]
        graph.add_edges_from((persona.id, lived_id, {"kind": "lived"}) for lived_id in lived)
