"""Makes of each catalogue what gettext reads, whenever the program is built or installed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = Path("resources", "locale")
DOMAIN = "personamap"


class CompileMessages(BuildHookInterface):
    """Runs before the files of a wheel are gathered, and when a checkout is installed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all catalogues below the root of the project."""
        compile_messages(Path(self.root))


def compile_messages(root: Path) -> None:
    """Write the compiled catalogue of each language into its folder."""
    for source in sorted((root / CATALOGUES).glob("*.po")):
        target = source.with_suffix("") / "LC_MESSAGES" / f"{DOMAIN}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: tests that run side by side compile and read at the same time.
        unfinished = target.with_suffix(f".{os.getpid()}")
        with source.open("rb") as told, unfinished.open("wb") as compiled:
            write_mo(compiled, read_po(told, locale=source.stem, domain=DOMAIN))
        unfinished.replace(target)
