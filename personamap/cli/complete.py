"""`personamap complete`: who else would show what a course aims for, and a project with them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from personamap.analysis.check import Finding
from personamap.analysis.completing.completion import Completion, Newcomer, add_people, complete
from personamap.analysis.completing.completion_answer import completion_answer
from personamap.analysis.completing.gaps import Scope, says_what_matters
from personamap.analysis.completing.wording import adds_line, result_lines
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import value_labels
from personamap.analysis.solving.effort import Effort
from personamap.analysis.wording import listed
from personamap.cli.new_file import new_file
from personamap.cli.output import INDENT, say, say_json
from personamap.domain.project import Project
from personamap.i18n import _
from personamap.services.projects import open_project, save_project
from personamap.storage.standing import NOTHING

Cover = Literal["values", "pairs", "triples"]

_SCOPES: dict[Cover, Scope] = {
    "values": Scope(joined=0),
    "pairs": Scope(joined=2),
    "triples": Scope(joined=3),
}


def complete_cast(  # noqa: PLR0913 -- each argument is an option of the command
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project to look at.")],
    *,
    max_new: Annotated[int, typer.Option(min=1, max=200, help="New people at most.")] = 3,
    cover: Annotated[
        Cover, typer.Option(help="Single values that matter; pairs or triples of facets too.")
    ] = "pairs",
    seed: Annotated[int, typer.Option(min=1, help="Another number, other people.")] = 1,
    seconds: Annotated[
        float, typer.Option(min=0.1, max=600, help="How long to search, on an ordinary computer.")
    ] = 5.0,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Add the people, into --out.")] = False,
    out: Annotated[Path | None, typer.Option(help="The new file; none is replaced.")] = None,
) -> None:
    """Say which people more would show most of what a course aims for.

    Values that matter (stars, minimums, the audience) and combinations of
    the chosen or starred facets that nobody has yet. Nobody present is
    changed, and a newcomer states only what they are needed for. The exit
    status is 1 when some of it stays missing.

    Example: personamap complete course.personamap --max-new 2
    """
    target = new_file(apply, out)
    project = open_project(file).project
    effort = Effort(max_new=max_new, seconds=seconds, seed=seed)
    completion = complete(project, _SCOPES[cover], effort)
    if target is not None:
        people = [newcomer.persona for newcomer in completion.people]
        save_project(add_people(project, people), target, NOTHING)
    if as_json:
        say_json(completion_answer(completion))
    else:
        _tell(project, completion, target)
    if not completion.is_whole:
        raise typer.Exit(1)


def _tell(project: Project, completion: Completion, target: Path | None) -> None:
    index = ProjectIndex(project)
    for number, newcomer in enumerate(completion.people, 1):
        _tell_newcomer(index, number, newcomer)
    for line in result_lines(completion) if completion.asked.all else (_nothing_line(index),):
        say(line)
    if target is not None:
        say(_("Made {path}").format(path=target))


def _nothing_line(index: ProjectIndex) -> str:
    if not index.counts:
        return _("There is nothing to count by yet: this project has no facet that is switched on.")
    if not says_what_matters(index):
        return _(
            "Nothing of this is missing, and nothing is said to matter yet: choose facets and "
            "values in the window under “What matters…”."
        )
    return _("Nothing is missing: the cast shows all of this already.")


def _tell_newcomer(index: ProjectIndex, number: int, newcomer: Newcomer) -> None:
    answers = _(", ").join(value_labels(index, newcomer.values))
    say(_("{number}. Somebody with {answers}").format(number=number, answers=answers))
    say(INDENT + adds_line(newcomer))
    for title, findings in ((_("Closes"), newcomer.closed), (_("Opens"), newcomer.opened)):
        if findings:
            say(INDENT + _titled(title, findings))


def _titled(title: str, findings: tuple[Finding, ...]) -> str:
    names = listed([finding.title for finding in findings])
    return _("{title} {count}: {names}").format(title=title, count=len(findings), names=names)
