"""Bringing a table of people into a project: reading, proposing, adding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from personamap.domain.base import Entity
from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.edits.cast import add_newcomers
from personamap.errors import MappingRefused
from personamap.i18n import _
from personamap.importers.apart.task import Wanted, always
from personamap.importers.cast.importing import import_table
from personamap.importers.cast.mapping import ColumnMapping
from personamap.importers.cast.proposing import propose_mapping
from personamap.importers.cast.report import CastImport
from personamap.importers.tables import Table, read_table
from personamap.services.facet_packs import default_facets, packs
from personamap.storage.files import read_bounded
from personamap.storage.strict_json import NotStrictJson, read_typed_json

MOST_MAPPING_BYTES = 1_000_000

Progress = Callable[[int, int], None]
EntityT = TypeVar("EntityT", bound=Entity)


class CastProposal(Struct, frozen=True):
    """A table that was read, the facets its columns may go to, and where they could go."""

    table: Table
    facets: tuple[Facet, ...]
    mapping: ColumnMapping


def propose_cast(project: Project, path: Path, wanted: Wanted = always) -> CastProposal:
    """Read a table and propose where its columns go, or raise a `PersonamapError`."""
    table = read_table(path, wanted=wanted)
    facets = offered_facets(project)
    return CastProposal(table, facets, propose_mapping(table, facets))


def offered_facets(project: Project) -> tuple[Facet, ...]:
    """Return the facets of the project and, after them, those of all packs that it lacks."""
    shipped = (*default_facets(), *(facet for pack in packs() for facet in pack.facets))
    offered = {facet.id: facet for facet in shipped}
    own = {facet.id: facet for facet in project.facets}
    rest = tuple(facet for name, facet in offered.items() if name not in own)
    return (*project.facets, *rest)


def read_cast(
    project: Project,
    proposal: CastProposal,
    mapping: ColumnMapping,
    progress: Progress = lambda _done, _total: None,
) -> CastImport:
    """Return the people of a table as `mapping` reads it; the project stays as it is."""
    return import_table(project, proposal.table, mapping, proposal.facets, progress)


class PreparedCast(Struct, frozen=True):
    """The people of a table, and a project as it is without and with them."""

    cast: CastImport
    before: Project
    after: Project


def prepare_cast(project: Project, proposal: CastProposal, mapping: ColumnMapping) -> PreparedCast:
    """Do all that bringing in a table takes, so that the edit itself has only to swap snapshots."""
    cast = read_cast(project, proposal, mapping)
    return PreparedCast(cast, project, add_cast(project, cast))


def bring_in(project: Project, prepared: PreparedCast) -> Project:
    """Return `project` with the people of the table, whatever happened to it meanwhile."""
    if project is prepared.before:
        return prepared.after
    return add_cast(project, prepared.cast)


def add_cast(project: Project, cast: CastImport) -> Project:
    """Return `project` with the people of a table, on the facets and experiences they bring."""
    return add_newcomers(project, cast.newcomers)


def load_mapping(path: Path) -> ColumnMapping:
    """Read a mapping, as it was saved or as plain `{"column": "goes to"}`."""
    return read_mapping(path, ColumnMapping, lambda written: {"columns": _uses(written)})


def read_mapping(path: Path, kind: type[EntityT], full: Callable[[Any], Any]) -> EntityT:
    """Read a mapping of columns; `full` makes the short forms people may write whole."""
    written = read_bounded(path, MOST_MAPPING_BYTES)
    if len(written) > MOST_MAPPING_BYTES:
        raise MappingRefused(_("“{name}” is larger than a megabyte.").format(name=path.name))
    try:
        return kind.model_validate(full(read_typed_json(written)))
    except ValidationError as error:
        first = error.errors()[0]
        raise MappingRefused(
            _("“{name}” is not as a mapping should be at {place}: {why}.").format(
                name=path.name, place=".".join(map(str, first["loc"])) or "…", why=first["msg"]
            )
        ) from error
    except NotStrictJson as error:
        raise MappingRefused(
            _(
                "“{name}” cannot be read: {why}. "
                'Write {{"column": "goes to"}} as JSON, with each column once.'
            ).format(name=path.name, why=error)
        ) from error


def _uses(written: Any) -> Any:
    """Return the uses in a mapping, in a report of an import, or in plain pairs."""
    if not isinstance(written, dict):
        return written
    if isinstance(written.get("columns"), list):
        return written["columns"]
    return [{"column": name, "goes_to": target} for name, target in written.items()]


def combined(
    proposed: ColumnMapping, wanted: ColumnMapping | None, new_facets: Iterable[str]
) -> ColumnMapping:
    """Return the proposal with what somebody wants otherwise."""
    uses = {use.column: use for use in proposed.columns}
    uses |= {use.column: use for use in (wanted.columns if wanted else ())}
    return ColumnMapping(columns=tuple(uses.values())).with_new_facets(new_facets)
