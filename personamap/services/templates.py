"""What a new project can start from: an empty one, a template, the example.

Each is given in the language that is spoken, where a folder of that name
holds it, and else in English.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from personamap.domain.project import Project
from personamap.errors import UnknownTemplate
from personamap.i18n import _, language
from personamap.resources import example, resource
from personamap.services.facet_packs import default_facets
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode
from personamap.storage.files import read_bounded

EMPTY = "empty"
"""The template that is no file: the default facets and nobody yet."""

_SUFFIX = ".personamap"
_EXAMPLE = "onboarding" + _SUFFIX


class Template(Struct, frozen=True):
    """A start to choose; `summary` says what is in it."""

    id: str
    title: str
    summary: str


def template_ids() -> tuple[str, ...]:
    """Return the names of all templates without reading them, the empty one first."""
    return (EMPTY, *sorted(_files()))


def templates() -> tuple[Template, ...]:
    """Return what a new project can start from, the empty one first."""
    empty = Template(EMPTY, _("Empty project"), _("The default facets, and nobody yet."))
    return (empty, *(_describe(name) for name in sorted(_files())))


def load_template(template_id: str) -> Project:
    """Return the project a template starts with, or raise `UnknownTemplate`."""
    if template_id == EMPTY:
        return Project(facets=default_facets())
    files = _files()
    if template_id not in files:
        raise UnknownTemplate(template_id, template_ids())
    path = files[template_id]
    return decode(read_bounded(path, LARGEST_FILE), str(path)).project


def template_path(template_id: str) -> Path | None:
    """Return the file of a template; the empty one has none."""
    return _files().get(template_id)


def example_path() -> Path:
    """Return the file of the example that everyone sees first."""
    own = example(language(), _EXAMPLE)
    return own if own.is_file() else example(_EXAMPLE)


def _describe(template_id: str) -> Template:
    course = load_template(template_id).course
    return Template(template_id, course.title, course.summary)


def _files() -> dict[str, Path]:
    folders = (resource("templates"), resource("templates", language()))
    return {path.stem: path for folder in folders for path in folder.glob("*" + _SUFFIX)}
