"""The coverage report on its pages."""

from __future__ import annotations

from personamap.exporters.outline import Coverage, Outline
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.look import Look


def draw_coverage(canvas: TaggedCanvas, outline: Outline, coverage: Coverage, look: Look) -> None:
    """Draw the report."""
