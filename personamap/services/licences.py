"""Whose work this program is made of, and on which terms, read from what lies on the disk.

A list kept by hand is wrong after the next update. Files that came along have
their licence beside them; Python packages tell theirs in their metadata
(packaging.python.org, Core metadata specifications).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from msgspec import Struct

from personamap import __version__
from personamap.i18n import N_
from personamap.resources import resource

_OWN = "personamap"
_CHECKOUT = Path(__file__).resolve().parents[2]
_OPTIONAL = "audience"
"""The extra whose packages the program uses where they are there."""

_SHORT = 64
"""The longest old `License` field, in characters, that can be a name; others hold a whole text."""

_BUNDLED = {
    "inter": ("Inter", N_("the type of the window")),
    "atkinson-hyperlegible-next": ("Atkinson Hyperlegible Next", N_("the reading font")),
    "noto": ("Noto", N_("the letters of the sheets")),
    "icons": ("Lucide", N_("the icons")),
    "portraits": ("Open Peeps", N_("the parts of the portraits")),
}
_TITLES = {
    "SIL Open Font License, Version 1.1": "OFL-1.1",
    "ISC License": "ISC",
    "CC0 1.0 Universal": "CC0-1.0",
}
_LGPL = "LGPL-3.0"
_LGPL_TEXTS = (f"{_LGPL}.txt", "GPL-3.0.txt")
"""Qt for Python comes without its licence: the lesser one, and the general one it rests on."""

_LICENCE_FILE = re.compile(r"(OFL|LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_PROJECT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"extra\s*==\s*[\"']([^\"']+)")


class Licensed(Struct, frozen=True):
    """A part of the program, its use or version, its licence, and where the text of that lies."""

    name: str
    note: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """Return the texts of its licences, or nothing where it came without."""
        return "\n\n".join(path.read_text("utf-8", "replace").strip() for path in self.files)


def parts_in_use() -> tuple[Licensed, ...]:
    """Return the program itself, what is bundled with it, and the packages it runs on."""
    return (_itself(), *bundled_parts(), *packages_from(_own_requirements()))


def bundled_parts() -> Iterator[Licensed]:
    """Yield the fonts, icons and portrait parts, by the licence files beside them."""
    for path in sorted(resource().rglob("*")):
        if path.is_file() and _LICENCE_FILE.match(path.name):
            name, use = _BUNDLED.get(path.parent.name, (path.parent.name, ""))
            text = path.read_text("utf-8")
            titles = [short for title, short in _TITLES.items() if title in text]
            yield Licensed(name, use, ", ".join(titles), (path,))


def packages_from(requirements: Iterable[str]) -> tuple[Licensed, ...]:
    """Return the installed packages that requirements lead to, by name.

    What is not installed is not in use: it is for another system, or optional.
    """
    found: dict[str, Distribution] = {}
    waiting = [_project(each) for each in requirements]
    while waiting:
        name = waiting.pop()
        package = None if name in found else _installed(name)
        if package is not None:
            found[name] = package
            waiting += [_project(each) for each in package.requires or () if not _extra(each)]
    return tuple(_licensed(found[name]) for name in sorted(found))


def licence_of(package: Distribution) -> str:
    """Return the licence a package names: by SPDX, else in its own words, else by classifiers."""
    names = _told(package, "License")
    short = [each for each in names if 0 < len(each) <= _SHORT and each != "UNKNOWN"]
    classifiers = _told(package, "Classifier")
    named = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return ", ".join(_told(package, "License-Expression") or short or named)


def _told(package: Distribution, field: str) -> list[str]:
    return package.metadata.get_all(field) or []


def _itself() -> Licensed:
    beside, package = _CHECKOUT / "LICENSE", _installed(_OWN)
    files = (beside,) if beside.is_file() else _texts(package) if package else ()
    return Licensed(_OWN, __version__, "MIT", files)


def _own_requirements() -> list[str]:
    # A checkout may have been installed long before its newest requirement.
    beside, package = _CHECKOUT / "pyproject.toml", _installed(_OWN)
    if beside.is_file():
        project = tomllib.loads(beside.read_text("utf-8"))["project"]
        return [*project["dependencies"], *project["optional-dependencies"][_OPTIONAL]]
    requires = package.requires or [] if package else []
    return [each for each in requires if _extra(each) in ("", _OPTIONAL)]


def _project(requirement: str) -> str:
    found = _PROJECT_NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", found.group()).lower() if found else ""


def _extra(requirement: str) -> str:
    found = _EXTRA.search(requirement)
    return found.group(1) if found else ""


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _licensed(package: Distribution) -> Licensed:
    name = package.metadata["Name"]
    licence, texts = licence_of(package), _texts(package)
    if _LGPL in licence and not texts:
        texts = tuple(resource("licences", text) for text in _LGPL_TEXTS)
    return Licensed(name, package.version, licence, texts)


def _texts(package: Distribution) -> tuple[Path, ...]:
    """Return the licence files that came with the metadata of a package."""
    files = (
        each
        for each in package.files or ()
        if each.parts[0].endswith(".dist-info")
        and ("licenses" in each.parts[:-1] or _LICENCE_FILE.match(each.name))
    )
    paths = (Path(str(package.locate_file(each))) for each in files)
    return tuple(path for path in paths if path.is_file())
