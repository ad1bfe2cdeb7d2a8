"""References to things that are not in the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from personamap.analysis.check import Check, Finding, Limits, Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.references import Reference, dangling_references
from personamap.domain.project import Project
from personamap.edits.removal import without_experiences, without_personas, without_scenes
from personamap.i18n import N_

_SENTENCES = {
    "facet": N_("It answers the facet “{missing}”, which this project does not have."),
    "value": N_("It names the value “{missing}”, which its facet does not offer."),
    "persona": N_("It names the persona “{missing}”, who is not in this project."),
    "experience": N_("It names the experience “{missing}”, which is not in this project."),
    "scene": N_("It names the scene “{missing}”, which is not in this project."),
    "goal": N_("It serves the goal “{missing}”, which this course does not have."),
    "picture": N_("Its picture is not in this project."),
}
_Removal = Callable[[Project, frozenset[str]], Project]
_REMOVALS: Mapping[str, _Removal] = {
    "persona": without_personas,
    "experience": without_experiences,
    "scene": without_scenes,
}


def _find(index: ProjectIndex, _limits: Limits) -> Iterator[Finding]:
    for reference in dangling_references(index.project):
        yield _finding(reference)


def _finding(reference: Reference) -> Finding:
    return Finding(
        key=f"dangling-references:{reference.holder}:{reference.missing}",
        check="dangling-references",
        severity="gap",
        headline=N_("“{name}” points at something that is not there"),
        message=_SENTENCES[reference.target],
        summary=N_("1 reference"),
        subjects=(reference.holder,),
        values={"name": reference.name, "missing": reference.missing},
        evidence={"target": reference.target, "missing": reference.missing},
        weight=0.9,
    )


def _propose(_index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    removal = _REMOVALS.get(str(finding.evidence["target"]))
    missing = str(finding.evidence["missing"])
    if removal is not None:
        edit = partial(_remove, removal=removal, missing=missing)
        message = N_("Remove everything that points at “{missing}”")
        yield Proposal("fill", message, {"missing": missing}, edit)


def _remove(project: Project, removal: _Removal, missing: str) -> Project:
    return removal(project, frozenset((missing,)))


DANGLING_REFERENCES = Check(
    id="dangling-references",
    title=N_("References that lead nowhere"),
    why=N_(
        "Something was deleted in another program, or a file was put together by hand. Nothing "
        "was dropped for it, but whatever points there cannot be shown or counted."
    ),
    source=N_("personamap: nothing an author wrote is dropped silently"),
    find=_find,
    propose=_propose,
    area="file",
)
