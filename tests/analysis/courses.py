"""Casts with a story: scenes in several spaces, ties with power, arcs, names to call people by."""

from __future__ import annotations

from hypothesis import strategies as st

from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.persona import BelongingArc, Persona, Place, TurningPoint
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, InclusionAnswer, Scene, Setting
from tests.analysis.casts import ABILITY, NAMES, answers, cast, person


def one_of(facet_id: str, *values: str, **fields) -> Facet:
    return Facet(
        id=facet_id,
        label=facet_id.replace("_", " ").capitalize(),
        values=tuple(FacetValue(id=value, label=value.capitalize()) for value in values),
        **fields,
    )


GENDER = one_of("gender", "woman", "man", "non-binary", starred=True)
ORIENTATION = one_of("orientation", "straight", "gay-lesbian")
ETHNICITY = one_of("ethnicity_us", "black", "asian", "white", many=True)
LEVEL = one_of("level", "trainee", "manager", kind="work", ordered=True)
ARRANGEMENT = one_of("arrangement", "on-site", "hybrid", "home-based", kind="work", many=True)
FACETS = (GENDER, ABILITY, ORIENTATION, ETHNICITY, LEVEL, ARRANGEMENT)


def scene(number: int, *appearances: Appearance | str, **fields) -> Scene:
    known = {"id": f"scn-{number}", "title": f"Scene {number}"} | fields
    shown = tuple(Appearance(persona=a) if isinstance(a, str) else a for a in appearances)
    return Scene(appearances=shown, **known)


def does(persona: str, *functions: str, **fields) -> Appearance:
    return Appearance(persona=persona, functions=functions, **fields)


def tie(one: str, other: str, power: str = "equal") -> Relationship:
    return Relationship(id=f"rel-{one}-{other}", source=one, target=other, power=power)


def arc(start: tuple[float, float] | None, end: tuple[float, float] | None, *turns: str):
    return BelongingArc(
        start=place(*start) if start else None,
        end=place(*end) if end else None,
        turning_points=tuple(TurningPoint(scene=turn) for turn in turns),
    )


def place(authenticity: float, acceptance: float) -> Place:
    return Place(authenticity=authenticity, acceptance=acceptance)


FUNCTIONS = st.sampled_from(("leads", "decides", "learns", "supports", "background", "is_helped"))
PRESENCES = st.sampled_from(("speaks", "speaks", "silent", "mentioned"))
SPACES = st.sampled_from(("", "physical", "virtual", "hybrid"))
POWERS = st.sampled_from(("source", "target", "equal", "unclear"))
PLACES = st.none() | st.builds(place, st.sampled_from((0.2, 0.6)), st.sampled_from((0.2, 0.6)))
CALLED = st.sampled_from(("", "Dr. {family}", "{first}", "{name}", "{family}", "Chelo"))


@st.composite
def courses(draw, most: int = 7) -> Project:
    """Any cast over the facets the tests of the Bechdel kind ask about, with all kinds of story."""
    names = draw(st.lists(st.sampled_from(NAMES), max_size=most, unique=True))
    ids = tuple(f"per-{NAMES.index(name)}" for name in names)
    return cast(
        *(draw(_persona(person_id, name)) for person_id, name in zip(ids, names, strict=True)),
        facets=FACETS,
        experiences=(
            Experience(id="exp-rules", title="Nobody told me the rules"),
            Experience(
                id="exp-door",
                title="The door",
                touches=(ValueRef(facet="disability", value="seeing"),),
            ),
        ),
        scenes=tuple(draw(_scene(number, ids)) for number in range(draw(st.integers(0, 5)))),
        relationships=draw(_ties(ids)),
    )


@st.composite
def _persona(draw, person_id: str, first: str) -> Persona:
    said = [a for facet in FACETS if (a := draw(answers(facet))) is not None]
    name = f"{first} Family"
    called = draw(CALLED).format(first=first, family="Family", name=name)
    lived = draw(st.sampled_from(((), ("exp-rules",), ("exp-door",), ("exp-rules", "exp-door"))))
    goals = draw(st.sampled_from(((), ("To be asked",))))
    turns = draw(st.sampled_from(((), ("scn-0",))))
    belonging = BelongingArc(
        start=draw(PLACES),
        end=draw(PLACES),
        turning_points=tuple(TurningPoint(scene=turn) for turn in turns),
    )
    return person(
        name,
        *said,
        id=person_id,
        called=called,
        goals=goals,
        lived=lived,
        belonging=belonging,
        archived=draw(st.integers(0, 6)) == 0,
    )


@st.composite
def _scene(draw, number: int, people: tuple[str, ...]) -> Scene:
    chosen = draw(st.lists(st.sampled_from(people), unique=True, max_size=5)) if people else []
    appearances = tuple(
        Appearance(
            persona=person_id,
            functions=tuple(draw(st.lists(FUNCTIONS, max_size=2, unique=True))),
            presence=draw(PRESENCES),
        )
        for person_id in chosen
    )
    settled = draw(st.lists(st.sampled_from(("way-in", "nobody-asked")), max_size=2, unique=True))
    return Scene(
        id=f"scn-{number}",
        title=draw(st.sampled_from(("", f"Scene {number}"))),
        setting=Setting(
            space=draw(SPACES),
            inclusion=tuple(InclusionAnswer(question=q, settled=True) for q in settled),
        ),
        appearances=appearances,
        risk_takers=tuple(chosen[: draw(st.integers(0, 2))]),
    )


@st.composite
def _ties(draw, people: tuple[str, ...]) -> tuple[Relationship, ...]:
    if len(people) < 2:
        return ()
    pairs = st.tuples(st.sampled_from(people), st.sampled_from(people))
    return tuple(
        Relationship(id=f"rel-{number}", source=one, target=other, power=draw(POWERS))
        for number, (one, other) in enumerate(draw(st.lists(pairs, max_size=5)))
    )
