"""What could put somebody into an empty place: a value, or a cell where two things cross.

A place belongs to no finding. So the ways into it come from here, and
what each would close and open beside is worked out as for any other fix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from itertools import islice

from personamap.analysis.check import Fix, Need, Proposal
from personamap.analysis.fixes import Fixing
from personamap.analysis.index import ProjectIndex
from personamap.analysis.item_titles import scene_title
from personamap.analysis.part_proposals import give_function
from personamap.analysis.proposals import ALTERNATIVES, add_people, fill, free_blanks
from personamap.analysis.wording import Words
from personamap.domain.facet import ValueRef
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, NarrativeFunction
from personamap.edits.scenes import set_appearance
from personamap.i18n import N_, _


def place_fixes(project: Project, need: Need) -> tuple[Fix, ...]:
    """Return the changes after which somebody is in a place, the smallest kind first."""
    fixing = Fixing(project)
    tried = fixing.tried(ways_into(fixing.index, need))
    return tuple(fix for fix in tried if in_place(ProjectIndex(fix.edit(project)), need))


def in_place(index: ProjectIndex, need: Need) -> tuple[str, ...]:
    """Return who shows everything that a place asks for, in the order of the cast."""
    return index.people_in(_having(index, need.values) & _doing(index, need.functions))


def ways_into(index: ProjectIndex, need: Need) -> Iterator[Proposal]:
    """Propose who could fill a place: with a blank, with something to do, or as somebody new."""
    if any(value.facet not in index.counts for value in need.values):
        return
    yield from islice(_fills(index, need), ALTERNATIVES)
    if need.functions:
        there = index.people_in(_having(index, need.values))
        yield from give_function(index, there, need.functions)
        yield from islice(_entrances(index, there, need.functions), ALTERNATIVES)
    elif _fits_one_person(index, need.values):
        seed = "/".join(value.node for value in need.values)
        yield add_people(index, seed, [need.values])


def _fills(index: ProjectIndex, need: Need) -> Iterator[Proposal]:
    """Propose to fill the one blank that keeps somebody out."""
    doing = _doing(index, need.functions)
    for value in need.values:
        others = [other for other in need.values if other != value]
        able = set(index.people_in(_having(index, others) & doing))
        for persona_id in free_blanks(index, value):
            if persona_id in able:
                yield fill(index, [(persona_id, value)])


def _entrances(
    index: ProjectIndex, people: Sequence[str], functions: Sequence[NarrativeFunction]
) -> Iterator[Proposal]:
    """Propose scenes that people are not in yet, those with the fewest people first."""
    scenes = sorted(index.project.scenes, key=lambda scene: len(scene.appearances))
    for persona_id in people:
        scene = next((s for s in scenes if s.find_appearance(persona_id) is None), None)
        if scene is not None:
            appearance = Appearance(persona=persona_id, functions=tuple(functions))
            edit = partial(set_appearance, scene_id=scene.id, appearance=appearance)
            words: dict[str, Words] = {
                "name": index.name(persona_id),
                "scene": scene_title(scene),
                "functions": tuple(_(NARRATIVE_FUNCTIONS[f].text) for f in functions),
            }
            message = N_("Put {name} into “{scene}” with the part “{functions}”")
            yield Proposal("function", message, words, edit)


def _fits_one_person(index: ProjectIndex, values: Sequence[ValueRef]) -> bool:
    facets = [value.facet for value in values]
    return all(facets.count(f) == 1 or index.count(f).facet.many for f in facets)


def _having(index: ProjectIndex, values: Sequence[ValueRef]) -> int:
    everyone = (1 << len(index.cast)) - 1
    return reduce(lambda mask, value: mask & _with(index, value), values, everyone)


def _with(index: ProjectIndex, value: ValueRef) -> int:
    count = index.counts.get(value.facet)
    people = count.of(value.value) if count else ()
    return sum(1 << index.places[persona_id] for persona_id in set(people))


def _doing(index: ProjectIndex, functions: Sequence[NarrativeFunction]) -> int:
    everyone = (1 << len(index.cast)) - 1
    return index.deeds.doers(functions) if functions else everyone
