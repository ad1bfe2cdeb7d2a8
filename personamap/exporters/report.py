"""What goes into a document: a project and some choices, made into an outline."""

from __future__ import annotations

from msgspec.structs import replace

from personamap.domain.cells import cast_columns, cast_row
from personamap.domain.days import is_day
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.exporters import wording
from personamap.exporters.around_tables import around_tables
from personamap.exporters.exporter import Progress, untold
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import Outline, Table
from personamap.exporters.private import visible_project
from personamap.exporters.sheet_outline import SheetOutline
from personamap.i18n import _
from personamap.stopping import each


def chosen_personas(project: Project, options: ExportOptions) -> tuple[Persona, ...]:
    """Return the personas to export, in the order of the cast; an unknown id raises."""
    if not options.personas:
        return project.cast
    wanted = {project.persona(persona_id).id for persona_id in options.personas}
    return tuple(persona for persona in project.personas if persona.id in wanted)


def sheets_outline(
    project: Project, options: ExportOptions, progress: Progress = untold
) -> Outline:
    """Return the sheets of the chosen personas; each asks `progress` whether to go on."""
    visible = visible_project(project, options)
    personas = chosen_personas(visible, options)
    maker = SheetOutline(visible, options)
    sheets = []
    for one in personas:
        # None is ready yet: that is said by what turns them into pages.
        progress(0, len(personas))
        sheets.append(maker.sheet(one))
    is_draft = False
    if project.hand_offs:
        # Reading what was handed over takes a while to load, and most casts never were.
        from personamap.exporters.earlier_issues import EarlierIssues

        issues = EarlierIssues(project, options)
        sheets = list(map(issues.with_changes, each(personas), sheets))
        is_draft = issues.is_draft
    outline = empty_outline(visible, options, _("Persona sheet"), is_draft=is_draft)
    title = outline.title
    if len(sheets) == 1:
        title = _("Persona sheet: {name}").format(name=sheets[0].name)
    return replace(outline, title=title, sheets=tuple(sheets), contents_title=_("Contents"))


def table_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the chosen personas as a table."""
    project = visible_project(project, options)
    columns = cast_columns(project)
    people = chosen_personas(project, options)
    rows = (cast_row(project, persona, columns) for persona in each(people))
    table = Table(tuple(column.heading for column in columns), tuple(rows), _("Cast"))
    around = around_tables(project, people)
    return replace(empty_outline(project, options, _("Cast")), table=table, around=around)


def source_outline(project: Project, options: ExportOptions, source: bytes) -> Outline:
    """Return the project as the bytes it is stored in."""
    return replace(empty_outline(project, options, _("Project")), source=source)


def empty_outline(
    project: Project, options: ExportOptions, kind: str, *, is_draft: bool = False
) -> Outline:
    """Return what all documents of a project have in common."""
    course = project.course
    date = options.date or _newest_date(project)
    issue = max((hand_off.number for hand_off in project.hand_offs), default=0)
    words = _("Draft after version {number}") if is_draft else _("Version {number}")
    version = words.format(number=issue) if issue else ""
    # The newest day in a project is that of its last issue, and no day of a draft after it.
    day = wording.dated(options.date if is_draft else date)
    return Outline(
        title=course.title or _("Untitled course"),
        kind=kind,
        course=" · ".join(filter(None, (course.title, course.client))),
        version=" · ".join(filter(None, (version, day))),
        lang=course.language or "en",
        rtl=wording.runs_right_to_left(course.language),
        date=date,
        page=options.page,
    )


def _newest_date(project: Project) -> str:
    dates = [hand_off.date for hand_off in project.hand_offs]
    dates += [sign_off.date for sign_off in project.sign_offs]
    dates += [decision.date for decision in project.decisions]
    dates += [comment.date for comment in project.comments]
    dates += [found.date for persona in project.personas for found in persona.evidence]
    return max(filter(is_day, dates), default="")
