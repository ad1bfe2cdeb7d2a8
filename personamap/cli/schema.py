"""`personamap schema`: JSON Schemas of the file and of what commands answer."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import typer

from personamap.analysis.answer import CheckAnswer
from personamap.analysis.completing.completion_answer import CompletionAnswer
from personamap.analysis.fix_answer import FixPlanAnswer
from personamap.cli.check import CatalogueAnswer
from personamap.cli.diff import DiffAnswer
from personamap.cli.import_audience import AudienceReport
from personamap.cli.import_cast import ImportReport
from personamap.cli.import_review import ReviewReport
from personamap.cli.import_script import ScriptReport
from personamap.cli.merge_outcome import MergeAnswer
from personamap.cli.patterns import PatternsAnswer
from personamap.cli.recover import RecoverAnswer
from personamap.cli.show import ShowAnswer
from personamap.domain.review_file import ReviewFile
from personamap.importers.audience.mapping import AudienceMapping
from personamap.importers.cast.mapping import ColumnMapping
from personamap.importers.script.mapping import LabelMapping
from personamap.services.facet_packs import FacetPack
from personamap.storage.envelope import Envelope

Subject = Literal[
    "project",
    "show",
    "check",
    "catalogue",
    "fix",
    "complete",
    "import",
    "map",
    "audience",
    "audience-map",
    "script",
    "script-map",
    "review",
    "review-file",
    "facets",
    "patterns",
    "diff",
    "merge",
    "recover",
]

_SUBJECTS: dict[Subject, tuple[type[Any], Literal["validation", "serialization"]]] = {
    "project": (Envelope, "validation"),
    "show": (ShowAnswer, "serialization"),
    "check": (CheckAnswer, "serialization"),
    "catalogue": (CatalogueAnswer, "serialization"),
    "fix": (FixPlanAnswer, "serialization"),
    "complete": (CompletionAnswer, "serialization"),
    "import": (ImportReport, "serialization"),
    "map": (ColumnMapping, "validation"),
    "audience": (AudienceReport, "serialization"),
    "audience-map": (AudienceMapping, "validation"),
    "script": (ScriptReport, "serialization"),
    "script-map": (LabelMapping, "validation"),
    "review": (ReviewReport, "serialization"),
    "review-file": (ReviewFile, "validation"),
    "facets": (FacetPack, "validation"),
    "patterns": (PatternsAnswer, "serialization"),
    "diff": (DiffAnswer, "serialization"),
    "merge": (MergeAnswer, "serialization"),
    "recover": (RecoverAnswer, "serialization"),
}


def schema(
    *,
    subject: Annotated[
        Subject,
        typer.Option(
            "--for",
            help="The project.json of a file, the --json answer of a command "
            "(catalogue: check with several files; audience, script, review: import), the map "
            "of an import, what a reviewer saves, a facet pack.",
        ),
    ] = "project",
) -> None:
    """Print the JSON Schema of the project file, or of what a command answers with --json.

    Example: personamap schema --for check
    """
    model, mode = _SUBJECTS[subject]
    written = model.model_json_schema(mode=mode)
    typer.echo(json.dumps(written, indent=2, ensure_ascii=False))
