"""`personamap fix`: the fewest changes that close findings, and a project with them made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.check import Finding, FixKind
from personamap.analysis.coverage import check_coverage
from personamap.analysis.fix_answer import ClosedAnswer, FixPlanAnswer, fix_answer
from personamap.analysis.plan_wording import certainty
from personamap.analysis.plans import fewest_changes
from personamap.analysis.solving.effort import Effort
from personamap.cli.new_file import new_file
from personamap.cli.output import INDENT, say, say_json
from personamap.domain.project import Project
from personamap.errors import UnknownFinding
from personamap.i18n import N_, _
from personamap.services.projects import open_project, save_project
from personamap.storage.standing import NOTHING

_KINDS: dict[FixKind, str] = {
    "fill": N_("Fill"),
    "function": N_("Change"),
    "add": N_("Add"),
}


def fix(  # noqa: PLR0913 -- each argument is an option of the command
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project to look at.")],
    *,
    max_new: Annotated[int, typer.Option(min=0, max=200, help="New people at most.")] = 6,
    keys: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="KEY", help="A finding to close; may be repeated."),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0.1, max=600, help="How long to search, on an ordinary computer.")
    ] = 5.0,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Make the changes, into --out.")] = False,
    out: Annotated[Path | None, typer.Option(help="The new file; none is replaced.")] = None,
) -> None:
    """Say the fewest and smallest changes that close the findings of a cast.

    A blank nobody decided on is filled before a function is changed, and
    that before a person is added. Withheld, undisclosed and stated
    answers are never touched. What the changes close and open is worked
    out on the result. The exit status is 1 when some findings stay open.

    Example: personamap fix course.personamap --max-new 2
    """
    target = new_file(apply, out)
    project = open_project(file).project
    findings = _asked(project, keys or ())
    plan = fewest_changes(project, findings, Effort(max_new=max_new, seconds=seconds))
    answer = fix_answer(plan)
    if target is not None:
        save_project(plan.edit(project), target, NOTHING)
    if as_json:
        say_json(answer)
    else:
        _tell(answer, target)
    if answer.left:
        raise typer.Exit(1)


def _asked(project: Project, keys: Sequence[str]) -> tuple[Finding, ...]:
    """Return the open findings, or those named; one that is not open is a mistake."""
    report = check_coverage(project)
    found = {finding.key: finding for finding in report.findings}
    for key in keys:
        if key not in found:
            raise UnknownFinding(key)
    return tuple(found[key] for key in keys) if keys else tuple(found.values())


def _tell(answer: FixPlanAnswer, target: Path | None) -> None:
    if not answer.steps and not answer.left:
        say(_("Nothing to change: no finding is open."))
    elif not answer.steps:
        say(_("Nothing to change: no change closes any of these findings."))
    for number, step in enumerate(answer.steps, 1):
        line = _("{number}. {kind}: {text}")
        say(line.format(number=number, kind=_(_KINDS[step.kind]), text=step.text))
    _tell_findings(_("Closes"), answer.closes)
    _tell_findings(_("Opens"), answer.opens)
    _tell_findings(_("Stays open"), answer.left)
    if answer.steps:
        sure = answer.certainty == "proven"
        say(certainty(proven=sure, found=answer.new_people, at_least=answer.at_least))
    if target is not None:
        say(_("Made {path}").format(path=target))


def _tell_findings(title: str, findings: Sequence[ClosedAnswer]) -> None:
    if findings:
        say(_("{title}: {count}").format(title=title, count=len(findings)))
        for finding in findings:
            say(INDENT + finding.title)
