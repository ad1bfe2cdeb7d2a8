"""The tools that gather and compile what is translated, for tests to ask."""

import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


def tool(name: str) -> ModuleType:
    """Return a module of `tools/`, which is no package."""
    folder = str(ROOT / "tools")
    sys.path.insert(0, folder)
    try:
        return __import__(name)
    finally:
        sys.path.remove(folder)


def compiled(root: Path) -> None:
    """Compile the catalogues below a root."""
    tool("compile_messages").compile_messages(root)
