import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.base import Entity
from personamap.domain.cells import cast_columns, cast_row
from personamap.domain.columns import guarded
from personamap.domain.experience import Experience
from personamap.domain.persona import (
    Answer,
    BelongingArc,
    Evidence,
    Job,
    LivedExperience,
    Persona,
    Place,
    StatedValue,
    TurningPoint,
    Voice,
)
from personamap.domain.portrait import Look, PicturePortrait, Pose
from personamap.domain.project import Course, CourseGoal, Project
from personamap.domain.scene import Scene
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


PLACES = st.builds(Place, authenticity=st.floats(0, 1), acceptance=st.floats(0, 1))
SCENES = (
    Scene(id="scn-1", title="Inspection"),
    Scene(id="scn-2"),
    Scene(id="scn-3", title="Same"),
    Scene(id="scn-4", title="same "),
)
TURNS = st.builds(
    TurningPoint,
    scene=st.sampled_from([scene.id for scene in SCENES]),
    note=TEXT,
    place=st.none() | PLACES,
)
DAYS = st.dates().map(str) | st.just("")
SOURCES = st.builds(Evidence, source=TEXT.filter(bool), reviewer=TEXT, date=DAYS)
LIVES = (Experience(id="exp-1", title="The ward"), Experience(id="exp-2", title="“You speak well”"))
LIVED = st.lists(st.sampled_from(LIVES), unique=True).flatmap(
    lambda lives: st.tuples(
        *(st.builds(LivedExperience, experience=st.just(e.id), own_words=TEXT) for e in lives)
    )
)
COURSE = Course(
    goals=(CourseGoal(id="goal-a", text="Speak up early."), CourseGoal(id="goal-b", text=""))
)


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
        look=Look(
            alt_text=draw(TEXT),
            poses=tuple(Pose(label=label, note=draw(TEXT)) for label in draw(ITEMS)),
        ),
        belonging=BelongingArc(
            start=draw(st.none() | PLACES),
            start_note=draw(TEXT),
            end=draw(st.none() | PLACES),
            turning_points=tuple(draw(st.lists(TURNS, max_size=3))),
        ),
        serves=tuple(draw(st.lists(st.sampled_from(["goal-a", "goal-b"]), unique=True))),
        experiences=tuple(draw(LIVED)),
        evidence=tuple(draw(st.lists(SOURCES, max_size=3))),
        status=draw(st.sampled_from(["draft", "in_review", "approved"])),
        notes=draw(TEXT),
    )


def without_blank_answers(persona: Entity):
    """Undecided and empty is the same as never asked."""
    kept = (a for a in persona.answers if a != Answer(facet=a.facet))
    return persona.evolve(answers=tuple(sorted(kept, key=lambda a: a.facet)))


@given(people(0), people(1))
def test_a_table_we_wrote_comes_back_as_it_was(ann, bo):
    empty = Project(facets=FACETS, course=COURSE, scenes=SCENES, experiences=LIVES)
    before = empty.with_items(personas=(ann, bo))
    after = read_back(written(before), empty)
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


def arced():
    """Somebody whose arc, goals, poses and evidence are filled, in a course of one scene."""
    turn = TurningPoint(
        scene="scn-1", note="Says no.", place=Place(authenticity=0.5, acceptance=0.25)
    )
    person = Persona(
        id="per-ann",
        name="Ann",
        portrait=PicturePortrait(media="a" * 64, credit="Photo: Lee"),
        look=Look(poses=(Pose(label="Waiting", note="Hands in her pockets."),)),
        serves=("goal-a",),
        belonging=BelongingArc(turning_points=(turn,)),
        evidence=(
            Evidence(source="Four interviews"),
            Evidence(source="Survey", reviewer="Deaf network", date="2026-11-12"),
        ),
    )
    return Project(course=COURSE, scenes=SCENES[:1], personas=(person,))


def cells(project):
    heads, row = csv.reader(io.StringIO(written(project).decode("utf-8-sig")))
    return dict(zip(heads, row, strict=True))


def test_a_table_says_who_read_the_evidence_and_what_turned_somebody():
    said = cells(arced())
    assert said["Evidence: read by"] == "• \n• Deaf network"
    assert said["Evidence: days"] == "• \n• 2026-11-12"
    assert said["Turning points"] == "• Inspection"
    assert said["Turning points: what happens"] == "• Says no."
    assert said["Turning points: belonging"] == "• authenticity 0.5, acceptance 0.25"
    assert said["Serves the goals"] == "• Speak up early."
    assert (said["Poses"], said["Portrait"]) == ("• Waiting", "picture: Photo: Lee")


def test_what_points_at_nothing_in_another_course_stands_in_the_notes():
    elsewhere = Project()
    proposal = proposed(written(arced()), elsewhere)
    read = read_cast(elsewhere, proposal, proposal.mapping)
    (person,) = add_cast(elsewhere, read).personas
    assert (person.serves, person.belonging.turning_points) == ((), ())
    assert person.notes.split("\n\n") == [
        "Portrait: picture: Photo: Lee",
        "Serves the goals: Speak up early.",
        "Turning points: Inspection · Says no. · authenticity 0.5, acceptance 0.25",
    ]
    assert len(read.rows[0].warnings) == 3


def test_a_day_that_is_none_and_a_place_that_is_none_stand_in_the_notes():
    table = b"Persona id,Name,Evidence,Evidence: days,Belonging at the start\n"
    row = "per-1,Ann,• Survey,• last year,somewhere\n".encode()
    (person,) = read_back(table + row, Project()).personas
    assert person.evidence == (Evidence(source="Survey"),)
    assert "Evidence: days: • last year" in person.notes
    assert "Belonging at the start: somewhere" in person.notes
