"""Edits of where things are on the map."""

from __future__ import annotations

from personamap.domain.project import Pin, Project


def pin_node(project: Project, node: str, x: float, y: float) -> Project:
    """Return `project` with a node of the map kept at a place."""
    kept = tuple(pin for pin in project.pins if pin.node != node)
    return project.with_items(pins=(*kept, Pin(node=node, x=x, y=y)))


def unpin_nodes(project: Project, *nodes: str) -> Project:
    """Return `project` with these nodes free to be laid out again."""
    kept = tuple(pin for pin in project.pins if pin.node not in nodes)
    return project if len(kept) == len(project.pins) else project.with_items(pins=kept)
