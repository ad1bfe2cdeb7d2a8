"""`personamap import script`: scenes, and who says how much in them, from a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.output import say, say_json, say_table
from personamap.cli.saving import save_over
from personamap.domain.project import Project
from personamap.i18n import _, plural
from personamap.importers.script.mapping import LabelMapping, LabelUse
from personamap.services.projects import open_or_start
from personamap.services.script_words import who_speaks
from personamap.services.scripts import (
    ScriptImport,
    ScriptProposal,
    bring_script,
    load_labels,
    news_of,
    prepare_script,
    propose_script,
    scenes_no_longer_there,
)


class LabelAnswer(JsonAnswer):
    """How much stands under one label, and who speaks there."""

    label: str
    lines: int
    words: int
    speakers: tuple[str, ...]
    because: str
    candidates: tuple[str, ...]


class SpokenAnswer(JsonAnswer):
    """What one persona says in a scene."""

    persona: str
    lines: int
    words: int


class SceneAnswer(JsonAnswer):
    """One scene of the script; `scene` is its id in the project."""

    scene: str
    title: str
    new: bool
    changed: bool
    spoken: tuple[SpokenAnswer, ...]


class ScriptReport(JsonAnswer):
    """The answer of `import script --json`; its `labels` can be used again with `--map`."""

    written: bool
    title: str
    labels: tuple[LabelAnswer, ...]
    people: tuple[str, ...]
    scenes: tuple[SceneAnswer, ...]
    no_longer_there: tuple[str, ...]
    notes: tuple[str, ...]


def import_script(
    script: Annotated[
        Path,
        typer.Argument(
            metavar="SCRIPT", help="A Fountain, Final Draft (FDX), Word (DOCX) or text file."
        ),
    ],
    *,
    into: Annotated[Path, typer.Option(help="The project; a file not there yet is made new.")],
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--map", help='Who speaks, as JSON: what --json prints, or {"LABEL": "name"}.'
        ),
    ] = None,
    new_people: Annotated[
        bool,
        typer.Option("--new-people", help="Make a persona of every label that names nobody yet."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would happen; write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Bring the scenes of a script into a project, with who says how much in them.

    The same script again, or a later version of it, updates the scenes.
    Under a label that could be several people, nothing is counted before
    --map says who it is ("new" for a new persona, "leave-out" for nobody).

    Example: personamap import script course.fountain --into course.personamap --dry-run
    """
    opened = open_or_start(into)
    project = opened.project
    wanted = load_labels(mapping, project) if mapping else LabelMapping()
    proposal = propose_script(project, script)
    uses = _decided(proposal.mapping, wanted, new_people=new_people)
    brought = prepare_script(proposal.script, uses)
    after = bring_script(project, brought)
    written = not dry_run and after is not project
    if written:
        save_over(after, opened, "import")
    if as_json:
        say_json(_report(project, proposal, brought, written=written))
        return
    _tell_labels(after, proposal, uses)
    for line in _told(project, proposal, brought):
        say(line)
    say(_ending(project, brought, into, dry_run=dry_run))


def _decided(proposed: LabelMapping, wanted: LabelMapping, *, new_people: bool) -> LabelMapping:
    decided = proposed
    for use in proposed.labels:
        said = wanted.use_of(use.label).speakers
        if said:
            decided = decided.with_use(use.label, *said)
    return decided.with_new_people() if new_people else decided


def _report(
    project: Project, proposal: ScriptProposal, brought: ScriptImport, *, written: bool
) -> ScriptReport:
    return ScriptReport(
        written=written,
        title=proposal.script.title,
        labels=tuple(_label(use, proposal) for use in brought.mapping.labels),
        people=tuple(persona.name for persona in brought.newcomers),
        scenes=tuple(
            SceneAnswer(
                scene=news.counterpart or news.scene.id,
                title=news.scene.title,
                new=not news.counterpart,
                changed=news.is_changed,
                spoken=tuple(
                    SpokenAnswer(persona=who, lines=said.lines, words=said.words)
                    for who, said in news.scene.spoken.items()
                ),
            )
            for news in news_of(project, brought)
        ),
        no_longer_there=scenes_no_longer_there(project, brought),
        notes=proposal.script.notes,
    )


def _label(use: LabelUse, proposal: ScriptProposal) -> LabelAnswer:
    said = proposal.counts[use.label]
    return LabelAnswer(
        label=use.label,
        lines=said.lines,
        words=said.words,
        speakers=use.speakers,
        because=use.because,
        candidates=use.candidates,
    )


def _tell_labels(project: Project, proposal: ScriptProposal, uses: LabelMapping) -> None:
    counts = proposal.counts
    say_table(
        _("Who speaks in “{script}”:").format(script=proposal.script.name),
        (_("Label"), _("Lines"), _("Words"), _("Who that is")),
        [
            (
                use.label,
                str(counts[use.label].lines),
                str(counts[use.label].words),
                who_speaks(use, project),
            )
            for use in uses.labels
        ],
    )


def _told(project: Project, proposal: ScriptProposal, brought: ScriptImport) -> Iterator[str]:
    for note in proposal.script.notes:
        yield _("Note: {note}").format(note=note)
    for title in scenes_no_longer_there(project, brought):
        yield _("Note: “{scene}” is no longer in the script and stays in the project.").format(
            scene=title
        )
    waiting = brought.mapping.open_labels
    if waiting:
        yield _(
            "Nothing was counted for {labels}. Say who that is with --map, or use --new-people."
        ).format(labels=", ".join(waiting))


def _ending(project: Project, brought: ScriptImport, into: Path, *, dry_run: bool) -> str:
    news = news_of(project, brought)
    new = sum(1 for scene in news if not scene.counterpart)
    changed = sum(1 for scene in news if scene.counterpart and scene.is_changed)
    words = {
        "new": plural("{count} new scene", "{count} new scenes", new),
        "changed": plural("{count} changed scene", "{count} changed scenes", changed),
        "people": plural("{count} new person", "{count} new people", len(brought.newcomers)),
        "path": into,
    }
    if not (new or changed or brought.newcomers):
        return _("All of this is in “{path}” already; nothing was written.").format(**words)
    if dry_run:
        return _(
            "{new}, {changed} and {people} would come into “{path}”; nothing was written."
        ).format(**words)
    return _("{new}, {changed} and {people} came into “{path}”.").format(**words)
