"""What stands around a project in `project.json`, for its JSON Schema."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from personamap.domain.base import Entity
from personamap.domain.project import Project


class Envelope(Entity):
    """The content of `project.json`; what equals its default is left out of `project`."""

    checksum: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of this whole file, with these 64 digits as zeros."
    )
    format: Literal[1] = Field(description="The number of the file format.")
    project: Project
    writer: str = Field(description="The program and version that wrote the file.")
