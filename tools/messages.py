"""Gathers every text a person reads and brings the catalogues of all languages up to date.

Run by `make messages`. What is new or was reworded stands in a catalogue without a translation
until somebody gives one; what is no longer said is dropped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from compile_messages import CATALOGUES, DOMAIN, compile_messages

ROOT = Path(__file__).resolve().parents[1]
_KEYWORDS = {"_": None, "N_": None, "N_plural": (1, 2), "plural": (1, 2)}
_CONTENT = ("facets", "vocabulary")
_READ = ("label", "help", "definition", "reciprocal", "question")
_WIDTH = 100


def main() -> None:
    """Bring all catalogues up to date and say what each of them lacks."""
    said = gathered()
    for file in sorted((ROOT / CATALOGUES).glob("*.po")):
        catalogue = read(file)
        gathered_before = catalogue.creation_date
        catalogue.update(said, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        # Neither a day nor where a text stands: a catalogue changes only with what it says.
        catalogue.creation_date = gathered_before
        with file.open("wb") as written:
            write_po(written, catalogue, width=_WIDTH, sort_output=True, no_location=True)
        sys.stdout.write(
            f"{file.name}: {len(said)} texts, {len(missing(catalogue))} to translate\n"
        )
    compile_messages(ROOT)


def gathered() -> Catalog:
    """Return all texts of the code, of the facets and of the vocabulary, each with where it is."""
    catalogue = Catalog(project=DOMAIN)
    for text, place in (*_in_code(), *_in_content()):
        catalogue.add(text, locations=[(place, 0)])
    return catalogue


def read(file: Path) -> Catalog:
    """Return the catalogue of one language."""
    with file.open("rb") as told:
        return read_po(told, locale=file.stem, domain=DOMAIN)


def missing(catalogue: Catalog) -> list[Any]:
    """Return the ids of all texts without a translation."""
    return [each.id for each in catalogue if each.id and not _is_told(each.string)]


def _is_told(translation: Any) -> bool:
    return all(translation) if isinstance(translation, (list, tuple)) else bool(translation)


def _in_code() -> Iterator[tuple[Any, str]]:
    found = extract_from_dir(ROOT / "personamap", [("**.py", "python")], keywords=_KEYWORDS)
    for file, _line, text, _comments, _context in found:
        yield text, f"personamap/{Path(file).as_posix()}"


def _in_content() -> Iterator[tuple[Any, str]]:
    for folder in _CONTENT:
        for file in sorted((ROOT / "resources" / folder).glob("*.json")):
            for text in _texts(json.loads(file.read_text(encoding="utf-8"))):
                yield text, file.relative_to(ROOT).as_posix()


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, list):
        for each in content:
            yield from _texts(each)
    elif isinstance(content, dict):
        for key, value in content.items():
            if key in _READ and value:
                yield value
            elif not isinstance(value, str):
                yield from _texts(value)


if __name__ == "__main__":
    main()
