import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.base import Entity
from personamap.domain.columns import guarded
from personamap.domain.project import Project
from personamap.edits.cast import add_newcomers
from personamap.importers.cast.importing import import_table
from personamap.importers.cast.proposing import propose_mapping
from personamap.importers.tables import table_from_bytes
from tests.importers.people import FACETS

KNOWN = (
    "Gender|Disability|Age|Age band|Goals|Bio|About|Job|Role|Source|Pain points|Status|First name"
    "|Surname|Notes|Persona id|Quote|Disability (own words)|Strengths|Lived experiences|Called"
    "|Team||Name|Poses|Turning points|Serves the goals|Evidence: days|Evidence: read by"
    "|Belonging at the start|Lived experiences: own words|Portrait"
)
HEADINGS = st.sampled_from(KNOWN.split("|"))
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=30)
CELLS = st.one_of(
    TEXT,
    st.lists(TEXT, max_size=3).map("; ".join),
    st.sampled_from(["Woman", "f, Blind", "Hearing (permanent)", "34", "- a\n- b", "* a * b"])
    | st.sampled_from(["no", "(open)", "withheld", "per-ann", "draft", "=1+1", "'=x", "• a • b"]),
)


def letters(text):
    return re.findall(r"[^\W_]+", text)


def texts(value):
    match value:
        case str():
            yield value
        case Entity():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name))
        case tuple():
            for item in value:
                yield from texts(item)
        case int():
            yield str(value)


@given(
    st.lists(HEADINGS, min_size=1, max_size=6),
    st.lists(st.lists(CELLS, min_size=1, max_size=8), min_size=1, max_size=4),
)
def test_every_cell_is_found_again_in_a_persona_or_in_the_report(headings, rows):
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["Name", *headings])
    writer.writerows([["Ann", *map(guarded, row)] for row in rows])
    table = table_from_bytes("cast.csv", written.getvalue().encode())
    project = Project(facets=FACETS)
    result = import_table(project, table, propose_mapping(table, FACETS), FACETS)
    after = add_newcomers(project, result.newcomers)
    for row, person, report in zip(rows, after.personas, result.rows, strict=True):
        lives = tuple(after.find_experience(lived.experience) for lived in person.experiences)
        said = [value.label for a in person.answers for value in _values(after, a)]
        kept = letters(" ".join((*texts(person), *texts(lives), *said)))
        reported = letters(" ".join(placed.text for placed in report.placed))
        for cell in row:
            assert set(letters(cell)) <= set(reported)
            missing = set(map(str.casefold, letters(cell))) - set(map(str.casefold, kept))
            assert missing <= {"permanent"}, (cell, person)


def _values(project, answer):
    facet = project.facet(answer.facet)
    return [facet.find_value(value.value) for value in answer.values]
