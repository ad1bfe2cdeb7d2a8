"""Finds the files that are not code, in a checkout and in an installed copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _home(folder: str) -> Path:
    inside_wheel = _PACKAGE / "_shipped" / folder
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / folder


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources/`."""
    return _home("resources").joinpath(*parts)


def example(*parts: str) -> Path:
    """Return the path of a file or folder below `examples/`."""
    return _home("examples").joinpath(*parts)
