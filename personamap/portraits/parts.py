"""The drawn parts, read once from their data files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from personamap.portraits.drawing import IDENTITY, NONE, Matrix, Shape
from personamap.resources import resource

Layer = Literal["body", "head", "face", "facial_hair", "accessory"]


class Part(Struct, frozen=True):
    """One drawn part. Its shapes name inks (`skin`, `hair`, `clothing`, `ink`) or plain colours."""

    shapes: tuple[Shape, ...]
    behind: bool = False


Parts = Mapping[str, Part]


@lru_cache(maxsize=1)
def layers() -> Mapping[str, Parts]:
    """Return the parts of each layer by name."""
    return MappingProxyType(
        {
            name: MappingProxyType(
                {
                    part: Part(_shapes(shapes, tuple(layer["transform"])))
                    for part, shapes in layer["parts"].items()
                }
            )
            for name, layer in _read("open-peeps.json")["layers"].items()
        }
    )


@lru_cache(maxsize=1)
def aids() -> Parts:
    """Return what people use: hearing aid, cane, wheelchair and others."""
    return MappingProxyType(
        {
            name: Part(_shapes(aid["shapes"], IDENTITY), behind=aid["behind"])
            for name, aid in _read("aids.json")["aids"].items()
        }
    )


def _read(name: str) -> Any:
    return json.loads(resource("portraits", name).read_text(encoding="utf-8"))


def _shapes(drawn: list[dict[str, Any]], transform: Matrix) -> tuple[Shape, ...]:
    return tuple(
        Shape(
            path=shape["d"],
            fill=shape["fill"],
            transform=transform,
            stroke=shape.get("stroke", NONE),
            stroke_width=shape.get("width", 0.0),
            even_odd=shape.get("rule") == "evenodd",
        )
        for shape in drawn
    )
