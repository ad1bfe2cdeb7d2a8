"""Edits of what this cast wants to cover: stars, pairs, minimums, what is left out, checks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from personamap.domain.audience import CheckSetting, FacetPair, Implausible, MinimumCount
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.project import Project
from personamap.edits.course import set_aim_field


def set_stars(project: Project, facets: Collection[str], values: Collection[ValueRef]) -> Project:
    """Return `project` with exactly these facets and values marked as mattering."""
    starred = {(value.facet, value.value) for value in values}
    after = tuple(_starred(facet, facet.id in facets, starred) for facet in project.facets)
    if all(new is old for new, old in zip(after, project.facets, strict=True)):
        return project
    return project.with_items(facets=after)


def set_pairs(project: Project, pairs: Iterable[FacetPair]) -> Project:
    """Return `project` aiming for these pairs of facets, each once, whichever comes first."""
    kept: dict[frozenset[str], FacetPair] = {}
    for pair in pairs:
        kept.setdefault(frozenset((pair.first, pair.second)), pair)
    return set_aim_field(project, "pairs", tuple(kept.values()))


def set_minimum(project: Project, value: ValueRef, count: int) -> Project:
    """Return `project` aiming for at least `count` people with a value; none takes it back."""
    others = tuple(m for m in project.aim.minimums if m.value != value)
    if count < 1:
        return set_aim_field(project, "minimums", others)
    wanted = MinimumCount(value=value, count=count)
    if wanted in project.aim.minimums:
        return project
    return set_aim_field(project, "minimums", (*others, wanted))


def add_implausible(project: Project, implausible: Implausible) -> Project:
    """Return `project` leaving out a combination; one it leaves out already gets the new reason."""
    same = frozenset(implausible.values)
    others = tuple(i for i in project.aim.implausible if frozenset(i.values) != same)
    if implausible in project.aim.implausible:
        return project
    return set_aim_field(project, "implausible", (*others, implausible))


def remove_implausible(project: Project, values: Collection[ValueRef]) -> Project:
    """Return `project` counting a combination again."""
    same = frozenset(values)
    kept = tuple(i for i in project.aim.implausible if frozenset(i.values) != same)
    return set_aim_field(project, "implausible", kept)


def set_level(project: Project, level: int) -> Project:
    """Return `project` looking at combinations of up to so many facets."""
    return set_aim_field(project, "level", level)


def set_what_matters(project: Project, wanted: Project) -> Project:
    """Return `project` with the stars and aims of `wanted`; its checks and audience stay."""
    aim = wanted.aim
    facets = {facet.id for facet in wanted.facets if facet.starred}
    values = {
        ValueRef(facet=facet.id, value=value.id)
        for facet in wanted.facets
        for value in facet.values
        if value.starred
    }
    after = set_stars(project, facets, values)
    both = after.aim.evolve(
        pairs=aim.pairs, minimums=aim.minimums, implausible=aim.implausible, level=aim.level
    )
    return after if both is after.aim else after.with_items(aim=both)


def set_checks(project: Project, settings: Mapping[str, CheckSetting | None]) -> Project:
    """Return `project` with some checks set, or back at their defaults where none is given.

    Settings of other checks stay, those of checks of a later version too.
    """
    kept = [settings.get(s.check, s) for s in project.aim.checks]
    known = {setting.check for setting in project.aim.checks}
    added = [setting for check, setting in settings.items() if check not in known]
    return set_aim_field(project, "checks", tuple(s for s in (*kept, *added) if s is not None))


def switch_check_off(project: Project, check_id: str) -> Project:
    """Return `project` no longer asking a check; its thresholds are kept."""
    settings = {setting.check: setting for setting in project.aim.checks}
    setting = settings.get(check_id) or CheckSetting(check=check_id)
    return set_checks(project, {check_id: setting.evolve(active=False)})


def _starred(facet: Facet, matters: bool, values: Collection[tuple[str, str]]) -> Facet:
    after = tuple(value.evolve(starred=(facet.id, value.id) in values) for value in facet.values)
    same = all(new is old for new, old in zip(after, facet.values, strict=True))
    return facet.evolve(starred=matters, values=facet.values if same else after)
