"""Making, opening and saving projects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from personamap.domain.project import Project
from personamap.services.facet_packs import load_pack
from personamap.services.templates import EMPTY, load_template
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode, encode
from personamap.storage.files import (
    digest,
    may_write,
    read_bounded,
    write_atomically,
)
from personamap.storage.migrations import FORMAT
from personamap.storage.repair import with_unique_ids
from personamap.storage.standing import ANYTHING, NOTHING


class Opened(Struct, frozen=True):
    """A project as read, and what its author should hear about it.

    `digest` names the bytes that were read, so that a later save can tell
    whether another program wrote the file meanwhile. `shared_ids` were
    carried by two items each; the second of them has another id now, in
    memory only. Without `may_write` the file, or its folder, can only be read.
    """

    project: Project
    path: Path
    digest: str
    upgraded_from: int | None = None
    shared_ids: tuple[str, ...] = ()
    may_write: bool = True


def open_project(path: Path) -> Opened:
    """Read a project file of this format or any older one."""
    data = read_bounded(path, LARGEST_FILE)
    decoded = decode(data, str(path))
    project, shared_ids = with_unique_ids(decoded.project)
    return Opened(
        project=project,
        path=path,
        digest=digest(data),
        upgraded_from=decoded.written_in if decoded.written_in != FORMAT else None,
        shared_ids=shared_ids,
        may_write=may_write(path),
    )


def open_or_start(path: Path) -> Opened:
    """Read a project file, or start a project where none is yet."""
    if path.exists():
        return open_project(path)
    return Opened(project=new_project(), path=path, digest=NOTHING)


def save_project(project: Project, path: Path, known: str = ANYTHING) -> str:
    """Write `project` so that `path` holds either the old file or the new one.

    `known` is the digest of the file as it was last read or written: when
    somebody else has changed it since, nothing is written. Returns the
    digest of what was written, as `open_project` would give it.
    """
    data = encode(project)
    write_atomically(path, data, known)
    return digest(data)


def new_project(template: str = EMPTY, packs: Sequence[str] = ()) -> Project:
    """Return a project from a template, with the facets of `packs` added to those it has.

    The empty template has the default packs, unless `packs` says which.
    """
    project = Project() if template == EMPTY and packs else load_template(template)
    facets = {facet.id: facet for facet in project.facets}
    for pack_id in packs:
        for facet in load_pack(pack_id):
            facets.setdefault(facet.id, facet)
    return project.with_items(facets=tuple(facets.values()))
