"""Small casts for the tests of the analysis."""

from __future__ import annotations

from hypothesis import strategies as st

from personamap.domain.audience import Aim, Audience, AudienceGroup
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.persona import Answer, LivedExperience, Persona, StatedValue
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene

AGE = Facet(
    id="age_band",
    label="Age band",
    ordered=True,
    starred=True,
    values=tuple(FacetValue(id=v, label=v) for v in ("16-34", "35-54", "55plus")),
)
ABILITY = Facet(
    id="disability",
    label="Disability",
    many=True,
    values=(
        FacetValue(id="seeing", label="Seeing"),
        FacetValue(id="low-vision", label="Low vision", parent="seeing"),
        FacetValue(id="colours", label="Colours", parent="seeing"),
        FacetValue(id="hearing", label="Hearing"),
        FacetValue(id="none", label="No disability"),
    ),
)


def answer(facet: str, *values: str, state: str = "stated", words: str = "") -> Answer:
    stated = tuple(StatedValue(value=value) for value in values)
    return Answer(facet=facet, state=state, values=stated, own_words=words)


def person(name: str, *answers: Answer, lived: tuple[str, ...] = (), **fields) -> Persona:
    experiences = tuple(LivedExperience(experience=e) for e in lived)
    known = {"id": f"per-{name.lower()}", "name": name} | fields
    return Persona(answers=answers, experiences=experiences, **known)


def cast(*personas: Persona, facets: tuple[Facet, ...] = (AGE, ABILITY), **parts) -> Project:
    return Project(facets=facets, personas=personas, **parts)


def audience(facet: str, **people: int) -> Audience:
    groups = tuple(
        AudienceGroup(values=(ValueRef(facet=facet, value=value.replace("_", "-")),), people=count)
        for value, count in people.items()
    )
    return Audience(id="aud-staff", people=sum(people.values()), facets=(facet,), groups=groups)


STATES = st.sampled_from(("stated", "undecided", "open", "withheld", "undisclosed"))


@st.composite
def answers(draw, facet: Facet) -> Answer | None:
    if draw(st.integers(0, 5)) == 0:
        return None
    most = 3 if facet.many else 1
    values = draw(
        st.lists(st.sampled_from([v.id for v in facet.values]), max_size=most, unique=True)
    )
    words = draw(st.sampled_from(("", "in my own words")))
    return answer(facet.id, *values, state=draw(STATES), words=words)


@st.composite
def casts(draw, most: int = 7) -> Project:
    """Any cast over a scale and a two-level facet, with some scenes, ties and lives."""
    names = draw(st.lists(st.sampled_from(NAMES), max_size=most, unique=True))
    people = []
    for name in names:
        said = [a for facet in (AGE, ABILITY) if (a := draw(answers(facet))) is not None]
        lived = draw(st.sampled_from(((), ("exp-rules",))))
        archived = draw(st.integers(0, 4)) == 0
        person_id = f"per-{NAMES.index(name)}"
        goals = draw(st.sampled_from(((), ("Lead the night shift",))))
        people.append(
            person(name, *said, id=person_id, lived=lived, archived=archived, goals=goals)
        )
    touched = draw(st.sampled_from(((), (ValueRef(facet="disability", value="seeing"),))))
    rules = Experience(id="exp-rules", title="Nobody told me the rules", touches=touched)
    return cast(
        *people,
        facets=(AGE.evolve(starred=draw(st.booleans())), ABILITY),
        experiences=(rules,),
        scenes=draw(scenes(tuple(p.id for p in people))),
        relationships=draw(ties(tuple(p.id for p in people))),
        aim=Aim(),
    )


NAMES = ("Mara", "Moira", "Idris", "Lene", "Łukasz", "Zoë", "李娜", "آمنة", "Amara")


FUNCTIONS = ("leads", "explains", "learns", "errs", "is_harmed", "asks", "background")


@st.composite
def appearances(draw, persona_id: str) -> Appearance:
    """What somebody does in one scene; functions repeat often enough to make a pattern."""
    lines = draw(st.sampled_from((0, 0, 1, 9)))
    return Appearance(
        persona=persona_id,
        functions=tuple(draw(st.lists(st.sampled_from(FUNCTIONS), unique=True, max_size=3))),
        presence=draw(st.sampled_from(("speaks", "speaks", "silent", "mentioned"))),
        lines=lines,
        words=lines * draw(st.sampled_from((0, 8))),
    )


@st.composite
def scenes(draw, people: tuple[str, ...]) -> tuple[Scene, ...]:
    count = draw(st.integers(0, 3))
    chosen = st.lists(st.sampled_from(people), unique=True, max_size=4) if people else st.just([])
    return tuple(
        Scene(
            id=f"scn-{number}",
            title=f"Scene {number}",
            appearances=tuple(draw(appearances(p)) for p in draw(chosen)),
        )
        for number in range(count)
    )


@st.composite
def ties(draw, people: tuple[str, ...]) -> tuple[Relationship, ...]:
    if len(people) < 2 or not draw(st.booleans()):
        return ()
    return (Relationship(id="rel-tie", source=people[0], target=people[1], label="knows"),)
