"""What a command tells other programs with `--json`: the keys it names, and no others."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class JsonAnswer(BaseModel):
    """A part of an answer. What a project is saved as derives from `Entity`; this never is."""

    model_config = ConfigDict(frozen=True, extra="forbid")
