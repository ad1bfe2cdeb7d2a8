import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.base import Entity
from personamap.domain.columns import cast_columns, cast_row, guarded
from personamap.domain.persona import Answer, Evidence, Job, Persona, StatedValue, Voice
from personamap.domain.portrait import Look
from personamap.domain.project import Project
from personamap.importers.cast.proposing import propose_mapping
from personamap.importers.tables import table_from_bytes
from personamap.services.imports import (
    CastProposal,
    add_cast,
    bring_in,
    offered_facets,
    prepare_cast,
    read_cast,
)
from personamap.services.projects import new_project
from tests.importers.people import FACETS


def written(project):
    text = io.StringIO(newline="")
    columns = cast_columns(project)
    writer = csv.writer(text)
    writer.writerow([guarded(column.heading) for column in columns])
    for persona in project.personas:
        writer.writerow([guarded(cell) for cell in cast_row(project, persona, columns)])
    return text.getvalue().encode("utf-8-sig")


def proposed(content, project):
    table = table_from_bytes("cast.csv", content)
    facets = offered_facets(project)
    return CastProposal(table, facets, propose_mapping(table, facets))


def read_back(content, project):
    proposal = proposed(content, project)
    return add_cast(project, read_cast(project, proposal, proposal.mapping))


def test_the_facets_of_the_project_are_offered_first(project):
    offered = [facet.id for facet in offered_facets(project)]
    assert offered[:2] == [facet.id for facet in project.facets]
    assert len(offered) == len(set(offered))
    assert set(offered) >= {facet.id for facet in new_project().facets}


SEEN = st.characters(codec="utf-8", exclude_categories=["Cc"])
LINE = st.text(SEEN, max_size=12).filter(lambda text: not text or text.strip())
TEXT = st.text(st.one_of(SEEN, st.sampled_from("\n;•-=' ")), max_size=20).filter(
    lambda text: not text or text.strip()
)
ITEMS = st.lists(TEXT.filter(bool), max_size=3).map(tuple)


@st.composite
def answers(draw, facet):
    options = [option.id for q in facet.qualifiers for option in q.options]
    values = draw(st.lists(st.sampled_from([v.id for v in facet.values]), unique=True, max_size=3))
    said = st.lists(st.sampled_from(options), unique=True, max_size=2) if options else st.just([])
    shown = draw(st.sets(st.sampled_from(["seen", "heard", "mentioned", "writers"])))
    return Answer(
        facet=facet.id,
        state=draw(st.sampled_from(["stated", "undecided", "open", "withheld", "undisclosed"])),
        values=tuple(StatedValue(value=v, qualifiers=tuple(draw(said))) for v in values),
        own_words=draw(TEXT),
        shown=tuple(s for s in ("seen", "heard", "mentioned", "writers") if s in shown),
        shown_how=draw(TEXT),
    )


@st.composite
def people(draw, place):
    return Persona(
        id=f"per-{place}",
        name=draw(LINE),
        age=draw(st.none() | st.integers(0, 130)),
        colour=place,
        pronouns=draw(LINE),
        brief=draw(TEXT),
        own_words=draw(TEXT),
        job=Job(title=draw(LINE), duties=draw(TEXT)),
        answers=tuple(draw(answers(facet)) for facet in FACETS if draw(st.booleans())),
        goals=draw(ITEMS),
        dos=draw(ITEMS),
        voice=Voice(tone=draw(TEXT), sample_lines=draw(ITEMS)),
        look=Look(alt_text=draw(TEXT)),
        evidence=tuple(Evidence(source=source) for source in draw(ITEMS)),
        status=draw(st.sampled_from(["draft", "in_review", "approved"])),
        notes=draw(TEXT),
    )


def without_blank_answers(persona: Entity):
    """Undecided and empty is the same as never asked."""
    kept = (a for a in persona.answers if a != Answer(facet=a.facet))
    return persona.evolve(answers=tuple(sorted(kept, key=lambda a: a.facet)))


@given(people(0), people(1))
def test_a_table_we_wrote_comes_back_as_it_was(ann, bo):
    before = Project(facets=FACETS, personas=(ann, bo))
    after = read_back(written(before), Project(facets=FACETS))
    assert after.facets == before.facets
    assert tuple(map(without_blank_answers, after.personas)) == tuple(
        map(without_blank_answers, before.personas)
    )


def test_a_table_we_wrote_can_be_read_beside_the_people_it_came_from(project):
    after = read_back(written(project), project)
    assert [person.name for person in after.personas] == ["Mara", "Idris", "Lene"] * 2
    assert len({person.id for person in after.personas}) == 6
    assert after.experiences == project.experiences
    assert after.personas[3].experiences == project.personas[0].experiences


def test_a_prepared_table_only_swaps_snapshots_where_nothing_else_happened(project):
    proposal = proposed(b"Name\nAnn\nBo\n", project)
    prepared = prepare_cast(project, proposal, proposal.mapping)
    assert bring_in(project, prepared) is prepared.after
    assert [person.name for person in prepared.after.personas[-2:]] == ["Ann", "Bo"]


def test_a_prepared_table_joins_whatever_the_project_has_become(project):
    proposal = proposed(b"Name\nAnn\n", project)
    prepared = prepare_cast(project, proposal, proposal.mapping)
    emptied = project.with_items(personas=())
    assert [person.name for person in bring_in(emptied, prepared).personas] == ["Ann"]
