"""What a comment can be about, as choices, in words, and as places of the window."""

from __future__ import annotations

from collections.abc import Mapping

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.subject_names import SubjectNames
from personamap.domain.project import Project
from personamap.domain.subjects import ids_in, kind_of
from personamap.i18n import _


class Subjects:
    """Names the subjects of one snapshot; findings as the latest report has them."""

    def __init__(self, project: Project, report: CoverageReport | None) -> None:
        self._project, self._report = project, report
        self._names = SubjectNames(project)

    def name(self, subject: str) -> str:
        """Return what a subject is called; running the checks is left to the report."""
        if kind_of(subject) == "finding":
            return self._finding(subject) or _("A finding")
        return self._names.name(subject) or _("No longer here")

    def place(self, subject: str) -> tuple[str, str]:
        """Return the kind and id of what leads to a subject; nothing where there is no way."""
        if kind_of(subject) == "finding":
            return "finding", subject
        first = next(iter(ids_in(subject)), "")
        ways = {
            "person": self._project.find_persona(first),
            "scene": self._project.find_scene(first),
            "experience": self._project.find_experience(first),
            "facet": self._project.find_facet(first),
        }
        kind = next((kind for kind, found in ways.items() if found is not None), "")
        return kind, first if kind else ""

    def offered(self) -> Mapping[str, str]:
        """Return what can be commented on in words, by subject: the whole first."""
        project = self._project
        parts = (project.cast, project.scenes, project.active_facets, project.experiences)
        ids = ["", *(item.id for part in parts for item in part)]
        return {subject: self._names.name(subject) for subject in ids}

    def signable(self) -> Mapping[str, str]:
        """Return what can be called done, by subject: the whole first, then each person."""
        people = {persona.id: self._names.name(persona.id) for persona in self._project.cast}
        return {"": self._names.name(""), **people}

    def _finding(self, key: str) -> str:
        report = self._report
        if report is None:
            return ""
        accepted = (one.finding for one in report.accepted)
        found = (one for one in (*report.findings, *accepted) if one.key == key)
        return next((one.title for one in found), "")
