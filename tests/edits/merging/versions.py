"""A project and what two people made of it, drawn at random."""

from hypothesis import strategies as st

from personamap.domain.changes import COLLECTIONS
from personamap.storage.repair import with_unique_ids
from tests.analysis.any_edit import EDITS, edited, know_the_audience
from tests.analysis.casts import casts
from tests.storage.any_project import any_project

SENSIBLE = tuple(edit for edit in EDITS if edit is not know_the_audience)


@st.composite
def versions(draw, most=4):
    """Draw a project and two later versions of it, a few edits apart."""
    base = draw(casts(most=4))
    return base, edited_often(draw, base, most), edited_often(draw, base, most)


def any_opened():
    """Draw any project as opening its file gives it: no two items of it share an id."""
    return any_project().map(lambda project: with_unique_ids(project)[0])


def edited_often(draw, project, most):
    for _ in range(draw(st.integers(1, most))):
        project = edited(draw, project, SENSIBLE)
    return project


def all_items(project):
    """Return every item by the part it is in and its id."""
    return {
        (part, item.id): item
        for part in COLLECTIONS
        if part != "audiences"
        for item in getattr(project, part)
    }
